//! Errors of simulated services, in the words that Step Functions gives to those of the SDKs that it uses.

use super::Outcome;
use super::identifier;
use crate::expr::Random;

/// The error of a call that AWS would answer, and that is not simulated.
pub const NOT_SIMULATED: &str = "Pasos.NotSimulated";

/// How a call fails.
#[derive(Debug)]
pub(super) struct ServiceError {
    error: String,
    cause: String,
}

impl ServiceError {
    /// An error by its name and text.
    pub(super) fn new(error: impl Into<String>, cause: impl Into<String>) -> Self {
        Self { error: error.into(), cause: cause.into() }
    }

    /// Something that is not simulated; a mock of the state helps.
    pub(super) fn not_simulated(what: &str) -> Self {
        Self::new(NOT_SIMULATED, format!("Pasos does not simulate {what}: mock this state to say what it answers"))
    }

    /// Whether it says that something is not simulated.
    pub(super) fn is_not_simulated(&self) -> bool {
        self.error == NOT_SIMULATED
    }

    /// An action of a service that is not simulated.
    pub(super) fn unknown_action(call: &super::Call<'_>) -> Self {
        Self::not_simulated(&format!("{}:{}", call.service, call.action))
    }

    /// The text around the message of an optimized integration (measured: SDK for Java 1).
    pub(super) fn optimized(error: &str, service: &str, code: &str, message: &str, request_id: &str) -> Self {
        let facts = format!("Service: {service}; Status Code: 400; Error Code: {code}; Request ID: {request_id}");
        Self::new(error, format!("{message} ({facts}; Proxy: null)"))
    }

    /// The text around the message of an AWS SDK integration (measured: SDK for Java 2).
    pub(super) fn sdk(error: &str, service: &str, status: u16, message: &str, random: &mut Random) -> Self {
        let request_id = identifier::request_id(service, random);
        let extended = match service {
            "S3" => format!(", Extended Request ID: {}", identifier::letters(random, 76)),
            _ => String::new(),
        };
        let facts = format!("Service: {service}, Status Code: {status}, Request ID: {request_id}{extended}");
        Self::new(error, format!("{message} ({facts}) (SDK Attempt Count: 1)"))
    }

    pub(super) fn into_outcome(self) -> Outcome {
        Outcome::Throw { error: Some(self.error), cause: Some(self.cause) }
    }
}
