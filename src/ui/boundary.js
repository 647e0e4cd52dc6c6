// What the program of the page needs in JavaScript. It is one file, as each file is a request of the first visit.

// The code editor is loaded when it is first needed: it is larger than the rest of the page.
let loaded;

export function loadEditor() {
  loaded ??= import(new URL("code-editor.js", document.baseURI).href);
  return loaded;
}

// What a person sees when the page itself has failed. Nothing of the page can be relied upon then, so this stands by itself.
let words = ["", "", "", "", ""];
let takeWork = () => [];
let isShown = false;

/** The texts in the language of the page: title, what happened, what to do, and the names of the two buttons. */
export function prepare(texts) {
  words = texts;
}

/** Shows the failure when the program of the page comes to an end. `take` gives the name and the text of the work. */
export function watch(take) {
  takeWork = take;
  addEventListener("error", (event) => isOfPage(event.error) && show(String(event.error)));
  addEventListener("unhandledrejection", (event) => isOfPage(event.reason) && show(String(event.reason)));
}

/** A trap of WebAssembly, or its stack used up: what the program does from there on means nothing. */
function isOfPage(error) {
  if (error instanceof WebAssembly.RuntimeError) return true;
  return error instanceof RangeError && /wasm/.test(error.stack ?? "");
}

/** Shows it, once. */
export function show(reason) {
  if (isShown) return;
  isShown = true;
  let work = [];
  try {
    work = takeWork();
  } catch {
    // The memory of the program is out of order; what was saved is still in the browser.
  }
  const [title, happened, advice, download, reload] = words;
  const card = element("div", "page-failure-card");
  const heading = element("h2", "", title);
  heading.id = "page-failure-title";
  const buttons = element("div", "page-failure-buttons");
  if (work.length === 2) {
    buttons.append(button(download, "download", "button is-primary", () => save(...work)));
  }
  buttons.append(button(reload, "reload", "button", () => location.reload()));
  card.append(heading, element("p", "", happened), element("p", "", advice), element("code", "page-failure-reason", reason), buttons);
  const cover = element("div", "page-failure");
  cover.setAttribute("role", "alertdialog");
  cover.setAttribute("aria-modal", "true");
  cover.setAttribute("aria-labelledby", heading.id);
  cover.append(card);
  for (const other of document.body.children) other.inert = true;
  document.body.append(cover);
  buttons.querySelector("button").focus();
}

function element(name, className, text = "") {
  const made = document.createElement(name);
  if (className) made.className = className;
  made.textContent = text;
  return made;
}

function button(text, name, className, onClick) {
  const made = element("button", className, text);
  made.type = "button";
  made.dataset.pageFailure = name;
  made.addEventListener("click", onClick);
  return made;
}

function save(name, text) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type: "application/json" }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
