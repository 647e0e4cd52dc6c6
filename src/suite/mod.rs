//! Saved test cases: runs with what they should end in.
//!
//! A test file is a JSON object: `definition` (a path beside the file), `mocks` (a `MockConfigFile.json`, optional),
//! `machines` (name: path, for `states:startExecution`, optional), `files` (a folder `bucket/key`, optional) and `cases`.
//! A case has a `name` and may have `input`, `type` (`STANDARD`, `EXPRESS`), `testCase` (a case of the mock file), `answers`
//! (a state's answers in turn, over those of the mock file), `seed` and `expect`: any of `status`, `output`, `error`,
//! `cause`, `visited` (the states that are entered, in order). Without `expect.status` a case should succeed, or fail when
//! an `error` is expected.

mod machine_name;
mod read;
mod verdict;

pub use machine_name::machine_for;
pub use read::{Case, Expectation, SuiteError, SuiteFile, Unusable, mock_file_cases, read_suite};
pub use verdict::{Difference, Verdict, run_case};
