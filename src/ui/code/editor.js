// The boundary to CodeMirror: the page talks to the code editor through these functions only.
// Offsets are UTF-16 code units. The editor has no history of its own: undo and redo belong to the document.

import {
  autocompletion,
  closeCompletion,
  completionKeymap,
  completionStatus,
  pickedCompletion,
  startCompletion,
} from "@codemirror/autocomplete";
import { defaultKeymap } from "@codemirror/commands";
import { json } from "@codemirror/lang-json";
import {
  HighlightStyle,
  bracketMatching,
  codeFolding,
  foldGutter,
  foldKeymap,
  indentOnInput,
  syntaxHighlighting,
} from "@codemirror/language";
import { setDiagnostics, lintGutter } from "@codemirror/lint";
import { highlightSelectionMatches, search, searchKeymap } from "@codemirror/search";
import { Annotation, Compartment, EditorSelection, EditorState, Prec, StateEffect, StateField } from "@codemirror/state";
import {
  Decoration,
  EditorView,
  drawSelection,
  highlightActiveLine,
  highlightActiveLineGutter,
  highlightSpecialChars,
  hoverTooltip,
  keymap,
  lineNumbers,
  rectangularSelection,
} from "@codemirror/view";
import { tags } from "@lezer/highlight";

const fromPage = Annotation.define();

const colours = syntaxHighlighting(
  HighlightStyle.define([
    { tag: tags.propertyName, color: "var(--code-property)", fontWeight: "600" },
    { tag: tags.string, color: "var(--code-string)" },
    { tag: tags.number, color: "var(--code-number)" },
    { tag: [tags.bool, tags.null], color: "var(--code-keyword)" },
  ]),
);

const theme = EditorView.theme({
  "&": { height: "100%", backgroundColor: "var(--surface)", color: "var(--ink)", fontSize: "var(--text-s)" },
  "&.cm-focused": { outline: "none" },
  // Above the gutters and the marked lines, which have grounds of their own.
  "&.cm-focused::after": {
    content: '""',
    position: "absolute",
    inset: "0",
    zIndex: "250",
    pointerEvents: "none",
    boxShadow: "inset 0 0 0 2px var(--focus)",
  },
  ".cm-scroller": { fontFamily: "var(--font-mono)", lineHeight: "1.55" },
  ".cm-content": { caretColor: "var(--ink)" },
  ".cm-cursor": { borderLeftColor: "var(--ink)" },
  ".cm-gutters": { backgroundColor: "var(--surface)", color: "var(--code-gutter)", border: "none" },
  ".cm-activeLine, .cm-activeLineGutter": { backgroundColor: "var(--code-line)" },
  ".cm-activeLineGutter": { color: "var(--ink-muted)" },
  ".cm-state, .cm-shown": { backgroundColor: "var(--code-line-marked)" },
  ".cm-shown": { boxShadow: "inset 3px 0 0 var(--accent)" },
  "&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground": {
    background: "var(--code-selection)",
  },
  ".cm-selectionMatch": { backgroundColor: "var(--code-selection)" },
  ".cm-panels, .cm-tooltip": {
    backgroundColor: "var(--surface-raised)",
    color: "var(--ink)",
    borderColor: "var(--line)",
  },
  ".cm-tooltip": { overflow: "hidden", borderRadius: "var(--radius-s)", boxShadow: "var(--shadow-m)" },
  ".cm-tooltip.cm-tooltip-autocomplete > ul > li": { padding: "3px var(--space-2)" },
  ".cm-data": { maxWidth: "32rem", padding: "var(--space-2) var(--space-3)", font: "inherit" },
  ".cm-data dl": { display: "grid", gridTemplateColumns: "auto 1fr", gap: "var(--space-1) var(--space-3)", margin: "0" },
  ".cm-data dt": { color: "var(--ink-muted)" },
  ".cm-data dd": { margin: "0", overflowWrap: "anywhere", fontFamily: "var(--font-mono)" },
  ".cm-data p": { margin: "var(--space-2) 0 0", color: "var(--ink-muted)", fontFamily: "var(--font)" },
  ".cm-tooltip-autocomplete > ul > li[aria-selected]": { backgroundColor: "var(--accent)", color: "var(--accent-ink)" },
  ".cm-completionDetail": { fontStyle: "normal", color: "var(--ink-muted)" },
  "li[aria-selected] .cm-completionDetail": { color: "inherit" },
  ".cm-textfield": { backgroundColor: "var(--surface)", color: "var(--ink)", borderColor: "var(--line-strong)" },
  ".cm-button": {
    backgroundColor: "var(--surface-hover)",
    backgroundImage: "none",
    color: "var(--ink)",
    borderColor: "var(--line)",
  },
  ".cm-foldPlaceholder": {
    backgroundColor: "var(--surface-hover)",
    borderColor: "var(--line)",
    color: "var(--ink-muted)",
  },
});

