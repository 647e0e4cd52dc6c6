//! Paths: `$.a.b[0]` becomes `$states.input.a.b[0]`.

use super::change::Note;
use super::data::Data;
use super::obstacle::Reason;
use super::reader::Reader;
use crate::expr::jsonpath::{Path, Step};

impl Reader<'_> {
    /// What a path finds.
    pub(super) fn path(&mut self, path: &Path, input: &Data) -> Result<Data, Reason> {
        let mut found = self.start(path, input);
        let steps = path.steps();
        for (index, step) in steps.iter().enumerate() {
            let is_last = index + 1 == steps.len();
            found = match step {
                Step::Names(names) if names.len() == 1 => found.member(&names[0]),
                // Several names make one object of the members that exist, at the end only.
                Step::Names(names) if is_last => {
                    let code = found.code();
                    let member = |name: &String| (name.clone(), Data::Code(code.member(name)));
                    Data::Code(Data::Object(names.iter().map(member).collect()).code())
                }
                // There a negative position is `null`, here it counts from the end.
                Step::Indexes(indexes) if indexes.len() == 1 && indexes[0] >= 0 => self.item(&found, indexes[0]),
                Step::FromEnd(offset) if *offset < 0 => self.item(&found, *offset),
                Step::Names(_) | Step::FromEnd(_) | Step::Root => return Err(step_reason(path, &step.to_string())),
                Step::Indexes(indexes) if indexes.len() == 1 => return Err(step_reason(path, &step.to_string())),
                _ => {
                    let whole = self.start(path, input).code();
                    return self.list(path, &whole, &found.code(), &steps[index..]).map(Data::Code);
                }
            };
        }
        Ok(found)
    }

    fn item(&mut self, found: &Data, index: i64) -> Data {
        if matches!(found, Data::Code(_)) {
            self.note(Note::SingleIsList);
        }
        found.item(index)
    }
}

/// A step that JSONata cannot follow in the same way.
pub(super) fn step_reason(path: &Path, step: &str) -> Reason {
    Reason::PathStep { path: path.text().to_owned(), step: step.to_owned() }
}
