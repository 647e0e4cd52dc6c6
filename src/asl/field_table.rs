//! The fields of the machine, of every state type and of their parts: which there are, in which query language, and what they
//! take (specification, tables of state fields; developer guide, one page per state).

use super::field::{Alternatives, Field, Group, J, Kind, MAX, P, PathUse, field};
use super::{ScopeRole, StateType};
use Group::{Arguments, Configuration, ErrorHandling, Input, Output, Variables};
use Kind::{
    Array, Boolean, Data, Integer, Items, Number, Object, OneOf, Path, Payload, Plain, StateName, Template, Text,
    Values,
};

/// The machine itself.
pub static MACHINE: [Field; 6] = [
    field("Comment", None, Plain, Configuration),
    // In the order of AWS's message.
    field("States", None, Object, Configuration).required(),
    field("StartAt", None, StateName, Configuration).required(),
    field("QueryLanguage", None, OneOf(&["JSONPath", "JSONata"]), Configuration).or("JSONPath"),
    // Measured: AWS takes 0 for the machine, and for a retrier's interval.
    field("TimeoutSeconds", None, Integer(0, MAX), Configuration),
    field("Version", None, OneOf(&["1.0"]), Configuration).or("1.0"),
];

/// A branch of a Parallel state.
pub static BRANCH: [Field; 3] = [
    field("Comment", None, Plain, Configuration),
    field("States", None, Object, Configuration).required(),
    field("StartAt", None, StateName, Configuration).required(),
];

/// The `ItemProcessor` of a Map state.
pub static ITEM_PROCESSOR: [Field; 4] = [
    field("Comment", None, Plain, Configuration),
    field("ProcessorConfig", None, Object, Configuration),
    field("States", None, Object, Configuration).required(),
    field("StartAt", None, StateName, Configuration).required(),
];

/// An entry of `Retry`.
pub static RETRIER: [Field; 7] = [
    field("ErrorEquals", None, Array, ErrorHandling).required(),
    field("IntervalSeconds", None, Integer(0, MAX), ErrorHandling).or("1"),
    field("MaxAttempts", None, Integer(0, MAX), ErrorHandling).or("3"),
    field("BackoffRate", None, Number(1.0, f64::MAX), ErrorHandling).or("2.0"),
    field("MaxDelaySeconds", None, Integer(1, 31_622_400), ErrorHandling),
    field("JitterStrategy", None, OneOf(&["FULL", "NONE"]), ErrorHandling).or("NONE"),
    field("Comment", None, Plain, ErrorHandling),
];

/// An entry of `Catch`.
pub static CATCHER: [Field; 6] = [
    field("ErrorEquals", None, Array, ErrorHandling).required(),
    field("Next", None, StateName, ErrorHandling).required(),
    field("ResultPath", P, Path(PathUse::Result), ErrorHandling).or("$"),
    field("Output", J, Payload, ErrorHandling),
    field("Assign", None, Values, ErrorHandling),
    field("Comment", None, Plain, ErrorHandling),
];

/// A rule of a Choice state, apart from the comparators.
pub static CHOICE_RULE: [Field; 9] = [
    field("Variable", P, Path(PathUse::Reference), Configuration),
    field("And", P, Array, Configuration),
    field("Or", P, Array, Configuration),
    field("Not", P, Object, Configuration),
    field("Condition", J, Payload, Configuration),
    field("Next", None, StateName, Configuration).required(),
    field("Assign", None, Values, Variables),
    field("Output", J, Payload, Output),
    field("Comment", None, Plain, Configuration),
];

const TYPE: Field = field("Type", None, Plain, Configuration);
const COMMENT: Field = field("Comment", None, Plain, Configuration);
const QUERY_LANGUAGE: Field = field("QueryLanguage", None, OneOf(&["JSONPath", "JSONata"]), Configuration);
const NEXT: Field = field("Next", None, StateName, Configuration);
const END: Field = field("End", None, Boolean, Configuration);
const INPUT_PATH: Field = field("InputPath", P, Path(PathUse::Filter), Input).or("$");
const OUTPUT_PATH: Field = field("OutputPath", P, Path(PathUse::Filter), Output).or("$");
const OUTPUT: Field = field("Output", J, Payload, Output);
const ASSIGN: Field = field("Assign", None, Values, Variables);
const PARAMETERS: Field = field("Parameters", P, Payload, Arguments);
// The specification leaves the type open; calls of services are looked at by the rules for parameters.
const ARGUMENTS: Field = field("Arguments", J, Payload, Arguments);
const RESULT_SELECTOR: Field = field("ResultSelector", P, Values, Output);
const RESULT_PATH: Field = field("ResultPath", P, Path(PathUse::Result), Output).or("$");
const RETRY: Field = field("Retry", None, Array, ErrorHandling);
const CATCH: Field = field("Catch", None, Array, ErrorHandling);

