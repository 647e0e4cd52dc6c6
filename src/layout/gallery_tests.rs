//! Typical machines: what their drawings must show. With `PASOS_LAYOUT_GALLERY=<folder>`, the drawings are written there.

use super::samples::Sample;
use super::{Direction, EdgeKind, Graph, NodeId, Options, ScopeId, layout};

const ROOT: ScopeId = ScopeId::ROOT;

fn keep(name: &str, sample: &Sample) {
    let Some(folder) = std::env::var_os("PASOS_LAYOUT_GALLERY") else {
        return;
    };
    let folder = std::path::Path::new(&folder);
    for (suffix, direction) in [("", Direction::TopToBottom), ("-ltr", Direction::LeftToRight)] {
        let options = Options { direction, ..Options::default() };
        std::fs::write(folder.join(format!("{name}{suffix}.svg")), sample.svg(&options)).unwrap();
    }
}

fn axis(sample: &Sample, node: NodeId) -> f64 {
    layout(&sample.graph, &Options::default()).nodes[node.index()].center().x
}

fn choice() -> (Sample, Vec<NodeId>) {
    let mut sample = Sample::new();
    let start = sample.start(ROOT);
    let choice = sample.state(ROOT, "Which size?");
    sample.edge(start, choice, EdgeKind::Start);
    let branches: Vec<NodeId> =
        ["Tiny", "Small", "Medium", "Large", "Unknown"].map(|name| sample.state(ROOT, name)).to_vec();
    let join = sample.state(ROOT, "Ship");
    let end = sample.end(ROOT);
    for (index, &branch) in branches.iter().enumerate() {
        let kind = if index == 4 { EdgeKind::Default } else { EdgeKind::Choice };
        sample.labelled(choice, branch, kind, 90.0 + 20.0 * index as f64);
        sample.edge(branch, join, EdgeKind::Next);
    }
    sample.edge(join, end, EdgeKind::End);
    let nodes = [choice, join].into_iter().chain(branches).collect();
    (sample, nodes)
}

fn retry_loop() -> (Sample, Vec<NodeId>) {
    let mut sample = Sample::new();
    let states = sample.line(ROOT, &["Submit", "Wait", "Get status", "Done?", "Report"]);
    sample.graph.edges.retain(|edge| edge.from != states[3]);
    sample.labelled(states[3], states[4], EdgeKind::Choice, 80.0);
    sample.labelled(states[3], states[1], EdgeKind::Default, 60.0);
    sample.labelled(states[2], states[2], EdgeKind::Catch, 70.0);
    (sample, states)
}

fn catches() -> (Sample, Vec<NodeId>) {
    let mut sample = Sample::new();
    let mut states = sample.line(ROOT, &["Reserve", "Charge", "Send"]);
    let handler = sample.state(ROOT, "Roll back");
    let fail = sample.state(ROOT, "Failed");
    for &state in &states {
        sample.edge(state, handler, EdgeKind::Catch);
    }
    sample.edge(handler, fail, EdgeKind::Next);
    states.extend([handler, fail]);
    (sample, states)
}

fn parallel() -> (Sample, Vec<NodeId>) {
    let mut sample = Sample::new();
    let states = sample.line(ROOT, &["Prepare", "Parallel", "All good?", "Publish"]);
    let reject = sample.state(ROOT, "Reject");
    sample.graph.edges.retain(|edge| edge.from != states[2]);
    sample.labelled(states[2], states[3], EdgeKind::Choice, 90.0);
    sample.labelled(states[2], reject, EdgeKind::Default, 60.0);
    let one = sample.scope_in(states[1]);
    sample.line(one, &["Resize"]);
    let two = sample.scope_in(states[1]);
    sample.line(two, &["Detect", "Moderate", "Tag"]);
    let three = sample.scope_in(states[1]);
    sample.line(three, &["Transcribe", "Translate"]);
    (sample, states)
}

fn nested() -> Sample {
    let mut sample = Sample::new();
    let outer = sample.line(ROOT, &["Read", "Each order", "Write"]);
    let items = sample.scope_in(outer[1]);
    let item_states = sample.line(items, &["Check", "In parallel"]);
    let branch = sample.scope_in(item_states[1]);
    let mapped = sample.line(branch, &["Each line"]);
    let lines = sample.scope_in(mapped[0]);
    sample.line(lines, &["Price", "Pack"]);
    let other = sample.scope_in(item_states[1]);
    sample.line(other, &["Invoice"]);
    sample.scope_in(item_states[1]);
    sample
}

