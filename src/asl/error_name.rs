//! The error names that the language reserves (specification, appendix A; developer guide, "Handling errors").

/// Matches every error that may be caught.
pub const ALL: &str = "States.ALL";
/// A branch of a Parallel state failed.
pub const BRANCH_FAILED: &str = "States.BranchFailed";
/// A payload, result or history grew past its quota.
pub const DATA_LIMIT_EXCEEDED: &str = "States.DataLimitExceeded";
/// More items of a Map state failed than it tolerates.
pub const EXCEED_TOLERATED_FAILURE_THRESHOLD: &str = "States.ExceedToleratedFailureThreshold";
/// A task did not send its heartbeat in time.
pub const HEARTBEAT_TIMEOUT: &str = "States.HeartbeatTimeout";
/// An intrinsic function failed.
pub const INTRINSIC_FAILURE: &str = "States.IntrinsicFailure";
/// The items of a Map state could not be read.
pub const ITEM_READER_FAILED: &str = "States.ItemReaderFailed";
/// No rule of a Choice state matched and it has no default.
pub const NO_CHOICE_MATCHED: &str = "States.NoChoiceMatched";
/// A path in `Parameters` or another template found nothing.
pub const PARAMETER_PATH_FAILURE: &str = "States.ParameterPathFailure";
/// The role lacks a right.
pub const PERMISSIONS: &str = "States.Permissions";
/// A JSONata expression failed.
pub const QUERY_EVALUATION_ERROR: &str = "States.QueryEvaluationError";
/// `ResultPath` could not be applied.
pub const RESULT_PATH_MATCH_FAILURE: &str = "States.ResultPathMatchFailure";
/// The results of a Map state could not be written.
pub const RESULT_WRITER_FAILED: &str = "States.ResultWriterFailed";
/// An error of the execution itself; never retried, never caught.
pub const RUNTIME: &str = "States.Runtime";
/// Matches every error of a task but a timeout.
pub const TASK_FAILED: &str = "States.TaskFailed";
/// A state or the machine ran longer than its `TimeoutSeconds`.
pub const TIMEOUT: &str = "States.Timeout";
