// Loads the code editor when it is first needed: it is larger than the rest of the page.
let loaded;

export function loadEditor() {
  loaded ??= import(new URL("code-editor.js", document.baseURI).href);
  return loaded;
}
