//! Redrives: an execution that failed goes on from where it failed.

use super::case::{Case, Run, cases};
use super::properties::assert_is_numbered;
use pasos::mock::{Answer, Sequence};
use pasos::sim::{self, Environment, ExecutionType, Status};
use serde_json::json;

fn is_failed(run: &Run) -> bool {
    matches!(run.execution.status(), Status::Failed | Status::TimedOut)
}

fn redrive(case: &Case, run: &mut Run, environment: &Environment) {
    run.add(sim::redrive(&case.program, run.execution.clone(), environment));
    run.go_on(&case.program, environment, |_, execution| execution);
}

fn types(run: &Run) -> Vec<String> {
    run.events.iter().map(|event| event.to_json()["type"].as_str().unwrap().to_owned()).collect()
}

#[test]
fn every_standard_execution_that_failed_can_be_redriven_twice() {
    let mut n_redriven = 0;
    for case in cases() {
        let mut run = case.run(|_, execution| execution);
        if case.execution_type != ExecutionType::Standard || !is_failed(&run) {
            continue;
        }
        for redrive_number in 1..=2 {
            if !is_failed(&run) {
                break;
            }
            assert!(run.execution.can_redrive(), "{}", case.name);
            let last = run.events.len();
            redrive(&case, &mut run, &case.environment);
            assert_ne!(run.execution.status(), Status::Running, "{}", case.name);
            let redriven = run.events[last].to_json();
            assert_eq!(redriven["type"], "ExecutionRedriven", "{}", case.name);
            let details = &redriven["executionRedrivenEventDetails"];
            assert_eq!(details["redriveCount"], redrive_number, "{}", case.name);
            run.histories().for_each(|history| assert_is_numbered(history, &case.name));
            n_redriven += 1;
        }
    }
    assert!(n_redriven > 40, "only {n_redriven} redrives");
}

#[test]
fn others_stay_as_they_are() {
    for case in cases() {
        let mut run = case.run(|_, execution| execution);
        if case.execution_type == ExecutionType::Standard && is_failed(&run) {
            continue;
        }
        let (status, n_events) = (run.execution.status(), run.events.len());
        redrive(&case, &mut run, &case.environment);
        assert_eq!((run.execution.status(), run.events.len()), (status, n_events), "{}", case.name);
    }
}

/// Runs a case that fails, mends its mock, and redrives it.
fn mended(name: &str, mocked: &str) -> Run {
    let mut case = cases().into_iter().find(|case| case.name == name).unwrap();
    let mut run = case.run(|_, execution| execution);
    assert_eq!(run.execution.status(), Status::Failed);
    let answer = Answer::of(json!("mended"));
    case.environment.mocks.states.insert(mocked.to_owned(), Sequence::always(answer));
    let environment = case.environment.clone();
    redrive(&case, &mut run, &environment);
    run.histories().for_each(|history| assert_is_numbered(history, name));
    run
}

fn count(run: &Run, event_type: &str) -> usize {
    types(run).iter().filter(|found| *found == event_type).count()
}

#[test]
fn a_task_is_scheduled_again() {
    let run = mended("activity-fails", "Review");
    assert_eq!(run.execution.output(), Some(&json!("mended")));
    assert_eq!((count(&run, "TaskStateEntered"), count(&run, "ActivityScheduled")), (1, 2));
}

#[test]
fn a_parallel_state_runs_its_failed_branch_again_and_no_other() {
    let run = mended("parallel-jsonpath-error", "One");
    assert_eq!(run.execution.output(), Some(&json!(["mended", 2])));
    assert_eq!((count(&run, "ParallelStateEntered"), count(&run, "LambdaFunctionScheduled")), (1, 2));
}

#[test]
fn an_inline_map_keeps_the_iterations_that_succeeded() {
    let run = mended("map-inline-jsonpath-error", "Price");
    assert_eq!(run.execution.output(), Some(&json!([1, "mended"])));
    assert_eq!((count(&run, "MapStateEntered"), count(&run, "LambdaFunctionScheduled")), (1, 3));
}

#[test]
fn a_map_run_redrives_its_failed_children_alone() {
    let run = mended("map-distributed-jsonpath-error", "Price");
    assert_eq!(run.execution.output(), Some(&json!([1, "mended"])));
    assert_eq!((count(&run, "MapRunStarted"), count(&run, "MapRunRedriven")), (1, 1));
    let scheduled = |history: &[sim::HistoryEvent]| {
        history.iter().filter(|event| event.to_json()["type"] == "LambdaFunctionScheduled").count()
    };
    let by_child: Vec<usize> = run.children.iter().map(|child| scheduled(&child.events)).collect();
    assert_eq!(by_child, [1, 2], "the first child had succeeded");
}
