//! What holds for every run: numbering, determinism, going back, saving and restoring.

use super::case::{Run, cases, folders};
use pasos::asl::Document;
use pasos::sim::{self, Environment, Execution, HistoryEvent, Program, StartOptions, Status};
use proptest::prelude::*;
use serde_json::{Value, json};
use std::fs;

fn restored(execution: &Execution) -> Execution {
    serde_json::from_str(&serde_json::to_string(execution).unwrap()).unwrap()
}

/// Ids count from 1, each event hangs on an earlier one, and time does not go back.
pub(crate) fn assert_is_numbered(history: &[HistoryEvent], name: &str) {
    for (index, event) in history.iter().enumerate() {
        assert_eq!(event.id, index as u64 + 1, "{name}");
        assert!(event.previous_event_id < event.id, "{name}");
        assert!(index == 0 || event.timestamp >= history[index - 1].timestamp, "{name}: time goes back");
    }
}

#[test]
fn ids_are_numbered_and_every_event_hangs_on_an_earlier_one() {
    for case in cases() {
        let run = case.run(|_, execution| execution);
        run.histories().for_each(|history| assert_is_numbered(history, &case.name));
    }
}

#[test]
fn every_execution_that_was_started_ends() {
    for case in cases() {
        for child in case.run(|_, execution| execution).children {
            assert_ne!(child.status, Status::Running, "{}: {}", case.name, child.arn);
        }
    }
}

#[test]
fn the_same_seed_gives_the_same_run() {
    for case in cases() {
        let runs = [(); 2].map(|()| case.run(|_, execution| execution).trace());
        assert_eq!(runs[0], runs[1], "{}", case.name);
    }
}

/// A trace without the ids that services, executions and Map Runs get.
fn without_ids(run: &Run) -> String {
    let patterns = [
        "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}",
        "Root=1-[0-9a-f-]+;Parent=[0-9a-f]+",
        "[0-9a-f]{32}",
        "[0-9A-Z]{16,52}",
    ];
    patterns.iter().fold(run.trace(), |trace, pattern| {
        regex_lite::Regex::new(pattern).unwrap().replace_all(&trace, "<id>").into_owned()
    })
}

#[test]
fn another_seed_changes_ids_and_what_a_definition_draws_only() {
    for case in cases() {
        let run = |seed| {
            let mut run = Run::of(case.start(seed));
            run.go_on(&case.program, &case.environment, |_, execution| execution);
            run
        };
        let (first, second) = (run(1), run(2));
        assert_ne!(first.execution.arn(), second.execution.arn(), "{}", case.name);
        let draws = ["jitter", "random"].iter().any(|word| case.name.contains(word));
        assert_eq!(without_ids(&first) != without_ids(&second), draws, "{}", case.name);
    }
}

#[test]
fn going_back_to_any_step_and_on_again_gives_the_same_run() {
    for case in cases() {
        let mut timeline = vec![Run::of(case.start(0))];
        while let Some(last) = timeline.last().filter(|last| last.execution.status() == Status::Running) {
            let mut next = last.clone();
            next.add(sim::step(&case.program, last.execution.clone(), &case.environment));
            timeline.push(next);
        }
        let straight = timeline.last().unwrap().trace();
        for back in timeline {
            let mut run = Run { execution: restored(&back.execution), ..back };
            run.go_on(&case.program, &case.environment, |_, execution| execution);
            assert_eq!(run.trace(), straight, "{}", case.name);
        }
    }
}

#[test]
fn a_run_that_is_saved_and_restored_at_every_step_ends_the_same() {
    for case in cases() {
        let straight = case.run(|_, execution| execution).trace();
        let saved = case.run(|number, execution| {
            let again = restored(&execution);
            let same = serde_json::to_string(&again).unwrap() == serde_json::to_string(&execution).unwrap();
            assert!(same, "{}: step {number} is saved differently the second time", case.name);
            again
        });
        assert_eq!(straight, saved.trace(), "{}", case.name);
    }
}

#[test]
fn an_execution_that_has_ended_stays_as_it_is() {
    for case in cases() {
        let end = case.run(|_, execution| execution).execution;
        let again = sim::step(&case.program, end.clone(), &case.environment);
        assert!(again.events.is_empty() && again.child_steps.is_empty(), "{}", case.name);
        assert_eq!(again.next.status(), end.status(), "{}", case.name);
    }
}

#[test]
fn long_runs_and_wide_maps_end_without_a_stack_overflow() {
    let run = |definition: Value, input: Value| {
        let program = Program::compile(&Document::new(definition.to_string())).unwrap();
        let mut execution = sim::start(&program, StartOptions { input, ..StartOptions::default() }).next;
        while execution.status() == Status::Running {
            execution = sim::step(&program, execution, &Environment::default()).next;
        }
        execution
    };
    let states: serde_json::Map<String, Value> = (0..1000)
        .map(|n| {
            let next = if n == 999 {
                json!({"Type": "Pass", "End": true})
            } else {
                json!({"Type": "Pass", "Next": format!("S{}", n + 1)})
            };
            (format!("S{n}"), next)
        })
        .collect();
    assert_eq!(run(json!({"StartAt": "S0", "States": states}), json!({})).status(), Status::Succeeded);
    let inner =
        json!({"ProcessorConfig": {"Mode": "INLINE"}, "StartAt": "I", "States": {"I": {"Type": "Pass", "End": true}}});
    let map = json!({"StartAt": "M", "States": {"M": {"Type": "Map", "ItemProcessor": inner, "End": true}}});
    let items: Vec<u32> = (0..3000).collect();
    assert_eq!(run(map.clone(), json!(items)).output(), Some(&json!(items)));
    let items: Vec<u32> = (0..10_000).collect();
    let end = run(map, json!(items));
    assert_eq!((end.status(), end.error()), (Status::Failed, Some("States.Runtime")), "25,000 events are the limit");
}

proptest! {
    #[test]
    fn any_definition_runs_or_is_refused(case in 0_usize..1000, cut in 0_usize..600, insert in r#"[\[\]{}:,"a1$]{0,3}"#, remove in 0_usize..4) {
        let folders = folders();
        let text = fs::read_to_string(folders[case % folders.len()].join("definition.asl.json")).unwrap();
        let cut = (0..=cut.min(text.len())).rev().find(|at| text.is_char_boundary(*at)).unwrap();
        let end = (cut + remove..=text.len()).find(|at| text.is_char_boundary(*at)).unwrap_or(text.len());
        let mutated = format!("{}{insert}{}", &text[..cut], &text[end..]);
        if let Ok(program) = Program::compile(&Document::new(mutated)) {
            let mut execution = sim::start(&program, StartOptions::default()).next;
            for _ in 0..200 {
                execution = sim::step(&program, execution, &Environment::default()).next;
            }
        }
    }
}
