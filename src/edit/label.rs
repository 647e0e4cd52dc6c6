//! What a step of the history is called.

use super::commands::for_each_command;
use serde::{Deserialize, Serialize};

/// Declares one kind for each command, and further ones.
macro_rules! step_kinds {
    ($($module:ident::$command:ident,)* ; $($(#[$meta:meta])* $further:ident,)*) => {
        /// What a step of the history did. It is stored by its name, so a name that was once published stays.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        pub enum StepKind {
            $(
                #[doc = concat!("[`", stringify!($command), "`](super::commands::", stringify!($command), ").")]
                $command,
            )*
            $($(#[$meta])* $further,)*
        }

        impl StepKind {
            /// All of them.
            pub const ALL: &'static [Self] = &[$(Self::$command,)* $(Self::$further,)*];
        }
    };
}

for_each_command! { step_kinds;
    /// A field was removed: `SetField` without a value.
    RemoveField,
    /// States were given places by hand.
    PlaceByHand,
    /// States were given back to the layout.
    PlaceAutomatically,
    /// The machine got another name.
    SetName,
    /// The input of runs was changed.
    SetInput,
    /// The answers that stand for services were changed.
    SetMocks,
    /// Files were attached or taken away.
    SetFiles,
    /// The machine became Standard or Express.
    SetExecutionType,
    /// Runs start at another moment.
    SetStartTime,
    /// Rules were silenced, or are heard again.
    SetSilenced,
    /// A machine of the shelf was linked, or is linked no more.
    SetLinked,
    /// What a later version of Pasos can do, and this one has no name for. What it changed is in the step all the same.
    #[serde(other)]
    Other,
}

/// A change in words to come; the words are in `i18n`. Plain data, as the history is stored.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Label {
    /// What was done.
    pub kind: StepKind,
    /// What it was done to: the name of a state (the first of several), a machine or a field; empty where it has no name.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub name: String,
    /// The other one: where a connection leads, or the type that a state gets; empty where there is none.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub other: String,
    /// To how many it was done: states, or problems.
    #[serde(default = "one", skip_serializing_if = "is_one")]
    pub count: usize,
}

impl Label {
    /// Something was done to one thing, or to one that needs no name.
    pub fn new(kind: StepKind, name: impl Into<String>) -> Self {
        Self { kind, name: name.into(), other: String::new(), count: 1 }
    }

    /// The same with another one: where a connection leads, the type that a state gets.
    pub fn with(self, other: impl Into<String>) -> Self {
        Self { other: other.into(), ..self }
    }

    /// The same, done to several.
    pub fn times(self, count: usize) -> Self {
        Self { count, ..self }
    }
}

fn one() -> usize {
    1
}

fn is_one(count: &usize) -> bool {
    *count == 1
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::Language;
    use std::collections::BTreeSet;

    #[test]
    fn a_label_is_stored_by_the_name_of_its_kind() {
        let label = Label::new(StepKind::ConvertType, "A").with("Task").times(2);
        let stored = serde_json::to_string(&label).unwrap();
        assert_eq!(stored, r#"{"kind":"ConvertType","name":"A","other":"Task","count":2}"#);
        assert_eq!(serde_json::from_str::<Label>(&stored).unwrap(), label);
        let short = Label::new(StepKind::EditText, "");
        assert_eq!(serde_json::to_string(&short).unwrap(), r#"{"kind":"EditText"}"#);
        assert_eq!(serde_json::from_str::<Label>(r#"{"kind":"EditText"}"#).unwrap(), short);
        let later = serde_json::from_str::<Label>(r#"{"kind":"DrawSpirals","name":"A"}"#).unwrap();
        assert_eq!(later, Label::new(StepKind::Other, "A"));
    }

    /// A connection that starts elsewhere is the same thing to a person as one that leads elsewhere.
    fn kinds() -> impl Iterator<Item = &'static StepKind> {
        StepKind::ALL.iter().filter(|kind| **kind != StepKind::Reconnect)
    }

    #[test]
    fn no_two_steps_of_one_language_are_called_the_same() {
        for language in Language::ALL {
            let words = language.messages();
            for count in [1, 3] {
                let mut called = BTreeSet::new();
                for kind in kinds() {
                    let label = words.command_label(&Label::new(*kind, "A").with("B").times(count));
                    assert!(called.insert(label.clone()), "{label} is the name of two steps");
                }
            }
        }
    }
}