fn vending_machine() -> (Sample, Vec<NodeId>) {
    let mut sample = Sample::new();
    let start = sample.start(ROOT);
    let names = [
        "Idle",
        "Wait for coin",
        "Enough money?",
        "Choose drink",
        "In stock?",
        "Give drink",
        "Give change",
        "Give money back",
    ];
    let state: Vec<NodeId> = names.map(|name| sample.state(ROOT, name)).to_vec();
    sample.edge(start, state[0], EdgeKind::Start);
    sample.edge(state[0], state[1], EdgeKind::Next);
    sample.edge(state[1], state[2], EdgeKind::Next);
    sample.labelled(state[2], state[3], EdgeKind::Choice, 110.0);
    sample.labelled(state[2], state[7], EdgeKind::Choice, 80.0);
    sample.labelled(state[2], state[1], EdgeKind::Default, 60.0);
    sample.edge(state[3], state[4], EdgeKind::Next);
    sample.labelled(state[4], state[5], EdgeKind::Choice, 90.0);
    sample.labelled(state[4], state[3], EdgeKind::Default, 60.0);
    sample.edge(state[5], state[6], EdgeKind::Next);
    sample.edge(state[6], state[0], EdgeKind::Next);
    sample.edge(state[7], state[0], EdgeKind::Next);
    (sample, state)
}

/// A machine of `count` states whose edges come from a fixed sequence of numbers.
fn random(count: u32) -> Sample {
    let mut sample = Sample::new();
    let start = sample.start(ROOT);
    let states: Vec<NodeId> = (0..count).map(|index| sample.state(ROOT, &format!("State {index}"))).collect();
    let end = sample.end(ROOT);
    sample.edge(start, states[0], EdgeKind::Start);
    let mut number = 12_345_u32;
    let mut draw = |limit: u32| {
        number = number.wrapping_mul(1_103_515_245).wrapping_add(12_345);
        (number >> 16) % limit
    };
    for index in 0..count {
        let from = states[index as usize];
        let is_reached = |graph: &Graph| graph.edges.iter().any(|edge| edge.to == from);
        if !is_reached(&sample.graph) {
            let earlier = states[(index - 1 - draw(index.min(4))) as usize];
            sample.labelled(earlier, from, EdgeKind::Catch, 70.0);
        }
        let ahead = |step: u32| states[((index + 1 + step) % count) as usize];
        if index + 1 == count {
            sample.edge(from, end, EdgeKind::End);
            continue;
        }
        match draw(6) {
            0 => {
                sample.labelled(from, ahead(0), EdgeKind::Choice, 80.0);
                sample.labelled(from, ahead(draw(5)), EdgeKind::Choice, 100.0);
                let back = states[draw(index + 1) as usize];
                sample.labelled(from, back, EdgeKind::Default, 60.0);
            }
            1 => {
                sample.edge(from, ahead(0), EdgeKind::Next);
                sample.edge(from, ahead(draw(8)), EdgeKind::Catch);
            }
            2 => sample.edge(from, end, EdgeKind::End),
            _ => sample.edge(from, ahead(draw(3)), EdgeKind::Next),
        }
    }
    sample
}

#[test]
fn a_line_of_states_is_straight() {
    let mut sample = Sample::new();
    sample.line(ROOT, &["One", "Two", "Three", "Four", "Five"]);
    keep("line", &sample);
    let layout = layout(&sample.graph, &Options::default());
    for route in &layout.edges {
        assert_eq!(route.points.len(), 2);
        assert_eq!(route.points[0].x, route.points[1].x);
    }
}

#[test]
fn a_choice_stands_over_the_middle_of_its_rules_and_they_keep_their_order() {
    let (sample, nodes) = choice();
    keep("choice", &sample);
    let axes: Vec<f64> = nodes.iter().map(|&node| axis(&sample, node)).collect();
    assert_eq!(axes[0], axes[4], "the choice stands over its third rule");
    assert_eq!(axes[1], axes[4], "so does the state where all meet again");
    assert!(axes[2..].is_sorted());
}

#[test]
fn a_retry_loop_runs_beside_a_straight_main_path() {
    let (sample, states) = retry_loop();
    keep("retry", &sample);
    let layout = layout(&sample.graph, &Options::default());
    assert!(states.iter().all(|&state| axis(&sample, state) == axis(&sample, states[0])));
    let back = &layout.edges[layout.edges.len() - 2];
    assert!(back.is_back);
    let right = layout.nodes[states[0].index()].right();
    assert_eq!(back.points.len(), 4);
    assert!(back.points.iter().all(|point| point.x >= right));
}

#[test]
fn catchers_leave_the_main_path_straight() {
    let (sample, states) = catches();
    keep("catch", &sample);
    assert_eq!(axis(&sample, states[0]), axis(&sample, states[1]));
    assert_eq!(axis(&sample, states[1]), axis(&sample, states[2]));
    assert!(axis(&sample, states[3]) > axis(&sample, states[2]));
}