static TASK: [Field; 22] = [
    TYPE,
    COMMENT,
    QUERY_LANGUAGE,
    field("Resource", None, Plain, Configuration).required(),
    field("TimeoutSeconds", None, Integer(1, MAX), Configuration).or("99999999"),
    field("TimeoutSecondsPath", P, Path(PathUse::Reference), Configuration),
    field("HeartbeatSeconds", None, Integer(1, MAX), Configuration),
    field("HeartbeatSecondsPath", P, Path(PathUse::Reference), Configuration),
    field("Credentials", None, Template, Configuration),
    field("RateControl", None, Data, Configuration),
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
    field("Branches", None, Array, Configuration).required(),
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
    field("ItemProcessor", None, Object, Configuration).required(),
    field("Iterator", None, Object, Configuration),
    field("MaxConcurrency", None, Integer(0, MAX), Configuration).or("0"),
    field("MaxConcurrencyPath", P, Path(PathUse::Data), Configuration),
    field("ToleratedFailureCount", None, Integer(0, i64::MAX), Configuration).or("0"),
    field("ToleratedFailureCountPath", P, Path(PathUse::Data), Configuration),
    // AWS bounds the share and leaves the other numbers open (measured).
    field("ToleratedFailurePercentage", None, Number(0.0, 100.0), Configuration).or("0"),
    field("ToleratedFailurePercentagePath", P, Path(PathUse::Data), Configuration),
    field("Label", None, Plain, Configuration),
    NEXT,
    END,
    field("ItemReader", None, Object, Input),
    field("ItemsPath", P, Path(PathUse::Reference), Input).or("$"),
    // Items are a list or, each with its name, an object (developer guide, "Items").
    field("Items", J, Items, Input).or("$states.input"),
    field("ItemSelector", None, Payload, Input),
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
    field("Result", P, Data, Output),
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
    field("SecondsPath", P, Path(PathUse::Reference), Configuration),
    field("TimestampPath", P, Path(PathUse::Reference), Configuration),
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
    field("Choices", None, Array, Configuration).required(),
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
    field("ErrorPath", P, Path(PathUse::Text), Configuration),
    field("CausePath", P, Path(PathUse::Text), Configuration),
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

const fn only(fields: &'static [&'static str]) -> Alternatives {
    Alternatives { fields, needs_one: false }
}

/// The fields of a state that exclude each other.
pub fn alternatives(state_type: StateType) -> &'static [Alternatives] {
    match state_type {
        StateType::Task => {
            const { &[only(&["TimeoutSeconds", "TimeoutSecondsPath"]), only(&["HeartbeatSeconds", "HeartbeatSecondsPath"])] }
        }
        StateType::Map => {
            const {
                &[
                    only(&["ItemProcessor", "Iterator"]),
                    only(&["MaxConcurrency", "MaxConcurrencyPath"]),
                    only(&["ToleratedFailureCount", "ToleratedFailureCountPath"]),
                    only(&["ToleratedFailurePercentage", "ToleratedFailurePercentagePath"]),
                    only(&["ItemSelector", "Parameters"]),
                    only(&["Items", "ItemReader"]),
                ]
            }
        }
        StateType::Wait => {
            &[Alternatives { fields: &["Seconds", "Timestamp", "SecondsPath", "TimestampPath"], needs_one: true }]
        }
        StateType::Fail => const { &[only(&["Error", "ErrorPath"]), only(&["Cause", "CausePath"])] },
        StateType::Choice | StateType::Parallel | StateType::Pass | StateType::Succeed => &[],
    }
}
