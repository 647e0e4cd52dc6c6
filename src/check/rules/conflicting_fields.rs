//! Fields of which only one may be there, or one must be.

use crate::asl::StateType;
use crate::check::Problem;
use crate::check::context::Context;

/// Pairs that exclude each other.
const PAIRS: [(StateType, &str, &str); 10] = [
    (StateType::Task, "TimeoutSeconds", "TimeoutSecondsPath"),
    (StateType::Task, "HeartbeatSeconds", "HeartbeatSecondsPath"),
    (StateType::Map, "ItemProcessor", "Iterator"),
    (StateType::Map, "MaxConcurrency", "MaxConcurrencyPath"),
    (StateType::Map, "ToleratedFailureCount", "ToleratedFailureCountPath"),
    (StateType::Map, "ToleratedFailurePercentage", "ToleratedFailurePercentagePath"),
    (StateType::Map, "ItemSelector", "Parameters"),
    (StateType::Fail, "Error", "ErrorPath"),
    (StateType::Fail, "Cause", "CausePath"),
    (StateType::Map, "Items", "ItemReader"),
];

const DURATIONS: [&str; 4] = ["Seconds", "Timestamp", "SecondsPath", "TimestampPath"];

pub(in crate::check) fn check(context: &mut Context<'_>) {
    let tree = context.tree();
    for (id, state) in context.machine().states() {
        for (state_type, first, second) in PAIRS {
            if state.state_type == Some(state_type)
                && tree.get(state.node, first).is_some()
                && tree.get(state.node, second).is_some()
            {
                let problem = Problem::Both { first: first.to_owned(), second: second.to_owned() };
                context.report_field(problem, state.node, second, Some(id));
            }
        }
        if state.state_type == Some(StateType::Wait) {
            let present: Vec<&str> =
                DURATIONS.into_iter().filter(|field| tree.get(state.node, field).is_some()).collect();
            match present[..] {
                [] => {
                    let fields = DURATIONS.iter().map(|field| (*field).to_owned()).collect();
                    context.report_state(Problem::OneOfNeeded { fields }, id);
                }
                [_] => {}
                [first, second, ..] => {
                    let problem = Problem::Both { first: first.to_owned(), second: second.to_owned() };
                    context.report_field(problem, state.node, second, Some(id));
                }
            }
        }
    }
}
