//! What is around an execution: the answers of mocked services, the files that S3 holds, the other machines of the
//! workspace. It stays the same while an execution runs.

use super::program::Program;
use crate::mock::{Files, Mocks};
use std::collections::BTreeMap;

/// The surroundings of an execution.
#[derive(Clone, Debug, Default)]
pub struct Environment {
    /// What services answer.
    pub mocks: Mocks,
    /// What S3 holds.
    pub files: Files,
    /// Machines that `states:startExecution` can start, by name.
    pub machines: BTreeMap<String, Program>,
}

impl From<Mocks> for Environment {
    fn from(mocks: Mocks) -> Self {
        Self { mocks, ..Self::default() }
    }
}
