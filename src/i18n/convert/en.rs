//! The words for a conversion to JSONata in English.

use super::ConvertMessages;
use crate::convert::{Note, Reason};
use crate::i18n::En;

impl ConvertMessages for En {
    fn convert_reason(&self, reason: &Reason) -> String {
        match reason {
            Reason::BrokenText => "The JSON is broken. Mend it first, then convert.".to_owned(),
            Reason::UnknownType => "The state has no Type that the language knows.".to_owned(),
            Reason::WrongValue => "The field holds something that it cannot hold. Mend it first.".to_owned(),
            Reason::InvalidPath { path } => format!("{path} is no path that this field can have. Mend it first."),
            Reason::InvalidIntrinsic { call } => {
                format!("{call} is no right call of an intrinsic function. Mend it first.")
            }
            Reason::DuplicateKey { key } => {
                format!("Two keys become {key} when .$ is taken off. Rename or remove one of them.")
            }
            Reason::FieldTaken { field } => {
                format!("The state already has a field {field}, which the new value needs. Remove it first.")
            }
            Reason::PathStep { path, step } => {
                format!("JSONata has no step that does what {step} does in {path}. Write this expression by hand.")
            }
            Reason::FilterComparison { path } => {
                format!("JSONata cannot compare as the filter in {path} does. Write this expression by hand.")
            }
            Reason::TooDeep => "The expression would nest deeper than AWS evaluates. Split it over two states.".to_owned(),
            Reason::ResultIntoList { path } => {
                format!("{path} writes to a place in a list, and no JSONata expression changes one item. Put the result into a field of its own.")
            }
            Reason::FormatOfData { call } => {
                format!("The text with the {{}} in {call} comes from the data. Only a text in quotes can be converted.")
            }
            Reason::SplitAtData { call } => {
                format!("The characters to split at in {call} come from the data. Only a text in quotes can be converted.")
            }
            Reason::SeededRandom { call } => {
                format!("{call} gives the same number for the same seed. JSONata's $random gives another one.")
            }
            Reason::WrongArguments { call } => format!("The function refuses the arguments in {call}. Mend the call first."),
            Reason::DrawnTwice => {
                "A random value is used in two places. Two expressions would draw two different values: assign it to a variable in a state before.".to_owned()
            }
            Reason::UnknownComparator => "The rule has no comparator that the language knows.".to_owned(),
        }
    }

    fn convert_note(&self, note: Note) -> &'static str {
        match note {
            Note::MissingIsLeftOut => {
                "A path that finds nothing made the state fail. Inside an object, a list or a text it is now left out."
            }
            Note::MissingIsFalse => {
                "A rule whose path finds nothing made the execution fail. Now the comparison is false."
            }
            Note::ErrorIsCaught => {
                "A path that finds nothing ended the whole execution. Now it is States.QueryEvaluationError, which a Retry or Catch of this state or of one around it can take."
            }
            Note::ErrorsRenamed => {
                "Paths and functions that fail now do so with States.QueryEvaluationError, which was added to the list."
            }
            Note::NumbersAsText => {
                "JSONata has one kind of number: 1.0 is written as 1, and integers above 2⁵³ are not exact."
            }
            Note::ObjectsAsText => "An object or list in a text is written as JSON now. States.Format wrote {a=1}.",
            Note::NotRounded => "The numbers are no longer rounded to integers first. With integers nothing changes.",
            Note::TextStaysText => {
                "States.JsonToString puts quotes around a value that is a text; $string leaves it as it is."
            }
            Note::BlankIsNoJson => "A blank text gave null. $parse fails on it.",
            Note::Base64BeyondLatin => {
                "Letters beyond Western European ones may be encoded differently by JSONata's Base64 functions."
            }
            Note::WildcardOfList => {
                "[*] is taken as the items of a list. On an object it gave the values of its fields."
            }
            Note::ListsAreJoined => {
                "Lists inside lists are joined into one, and a single value counts as a list of one. The path skipped such values."
            }
            Note::SingleIsList => {
                "A position such as [0] failed on a value that is no list. Now such a value counts as a list of one."
            }
            Note::NumbersAreNumbers => {
                "A text such as \"2\" was taken for the number, and 2.0 failed. JSONata takes a number only, and 2.0 is 2."
            }
            Note::FilterComparesStrictly => {
                "The filter took 1 and '1' for the same, and failed where a number met a word. JSONata keeps numbers, texts and true apart."
            }
            Note::MergesObjects => {
                "The result goes into an object inside the input. Where that object is null, this fails now; where it is a list, its objects are joined."
            }
            Note::OtherRandomNumbers => "The numbers come from the same range but from another generator.",
        }
    }
}
