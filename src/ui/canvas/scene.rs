//! What is mounted of the drawing, each part with a signal of its own: a change wakes only what it changes.

use super::marks::Marks;
use crate::asl::{StateId, StateKey, TransitionKind};
use crate::diagram::{Branch, Diagram, Edge, Key, Node, NodeKind};
use crate::layout::{Point, Rect};
use crate::ui::platform::media;
use crate::ui::state::{Detail, Viewing, Workspace};
use gloo::timers::callback::Timeout;
use leptos::prelude::*;
use std::collections::HashMap;
use std::hash::Hash;
use std::sync::Arc;

/// When more nodes than this move at once, they jump: nobody can follow them, and it would not be smooth.
const MOST_MOVING: usize = 300;

/// How long parts take to their new places, in milliseconds; `style/canvas.css` says the same, a little less.
const MOVING_TIME: u32 = 220;

/// Names an edge: the node that it leaves, and by which field.
pub(super) type EdgeKey = (Key, Option<TransitionKind>);

/// A mounted part.
#[derive(Clone)]
pub(super) struct Shown<K, T: 'static> {
    pub(super) key: K,
    pub(super) part: ArcRwSignal<T>,
}

/// All that is mounted; cheap to copy.
#[derive(Clone, Copy)]
pub(super) struct Scene {
    pub(super) nodes: RwSignal<Vec<Shown<Key, Node>>>,
    pub(super) branches: RwSignal<Vec<Shown<Key, Branch>>>,
    pub(super) edges: RwSignal<Vec<Shown<EdgeKey, Edge>>>,
    /// The edges with a label or a control: many a line runs by whose ends are far away.
    pub(super) controls: RwSignal<Vec<Shown<EdgeKey, Edge>>>,
    /// Whether parts are on their way to new places.
    pub(super) is_moving: RwSignal<bool>,
}

impl Scene {
    pub(super) fn new(workspace: Workspace, viewing: Viewing, marks: Memo<Arc<Marks>>) -> Self {
        let scene = Self {
            nodes: RwSignal::new(Vec::new()),
            branches: RwSignal::new(Vec::new()),
            edges: RwSignal::new(Vec::new()),
            controls: RwSignal::new(Vec::new()),
            is_moving: RwSignal::new(false),
        };
        let is_still = media::matches("(prefers-reduced-motion: reduce)");
        let pause = StoredValue::new_local(None::<Timeout>);
        Effect::new(move |_| {
            // Before what is derived from it: what finds the drawing up to date already does not see that it has changed.
            let diagram = workspace.diagram.get();
            // While the canvas is hidden, nothing is mounted of a large drawing.
            let region = viewing.region.get();
            let is_painted = viewing.detail.get() == Detail::Painted;
            let selection = workspace.selection.get();
            let stop = workspace.tab_stop.get();
            let marks = marks.get();
            let selection = selection.as_ref();
            let wanted = Wanted { diagram: &diagram, region, is_painted, selection, stop, marks: &marks };
            update(scene.branches, wanted.branches());
            update(scene.edges, wanted.edges(Wanted::is_near_line));
            update(scene.controls, wanted.edges(Wanted::is_near_control));
            let n_moved = update(scene.nodes, wanted.nodes());
            if (1..=MOST_MOVING).contains(&n_moved) && !is_still.get_untracked() {
                scene.is_moving.set(true);
                let end = Timeout::new(MOVING_TIME, move || scene.is_moving.set(false));
                pause.set_value(Some(end));
            }
        });
        scene
    }
}

/// What should be mounted.
struct Wanted<'a> {
    diagram: &'a Diagram,
    region: Option<Rect>,
    is_painted: bool,
    /// The selected state keeps its element wherever it is: it may have the focus.
    selection: Option<&'a StateKey>,
    /// So does the state with which the keyboard enters the graph.
    stop: Option<StateId>,
    marks: &'a Marks,
}

impl<'a> Wanted<'a> {
    fn is_near(&self, rect: &Rect) -> bool {
        !self.is_painted && self.region.is_none_or(|region| region.overlaps(rect))
    }

