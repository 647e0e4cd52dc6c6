//! An action of a service: what a Task calls.

use super::Service;
use crate::asl::resource::Pattern;

/// What the simulator does with an action that has no mock.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Simulation {
    /// It answers in the shape of the service's response.
    Answers,
    /// It answers in the shape that its model has, with values that say nothing.
    AnswersInShape,
    /// It answers `{}`: what a workflow needs of the response has to be mocked.
    AnswersEmpty,
    /// It reads the attached files, and fails where there is none.
    ReadsFiles,
}

/// A row of the palette.
#[derive(Debug, PartialEq, Eq)]
pub struct Action {
    /// Whose it is.
    pub service: &'static Service,
    /// The end of its ARN, without the integration pattern: `sqs:sendMessage`, `aws-sdk:s3:getObject`. `activity` for an
    /// activity, which has an ARN of its own.
    pub resource: &'static str,
    /// What the simulator does with it.
    pub simulation: Simulation,
    /// Its parameters (see [`super::language`]).
    pub(super) parameters: &'static str,
    /// Its parameters where a task token goes with them.
    token_parameters: Option<&'static str>,
    patterns: &'static [Pattern],
}

/// The resource of an activity.
pub(super) const ACTIVITY: &str = "activity";

impl Action {
    /// An action that goes on with the service's response.
    pub(super) const fn new(service: &'static Service, resource: &'static str, parameters: &'static str) -> Self {
        Self {
            service,
            resource,
            simulation: Simulation::Answers,
            parameters,
            token_parameters: None,
            patterns: &[Pattern::RequestResponse],
        }
    }

    /// An action that starts a job, for which a Task may wait; that comes first, as it is what most people want.
    pub(super) const fn job(mut self) -> Self {
        self.patterns = &[Pattern::Sync, Pattern::RequestResponse];
        self
    }

    /// An action that sends a message, whose receiver may send the task token back.
    pub(super) const fn token(mut self, parameters: &'static str) -> Self {
        self.token_parameters = Some(parameters);
        self.patterns = &[Pattern::RequestResponse, Pattern::WaitForTaskToken];
        self
    }

    /// An action that can do both.
    pub(super) const fn job_and_token(mut self, job: &'static [Pattern], parameters: &'static str) -> Self {
        self.token_parameters = Some(parameters);
        self.patterns = job;
        self
    }

    /// What the simulator does with it, if it does not simply answer.
    pub(super) const fn simulation(mut self, simulation: Simulation) -> Self {
        self.simulation = simulation;
        self
    }

    /// The service in its resource: `sqs`, `aws-sdk:s3`.
    pub(super) fn service_in_resource(&self) -> &'static str {
        self.resource.rsplit_once(':').map_or(self.resource, |(service, _)| service)
    }

    /// How a Task may wait for it, the recommended way first.
    pub fn patterns(&self) -> &'static [Pattern] {
        self.patterns
    }

    /// The parameters for one way to wait.
    pub(super) fn parameters_for(&self, pattern: Pattern) -> &'static str {
        let token = self.token_parameters.filter(|_| pattern == Pattern::WaitForTaskToken);
        token.unwrap_or(self.parameters)
    }
}
