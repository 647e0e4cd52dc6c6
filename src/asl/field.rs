//! The fields of the machine, of every state type and of their parts: which there are, in which query language, and of
//! which JSON type (specification, tables of state fields; developer guide, one page per state).

use super::{QueryLanguage, ScopeRole, StateType};

/// What a field's value must be. In the JSONata language a text `{% … %}` may stand for those that
/// [take one](Kind::takes_expression).
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Kind {
    /// Any text.
    Text,
    /// One of some words.
    OneOf(&'static [&'static str]),
    /// The name of a state.
    StateName,
    /// A path.
    Path,
    /// A path, or `null`, which means nothing.
    PathOrNull,
    /// An integer of a range.
    Integer(i64, i64),
    /// A number of a range.
    Number(f64, f64),
    /// `true` or `false`.
    Boolean,
    /// An object as it is written.
    Object,
    /// An object that may be worked out.
    Template,
    /// A list as it is written.
    Array,
    /// A list of texts, at least one.
    Texts,
    /// A list, or an object whose members are the items, that may be worked out.
    Items,
    /// Anything.
    Any,
}

impl Kind {
    /// Whether an expression of JSONata may stand for the value (developer guide, "Transforming data with JSONata";
    /// language service of AWS 1.16.1): not for names, nor for what has to be known before the machine runs.
    pub fn takes_expression(self) -> bool {
        use Kind::{Any, Integer, Items, Number, Template, Text};
        matches!(self, Text | Integer(..) | Number(..) | Template | Items | Any)
    }
}

/// Where a form shows a field; the names are those of AWS's own designer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Group {
    /// What the state is and does.
    Configuration,
    /// What is sent.
    Arguments,
    /// What of the input counts.
    Input,
    /// What becomes of the result.
    Output,
    /// What is remembered.
    Variables,
    /// What happens on errors.
    ErrorHandling,
}

/// One field.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Field {
    /// As it is written.
    pub name: &'static str,
    /// Its only query language; none for both.
    pub language: Option<QueryLanguage>,
    /// What it must be.
    pub kind: Kind,
    /// Where a form shows it.
    pub group: Group,
}

pub(super) const P: Option<QueryLanguage> = Some(QueryLanguage::JSONPath);
pub(super) const J: Option<QueryLanguage> = Some(QueryLanguage::JSONata);
pub(super) const MAX: i64 = 99_999_999;

pub(super) const fn field(name: &'static str, language: Option<QueryLanguage>, kind: Kind, group: Group) -> Field {
    Field { name, language, kind, group }
}

use Group::{Arguments, Configuration, ErrorHandling, Input, Output, Variables};
use Kind::{Any, Array, Boolean, Integer, Items, Number, Object, OneOf, Path, PathOrNull, StateName, Template, Text};

/// The machine itself.
pub static MACHINE: [Field; 6] = [
    field("Comment", None, Text, Configuration),
    field("StartAt", None, StateName, Configuration),
    field("QueryLanguage", None, Text, Configuration),
    // Measured: AWS takes 0 for the machine, and for a retrier's interval.
    field("TimeoutSeconds", None, Integer(0, MAX), Configuration),
    field("Version", None, Text, Configuration),
    field("States", None, Object, Configuration),
];

/// A branch of a Parallel state.
pub static BRANCH: [Field; 3] = [
    field("Comment", None, Text, Configuration),
    field("StartAt", None, StateName, Configuration),
    field("States", None, Object, Configuration),
];

/// The `ItemProcessor` of a Map state.
pub static ITEM_PROCESSOR: [Field; 4] = [
    field("Comment", None, Text, Configuration),
    field("ProcessorConfig", None, Object, Configuration),
    field("StartAt", None, StateName, Configuration),
    field("States", None, Object, Configuration),
];

