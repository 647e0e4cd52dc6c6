//! State machines inside templates: CloudFormation and SAM (also what CDK makes), and Serverless Framework.
//!
//! Sources: AWS CloudFormation's reference of `AWS::StepFunctions::StateMachine`, AWS SAM's of
//! `AWS::Serverless::StateMachine`, and the documentation of the plugin serverless-step-functions.

mod inline;
mod joined;

use super::MappedText;
use crate::asl::ExecutionType;
use crate::text::Span;
use crate::text::json::{NodeId, NodeKind, Tree};

/// A state machine that a template holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Contained {
    /// What the template calls it.
    pub name: String,
    /// Standard or Express; none where the template does not say.
    pub execution_type: Option<ExecutionType>,
    /// Its definition.
    pub content: Content,
}

/// Where the definition of a machine is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Content {
    /// In the template. Places lead to the template's JSON text.
    Here {
        /// The definition.
        made: MappedText,
        /// Its values that are known only when the template is deployed.
        unknown: Vec<Span>,
    },
    /// In a file beside the template.
    File(String),
    /// Somewhere else, or made by a function of the template.
    Elsewhere,
}

/// The machines of a template, in its order; none when the text is no template, or holds no machine.
pub fn contained(text: &str, tree: &Tree) -> Option<Vec<Contained>> {
    let root = tree.root()?;
    let found = Template { text, tree };
    let resources = tree.get(root, "Resources");
    let serverless = tree.get(root, "stepFunctions");
    // Serverless Framework passes CloudFormation on below `resources`.
    let nested = tree.get(root, "resources").and_then(|resources| tree.get(resources, "Resources"));
    if resources.is_none() && serverless.is_none() && nested.is_none() {
        return None;
    }
    let mut machines: Vec<Contained> =
        [resources, nested].into_iter().flatten().flat_map(|resources| found.cloud_formation(resources)).collect();
    if let Some(list) = serverless.and_then(|serverless| tree.get(serverless, "stateMachines")) {
        machines.extend(found.serverless(list));
    }
    Some(machines)
}

struct Template<'a> {
    text: &'a str,
    tree: &'a Tree,
}

impl Template<'_> {
    fn cloud_formation(&self, resources: NodeId) -> Vec<Contained> {
        let mut machines = Vec::new();
        for resource in self.tree.members(resources) {
            let resource_type = self.text_of(resource.value, "Type");
            let Some(properties) = self.tree.get(resource.value, "Properties") else { continue };
            let (type_field, file_field) = match resource_type {
                Some("AWS::StepFunctions::StateMachine") => ("StateMachineType", "DefinitionS3Location"),
                Some("AWS::Serverless::StateMachine") => ("Type", "DefinitionUri"),
                _ => continue,
            };
            let content = ["DefinitionString", "Definition"]
                .iter()
                .find_map(|field| self.tree.get(properties, field))
                .map(|definition| self.here(definition))
                .or_else(|| self.text_of(properties, file_field).map(file))
                .unwrap_or(Content::Elsewhere);
            machines.push(Contained {
                name: resource.key.to_string(),
                execution_type: self.execution_type(properties, type_field),
                content,
            });
        }
        machines
    }

    fn serverless(&self, list: NodeId) -> Vec<Contained> {
        let machine = |member: &crate::text::json::Member| Contained {
            name: member.key.to_string(),
            execution_type: self.execution_type(member.value, "type"),
            content: match self.tree.get(member.value, "definition") {
                Some(definition) => match self.tree.as_str(definition).and_then(included_file) {
                    Some(path) => file(path),
                    None => self.here(definition),
                },
                None => Content::Elsewhere,
            },
        };
        self.tree.members(list).iter().map(machine).collect()
    }

    fn text_of(&self, object: NodeId, field: &str) -> Option<&str> {
        self.tree.get(object, field).and_then(|value| self.tree.as_str(value))
    }

    fn execution_type(&self, object: NodeId, field: &str) -> Option<ExecutionType> {
        match self.text_of(object, field) {
            Some("EXPRESS") => Some(ExecutionType::Express),
            Some("STANDARD") => Some(ExecutionType::Standard),
            _ => None,
        }
    }

    /// A definition that stands in the template, as an object or as text.
    fn here(&self, definition: NodeId) -> Content {
        let is_object = matches!(self.tree.kind(definition), NodeKind::Object(_)) && !self.is_function(definition);
        let made = if is_object { Some(self.inline(definition)) } else { self.joined(definition) };
        match made {
            // A text that is nothing but a placeholder, or a function of the template.
            Some(made) if made.text.trim_start().starts_with('{') => {
                let (made, unknown) = super::quote_placeholders(&made);
                Content::Here { made, unknown }
            }
            _ => Content::Elsewhere,
        }
    }

    /// Whether a value is filled in when the template is deployed: `{"Ref": …}`, `{"Fn::GetAtt": …}`.
    fn is_function(&self, node: NodeId) -> bool {
        match self.tree.members(node) {
            [only] => &*only.key == "Ref" || only.key.starts_with("Fn::"),
            _ => false,
        }
    }

    /// What stands in for such a value: `${Name}` where it names something.
    fn placeholder(&self, node: NodeId) -> String {
        let Some(function) = self.tree.members(node).first() else { return "${Unknown}".to_owned() };
        let named = match self.tree.items(function.value) {
            [] => self.tree.as_str(function.value).map(str::to_owned),
            items => items
                .iter()
                .map(|item| self.tree.as_str(*item))
                .collect::<Option<Vec<_>>>()
                .map(|parts| parts.join(".")),
        };
        let is_name =
            |name: &String| name.chars().all(|any| any.is_alphanumeric() || matches!(any, '.' | ':' | '-' | '_'));
        format!("${{{}}}", named.filter(is_name).unwrap_or_else(|| function.key.to_string()))
    }
}

fn file(path: &str) -> Content {
    let is_remote = path.contains("://") || path.contains("${");
    if is_remote { Content::Elsewhere } else { Content::File(path.to_owned()) }
}

/// `${file(path)}` of Serverless Framework.
fn included_file(text: &str) -> Option<&str> {
    text.trim().strip_prefix("${file(")?.strip_suffix(")}").map(str::trim)
}

#[cfg(test)]
mod tests;
