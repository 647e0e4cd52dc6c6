//! What is around an execution: the answers of mocked services, the files that S3 holds, the other machines of the
//! workspace. It stays the same while an execution runs.

use super::item_reader::DataFiles;
use super::program::Program;
use crate::mock::{Files, Mocks};
use crate::services::Services;
use serde_json::Value;
use std::collections::BTreeMap;

/// The surroundings of an execution.
#[derive(Clone, Debug, Default)]
pub struct Environment {
    /// What services answer.
    pub mocks: Mocks,
    /// What S3 holds.
    pub files: Files,
    /// What was read ahead of those files that this build cannot read itself (features `engine` and `ui`).
    pub data_files: DataFiles,
    /// Machines that `states:startExecution` can start, by name.
    pub machines: BTreeMap<String, Machine>,
    /// Whether a person is there to send task tokens back: tasks with `.waitForTaskToken` and activities that are not
    /// mocked then wait for them. Otherwise a simulated worker answers at once.
    pub is_interactive: bool,
    /// What is known of the services.
    pub services: Services,
    /// The context object, where it is given: for the test of a single state.
    pub context: Option<Value>,
}

/// Another machine of the workspace.
#[derive(Clone, Debug)]
pub struct Machine {
    /// The machine.
    pub program: Program,
    /// What its services answer.
    pub mocks: Mocks,
}

impl From<Mocks> for Environment {
    fn from(mocks: Mocks) -> Self {
        Self { mocks, ..Self::default() }
    }
}