/// An entry of `Retry`.
pub static RETRIER: [Field; 7] = [
    field("ErrorEquals", None, Array, ErrorHandling),
    field("IntervalSeconds", None, Integer(0, MAX), ErrorHandling),
    field("MaxAttempts", None, Integer(0, MAX), ErrorHandling),
    field("BackoffRate", None, Number(1.0, f64::MAX), ErrorHandling),
    field("MaxDelaySeconds", None, Integer(1, 31_622_400), ErrorHandling),
    field("JitterStrategy", None, OneOf(&["FULL", "NONE"]), ErrorHandling),
    field("Comment", None, Text, ErrorHandling),
];

/// An entry of `Catch`.
pub static CATCHER: [Field; 6] = [
    field("ErrorEquals", None, Array, ErrorHandling),
    field("Next", None, StateName, ErrorHandling),
    field("ResultPath", P, PathOrNull, ErrorHandling),
    field("Output", J, Any, ErrorHandling),
    field("Assign", None, Object, ErrorHandling),
    field("Comment", None, Text, ErrorHandling),
];

/// A rule of a Choice state, apart from the comparators.
pub static CHOICE_RULE: [Field; 9] = [
    field("Variable", P, Path, Configuration),
    field("And", P, Array, Configuration),
    field("Or", P, Array, Configuration),
    field("Not", P, Object, Configuration),
    field("Condition", J, Any, Configuration),
    field("Next", None, StateName, Configuration),
    field("Assign", None, Object, Variables),
    field("Output", J, Any, Output),
    field("Comment", None, Text, Configuration),
];

const TYPE: Field = field("Type", None, Text, Configuration);
const COMMENT: Field = field("Comment", None, Text, Configuration);
const QUERY_LANGUAGE: Field = field("QueryLanguage", None, Text, Configuration);
const NEXT: Field = field("Next", None, StateName, Configuration);
const END: Field = field("End", None, Boolean, Configuration);
const INPUT_PATH: Field = field("InputPath", P, PathOrNull, Input);
const OUTPUT_PATH: Field = field("OutputPath", P, PathOrNull, Output);
const OUTPUT: Field = field("Output", J, Any, Output);
const ASSIGN: Field = field("Assign", None, Object, Variables);
const PARAMETERS: Field = field("Parameters", P, Any, Arguments);
// The specification leaves the type open; calls of services are looked at by the rules for parameters.
const ARGUMENTS: Field = field("Arguments", J, Any, Arguments);
const RESULT_SELECTOR: Field = field("ResultSelector", P, Object, Output);
const RESULT_PATH: Field = field("ResultPath", P, PathOrNull, Output);
const RETRY: Field = field("Retry", None, Array, ErrorHandling);
const CATCH: Field = field("Catch", None, Array, ErrorHandling);

static TASK: [Field; 22] = [
    TYPE,
    COMMENT,
    QUERY_LANGUAGE,
    field("Resource", None, Text, Configuration),
    field("TimeoutSeconds", None, Integer(1, MAX), Configuration),
    field("TimeoutSecondsPath", P, Path, Configuration),
    field("HeartbeatSeconds", None, Integer(1, MAX), Configuration),
    field("HeartbeatSecondsPath", P, Path, Configuration),
    field("Credentials", None, Template, Configuration),
    field("RateControl", None, Template, Configuration),
    NEXT,
    END,
    PARAMETERS,
    ARGUMENTS,
    INPUT_PATH,
    RESULT_SELECTOR,
    RESULT_PATH,
    OUTPUT_PATH,
    OUTPUT,
    ASSIGN,
    RETRY,
    CATCH,
];

static PARALLEL: [Field; 16] = [
    TYPE,
    COMMENT,
    QUERY_LANGUAGE,
    field("Branches", None, Array, Configuration),
    NEXT,
    END,
    PARAMETERS,
    ARGUMENTS,
    INPUT_PATH,
    RESULT_SELECTOR,
    RESULT_PATH,
    OUTPUT_PATH,
    OUTPUT,
    ASSIGN,
    RETRY,
    CATCH,
];

