//! One thing that can be inserted.

use super::action::ACTIVITY;
use super::language::read;
use super::localized::localized;
use super::task::{fragment_of, pascal_case, task};
use super::words::{ItemWords, words};
use super::{
    Action, Category, FoundCall, Icon, PATTERNS, SdkAction, Simulation, Standing, WorkflowPattern, actions, states,
};
use crate::asl::resource::Pattern;
use crate::asl::{QueryLanguage, StateType};
use crate::i18n::Language;
use crate::text::Style;
use serde_json::Value;

/// How many of the parameters that a call needs are named.
const MAX_REQUIRED: usize = 5;

/// An item of the palette.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Item {
    /// A type of state.
    State(StateType),
    /// An action, and how its Task waits.
    Action(&'static Action, Pattern),
    /// A pattern of several states.
    Pattern(&'static WorkflowPattern),
    /// An action of the AWS SDK by a name that was typed: nothing more is known of it.
    Sdk(SdkAction),
    /// An action that was found in the table of services.
    Call(FoundCall),
}

/// All items but the actions that are typed by name, in the order in which they are offered.
pub fn items() -> impl Iterator<Item = Item> {
    let of_actions =
        actions::all().flat_map(|action| action.patterns().iter().map(move |pattern| Item::Action(action, *pattern)));
    StateType::ALL.into_iter().map(Item::State).chain(PATTERNS.iter().map(Item::Pattern)).chain(of_actions)
}

impl Item {
    /// A name that stays the same from version to version, for settings such as a list of favourites: `state:Wait`,
    /// `sqs:sendMessage.waitForTaskToken`, `aws-sdk:s3:getObject`, `pattern:saga`.
    pub fn id(&self) -> String {
        match self {
            Self::State(state_type) => format!("state:{}", state_type.as_str()),
            Self::Action(action, pattern) => format!("{}{}", action.resource, pattern.suffix()),
            Self::Pattern(pattern) => format!("pattern:{}", pattern.id),
            Self::Sdk(action) => action.id(),
            Self::Call(call) => call.id(),
        }
    }

    /// The item of an id.
    pub fn find(id: &str) -> Option<Self> {
        items().find(|item| item.id() == id).or_else(|| {
            let action = id.starts_with("aws-sdk:").then(|| SdkAction::parse(id))??;
            Some(Self::Sdk(action))
        })
    }

    /// Its group.
    pub fn category(&self) -> Category {
        match self {
            Self::State(_) => Category::States,
            Self::Action(action, _) => action.service.category,
            Self::Pattern(_) => Category::Patterns,
            Self::Sdk(_) | Self::Call(_) => Category::Sdk,
        }
    }

    /// What its icon shows.
    pub fn icon(&self) -> Icon {
        match self {
            Self::State(state_type) => Icon::State(*state_type),
            Self::Action(action, _) => action.service.icon,
            Self::Pattern(pattern) => pattern.icon,
            Self::Sdk(_) => Icon::Sdk,
            Self::Call(call) => call.icon(),
        }
    }

    /// What stands for its action in a `Resource`, without a way to wait: `sqs:sendMessage`, `aws-sdk:s3:getObject`. None for
    /// what calls no action of a service, and for an action that was only typed.
    pub fn resource(&self) -> Option<String> {
        match self {
            Self::Action(action, _) => (action.resource != ACTIVITY).then(|| action.resource.to_owned()),
            Self::Call(call) => Some(call.resource().to_owned()),
            Self::State(_) | Self::Pattern(_) | Self::Sdk(_) => None,
        }
    }

    /// The service behind it, named alike in every language; none for states and patterns.
    pub fn service(&self) -> Option<&str> {
        match self {
            Self::Action(action, _) => Some(action.service.name),
            Self::Sdk(action) => Some(action.service()),
            Self::Call(call) => Some(call.service()),
            Self::State(_) | Self::Pattern(_) => None,
        }
    }

    /// Its name: a few words.
    pub fn name(&self, language: Language) -> String {
        let messages = language.palette_messages();
        match self {
            Self::Sdk(action) => action.id(),
            Self::Call(call) => {
                let (service, action) = call.parts();
                messages.waiting_name(&format!("{service}: {action}"), call.pattern())
            }
            Self::Action(_, pattern) => messages.waiting_name(self.words(language).name, *pattern),
            Self::State(_) | Self::Pattern(_) => self.words(language).name.to_owned(),
        }
    }

    /// What it does, in a sentence; of an action that waits, a second one says for what.
    pub fn description(&self, language: Language) -> String {
        let messages = language.palette_messages();
        match self {
            Self::Sdk(action) => messages.sdk_description(action.service(), action.action(), action.standing()),
            Self::Call(call) => {
                let (service, action) = call.parts();
                let mut required = call.required();
                if required.len() > MAX_REQUIRED {
                    required.truncate(MAX_REQUIRED);
                    required.push("…".to_owned());
                }
                let description = messages.call_description(service, action, call.is_of_sdk(), &required);
                with_waiting(&description, messages.waiting_description(call.pattern()))
            }
            Self::Action(_, pattern) => {
                with_waiting(self.words(language).description, messages.waiting_description(*pattern))
            }
            Self::State(_) | Self::Pattern(_) => self.words(language).description.to_owned(),
        }
    }

    /// Words by which people look for it, beside its name.
    pub(super) fn words(&self, language: Language) -> ItemWords {
        match self {
            // The ways to wait share the words of their action.
            Self::Action(action, _) => words(action.resource, language),
            Self::Sdk(_) | Self::Call(_) => ItemWords::default(),
            Self::State(_) | Self::Pattern(_) => words(&self.id(), language),
        }
    }

    /// What the simulator does with its Task where nothing is mocked; none for states and patterns. A task token comes back
    /// at once, with `{}`.
    pub fn simulation(&self) -> Option<Simulation> {
        match self {
            Self::Action(_, Pattern::WaitForTaskToken) => Some(Simulation::AnswersEmpty),
            Self::Action(action, _) => Some(action.simulation),
            // Of what is not in the table no shape is known.
            Self::Sdk(action) if action.standing() != Standing::KnownService => None,
            Self::Sdk(_) | Self::Call(_) => Some(Simulation::AnswersInShape),
            Self::State(_) | Self::Pattern(_) => None,
        }
    }

    /// What the simulator does with it, in a sentence; empty where there is nothing to say.
    pub fn simulation_note(&self, language: Language) -> &'static str {
        self.simulation().map_or("", |simulation| language.palette_messages().simulation(simulation))
    }

    /// The states it inserts: an object with `StartAt` and `States`. What comes last ends its scope with `End`.
    pub fn fragment(&self, language: QueryLanguage) -> Value {
        match self {
            Self::State(state_type) => states::fragment(*state_type, language),
            Self::Action(action, pattern) => {
                let name = match action.resource.rsplit_once(':') {
                    Some((_, call)) => format!("{} {}", action.service.short, pascal_case(call)),
                    None => action.service.short.to_owned(),
                };
                fragment_of(&name, task(action, *pattern, language))
            }
            Self::Pattern(pattern) => Value::Object(read(pattern.text, language)),
            Self::Sdk(action) => action.fragment(language),
            Self::Call(call) => call.fragment(language),
        }
    }

    /// What it inserts as text, laid out for people, with the names of its states in their language.
    pub fn text(&self, query_language: QueryLanguage, language: Language) -> String {
        Style::default().write(&localized(self.fragment(query_language), language), "")
    }

    /// How its Task waits; none for what is no single Task.
    pub fn integration_pattern(&self) -> Option<Pattern> {
        match self {
            Self::Action(action, pattern) => (action.resource != ACTIVITY).then_some(*pattern),
            Self::Sdk(_) => Some(Pattern::RequestResponse),
            Self::Call(call) => Some(call.pattern()),
            Self::State(_) | Self::Pattern(_) => None,
        }
    }
}

/// A description with what the Task waits for.
fn with_waiting(description: &str, waits: &str) -> String {
    if waits.is_empty() { description.to_owned() } else { format!("{description} {waits}") }
}
