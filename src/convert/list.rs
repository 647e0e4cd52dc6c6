//! Paths that name many values: wildcards, slices, filters and `..`.
//!
//! A path of JSONata joins the lists that it finds and unwraps a list of one. `[$map(list, f)[]]` does neither.

use super::change::Note;
use super::code::{Binding, Code, Kind};
use super::obstacle::Reason;
use super::path::step_reason;
use super::reader::Reader;
use crate::expr::jsonpath::{Path, Step};

/// A list that is being followed: the items of `items`, and what is asked of each.
struct Followed {
    /// A path, or a call of `$filter`, that gives the items.
    items: Code,
    /// Whether `items` is the list itself, neither unwrapped nor joined.
    is_whole: bool,
    /// The steps that lead on from each item.
    rest: Vec<Step>,
}

impl Reader<'_> {
    /// The list that the `steps` of a path find from `start` on; the first of them leads to many values. `whole` is what
    /// `$` is in its filters.
    pub(super) fn list(&mut self, path: &Path, whole: &Code, start: &Code, steps: &[Step]) -> Result<Code, Reason> {
        // A list that is not there counts as an empty one.
        let mut followed = Followed { items: start.clone(), is_whole: true, rest: Vec::new() };
        let mut steps = steps.iter().peekable();
        let (mut was_many, mut filters, mut is_skipped) = (false, false, false);
        while let Some(step) = steps.next() {
            let refused = || Err(step_reason(path, &step.to_string()));
            // Asked of each value that is found, which JSONata asks of all of them together.
            let is_alone = was_many && followed.rest.is_empty();
            match step {
                Step::Slice { .. } if was_many => return refused(),
                Step::Wildcard if is_alone => return refused(),
                Step::Filter(_) if is_alone && !filters => return refused(),
                // An object that a filter lets through has no positions.
                Step::Indexes(_) if is_alone && filters => return refused(),
                Step::Wildcard if path.text().contains(".*") => return refused(),
                Step::Wildcard => {
                    self.note(Note::WildcardOfList);
                    self.join(&mut followed);
                }
                Step::DeepScan => {
                    // What follows decides what is looked for; only names are looked for in the same way.
                    let is_name = matches!(steps.peek(), Some(Step::Names(names)) if names.len() == 1);
                    if !is_name || was_many {
                        return refused();
                    }
                    let text = format!("{}.**", followed.items.at(Binding::Path));
                    followed.items = Code::operation(text, Binding::Path, Kind::Unknown, &[&followed.items]);
                    followed.is_whole = false;
                }
                Step::Filter(filter) => {
                    self.join(&mut followed);
                    let condition = self.filter(path, filter, whole)?;
                    followed.items = followed.items.item(&condition);
                    followed.is_whole = false;
                }
                Step::Slice { start, end } => {
                    self.join(&mut followed);
                    followed.items = match slice(&followed.items, *start, *end) {
                        Some(items) => items,
                        None => return refused(),
                    };
                    followed.is_whole = false;
                }
                // Of several positions, those that the list does not have are `null`, which JSONata leaves out.
                Step::Indexes(indexes) if indexes.len() == 1 && indexes[0] >= 0 => {
                    self.note(Note::ListsAreJoined);
                    followed.rest.push(step.clone());
                }
                Step::Names(names) if names.len() == 1 => {
                    // Behind anything but a wildcard, an item that lacks the last name made the state fail.
                    if !is_skipped {
                        self.note(Note::MissingIsLeftOut);
                    }
                    // A name behind a name goes into a list there, which the path does not.
                    if !followed.rest.is_empty() {
                        self.note(Note::ListsAreJoined);
                    }
                    followed.rest.push(step.clone());
                }
                Step::Names(_) | Step::Indexes(_) | Step::FromEnd(_) | Step::Root => return refused(),
            }
            is_skipped |= *step == Step::Wildcard;
            filters = matches!(step, Step::Filter(_));
            was_many = was_many || !matches!(step, Step::Names(_) | Step::Indexes(_));
        }
        Ok(followed.written())
    }

    /// Goes on with the items of the lists that the rest of the steps leads to.
    fn join(&mut self, followed: &mut Followed) {
        if followed.rest.is_empty() {
            return;
        }
        self.note(Note::ListsAreJoined);
        followed.items = followed.rest.drain(..).fold(followed.items.clone(), |code, step| follow(&code, &step));
        followed.is_whole = false;
    }
}

impl Followed {
    fn written(self) -> Code {
        let Self { items, is_whole, rest } = self;
        if rest.is_empty() {
            return match is_whole {
                true if !items.may_miss => items,
                // What is not there is an empty list between brackets.
                _ => Code { may_miss: false, ..bracketed(&items) },
            };
        }
        let item = Code::new("$item", Kind::Unknown);
        let body = rest.iter().fold(item, |code, step| follow(&code, step));
        let text = format!("[$map({}, function($item) {{ {} }})[]]", items.text, body.text);
        Code { may_miss: false, ..Code::operation(text, Binding::Path, Kind::Array, &[&items]) }
    }
}

fn bracketed(items: &Code) -> Code {
    Code::operation(format!("[{}]", items.text), Binding::Path, Kind::Array, &[items])
}

fn follow(code: &Code, step: &Step) -> Code {
    match step {
        Step::Names(names) => names.iter().fold(code.clone(), |code, name| code.member(name)),
        Step::Indexes(indexes) => indexes.iter().fold(code.clone(), |code, index| code.item(&index.to_string())),
        _ => code.clone(),
    }
}

/// The items whose index fulfils a condition. The brackets keep a list of one a list.
fn filtered(items: &Code, condition: &str) -> Code {
    let text = format!("$filter({}, function($item, $index) {{ {condition} }})[]", items.text);
    Code::operation(text, Binding::Path, Kind::Array, &[items])
}

/// A slice; none where two bounds do not both count from the start, which the path reads in a way of its own.
fn slice(items: &Code, start: Option<i64>, end: Option<i64>) -> Option<Code> {
    let bound = |bound: i64| match bound {
        negative if negative < 0 => format!("$count({}) - {}", items.text, negative.unsigned_abs()),
        other => other.to_string(),
    };
    let condition = match (start, end) {
        (Some(start), Some(end)) if start >= 0 && end >= 0 => format!("$index >= {start} and $index < {end}"),
        (Some(start), None) => format!("$index >= {}", bound(start)),
        (None, Some(end)) => format!("$index < {}", bound(end)),
        _ => return None,
    };
    Some(filtered(items, &condition))
}
