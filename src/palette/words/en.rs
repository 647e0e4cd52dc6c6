//! English.

use super::PaletteMessages;
use crate::asl::resource::Pattern;
use crate::i18n::En;
use crate::palette::{Category, Simulation, Standing};

impl PaletteMessages for En {
    fn category(&self, category: Category) -> &'static str {
        match category {
            Category::States => "States",
            Category::Patterns => "Patterns",
            Category::Compute => "Compute",
            Category::Messaging => "Messages and APIs",
            Category::Data => "Data",
            Category::Analytics => "Analytics",
            Category::Learning => "Machine learning",
            Category::Operations => "Build and operate",
            Category::Sdk => "Any AWS action",
        }
    }

    fn waiting_name(&self, name: &str, pattern: Pattern) -> String {
        match pattern {
            Pattern::RequestResponse => name.to_owned(),
            Pattern::Sync | Pattern::Sync2 => format!("{name} and wait for the end"),
            Pattern::WaitForTaskToken => format!("{name} and wait for the token"),
        }
    }

    fn waiting_description(&self, pattern: Pattern) -> &'static str {
        match pattern {
            Pattern::RequestResponse => "",
            Pattern::Sync | Pattern::Sync2 => "The workflow goes on when the job is done.",
            Pattern::WaitForTaskToken => "The workflow goes on when someone sends the task token back.",
        }
    }

    fn simulation(&self, simulation: Simulation) -> &'static str {
        match simulation {
            Simulation::Answers => "",
            Simulation::AnswersInShape => {
                "In a simulation it answers with made-up values of the right types: mock it if a later state needs certain ones."
            }
            Simulation::AnswersEmpty => {
                "In a simulation it answers {}: mock it if a later state needs something of its response."
            }
            Simulation::ReadsFiles => {
                "In a simulation it reads the attached files, and fails if the file is not there: attach one or mock it."
            }
        }
    }

    fn call_description(&self, service: &str, action: &str, is_of_sdk: bool, required: &[String]) -> String {
        let way = if is_of_sdk { " through the AWS SDK" } else { "" };
        let needs = if required.is_empty() { String::new() } else { format!(" It needs {}.", required.join(", ")) };
        format!("Calls {action} of {service}{way}.{needs}")
    }

    fn sdk_description(&self, service: &str, action: &str, standing: Standing) -> String {
        match standing {
            Standing::KnownService => format!(
                "Calls {action} of {service} through the AWS SDK. Its parameters are yours to add. That {service} has \
                 this action was not checked."
            ),
            Standing::UnknownService => format!(
                "Calls {action} of {service} through the AWS SDK. Its parameters are yours to add. Neither name was \
                 checked: Pasos does not know {service}."
            ),
            Standing::UnknownAction => format!(
                "Pasos knows no action {action} of {service} that a Task can call: check its name. It may be newer than \
                 the table of services here."
            ),
            Standing::Unsupported => format!("Step Functions does not support {action} of {service}."),
        }
    }
}
