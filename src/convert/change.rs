//! What a conversion gives: edits, and what they mean for people.

use super::Obstacle;
use crate::asl::StateId;
use crate::text::Edits;
use serde::{Deserialize, Serialize};

/// A conversion that can be carried out.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Conversion {
    /// What changes in the text; nothing where an obstacle stands in the way of the whole.
    pub edits: Edits,
    /// What changes, field by field; the states in the order of the text.
    pub changes: Vec<Change>,
    /// What cannot be converted; the states that they name stay in JSONPath.
    pub obstacles: Vec<Obstacle>,
    /// How many states are converted.
    pub n_converted: usize,
}

impl Conversion {
    /// Whether nothing stands in the way.
    pub fn is_whole(&self) -> bool {
        self.obstacles.is_empty()
    }
}

/// What becomes of a path that finds nothing inside an expression, where JSONPath fails.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Missing {
    /// It is left out, and a rule does not match: as people write JSONata. Notes say where.
    #[default]
    IsLeftOut,
    /// It fails as it did: the expressions ask first, with `$assert`.
    Fails,
}

/// One field that changes.
#[derive(Clone, Debug, PartialEq)]
pub struct Change {
    /// The state; none for the machine itself.
    pub state: Option<StateId>,
    /// The state's name; empty for the machine itself.
    pub name: String,
    /// The field that comes: `Arguments`, `Catch[0].Output`.
    pub field: String,
    /// The members that go, as JSON text, one a line; empty when a field is new.
    pub before: String,
    /// The member that comes, as JSON text; empty when a field only goes.
    pub after: String,
    /// Where the meaning may differ, in the order of [`Note`].
    pub notes: Vec<Note>,
}

/// A corner in which the new field may not mean what the old one meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Note {
    /// A path that finds nothing made the state fail; inside an object, a list or a text it is now left out.
    MissingIsLeftOut,
    /// A rule whose path finds nothing made the state fail; now it does not match.
    MissingIsFalse,
    /// A path that finds nothing ended the execution; now it is an error that this state's `Retry` or `Catch` takes.
    ErrorIsCaught,
    /// The errors of JSONPath and of the intrinsic functions are one error now, which the list names beside them.
    ErrorsRenamed,
    /// JSONata has one kind of number: `1.0` becomes `1`, and integers above 2⁵³ are not exact.
    NumbersAsText,
    /// In a text an object or a list is written as JSON, where `States.Format` writes `{a=1}`.
    ObjectsAsText,
    /// Fractions are no longer rounded before they are added or counted.
    NotRounded,
    /// A text given to `States.JsonToString` gets quotes; `$string` leaves it as it is.
    TextStaysText,
    /// A blank text is `null` for `States.StringToJson`, and an error for `$parse`.
    BlankIsNoJson,
    /// Characters beyond Latin-1 are encoded otherwise by `$base64encode` and `$base64decode`.
    Base64BeyondLatin,
    /// `[*]` is taken as the items of a list; on an object it stood for the values of its fields.
    WildcardOfList,
    /// Lists inside lists are joined, and behind a `[*]` a value that is no list counts as a list of one.
    ListsAreJoined,
    /// A position in a value that is no list found nothing; now the value counts as a list of one.
    SingleIsList,
    /// In a filter a number and a text that spells it were the same, any other text was `false`, and a word beside a number
    /// made the state fail.
    FilterComparesStrictly,
    /// A text that spells a number was taken for it, and `2.0` was none; JSONata takes numbers only, and `2.0` is 2.
    NumbersAreNumbers,
    /// The result is put into an object that lies deeper in the input. Where `null` is on the way, that is an error now;
    /// where a list is, its objects are joined into one, which was an error.
    MergesObjects,
    /// The random numbers are others, of the same range.
    OtherRandomNumbers,
}

impl Note {
    /// All notes, in the order in which they are told.
    pub const ALL: [Self; 17] = [
        Self::MissingIsLeftOut,
        Self::MissingIsFalse,
        Self::ErrorIsCaught,
        Self::ErrorsRenamed,
        Self::NumbersAsText,
        Self::ObjectsAsText,
        Self::NotRounded,
        Self::TextStaysText,
        Self::BlankIsNoJson,
        Self::Base64BeyondLatin,
        Self::WildcardOfList,
        Self::ListsAreJoined,
        Self::SingleIsList,
        Self::FilterComparesStrictly,
        Self::NumbersAreNumbers,
        Self::MergesObjects,
        Self::OtherRandomNumbers,
    ];
}