    fn nodes(&self) -> Vec<(Key, &'a Node)> {
        let is_wanted = |node: &&Node| {
            let is_kept = self.stop.is_some_and(|stop| node.kind == NodeKind::State(stop));
            is_kept || self.is_near(&node.rect) || self.selection.is_some_and(|selection| node.key.is_of(selection))
        };
        self.diagram.nodes.iter().filter(is_wanted).map(|node| (node.key.clone(), node)).collect()
    }

    fn branches(&self) -> Vec<(Key, &'a Branch)> {
        let near = self.diagram.branches.iter().filter(|branch| self.is_near(&branch.rect));
        near.map(|branch| (branch.key.clone(), branch)).collect()
    }

    fn edges(&self, is_near: fn(&Self, &Edge) -> bool) -> Vec<(EdgeKey, &'a Edge)> {
        let near = self.diagram.edges.iter().filter(|edge| !self.is_painted && is_near(self, edge));
        near.map(|edge| ((edge.from_key.clone(), edge.kind), edge)).collect()
    }

    /// A long line may lead around what is seen: each of its parts is looked at.
    fn is_near_line(&self, edge: &Edge) -> bool {
        let is_near = |from: Point, to: Point| self.region.is_none_or(|region| region.overlaps(&around(from, to)));
        if edge.joining.is_some() && !self.marks.is_taken(edge) {
            let mut corners = edge.own_corners();
            let Some(mut last) = corners.next() else { return false };
            return corners.any(|corner| is_near(std::mem::replace(&mut last, corner), corner));
        }
        edge.points.windows(2).any(|part| is_near(part[0], part[1]))
    }

    /// Labels and buttons are at both ends and in the middle.
    fn is_near_control(&self, edge: &Edge) -> bool {
        self.region.is_none_or(|region| {
            let places = [edge.points.first(), edge.points.last(), Some(&edge.middle)];
            places.into_iter().flatten().any(|at| region.overlaps(&around(*at, *at)))
                || edge.label.as_ref().is_some_and(|(_, rect)| region.overlaps(rect))
        })
    }
}

/// The rectangle around a part of a line, with room for its stroke and its arrow head.
fn around(from: Point, to: Point) -> Rect {
    let room = 12.0;
    let (x, y) = (from.x.min(to.x), from.y.min(to.y));
    let (width, height) = ((from.x - to.x).abs(), (from.y - to.y).abs());
    Rect { x: x - room, y: y - room, width: width + 2.0 * room, height: height + 2.0 * room }
}

/// A part with a place, so that one can tell whether it moves.
trait Placed {
    fn place(&self) -> Option<Point>;
}

impl Placed for Node {
    fn place(&self) -> Option<Point> {
        Some(Point { x: self.rect.x, y: self.rect.y })
    }
}

impl Placed for Branch {
    fn place(&self) -> Option<Point> {
        Some(Point { x: self.rect.x, y: self.rect.y })
    }
}

impl Placed for Edge {
    fn place(&self) -> Option<Point> {
        self.points.first().copied()
    }
}

/// Makes a list show what is wanted; says how many parts stay mounted and move.
fn update<K, T>(list: RwSignal<Vec<Shown<K, T>>>, wanted: Vec<(K, &T)>) -> usize
where
    K: Clone + Eq + Hash + Send + Sync + 'static,
    T: Clone + PartialEq + Placed + Send + Sync + 'static,
{
    let mut n_moved = 0;
    let changed = list.with_untracked(|before| {
        let is_same_list = before.len() == wanted.len() && before.iter().zip(&wanted).all(|(a, b)| a.key == b.0);
        let mut change = |shown: &Shown<K, T>, part: &T| {
            if shown.part.with_untracked(|old| old != part) {
                n_moved += usize::from(shown.part.with_untracked(Placed::place) != part.place());
                shown.part.set(part.clone());
            }
        };
        if is_same_list {
            before.iter().zip(&wanted).for_each(|(shown, (_, part))| change(shown, part));
            return None;
        }
        let known: HashMap<&K, &Shown<K, T>> = before.iter().map(|shown| (&shown.key, shown)).collect();
        let shown = wanted.into_iter().map(|(key, part)| match known.get(&key) {
            Some(&shown) => {
                change(shown, part);
                shown.clone()
            }
            None => Shown { key, part: ArcRwSignal::new(part.clone()) },
        });
        Some(shown.collect())
    });
    if let Some(shown) = changed {
        list.set(shown);
    }
    n_moved
}
