//! What is drawn of a document.

use super::{Arrangement, Drawn, NodeKind, STATE_HEIGHT, diagram};
use crate::asl::{Document, ScopeId, StateKey};
use crate::i18n::Language;
use crate::layout::{Direction, Point};
use std::sync::Arc;

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
fn what_lines_share_is_drawn_once_and_nothing_is_left_out() {
    let task = r#""Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage", "Catch": [{"ErrorEquals": ["States.ALL"], "Next": "Failed"}]"#;
    let states: String = (0..6)
        .map(|at| format!(r#""S{at}": {{{task}, "Next": "{}"}}, "#, ["S1", "S2", "S3", "S4", "S5", "Failed"][at]))
        .collect();
    let drawing = draw(&format!(r#"{{"StartAt": "S0", "States": {{{states} "Failed": {{"Type": "Fail"}}}}}}"#));
    let length = |points: &[Point]| -> f64 {
        points.windows(2).map(|part| (part[0].x - part[1].x).abs() + (part[0].y - part[1].y).abs()).sum()
    };
    let own: Vec<Vec<Point>> = drawing.edges.iter().map(|edge| edge.own_corners().collect()).collect();
    let whole: f64 = drawing.edges.iter().map(|edge| length(&edge.points)).sum();
    assert!(own.iter().map(|points| length(points)).sum::<f64>() < whole * 0.75);
    let is_drawn = |at: Point| {
        let holds = |a: f64, b: f64, at: f64| a.min(b) - 0.01 <= at && at <= a.max(b) + 0.01;
        let mut parts = own.iter().flat_map(|points| points.windows(2));
        parts.any(|part| holds(part[0].x, part[1].x, at.x) && holds(part[0].y, part[1].y, at.y))
    };
    for part in drawing.edges.iter().flat_map(|edge| edge.points.windows(2)) {
        for step in 0..=20 {
            let share = f64::from(step) / 20.0;
            let (dx, dy) = (part[1].x - part[0].x, part[1].y - part[0].y);
            assert!(is_drawn(Point { x: part[0].x + dx * share, y: part[0].y + dy * share }));
        }
    }
    // Each node is entered by the arrow of at least one line that is drawn to its end.
    for edge in &drawing.edges {
        assert!(drawing.edges.iter().any(|other| other.to == edge.to && other.joining.is_none()));
    }
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

const NESTED: &str = r#"{"StartAt": "P", "States": {
    "P": {"Type": "Parallel", "Branches": [
        {"StartAt": "A", "States": {"A": {"Type": "Pass", "Next": "B"}, "B": {"Type": "Pass", "End": true}}},
        {"StartAt": "M", "States": {"M": {"Type": "Map", "ItemProcessor": {
            "StartAt": "C", "States": {"C": {"Type": "Pass", "End": true}}}, "End": true}}}], "Next": "Last"},
    "Last": {"Type": "Pass", "End": true}}}"#;

fn drawn(text: &str, arrangement: &Arrangement, before: Option<&Drawn>) -> Drawn {
    Drawn::new(&Document::new(text), Language::En.messages(), arrangement, before)
}

#[test]
fn a_folded_frame_is_a_state_that_tells_how_much_it_holds() {
    let folded = |name: &str| Arrangement { folded: [name.to_owned()].into(), ..Arrangement::default() };
    let drawing = drawn(NESTED, &folded("P"), None);
    let frame = drawing.diagram().state(&StateKey::first("P")).unwrap();
    assert!(frame.is_folded && !frame.is_frame);
    assert_eq!(frame.detail, "Parallel · 4 states inside");
    assert_eq!(frame.rect.height, STATE_HEIGHT);
    assert_eq!(drawing.diagram().nodes.len(), 4);
    assert_eq!((drawing.diagram().edges.len(), drawing.diagram().branches.len()), (3, 0));
    let inner = drawn(NESTED, &folded("M"), None);
    assert!(
        inner.diagram().state(&StateKey::first("P")).unwrap().is_frame
            && inner.diagram().state(&StateKey::first("M")).unwrap().is_folded
    );
    assert!(
        inner.diagram().state(&StateKey::first("C")).is_none()
            && inner.diagram().state(&StateKey::first("A")).is_some()
    );
    // A name that is no frame folds nothing.
    assert_eq!(drawn(NESTED, &folded("A"), None).diagram(), drawn(NESTED, &Arrangement::default(), None).diagram());
}

#[test]
fn what_is_not_drawn_costs_no_new_drawing() {
    let before = drawn(NESTED, &Arrangement::default(), None);
    let commented = NESTED.replace(r#""Type": "Pass", "Next""#, r#""Type": "Pass", "Comment": "c", "Next""#);
    let after = drawn(&commented, &Arrangement::default(), Some(&before));
    assert!(Arc::ptr_eq(before.diagram(), after.diagram()));
    let renamed = NESTED.replace(r#""A""#, r#""Z""#);
    let after = drawn(&renamed, &Arrangement::default(), Some(&before));
    assert_eq!(after.diagram(), drawn(&renamed, &Arrangement::default(), None).diagram());
    let turned = Arrangement { direction: Direction::LeftToRight, ..Arrangement::default() };
    assert_ne!(drawn(NESTED, &turned, Some(&before)).diagram(), before.diagram());
}

#[test]
fn keys_are_unique_and_do_not_shift_when_a_state_is_put_in() {
    // Two states of one name, and two empty branches of one owner.
    let twice = r#"{"StartAt": "P", "States": {"P": {"Type": "Parallel", "Branches": [
        {"StartAt": "", "States": {}}, {"StartAt": "", "States": {}},
        {"StartAt": "P", "States": {"P": {"Type": "Pass", "End": true}}}], "End": true}}}"#;
    for text in [NESTED, twice] {
        let drawing = draw(text);
        let keys = drawing.nodes.iter().map(|node| &node.key).chain(drawing.branches.iter().map(|room| &room.key));
        let count = drawing.nodes.len() + drawing.branches.len();
        assert_eq!(keys.collect::<std::collections::BTreeSet<_>>().len(), count);
    }
    let more = NESTED.replacen(r#""States": {"#, r#""States": {"New": {"Type": "Pass", "Next": "P"},"#, 1);
    let (before, after) = (draw(NESTED), draw(&more));
    assert!(before.nodes.iter().all(|node| after.nodes.iter().any(|other| other.key == node.key)));
    assert_ne!(
        before.state(&StateKey::first("Last")).unwrap().kind,
        after.state(&StateKey::first("Last")).unwrap().kind
    );
}
