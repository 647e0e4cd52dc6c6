//! From what is stored of a machine to the machine: the base, and the entries since.

use super::format::{decode_value, patient_value};
use super::journal::Step;
use super::{Editor, Entry, History, Neighbour, Unreadable};
use serde::de::DeserializeOwned;
use serde_json::Value;
use std::collections::BTreeMap;

/// What is wrong with what is stored, though something could be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Damage {
    /// Fields of the project, or its history, could not be read.
    Fields(Vec<&'static str>),
    /// The base is cut off.
    CutOff,
    /// This and later changes could not be read.
    Entries {
        /// The revision of the first one.
        revision: u64,
    },
}

/// A machine as it was stored.
#[derive(Clone, Debug)]
pub struct Assembled {
    /// The project with its history.
    pub editor: Editor,
    /// The revision that it is of.
    pub revision: u64,
    /// How many bytes the entries since its base take up.
    pub journal_size: usize,
    /// What is wrong, the first that was met.
    pub damage: Option<Damage>,
    /// Machines that a project of an earlier version held whole.
    pub neighbours: BTreeMap<String, Neighbour>,
}

/// Puts a machine together from its base and the entries after it, given by revision in order. Entries that the base holds
/// already are passed over.
///
/// # Errors
/// When the base cannot be read at all, or a later version of Pasos wrote it.
pub fn assemble<'a>(base: &str, entries: impl IntoIterator<Item = (u64, &'a str)>) -> Result<Assembled, Unreadable> {
    let mut assembled = read_base(base)?;
    for (revision, text) in entries {
        if revision <= assembled.revision {
            continue;
        }
        let list = serde_json::from_str::<Vec<Entry>>(text).ok().filter(|_| revision == assembled.revision + 1);
        let Some(list) = list else {
            assembled.damage.get_or_insert(Damage::Entries { revision });
            break;
        };
        for entry in list {
            assembled.editor.replay(entry);
        }
        assembled.revision = revision;
        assembled.journal_size += text.len();
    }
    Ok(assembled)
}

fn read_base(text: &str) -> Result<Assembled, Unreadable> {
    let (value, is_cut_off) = patient_value(text);
    let mut fields = match value {
        Some(Value::Object(fields)) => fields,
        _ => return Err(Unreadable::Malformed),
    };
    let mut decoded = decode_value(fields.remove("project").unwrap_or_default())?;
    let mut take = |field: &'static str| fields.remove(field).unwrap_or_default();
    let done: Vec<Step> = read_or_tell(take("done"), "done", &mut decoded.unread);
    let undone = read_or_tell(take("undone"), "undone", &mut decoded.unread);
    let forgotten = take("forgotten").as_u64().unwrap_or_default() as usize;
    let revision = take("revision").as_u64().unwrap_or_default();
    // Steps of a text that is not whole would change another place than they mean.
    let history = if is_cut_off { History::default() } else { History::stored(done, undone, forgotten) };
    let damage = match (is_cut_off, decoded.unread.is_empty()) {
        (true, _) => Some(Damage::CutOff),
        (false, false) => Some(Damage::Fields(decoded.unread)),
        (false, true) => None,
    };
    Ok(Assembled {
        editor: Editor::with_history(decoded.project, history),
        revision,
        journal_size: 0,
        damage,
        neighbours: decoded.neighbours,
    })
}

fn read_or_tell<T: DeserializeOwned + Default>(value: Value, field: &'static str, unread: &mut Vec<&'static str>) -> T {
    serde_json::from_value(value).unwrap_or_else(|_| {
        unread.push(field);
        T::default()
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::edit::{Label, StepKind};
    use crate::project::{Project, base_text, entries_text};

    fn typed(editor: &mut Editor, input: &str) {
        editor.change(Label::new(StepKind::SetInput, ""), None, |project| project.input = input.to_owned());
    }

    #[test]
    fn a_base_and_what_was_done_since_give_the_project_and_its_history() {
        let mut editor = Editor::of(Project::new("a", "{}"));
        typed(&mut editor, "1");
        editor.take_entries();
        let base = base_text(3, &editor);
        typed(&mut editor, "2");
        editor.undo();
        editor.undo();
        editor.redo();
        let fourth = entries_text(&editor.take_entries());
        typed(&mut editor, "3");
        let fifth = entries_text(&editor.take_entries());
        let mut assembled = assemble(&base, [(2, "gone by"), (4, &*fourth), (5, &*fifth)]).unwrap();
        assert_eq!((assembled.revision, &assembled.damage), (5, &None));
        assert_eq!(assembled.editor.project(), editor.project());
        assert!(assembled.editor.undo());
        assert_eq!(assembled.editor.project().input, "1");
        assert!(assembled.editor.undo());
        assert_eq!(assembled.editor.project().input, "");
    }

    #[test]
    fn a_record_that_is_broken_or_missing_ends_the_journal_there_and_is_told() {
        let mut editor = Editor::of(Project::new("a", "{}"));
        let base = base_text(0, &editor);
        typed(&mut editor, "1");
        let first = entries_text(&editor.take_entries());
        typed(&mut editor, "2");
        let second = entries_text(&editor.take_entries());
        for entries in [vec![(1, &*first), (3, &*second)], vec![(1, &*first), (2, "[{\"Do\"")]] {
            let revision = entries[1].0;
            let assembled = assemble(&base, entries).unwrap();
            assert_eq!(assembled.editor.project().input, "1");
            assert_eq!(assembled.damage, Some(Damage::Entries { revision }));
        }
    }

    #[test]
    fn a_base_that_is_cut_off_opens_as_far_as_it_goes_without_history() {
        let mut editor = Editor::of(Project::new("a", "{\"StartAt\": \"A\"}"));
        typed(&mut editor, "1");
        let base = base_text(1, &editor);
        let assembled = assemble(&base[..base.len() - 30], []).unwrap();
        assert_eq!(assembled.damage, Some(Damage::CutOff));
        assert_eq!(assembled.editor.document().text(), "{\"StartAt\": \"A\"}");
        assert_eq!(assembled.editor.position(), 0);
        assert!(assemble("", []).is_err());
    }
}
