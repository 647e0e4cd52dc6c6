//! The limits that AWS sets on payloads and histories (developer guide, "Quotas").

use super::execution::Status;
use super::failure::{Failure, Kind};
use super::runner::Runner;
use super::token::Token;
use crate::asl::error_name;
use serde_json::Value;
use std::io::Write;

/// How many bytes of UTF-8 an input, an output or a result may have.
pub const MAX_PAYLOAD_BYTES: usize = 256 * 1024;

/// How many events a history may have.
pub const MAX_EVENTS: u64 = 25_000;

/// How many bytes of UTF-8 all variables of one `Assign` may have (developer guide, "Variable limits").
pub const MAX_ASSIGN_BYTES: usize = 256 * 1024;

/// Counts what is written to it, and refuses what goes beyond a limit.
struct Counter {
    left: usize,
}

impl Write for Counter {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        match self.left.checked_sub(bytes.len()) {
            Some(left) => {
                self.left = left;
                Ok(bytes.len())
            }
            None => Err(std::io::ErrorKind::StorageFull.into()),
        }
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

fn exceeds(value: &Value, bytes: usize) -> bool {
    serde_json::to_writer(Counter { left: bytes }, value).is_err()
}

/// Whether a payload is larger than AWS takes. Stops counting at the limit.
pub(super) fn is_too_large(value: &Value) -> bool {
    exceeds(value, MAX_PAYLOAD_BYTES)
}

impl Runner<'_> {
    /// A result that is too large (measured: the words name the service, or the resource of a function by its ARN).
    pub(super) fn result_too_large(&self, what: &str) -> Failure {
        let reason = format!(
            "The state/task '{what}' returned a result with a size exceeding the maximum number of bytes service limit."
        );
        Failure::new(error_name::DATA_LIMIT_EXCEEDED, reason)
    }

    /// Refuses the output of a state, given as its text, when it is too large, or its variables.
    pub(super) fn within_limits(
        &self,
        token: &Token,
        output: &str,
        assigned: &serde_json::Map<String, Value>,
    ) -> Result<(), Failure> {
        let name = &self.definition(token).name;
        if output.len() > MAX_PAYLOAD_BYTES {
            let failure = self.result_too_large(name);
            return Err(Failure { kind: Kind::Runtime, ..failure });
        }
        let mut left = MAX_ASSIGN_BYTES;
        for value in assigned.values() {
            let mut counter = Counter { left };
            if serde_json::to_writer(&mut counter, value).is_err() {
                let reason = format!("The variables assigned by the state '{name}' exceed {MAX_ASSIGN_BYTES} bytes.");
                return Err(Failure { kind: Kind::Runtime, ..Failure::new(error_name::DATA_LIMIT_EXCEEDED, reason) });
            }
            left = counter.left;
        }
        Ok(())
    }

    /// Ends an execution whose input is larger than `StartExecution` takes.
    pub(super) fn input_too_large(&mut self) {
        let cause =
            format!("The input is larger than {MAX_PAYLOAD_BYTES} bytes; AWS refuses to start such an execution.");
        self.end(Status::Failed, None, Some(error_name::DATA_LIMIT_EXCEEDED.to_owned()), Some(cause), 0);
    }

    /// Ends an execution whose history is full: event 25,000 is its last (measured).
    pub(super) fn end_at_event_limit(&mut self) {
        let cause = format!("The execution reached the maximum number of history events ({MAX_EVENTS}).");
        self.end(Status::Failed, None, Some(error_name::RUNTIME.to_owned()), Some(cause), MAX_EVENTS - 1);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_payload_may_have_256_kib() {
        // Two quotation marks are part of it.
        assert!(!is_too_large(&Value::from("x".repeat(MAX_PAYLOAD_BYTES - 2))));
        assert!(is_too_large(&Value::from("x".repeat(MAX_PAYLOAD_BYTES - 1))));
        assert!(is_too_large(&Value::from("é".repeat(MAX_PAYLOAD_BYTES / 2))));
    }
}