static MAP: [Field; 29] = [
    TYPE,
    COMMENT,
    QUERY_LANGUAGE,
    field("ItemProcessor", None, Object, Configuration),
    field("Iterator", None, Object, Configuration),
    field("MaxConcurrency", None, Integer(0, MAX), Configuration),
    field("MaxConcurrencyPath", P, Path, Configuration),
    field("ToleratedFailureCount", None, Integer(0, i64::MAX), Configuration),
    field("ToleratedFailureCountPath", P, Path, Configuration),
    // AWS bounds the share and leaves the other numbers open (measured).
    field("ToleratedFailurePercentage", None, Number(0.0, 100.0), Configuration),
    field("ToleratedFailurePercentagePath", P, Path, Configuration),
    field("Label", None, Text, Configuration),
    NEXT,
    END,
    field("ItemReader", None, Object, Input),
    field("ItemsPath", P, Path, Input),
    // Items are a list or, each with its name, an object (developer guide, "Items").
    field("Items", J, Items, Input),
    field("ItemSelector", None, Any, Input),
    field("ItemBatcher", None, Object, Input),
    PARAMETERS,
    INPUT_PATH,
    field("ResultWriter", None, Object, Output),
    RESULT_SELECTOR,
    RESULT_PATH,
    OUTPUT_PATH,
    OUTPUT,
    ASSIGN,
    RETRY,
    CATCH,
];

static PASS: [Field; 12] = [
    TYPE,
    COMMENT,
    QUERY_LANGUAGE,
    field("Result", P, Any, Output),
    NEXT,
    END,
    PARAMETERS,
    INPUT_PATH,
    RESULT_PATH,
    OUTPUT_PATH,
    OUTPUT,
    ASSIGN,
];

static WAIT: [Field; 13] = [
    TYPE,
    COMMENT,
    QUERY_LANGUAGE,
    field("Seconds", None, Integer(0, MAX), Configuration),
    field("Timestamp", None, Text, Configuration),
    field("SecondsPath", P, Path, Configuration),
    field("TimestampPath", P, Path, Configuration),
    NEXT,
    END,
    INPUT_PATH,
    OUTPUT_PATH,
    OUTPUT,
    ASSIGN,
];

static CHOICE: [Field; 9] = [
    TYPE,
    COMMENT,
    QUERY_LANGUAGE,
    field("Choices", None, Array, Configuration),
    field("Default", None, StateName, Configuration),
    INPUT_PATH,
    OUTPUT_PATH,
    OUTPUT,
    ASSIGN,
];

static SUCCEED: [Field; 6] = [TYPE, COMMENT, QUERY_LANGUAGE, INPUT_PATH, OUTPUT_PATH, OUTPUT];

static FAIL: [Field; 7] = [
    TYPE,
    COMMENT,
    QUERY_LANGUAGE,
    field("Error", None, Text, Configuration),
    field("Cause", None, Text, Configuration),
    field("ErrorPath", P, Text, Configuration),
    field("CausePath", P, Text, Configuration),
];

/// The fields that the machine, a branch or an iterator may have.
pub fn of_scope(role: ScopeRole) -> &'static [Field] {
    match role {
        ScopeRole::Machine => &MACHINE,
        ScopeRole::Branch(_) => &BRANCH,
        ScopeRole::ItemProcessor => &ITEM_PROCESSOR,
    }
}

/// The fields that a state of a type may have.
pub fn of_state(state_type: StateType) -> &'static [Field] {
    match state_type {
        StateType::Task => &TASK,
        StateType::Parallel => &PARALLEL,
        StateType::Map => &MAP,
        StateType::Pass => &PASS,
        StateType::Wait => &WAIT,
        StateType::Choice => &CHOICE,
        StateType::Succeed => &SUCCEED,
        StateType::Fail => &FAIL,
    }
}

/// The fields without which a state of a type is not complete.
pub fn required(state_type: StateType) -> &'static [&'static str] {
    match state_type {
        StateType::Task => &["Resource"],
        StateType::Parallel => &["Branches"],
        StateType::Choice => &["Choices"],
        _ => &[],
    }
}
