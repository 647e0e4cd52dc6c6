//! Paths: `$.a.b[0]` becomes `$states.input.a.b[0]`.

use super::change::Note;
use super::code::{Binding, Code, Kind};
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
                Step::Names { names, .. } if names.len() == 1 => found.member(&names[0]),
                // Several names at the end make one object of the members that exist.
                Step::Names { names, .. } if is_last => {
                    let code = found.code();
                    let member = |name: &String| (name.clone(), Data::Code(code.member(name)));
                    Data::Code(Data::Object(names.iter().map(member).collect()).code())
                }
                Step::Indexes(indexes) if indexes.len() == 1 => {
                    if matches!(found, Data::Code(_)) {
                        self.note(Note::SingleIsList);
                    }
                    found.item(indexes[0])
                }
                Step::Function { name, arguments } if arguments.is_empty() => {
                    Data::Code(self.function(path, name, &found.code())?)
                }
                _ => {
                    let whole = self.start(path, input).code();
                    return self.list(path, &whole, &found.code(), &steps[index..]).map(Data::Code);
                }
            };
        }
        Ok(found)
    }

    /// A function in a path.
    fn function(&mut self, path: &Path, name: &str, list: &Code) -> Result<Code, Reason> {
        let function = match name {
            "length" | "size" => "$count",
            "min" => "$min",
            "max" => "$max",
            "avg" => "$average",
            "sum" => "$sum",
            "first" => return Ok(list.item("0")),
            "last" => return Ok(list.item("-1")),
            "keys" => {
                self.note(Note::PathFunctions);
                let keys = Code::call("$keys", &[list], Kind::Array);
                return Ok(Code::operation(format!("[{}]", keys.text), Binding::Path, Kind::Array, &[&keys]));
            }
            other => return Err(step_reason(path, &format!(".{other}()"))),
        };
        self.note(Note::PathFunctions);
        Ok(Code::call(function, &[list], Kind::Number))
    }
}

/// A step that JSONata cannot follow in the same way.
pub(super) fn step_reason(path: &Path, step: &str) -> Reason {
    Reason::PathStep { path: path.text().to_owned(), step: step.to_owned() }
}