#[test]
fn branches_stand_side_by_side_in_their_frame() {
    let (sample, states) = parallel();
    keep("parallel", &sample);
    let layout = layout(&sample.graph, &Options::default());
    let frame = layout.nodes[states[1].index()];
    let branches = &layout.scopes[1..];
    assert!(branches.windows(2).all(|pair| pair[0].right() < pair[1].x));
    assert!(branches.iter().all(|it| it.height == branches[0].height));
    assert!(frame.x < branches[0].x && branches[2].right() < frame.right());
}

#[test]
fn frames_grow_around_nested_frames() {
    let sample = nested();
    keep("nested", &sample);
    let layout = layout(&sample.graph, &Options::default());
    for (scope, rect) in sample.graph.scopes.iter().zip(&layout.scopes).skip(1) {
        let frame = layout.nodes[scope.parent.unwrap().index()];
        assert!(frame.x < rect.x && rect.right() < frame.right());
        assert!(frame.y < rect.y && rect.bottom() < frame.bottom());
    }
}

#[test]
fn a_machine_that_returns_to_its_first_state_marks_the_returns() {
    let (sample, state) = vending_machine();
    keep("vending", &sample);
    let layout = layout(&sample.graph, &Options::default());
    for (edge, route) in sample.graph.edges.iter().zip(&layout.edges) {
        let goes_up = layout.nodes[edge.to.index()].y < layout.nodes[edge.from.index()].y;
        assert_eq!(route.is_back, goes_up);
    }
    assert!(layout.nodes[0].y < layout.nodes[state[0].index()].y);
}

#[test]
fn states_that_only_lead_into_the_main_path_do_not_move_it_down() {
    let mut sample = Sample::new();
    let states = sample.line(ROOT, &["Validate", "Reserve", "Pay?", "Pay", "Send"]);
    sample.graph.edges.retain(|edge| edge.from != states[2]);
    sample.labelled(states[2], states[3], EdgeKind::Choice, 120.0);
    sample.labelled(states[2], states[4], EdgeKind::Choice, 70.0);
    let refund = sample.state(ROOT, "Refund");
    let alert = sample.state(ROOT, "Alert");
    let failed = sample.state(ROOT, "Failed");
    sample.labelled(states[2], failed, EdgeKind::Default, 60.0);
    for &state in &states[..2] {
        sample.labelled(state, failed, EdgeKind::Catch, 90.0);
    }
    sample.labelled(states[3], states[3], EdgeKind::Choice, 60.0);
    sample.labelled(states[3], refund, EdgeKind::Catch, 110.0);
    sample.labelled(states[4], refund, EdgeKind::Catch, 80.0);
    sample.labelled(states[4], alert, EdgeKind::Catch, 80.0);
    sample.edge(refund, failed, EdgeKind::Next);
    sample.edge(alert, states[1], EdgeKind::Next);
    let stray = sample.state(ROOT, "Stray");
    let second_stray = sample.state(ROOT, "Stray line");
    sample.edge(stray, second_stray, EdgeKind::Next);
    sample.edge(second_stray, states[0], EdgeKind::Next);
    for name in ["New 1", "New 2", "New 3"] {
        sample.state(ROOT, name);
    }
    keep("order", &sample);
    let with_strays = layout(&sample.graph, &Options::default());
    sample.graph.edges.retain(|edge| edge.from != second_stray);
    let without = layout(&sample.graph, &Options::default());
    for state in states {
        let index = state.index();
        // Not by a layer; a gap may hold a line more or less.
        assert!((with_strays.nodes[index].y - without.nodes[index].y).abs() < Options::default().layer_gap);
    }
}

#[test]
fn a_tangle_of_states_still_has_the_start_on_top_and_the_end_at_the_bottom() {
    let sample = random(30);
    keep("random", &sample);
    let layout = layout(&sample.graph, &Options::default());
    let end = layout.nodes.len() - 1;
    for (index, rect) in layout.nodes.iter().enumerate() {
        assert!(index == 0 || layout.nodes[0].bottom() < rect.y || rect.x > layout.nodes[0].right());
        assert!(index == end || rect.bottom() < layout.nodes[end].y);
    }
}

#[test]
fn a_new_state_that_nothing_leads_to_moves_nothing() {
    let (mut sample, _) = vending_machine();
    let before = layout(&sample.graph, &Options::default());
    sample.state(ROOT, "New");
    let after = layout(&sample.graph, &Options::default());
    assert_eq!(after.nodes[..before.nodes.len()], before.nodes);
    assert_eq!(after.edges, before.edges);
}

#[test]
fn a_new_rule_at_the_end_keeps_the_order_of_the_others() {
    let (mut sample, nodes) = choice();
    let added = sample.state(ROOT, "Huge");
    sample.labelled(nodes[0], added, EdgeKind::Choice, 90.0);
    sample.edge(added, nodes[1], EdgeKind::Next);
    let axes: Vec<f64> = nodes[2..].iter().chain([&added]).map(|&node| axis(&sample, node)).collect();
    assert!(axes.is_sorted());
}
