//! State machines inside other files: templates of CloudFormation and SAM (also what CDK makes), of Serverless Framework and
//! of Terraform (in JSON), and what `describe-state-machine` answers.
//!
//! Sources: AWS CloudFormation's reference of `AWS::StepFunctions::StateMachine`, AWS SAM's of
//! `AWS::Serverless::StateMachine`, the documentation of the plugin serverless-step-functions, Terraform's "JSON Output
//! Format" and its resource `aws_sfn_state_machine`, and the API's `DescribeStateMachine`.

mod inline;
mod joined;
mod terraform;

use super::{MappedText, Quoted};
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
    /// The names for which the template gives values (`DefinitionSubstitutions`); none where that is not known.
    pub substitutions: Option<Vec<String>>,
    /// Whether its executions are logged; none where that is not known.
    pub is_logged: Option<bool>,
    /// Whether its executions are traced; none where that is not known.
    pub is_traced: Option<bool>,
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
    /// In the asset of this key, which CDK has put beside the template.
    Asset(String),
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
        return found.terraform(root).or_else(|| found.described(root).map(|machine| vec![machine]));
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
                .or_else(|| self.asset(properties))
                .unwrap_or(Content::Elsewhere);
            machines.push(Contained {
                name: resource.key.to_string(),
                execution_type: self.execution_type(properties, type_field),
                content,
                substitutions: self.substitutions(properties),
                is_logged: self.is_on(properties, &["LoggingConfiguration", "Logging"]),
                is_traced: self.is_on(properties, &["TracingConfiguration", "Tracing"]),
            });
        }
        machines
    }

    fn serverless(&self, list: NodeId) -> Vec<Contained> {
        let machine = |member: &crate::text::json::Member| Contained {
            name: member.key.to_string(),
            execution_type: self.execution_type(member.value, "type"),
            // The file holds the definition, or the whole machine with it.
            content: match self.tree.get(member.value, "definition").unwrap_or(member.value) {
                definition if self.tree.as_str(definition).and_then(included_file).is_some() => {
                    self.tree.as_str(definition).and_then(included_file).map_or(Content::Elsewhere, file)
                }
                definition if definition != member.value => self.here(definition),
                _ => Content::Elsewhere,
            },
            substitutions: None,
            is_logged: self.is_on(member.value, &["loggingConfig"]),
            is_traced: self.is_on(member.value, &["tracingConfig"]),
        };
        self.tree.members(list).iter().map(machine).collect()
    }

    /// What `describe-state-machine` answers, with its definition as a text, whatever that is, or that text alone, as
    /// `--query definition` prints it; and a machine of Serverless Framework in a file of its own.
    fn described(&self, root: NodeId) -> Option<Contained> {
        let is_text = |node: NodeId| self.tree.as_str(node).is_some_and(|text| text.trim_start().starts_with('{'));
        let is_machine = |node: NodeId| self.tree.get(node, "States").is_some();
        let definition = match self.tree.get(root, "definition") {
            Some(definition) if is_text(definition) || is_machine(definition) => definition,
            Some(definition) if self.tree.get(root, "stateMachineArn").is_some() => definition,
            _ if is_text(root) => root,
            _ => return None,
        };
        let content = match (self.here(definition), self.joined(definition)) {
            // What AWS runs is here, even if it is no JSON.
            (Content::Elsewhere, Some(made)) => Content::Here { made, unknown: Vec::new() },
            (content, _) => content,
        };
        (!is_machine(root)).then(|| Contained {
            name: self.text_of(root, "name").unwrap_or("definition").to_owned(),
            execution_type: self.execution_type(root, "type"),
            content,
            substitutions: None,
            is_logged: None,
            is_traced: None,
        })
    }

    /// The asset that CDK's `DefinitionBody.fromFile` makes: its key is what CDK calls it, not where S3 will have it.
    fn asset(&self, properties: NodeId) -> Option<Content> {
        let location = self.tree.get(properties, "DefinitionS3Location")?;
        self.text_of(location, "Key").map(|key| Content::Asset(key.to_owned()))
    }

    /// The names that have values; none where a function of the template may give more of them.
    fn substitutions(&self, properties: NodeId) -> Option<Vec<String>> {
        let Some(given) = self.tree.get(properties, "DefinitionSubstitutions") else { return Some(Vec::new()) };
        let members = self.tree.members(given);
        let is_plain = !members.iter().any(|member| member.key.starts_with("Fn::"))
            && matches!(self.tree.kind(given), NodeKind::Object(_));
        is_plain.then(|| members.iter().map(|member| member.key.to_string()).collect())
    }

    /// Whether a setting is switched on: by `Enabled`, or by a `Level` other than `OFF`, which is what it is when left out.
    /// None where a function of the template says it.
    fn is_on(&self, object: NodeId, names: &[&str]) -> Option<bool> {
        let Some(setting) = names.iter().find_map(|name| self.tree.get(object, name)) else {
            let is_plain = matches!(self.tree.kind(object), NodeKind::Object(_));
            return is_plain.then_some(false);
        };
        let members = self.tree.members(setting);
        if members.is_empty() || members.iter().any(|member| member.key.starts_with("Fn::") || &*member.key == "Ref") {
            return matches!(self.tree.kind(setting), NodeKind::Object(_))
                .then_some(false)
                .filter(|_| members.is_empty());
        }
        let named = |wanted: &str| members.iter().find(|member| member.key.eq_ignore_ascii_case(wanted));
        match (named("Enabled"), named("Level")) {
            (Some(enabled), _) => self.tree.as_bool(enabled.value),
            (None, Some(level)) => self.tree.as_str(level.value).map(|level| level != "OFF"),
            (None, None) => Some(false),
        }
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
                let Quoted { made, unknown, .. } = super::quote_placeholders(&made);
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
