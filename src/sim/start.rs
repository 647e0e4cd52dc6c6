//! Making an execution of a program, with its first event.

use super::environment::Environment;
use super::execution::{Execution, Shared, StartOptions, Status};
use super::program::Program;
use super::quota;
use super::runner::{Opening, Runner, payload};
use super::step::Step;
use crate::asl::{ExecutionType, ScopeId};
use crate::expr::Random;
use crate::mock::services::Memory;
use std::collections::BTreeMap;
use std::sync::Arc;

/// How long an execution may take, in seconds (developer guide, "Quotas"): a year, or five minutes.
fn longest(execution_type: ExecutionType) -> i64 {
    match execution_type {
        ExecutionType::Standard => 31_536_000,
        ExecutionType::Express => 300,
    }
}

/// A region of a partition, for an execution of which nothing is known.
fn usual_region(partition: &str) -> &'static str {
    match partition {
        "aws-cn" => "cn-north-1",
        "aws-us-gov" => "us-gov-west-1",
        _ => "us-east-1",
    }
}

/// Makes an execution of a program, with its first event.
pub fn start(program: &Program, options: StartOptions) -> Step {
    start_scope(program, options, ScopeId::ROOT, 0)
}

/// Makes an execution of one scope of a program, inside `depth` others.
pub(super) fn start_scope(program: &Program, options: StartOptions, root: ScopeId, depth: u8) -> Step {
    let mut random = Random::new(options.seed);
    let partition = program.partition();
    let state_machine_arn = options.state_machine_arn.unwrap_or_else(|| {
        let region = usual_region(partition);
        format!("arn:{partition}:states:{region}:111111111111:stateMachine:Pasos")
    });
    let is_awaited = options.execution_type == ExecutionType::Express && options.execution_arn.is_none();
    let execution_arn = options.execution_arn.unwrap_or_else(|| match options.execution_type {
        ExecutionType::Standard => {
            format!("{}:{}", state_machine_arn.replace(":stateMachine:", ":execution:"), random.uuid())
        }
        ExecutionType::Express => {
            let machine = state_machine_arn.replace(":stateMachine:", ":express:");
            format!("{machine}:{}:{}", random.uuid(), random.uuid())
        }
    });
    let input = Arc::new(options.input);
    let role_arn = options.role_arn.unwrap_or_else(|| format!("arn:{partition}:iam::111111111111:role/Pasos"));
    let own = program.timeout_seconds.filter(|_| root == ScopeId::ROOT);
    let seconds = own.unwrap_or(i64::MAX).min(longest(options.execution_type));
    let execution = Execution {
        status: Status::Running,
        output: None,
        error: None,
        cause: None,
        clock: options.start_time,
        started_at: options.start_time,
        deadline: Some(options.start_time.saturating_add(seconds.saturating_mul(1000))),
        execution_type: options.execution_type,
        is_awaited,
        root,
        depth,
        shared: Shared { random, memory: Memory::default(), n_by_hand: 0 },
        next_event: 1,
        next_id: 0,
        instances: BTreeMap::new(),
        tokens: BTreeMap::new(),
        children: BTreeMap::new(),
        agenda: BTreeMap::new(),
        calls: BTreeMap::new(),
        input: Arc::clone(&input),
        execution_arn,
        state_machine_arn,
        role_arn: role_arn.clone(),
        redrives: 0,
        redriven_at: None,
        failed: None,
    };
    let environment = Environment::default();
    let mut runner = Runner::new(program, &environment, &environment.mocks, execution);
    let mut details = payload("input", &input);
    details.insert("roleArn".into(), role_arn.into());
    runner.event_after(0, "ExecutionStarted", details);
    if quota::is_too_large(&input) {
        runner.input_too_large();
    } else {
        // The first state hangs on no event (measured).
        runner.open_scope(Opening { scope: root, parent: None, index: 0, input, item: None, previous_event: 0 });
    }
    runner.finish()
}
