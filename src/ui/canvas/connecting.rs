//! What becomes of a line that is let go, and of what waits for a person to point somewhere.

use super::gestures::Gestures;
use crate::asl::{EdgeRef, StateId, TransitionKind};
use crate::edit::commands::{Reconnect, SetTarget};
use crate::interact::{Grip, Port, REACH, edge_at, state_at};
use crate::layout::Point;
use crate::ui::platform::media::Width;
use crate::ui::state::{Addition, NoticeKind, Panel, Pending};
use leptos::prelude::*;

impl Gestures {
    /// A person pointed at a state or at the background: ends what waits for that. Says whether something did.
    pub(super) fn end_pending(self, on: Option<StateId>, at: Point) -> bool {
        self.actions.parts.now().is_some_and(|rest| (rest.end_pending)(self, on, at))
    }

    /// Ends it.
    pub(in crate::ui) fn take_place(self, on: Option<StateId>, at: Point) -> bool {
        let pending = self.actions.pending;
        match (pending.get_untracked(), on) {
            (None, _) => return false,
            // A line that leads nowhere is not wanted.
            (Some(Pending::Line { .. }), None) => pending.set(None),
            (Some(Pending::Line { from, port }), Some(to)) => {
                pending.set(None);
                self.connect(from, port, to);
            }
            (Some(Pending::Place { states }), _) => {
                pending.set(None);
                let to = self.actions.viewing.viewport.get_untracked().drawing_point(at);
                if let Some(from) = states.first().and_then(|state| self.rect_of(*state)).map(|rect| rect.center()) {
                    self.place(&states, Point { x: to.x - from.x, y: to.y - from.y });
                }
            }
        }
        true
    }

    /// The line at a point of the canvas that leads on from a state.
    pub(super) fn line_at(self, at: Point) -> Option<EdgeRef> {
        let viewport = self.actions.viewing.viewport.get_untracked();
        let found = self.actions.workspace.diagram.with_untracked(|diagram| {
            edge_at(diagram, viewport.drawing_point(at), REACH / viewport.scale).and_then(|(edge, _)| edge.edge)
        });
        found.filter(|edge| matches!(edge, EdgeRef::Transition(..)))
    }

    /// A line is let go over a place of the canvas.
    pub(super) fn connected(self, grip: Grip, at: Point) {
        let workspace = self.actions.workspace;
        let at = self.actions.viewing.viewport.get_untracked().drawing_point(at);
        let target = workspace.diagram.with_untracked(|diagram| state_at(diagram, at));
        match (grip, target) {
            (Grip::Port(from, port), Some(to)) => self.connect(from, port, to),
            // A line that was let go where no state is asks for one.
            (Grip::Port(from, port), None) => self.actions.addition.set(Some(Addition::Behind(from, port))),
            (Grip::LineEnd(edge), target @ Some(_)) => {
                workspace.apply(&SetTarget { edge, target }.into());
            }
            (Grip::LineEnd(edge @ EdgeRef::Transition(_, TransitionKind::Next)), None) => {
                workspace.apply(&SetTarget { edge, target: None }.into());
            }
            (Grip::LineStart(edge), Some(from)) => {
                workspace.apply(&Reconnect { edge, from }.into());
            }
            (Grip::LineEnd(EdgeRef::Transition(..)), None) => {
                let words = workspace.language.get_untracked().messages();
                workspace.notify(NoticeKind::Information, words.line_needs_target(), false);
            }
            _ => {}
        }
    }

    fn connect(self, from: StateId, port: Port, to: StateId) {
        if self.actions.workspace.apply(&port.command(from, to)) && port == Port::Rule {
            self.ask_for_condition(from);
        }
    }

    /// Selects a Choice state that has got a rule, and brings the condition of that rule to the front. The command has put
    /// it behind the others, and states keep their numbers when a line is added.
    fn ask_for_condition(self, choice: StateId) {
        let workspace = self.actions.workspace;
        let found = workspace.document.with_untracked(|document| {
            let state = document.machine().get(choice)?;
            let rules = document.tree().get(state.node, "Choices")?;
            Some((document.machine().key(choice), document.tree().items(rules).len().checked_sub(1)?))
        });
        let Some((key, index)) = found else { return };
        workspace.select_all(vec![key]);
        // On a phone the inspector would cover the graph.
        if self.actions.tabs.width.get_untracked() != Width::Narrow {
            self.actions.tabs.choose(Panel::Inspector);
            self.actions.new_rule.set(Some((choice, index)));
        }
    }
}