// Marked lines: `state` is the selected state, `shown` a place that a person was led to. Each is a range or null.
const mark = StateEffect.define();
const marks = StateField.define({
  create: () => ({ state: null, shown: null }),
  update(marked, transaction) {
    let next = marked;
    if (transaction.docChanged) {
      const { changes } = transaction;
      const moved = (range) => range && { from: changes.mapPos(range.from, -1), to: changes.mapPos(range.to, 1) };
      next = { state: moved(next.state), shown: moved(next.shown) };
    }
    for (const effect of transaction.effects) {
      if (effect.is(mark)) next = { ...next, ...effect.value };
    }
    return next;
  },
  provide: (field) =>
    EditorView.decorations.compute([field], (state) => {
      const { doc } = state;
      const marked = state.field(field);
      return Decoration.set([...linesOf(doc, marked.state, "cm-state"), ...linesOf(doc, marked.shown, "cm-shown")], true);
    }),
});
function linesOf(doc, range, name) {
  const lines = [];
  if (!range) return lines;
  const last = doc.lineAt(Math.min(range.to, doc.length)).number;
  for (let number = doc.lineAt(Math.min(range.from, doc.length)).number; number <= last; number += 1) {
    lines.push(Decoration.line({ class: name }).range(doc.line(number).from));
  }
  return lines;
}

// CodeMirror counts every line break as one character; the page's text may have "\r\n" or "\r".
class Offsets {
  constructor(text) {
    this.pairs = [];
    for (let at = text.indexOf("\r\n"); at >= 0; at = text.indexOf("\r\n", at + 2)) this.pairs.push(at);
  }

  toEditor(offset) {
    let low = 0;
    let high = this.pairs.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.pairs[middle] < offset) low = middle + 1;
      else high = middle;
    }
    return offset - low;
  }
}

const scrollTo = (offset) => EditorView.scrollIntoView(offset, { y: "nearest", yMargin: 60 });

// A view that was scrolled to the right for the sake of another place goes back to where lines begin, if the place is seen
// from there.
function showLineStart(view, offset) {
  const column = offset - view.state.doc.lineAt(offset).from;
  if (column * view.defaultCharacterWidth < view.scrollDOM.clientWidth / 2) {
    view.requestMeasure({ read: () => null, write: () => (view.scrollDOM.scrollLeft = 0) });
  }
}

// What is known of the data at a place: `onHover` gives its span, lines of a name and a text, and a note.
function dataTooltip(onHover, toEditor) {
  return hoverTooltip(async (view, position) => {
    const told = await onHover(position);
    if (!told) return null;
    return {
      pos: Math.min(toEditor(told.from), view.state.doc.length),
      end: Math.min(toEditor(told.to), view.state.doc.length),
      above: true,
      create: () => ({ dom: dataElement(told) }),
    };
  });
}

function dataElement({ lines, note }) {
  const dom = document.createElement("div");
  dom.className = "cm-data";
  const list = dom.appendChild(document.createElement("dl"));
  for (let index = 0; index < lines.length; index += 2) {
    list.appendChild(document.createElement("dt")).textContent = lines[index];
    list.appendChild(document.createElement("dd")).textContent = lines[index + 1];
  }
  dom.appendChild(document.createElement("p")).textContent = note;
  return dom;
}

// Escape belongs to the list of names only while it is seen; CodeMirror's own takes it while names are being asked for, too.
const hideNames = {
  key: "Escape",
  run(view) {
    const isShown = completionStatus(view.state) === "active";
    closeCompletion(view);
    return isShown;
  },
};

// What stands for a call, in the place of what was typed; of it is selected what is to be replaced.
function insertion(insert, from, to) {
  return (view, completion, start, end) => {
    view.dispatch({
      changes: { from: start, to: end, insert },
      selection: EditorSelection.single(start + from, start + to),
      annotations: pickedCompletion.of(completion),
      userEvent: "input.complete",
    });
    // Behind the name of a service its actions follow.
    if (completion.label.endsWith(":")) startCompletion(view);
  };
}

