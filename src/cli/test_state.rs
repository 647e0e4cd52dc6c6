//! `pasos test-state`: one state by itself, as AWS's `TestState` runs it.

use super::output::print_line;
use super::read_json;
use crate::test_state::test_state;
use clap::Args;
use serde_json::json;
use std::path::PathBuf;
use std::process::ExitCode;

/// Options of `pasos test-state`.
#[derive(Debug, Args)]
pub(super) struct TestState {
    /// A TestState request, a JSON file
    #[arg(long)]
    request: PathBuf,
    /// What the service answers where the request has no mock, a JSON file
    #[arg(long)]
    task_result: Option<PathBuf>,
}

impl TestState {
    pub(super) fn execute(self) -> Result<ExitCode, String> {
        let request = read_json(&self.request)?;
        let task_result = self.task_result.as_deref().map(read_json).transpose()?;
        match test_state(&request, task_result) {
            Ok(answer) => {
                print_line(answer);
                Ok(ExitCode::SUCCESS)
            }
            Err(refusal) => {
                print_line(json!({ "exception": refusal.exception, "message": refusal.message }));
                Ok(ExitCode::from(1))
            }
        }
    }
}
