//! States as plain ASL text, to be pasted here, in AWS's console or in an editor.

use super::Refusal;
use super::exits::Exits;
use super::names::Names;
use super::part::Part;
use super::raw;
use crate::asl::{Document, QueryLanguage, StateId};
use crate::edit::members::quoted;
use crate::text::{Edits, Style};

/// Some states as the text of a machine that starts at the first of them. What led out of them by `Next` ends there;
/// states that do not hang together follow one another; rules, defaults and catchers keep the names that they lead to.
///
/// # Errors
/// When a state is not there, or its text is broken.
pub fn copy_fragment(document: &Document, states: &[StateId]) -> Result<String, Refusal> {
    copied(document, states, &clipboard_style(document))
}

/// As [`copy_fragment`], in a style.
pub(super) fn copied(document: &Document, states: &[StateId], style: &Style) -> Result<String, Refusal> {
    let parts = Part::all(document.machine(), states)?;
    let chains: Vec<_> = parts.iter().flat_map(|part| part.chains(document.machine())).collect();
    let exits = Exits { chains: &chains, following: None, stays: &|_| true, succeed: "" };
    let edits = Edits::new(exits.redirect(document)?.edits).map_err(|_| Refusal::BrokenText)?;
    let states: Vec<StateId> = chains.into_iter().flatten().collect();
    Ok(written(&document.edited(&edits), &states, &[], style))
}

/// On the clipboard a text has plain line ends, and is laid out for people.
pub(super) fn clipboard_style(document: &Document) -> Style {
    let own = document.style();
    if own.is_multiline() { Style { line_ending: "\n", ..own } } else { Style::default() }
}

/// Some states as a machine that starts at the first; `more` are written already, indented by two levels.
pub(super) fn written(document: &Document, states: &[StateId], more: &[(String, String)], style: &Style) -> String {
    let machine = document.machine();
    let inner = style.indent.repeat(2);
    let mut names = Names::default();
    let states = states.iter().map(|state| {
        let state = machine.state(*state);
        (names.take(&state.name), raw::moved(document, state.node, style, &inner))
    });
    let states: Vec<_> = states.chain(more.iter().cloned()).collect();
    let mut members = Vec::new();
    if machine.query_language() == QueryLanguage::JSONata {
        members.push(("QueryLanguage".to_owned(), quoted(QueryLanguage::JSONata.as_str())));
    }
    if let Some((first, _)) = states.first() {
        members.push(("StartAt".to_owned(), quoted(first)));
    }
    members.push(("States".to_owned(), raw::object(style, &style.indent, &states)));
    raw::object(style, "", &members)
}