// How what is typed may go on. `onComplete` gives where that starts and ends, and the names with which a path goes on, or
// calls, their parameters and values, which the page has chosen and put in order already.
function dataCompletion(onComplete, toEditor) {
  const source = async (context) => {
    // Texts end with their line: behind an odd number of quotes a text is being typed, closed or not.
    const { from, text } = context.state.doc.lineAt(context.pos);
    const quotes = text.slice(0, context.pos - from).replace(/\\./gu, "").match(/"/gu) ?? [];
    if (quotes.length % 2 === 0 && !context.explicit) return null;
    const told = await onComplete(context.pos);
    if (!told || context.aborted) return null;
    const options = [];
    const start = toEditor(told.from);
    if (told.calls) {
      const { calls } = told;
      for (let index = 0; index < calls.length; index += 5) {
        const [label, detail, insert, selectFrom, selectTo] = calls.slice(index, index + 5);
        options.push({ label, detail, apply: insertion(insert, selectFrom, selectTo) });
      }
      return { from: start, to: toEditor(told.to), options, filter: false };
    }
    for (let index = 0; index < told.names.length; index += 2) {
      options.push({ label: told.names[index], detail: told.names[index + 1] });
    }
    return { from: start, options, validFor: /^[\w$-]*$/u };
  };
  return [
    autocompletion({ override: [source], icons: false, defaultKeymap: false }),
    Prec.highest(keymap.of([hideNames, ...completionKeymap.filter((binding) => binding.key !== "Escape")])),
  ];
}

// What both editors share: JSON in the colours of the page, the words of its language, what is known of the data, and
// who is told when a person types. `onUpdate` gets every update, and whether a person caused it.
// `start` is where the cursor is at first.
function viewOf(parent, text, start, words, isDark, toEditor, { onChange, onUpdate, onHover, onComplete }, extensions) {
  const darkOption = new Compartment();
  const labelOption = new Compartment();
  const phrasesOption = new Compartment();
  const labelOf = (label) =>
    EditorView.contentAttributes.of({
      "aria-label": label,
      tabindex: "0",
      ...(words.describedBy && { "aria-describedby": words.describedBy }),
    });
  const view = new EditorView({
    parent,
    state: EditorState.create({
      doc: text,
      selection: { anchor: start },
      extensions: [
        highlightSpecialChars(),
        drawSelection(),
        indentOnInput(),
        bracketMatching(),
        json(),
        colours,
        theme,
        dataTooltip(onHover, toEditor),
        dataCompletion(onComplete, toEditor),
        labelOption.of(labelOf(words.label)),
        phrasesOption.of(EditorState.phrases.of(words.phrases)),
        darkOption.of(EditorView.darkTheme.of(isDark)),
        extensions,
        EditorView.updateListener.of((update) => {
          const own = !update.transactions.some((transaction) => transaction.annotation(fromPage));
          if (update.docChanged && own) onChange(update.state.doc.toString());
          onUpdate(update, own);
        }),
      ],
    }),
  });
  const handle = {
    setLanguage(label, phrases) {
      view.dispatch({
        effects: [
          phrasesOption.reconfigure(EditorState.phrases.of(phrases)),
          labelOption.reconfigure(labelOf(label)),
        ],
      });
    },
    setDark: (dark) => view.dispatch({ effects: darkOption.reconfigure(EditorView.darkTheme.of(dark)) }),
    refresh: () => view.requestMeasure(),
    focus: () => view.focus(),
    destroy: () => view.destroy(),
  };
  return { view, handle };
}

// Makes an editor show `wanted`, changing only what differs so that cursor and folds stay.
function showText(view, wanted) {
  const shown = view.state.doc.toString();
  if (wanted === shown) return;
  let from = 0;
  const shortest = Math.min(wanted.length, shown.length);
  while (from < shortest && wanted.charCodeAt(from) === shown.charCodeAt(from)) from += 1;
  let end = 0;
  const rest = shortest - from;
  while (end < rest && wanted.charCodeAt(wanted.length - 1 - end) === shown.charCodeAt(shown.length - 1 - end)) end += 1;
  view.dispatch({
    changes: { from, to: shown.length - end, insert: wanted.slice(from, wanted.length - end) },
    annotations: fromPage.of(true),
  });
}

export function createEditor(parent, text, label, phrases, isDark, onChange, onSelect, onUndo, onRedo, onHover, onComplete) {
  let offsets = new Offsets(text);
  const command = (run) => () => {
    run();
    return true;
  };
  const onUpdate = (update, own) => {
    if (own && (update.selectionSet || update.docChanged)) {
      const { head } = update.state.selection.main;
      onSelect(head, update.state.doc.lineAt(head).number, update.docChanged);
    }
  };
  const toEditor = (offset) => offsets.toEditor(offset);
  const toRange = (from, to) => {
    const within = (offset) => Math.min(toEditor(offset), view.state.doc.length);
    return { from: within(from), to: within(to) };
  };
  const told = { onChange, onUpdate, onHover, onComplete };
  const { view, handle } = viewOf(parent, text, 0, { label, phrases }, isDark, toEditor, told, [
    lineNumbers(),
    foldGutter(),
    lintGutter(),
    EditorState.allowMultipleSelections.of(true),
    rectangularSelection(),
    highlightActiveLine(),
    highlightActiveLineGutter(),
    highlightSelectionMatches(),
    codeFolding(),
    search({ top: true }),
    marks,
    keymap.of([
      { key: "Mod-z", run: command(onUndo), preventDefault: true },
      { key: "Mod-y", run: command(onRedo), preventDefault: true },
      { key: "Mod-Shift-z", run: command(onRedo), preventDefault: true },
      ...searchKeymap,
      ...foldKeymap,
      ...defaultKeymap,
    ]),
  ]);

  return {
    ...handle,
    setText(next) {
      offsets = new Offsets(next);
      showText(view, next.replace(/\r\n?/g, "\n"));
    },
    // Marks the lines of a place and scrolls there; `select` also moves the cursor there.
    show(from, to, select) {
      const range = toRange(from, to);
      view.dispatch({
        effects: [mark.of({ shown: range }), scrollTo(range.from)],
        selection: select ? EditorSelection.single(range.from, range.to) : undefined,
        annotations: fromPage.of(true),
      });
      showLineStart(view, range.from);
      if (select) view.focus();
    },
    // Marks the lines of the selected state; `scrolls` also shows where they begin.
    markState(from, to, scrolls) {
      const range = toRange(from, to);
      const effects = [mark.of(scrolls ? { state: range, shown: null } : { state: range })];
      if (scrolls) effects.push(scrollTo(range.from));
      view.dispatch({ effects, annotations: fromPage.of(true) });
      if (scrolls) showLineStart(view, range.from);
    },
    unmark() {
      view.dispatch({ effects: mark.of({ state: null, shown: null }), annotations: fromPage.of(true) });
    },
    // `diagnostics`: flat list of from, to, severity, message.
    setDiagnostics(flat) {
      const length = view.state.doc.length;
      const diagnostics = [];
      for (let index = 0; index + 3 < flat.length; index += 4) {
        const from = Math.min(offsets.toEditor(flat[index]), length);
        const to = Math.min(Math.max(offsets.toEditor(flat[index + 1]), from), length);
        diagnostics.push({ from, to, severity: flat[index + 2], message: flat[index + 3] });
      }
      view.dispatch(setDiagnostics(view.state, diagnostics));
    },
  };
}

// A small editor for one JSON field of a form. Tab leaves it, as it leaves every other field; `onEscape` says whether
// there was something to put back.
export function createField(
  parent,
  text,
  label,
  describedBy,
  phrases,
  isDark,
  onChange,
  onFocus,
  onBlur,
  onEscape,
  onHover,
  onComplete,
) {
  const onUpdate = (update) => {
    if (update.focusChanged) (update.view.hasFocus ? onFocus : onBlur)();
  };
  const told = { onChange, onUpdate, onHover, onComplete };
  // In front of a value nothing can be typed that is JSON: the cursor starts inside of it.
  const start = /^["[{]/u.test(text) ? 1 : 0;
  const { view, handle } = viewOf(parent, text, start, { label, describedBy, phrases }, isDark, (offset) => offset, told, [
    EditorView.lineWrapping,
    keymap.of([{ key: "Escape", run: () => onEscape() }, ...defaultKeymap]),
  ]);
  return { ...handle, setText: (next) => showText(view, next) };
}
