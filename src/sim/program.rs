//! A machine made ready to run.

use super::context_use::ContextUse;
use crate::asl::resource::{Resource, partition};
use crate::asl::{Document, QueryLanguage, ScopeId, StateId, StateType};
use foldhash::HashMap;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use std::sync::Arc;

/// A state as the simulator sees it.
#[derive(Clone, Debug)]
pub(super) struct StateDefinition {
    pub(super) name: Arc<str>,
    pub(super) state_type: StateType,
    pub(super) language: QueryLanguage,
    pub(super) fields: Map<String, Value>,
    pub(super) resource: Resource,
    pub(super) inner: Vec<ScopeId>,
    pub(super) context_use: ContextUse,
}

impl StateDefinition {
    pub(super) fn field(&self, name: &str) -> Option<&Value> {
        // A state has a handful of fields: comparing them takes less time than hashing the name.
        self.fields.iter().find_map(|(field, value)| (field == name).then_some(value))
    }

    pub(super) fn text(&self, name: &str) -> Option<&str> {
        self.field(name).and_then(Value::as_str)
    }

    /// A text of `ProcessorConfig`.
    pub(super) fn processor_config(&self, name: &str) -> Option<&str> {
        let config = self.field("ItemProcessor").or(self.field("Iterator"))?;
        config.get(name).and_then(Value::as_str)
    }

    pub(super) fn is_distributed(&self) -> bool {
        self.processor_config("Mode") == Some("DISTRIBUTED")
    }

    pub(super) fn is_activity(&self) -> bool {
        matches!(self.resource, Resource::Activity { .. })
    }

    /// Adds what history events call the service and the call.
    pub(super) fn name_resource(&self, event: &mut Map<String, Value>) {
        let (service, call) = self.resource.event_names(self.text("Resource").unwrap_or_default());
        event.insert("resource".into(), call.into());
        if !service.is_empty() {
            event.insert("resourceType".into(), service.into());
        }
    }

    pub(super) fn is_jsonata(&self) -> bool {
        self.language == QueryLanguage::JSONata
    }
}

#[derive(Clone, Debug)]
pub(super) struct ScopeDefinition {
    pub(super) start_at: String,
    pub(super) states: HashMap<String, StateId>,
}

/// Why a definition cannot run.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum NotRunnable {
    /// The text is not JSON.
    SyntaxErrors,
    /// There is no machine in it: no `States`, or no state.
    NoStates,
    /// A state has no type, or none that the language knows.
    UnknownType {
        /// The state's name.
        state: String,
    },
    /// A scope does not say where it starts.
    NoStart {
        /// The Parallel or Map state around the scope; none for the machine.
        state: Option<String>,
    },
}

/// A compiled machine.
#[derive(Clone, Debug)]
pub struct Program {
    pub(super) scopes: Vec<ScopeDefinition>,
    pub(super) states: Vec<StateDefinition>,
    pub(super) timeout_seconds: Option<i64>,
}

impl Program {
    /// Makes a document ready to run.
    ///
    /// # Errors
    /// When there is nothing that could run at all; what is wrong inside a state shows when the state is reached.
    pub fn compile(document: &Document) -> Result<Self, NotRunnable> {
        if !document.syntax_errors().is_empty() {
            return Err(NotRunnable::SyntaxErrors);
        }
        let machine = document.machine();
        let mut scopes = Vec::new();
        for (_, scope) in machine.scopes() {
            if scope.states.is_empty() {
                return Err(NotRunnable::NoStates);
            }
            let owner = scope.owner.map(|owner| machine.state(owner).name.to_string());
            let start = scope.start_at.as_ref().ok_or(NotRunnable::NoStart { state: owner })?;
            scopes.push(ScopeDefinition {
                start_at: start.name.to_string(),
                states: scope.states.iter().map(|id| (machine.state(*id).name.to_string(), *id)).collect(),
            });
        }
        if scopes.is_empty() {
            return Err(NotRunnable::NoStates);
        }
        let mut states = Vec::new();
        for (_, state) in machine.states() {
            let state_type =
                state.state_type.ok_or_else(|| NotRunnable::UnknownType { state: state.name.to_string() })?;
            let fields = fields(document, state.node);
            // Plain data with text keys always becomes JSON.
            let text = serde_json::to_string(&fields).unwrap_or_default();
            states.push(StateDefinition {
                name: Arc::from(&*state.name),
                state_type,
                language: state.query_language,
                context_use: ContextUse::of(&text),
                resource: Resource::parse(fields.get("Resource").and_then(Value::as_str).unwrap_or_default()),
                fields,
                inner: state.inner.clone(),
            });
        }
        let root = machine.root().map(|scope| scope.node);
        let timeout = root.and_then(|root| document.field(root, "TimeoutSeconds")).and_then(|value| value.as_i64());
        Ok(Self { scopes, states, timeout_seconds: timeout })
    }

    /// The states with their names.
    pub fn names(&self) -> impl Iterator<Item = (StateId, &Arc<str>)> {
        (0..).map(StateId).zip(self.states.iter().map(|state| &state.name))
    }

    /// The partition in which it belongs: that of the first resource that says one.
    pub(super) fn partition(&self) -> &str {
        self.states.iter().find_map(|state| partition(state.text("Resource")?)).unwrap_or("aws")
    }

    /// What its tasks call, those of branches and iterations too, in the order of the text.
    pub fn resources(&self) -> impl Iterator<Item = &Resource> {
        self.states.iter().filter(|state| state.state_type == StateType::Task).map(|state| &state.resource)
    }

    /// The names of all states, those of branches and iterations too, in the order of the text.
    pub fn state_names(&self) -> impl Iterator<Item = &str> {
        self.names().map(|(_, name)| &**name)
    }

    pub(super) fn state(&self, id: StateId) -> &StateDefinition {
        &self.states[id.0 as usize]
    }

    pub(super) fn scope(&self, id: ScopeId) -> &ScopeDefinition {
        &self.scopes[id.0 as usize]
    }
}

/// The fields of a state as plain data, without the states inside it, which are states of their own here.
fn fields(document: &Document, node: crate::text::json::NodeId) -> Map<String, Value> {
    let tree = document.tree();
    let mut fields = Map::new();
    for member in tree.members(node) {
        let value = match &*member.key {
            "Branches" => Value::Null,
            "ItemProcessor" | "Iterator" => document.field(member.value, "ProcessorConfig").unwrap_or(Value::Null),
            _ => document.value(member.value),
        };
        fields.insert(member.key.to_string(), value);
    }
    fields
}
