//! Which query language a state is written in, as far as its fields tell.

use crate::asl::field::{self, Field};
use crate::asl::{Document, QueryLanguage, StateId, StateType};
use crate::text::json::{NodeId, NodeKind};

/// The language in which a state is written for certain: its own `QueryLanguage`, else that of a field, a template or an
/// expression that only one language has. None for a state that means the same in both.
pub(super) fn language_of(document: &Document, state: StateId) -> Option<QueryLanguage> {
    let state = document.machine().state(state);
    let tree = document.tree();
    let own = tree.get(state.node, "QueryLanguage").and_then(|own| QueryLanguage::parse(tree.as_str(own)?));
    if own.is_some() {
        return own;
    }
    let in_list = |list: &str, fields: &[Field]| {
        let list = tree.get(state.node, list)?;
        tree.items(list).iter().find_map(|item| of_fields(document, *item, fields))
    };
    of_fields(document, state.node, state.state_type.map(field::of_state).unwrap_or_default())
        .or_else(|| in_list("Catch", &field::CATCHER))
        .or_else(|| (state.state_type == Some(StateType::Choice)).then(|| in_list("Choices", &field::CHOICE_RULE))?)
        .or_else(|| {
            // What is inside has languages of its own.
            let own = tree.members(state.node).iter().filter(|member| {
                !matches!(&*member.key, "Branches" | "ItemProcessor" | "Iterator" | "Result" | "Comment")
            });
            own.into_iter().find_map(|member| of_content(document, member.value))
        })
}

fn of_fields(document: &Document, object: NodeId, fields: &[Field]) -> Option<QueryLanguage> {
    document
        .tree()
        .members(object)
        .iter()
        .find_map(|member| fields.iter().find(|field| *field.name == *member.key).and_then(|field| field.language))
}

/// Recurses no deeper than the tree, which ends at `json::MAX_DEPTH`.
fn of_content(document: &Document, node: NodeId) -> Option<QueryLanguage> {
    let tree = document.tree();
    match tree.kind(node) {
        NodeKind::Object(members) => members.iter().find_map(|member| {
            if member.key.ends_with(".$") { Some(QueryLanguage::JSONPath) } else { of_content(document, member.value) }
        }),
        NodeKind::Array(items) => items.iter().find_map(|item| of_content(document, *item)),
        NodeKind::String(text) => (text.starts_with("{%") && text.ends_with("%}")).then_some(QueryLanguage::JSONata),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn is(state: &str, expected: Option<QueryLanguage>) {
        let document = Document::new(format!(r#"{{"States": {{"A": {state}}}}}"#));
        assert_eq!(language_of(&document, StateId(0)), expected, "{state}");
    }

    #[test]
    fn fields_templates_and_expressions_tell() {
        is(r#"{"Type": "Pass", "End": true}"#, None);
        is(r#"{"Type": "Pass", "InputPath": "$.a"}"#, Some(QueryLanguage::JSONPath));
        is(r#"{"Type": "Wait", "Seconds": "{% 1 %}"}"#, Some(QueryLanguage::JSONata));
        is(r#"{"Type": "Pass", "QueryLanguage": "JSONata", "InputPath": "$.a"}"#, Some(QueryLanguage::JSONata));
        is(r#"{"Type": "Choice", "Choices": [{"Condition": true, "Next": "A"}]}"#, Some(QueryLanguage::JSONata));
        is(r#"{"Type": "Map", "ItemSelector": {"x": [{"y.$": "$"}]}}"#, Some(QueryLanguage::JSONPath));
        is(
            r#"{"Type": "Task", "Catch": [{"ErrorEquals": [], "ResultPath": "$.e", "Next": "A"}]}"#,
            Some(QueryLanguage::JSONPath),
        );
        let inner = r#"{"Type": "Map", "ItemProcessor": {"States": {"B": {"Type": "Pass", "Output": 1}}}}"#;
        is(inner, None);
    }
}
