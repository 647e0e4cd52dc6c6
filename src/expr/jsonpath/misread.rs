//! Where a path is read as something that its author surely does not mean.

use super::filter::{Criterion, Filter, Operand};
use super::{Path, Step};

/// What looks like one thing and is read as another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Misreading {
    /// `.length()`: a member of that name. This engine has no functions.
    Function {
        /// Without what stands in parentheses.
        name: String,
    },
    /// `[-1]`: always `null`.
    NegativePosition {
        /// The position.
        index: i64,
    },
    /// `== "x"`: a text with its double quotes.
    QuotedText {
        /// As written.
        text: String,
    },
    /// `["item1"]`: position 1.
    QuotedName,
    /// `(a || b) && c`: the parentheses are passed over, so that it is `a || (b && c)`.
    Grouping,
    /// `=== 1`: compared with the text `= 1`.
    StrictEqual,
    /// `['a','b'].c`: several names lead to nothing more, and the path fails.
    NamesBeforeStep,
}

/// The functions of later releases.
const FUNCTIONS: [&str; 13] =
    ["length", "size", "min", "max", "avg", "sum", "stddev", "first", "last", "keys", "concat", "append", "index"];

impl Path {
    /// All such places, each kind once; those in filters included.
    pub fn misreadings(&self) -> Vec<Misreading> {
        let mut found = Vec::new();
        self.collect(&mut found);
        let has_filter = self.steps.iter().any(|step| matches!(step, Step::Filter(_)));
        if !has_filter && self.text.contains("[\"") {
            found.push(Misreading::QuotedName);
        }
        let mut kinds = Vec::new();
        found.retain(|misreading| {
            let kind = std::mem::discriminant(misreading);
            let is_new = !kinds.contains(&kind);
            kinds.push(kind);
            is_new
        });
        found
    }

    /// Recurses once: a path in a filter has no filter.
    fn collect(&self, found: &mut Vec<Misreading>) {
        for (index, step) in self.steps.iter().enumerate() {
            let is_last = index + 1 == self.steps.len();
            match step {
                Step::Names(names) if names.len() > 1 && !is_last => found.push(Misreading::NamesBeforeStep),
                Step::Names(names) => found.extend(names.first().and_then(|name| self.function(name))),
                Step::Indexes(indexes) => {
                    let negative = indexes.iter().copied().find(|index| *index < 0);
                    found.extend(negative.map(|index| Misreading::NegativePosition { index }));
                }
                Step::Filter(Filter::Conditions { any, is_regrouped }) => {
                    found.extend(is_regrouped.then_some(Misreading::Grouping));
                    any.iter().flatten().for_each(|criterion| criterion.collect(found));
                }
                _ => {}
            }
        }
    }

    /// A name that was meant as a call; in brackets and quotes it is a name.
    fn function(&self, name: &str) -> Option<Misreading> {
        let (function, _) = name.split_once('(')?;
        let is_call = FUNCTIONS.contains(&function) && self.text.contains(&format!(".{function}("));
        is_call.then(|| Misreading::Function { name: function.to_owned() })
    }
}

impl Criterion {
    fn collect(&self, found: &mut Vec<Misreading>) {
        match self {
            Self::Exists { path, .. } => path.collect(found),
            Self::Compare { left, right, .. } => {
                left.collect(found);
                right.collect(found);
            }
        }
    }
}

impl Operand {
    fn collect(&self, found: &mut Vec<Misreading>) {
        match self {
            Self::Current(path) | Self::Root(path) => path.collect(found),
            Self::Text { text, is_quoted: false } if text.starts_with('"') => {
                found.push(Misreading::QuotedText { text: text.clone() });
            }
            Self::Text { text, is_quoted: false } if text.starts_with('=') => found.push(Misreading::StrictEqual),
            Self::Text { .. } | Self::Pattern(_) => {}
        }
    }
}
