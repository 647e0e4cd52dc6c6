//! What is drawn of a document.

use super::{NodeKind, diagram};
use crate::asl::{Document, ScopeId};
use crate::i18n::Language;

fn draw(text: &str) -> super::Diagram {
    diagram(&Document::new(text), Language::En.messages())
}

#[test]
fn draws_states_markers_and_labelled_edges() {
    let drawing = draw(
        r#"{"StartAt": "A", "States": {
            "A": {"Type": "Choice", "Choices": [{"Variable": "$.x", "NumericEquals": 1, "Next": "B"}], "Default": "C"},
            "B": {"Type": "Wait", "Seconds": 5, "Next": "A"}, "C": {"Type": "Pass", "End": true}}}"#,
    );
    assert_eq!(drawing.nodes.len(), 5);
    assert!(drawing.nodes.iter().any(|node| node.detail == "Wait · 5 seconds"));
    let labels: Vec<&str> =
        drawing.edges.iter().filter_map(|edge| edge.label.as_ref()).map(|(text, _)| text.as_str()).collect();
    assert_eq!(labels, ["$.x = 1", "Default"]);
    assert_eq!(drawing.edges.iter().filter(|edge| edge.is_back).count(), 1);
    assert!(drawing.edges.iter().all(|edge| edge.points.len() >= 2));
}

#[test]
fn frames_hold_their_branches() {
    let drawing = draw(
        r#"{"StartAt": "P", "States": {"P": {"Type": "Parallel", "Branches": [
            {"StartAt": "A", "States": {"A": {"Type": "Pass", "End": true}}}, {"StartAt": "", "States": {}}], "End": true}}}"#,
    );
    let frame = &drawing.nodes[0];
    assert!(frame.is_frame);
    assert_eq!(drawing.branches.len(), 2);
    let inner = drawing.nodes.iter().find(|node| node.depth == 1).unwrap();
    assert!(frame.rect.x < inner.rect.x && inner.rect.x + inner.rect.width < frame.rect.x + frame.rect.width);
    assert!(drawing.nodes.iter().any(|node| node.kind == NodeKind::Empty(ScopeId(2))));
}

#[test]
fn broken_and_empty_definitions_are_drawn_as_far_as_they_go() {
    assert!(draw("").nodes.is_empty());
    assert_eq!(draw(r#"{"States": {}}"#).nodes.len(), 1);
    assert_eq!(draw(r#"{"StartAt": "A", "States": {"A": {"Type": "Pass", "Next": "Nowhere"}, "B": "#).nodes.len(), 3);
}
