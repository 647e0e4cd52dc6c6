//! What of the drawing is seen, and the ways to change that.

use super::Workspace;
use crate::asl::StateKey;
use crate::diagram::{NodeKind, Role};
use crate::interact::{Viewport, region};
use crate::layout::{Point, Rect, Size};
use gloo::timers::callback::Timeout;
use leptos::prelude::*;

/// Up to this many nodes, all of a drawing is mounted: searching and tabbing through it need no care.
const SMALL: usize = 300;

/// How far what lies over the canvas stays from its border, in pixels.
const MARGIN: f64 = 4.0;

/// Below this scale names cannot be read, and a large drawing is painted as plain boxes.
const PLAIN: f64 = 0.4;

/// After this time without a move the view rests, in milliseconds.
const REST: u32 = 150;
/// How much of the canvas the search bar and the breadcrumbs cover at its top, in pixels.
const TOP_BAR: f64 = 44.0;

/// How much of a drawing is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::ui) enum Detail {
    /// Every node is an element of the page.
    Full,
    /// Every node is an element of the page, without words.
    Plain,
    /// Boxes are painted, and nothing is mounted.
    Painted,
}

/// The view; cheap to copy.
#[derive(Clone, Copy)]
pub(in crate::ui) struct Viewing {
    workspace: Workspace,
    pub(in crate::ui) viewport: RwSignal<Viewport>,
    /// Width and height of the canvas, in pixels; 0 while it is hidden.
    pub(in crate::ui) size: RwSignal<(f64, f64)>,
    /// How much is shown.
    pub(in crate::ui) detail: Memo<Detail>,
    /// Whether the view was panned a moment ago and is likely to go on.
    pub(in crate::ui) is_gliding: RwSignal<bool>,
    /// The part of the drawing that is mounted; none when all of it is.
    pub(in crate::ui) region: Memo<Option<Rect>>,
    /// How much of the canvas the palette covers at its left, in pixels.
    pub(in crate::ui) covered: RwSignal<f64>,
    /// The view before and after it made room for the palette.
    made_room: StoredValue<Option<(Viewport, Viewport)>>,
    /// Which of the opened documents the view was fitted to.
    fitted: StoredValue<Option<u32>>,
}

impl Viewing {
    pub(in crate::ui) fn new(workspace: Workspace) -> Self {
        let viewport = RwSignal::new(Viewport::default());
        let size = RwSignal::new((0.0, 0.0));
        let is_large = Memo::new(move |_| workspace.diagram.with(|diagram| diagram.nodes.len() > SMALL));
        let is_far = Memo::new(move |_| viewport.with(|viewport| viewport.scale < PLAIN));
        let detail = Memo::new(move |_| match (is_far.get(), is_large.get()) {
            (false, _) => Detail::Full,
            (true, false) => Detail::Plain,
            (true, true) => Detail::Painted,
        });
        let mounted = Memo::new(move |before: Option<&Option<Rect>>| {
            let (width, height) = size.get();
            is_large.get().then(|| region(viewport.get().seen(width, height), before.copied().flatten()))
        });
        let covered = RwSignal::new(0.0);
        let (made_room, fitted) = (StoredValue::new(None), StoredValue::new(None));
        let is_gliding = gliding(viewport);
        Self { workspace, viewport, size, detail, is_gliding, region: mounted, covered, made_room, fitted }
    }

    /// Shows the whole drawing.
    pub(in crate::ui) fn fit(self) {
        self.change(|_, width, height| {
            let (own_width, own_height) =
                self.workspace.diagram.with_untracked(|diagram| (diagram.width, diagram.height));
            Viewport::fitting(own_width, own_height, width, height)
        });
    }

    /// The canvas is seen, for the first time or again: as it was left, with the selected state in sight.
    pub(in crate::ui) fn appear(self) {
        if self.fitted.get_value() != Some(self.workspace.opened.get_untracked()) {
            return self.open();
        }
        if let Some(key) = self.workspace.selection.get_untracked() {
            self.reveal(&key);
        }
    }

    /// Shows a drawing that was just opened.
    pub(in crate::ui) fn open(self) {
        self.change(|_, width, height| {
            self.fitted.set_value(Some(self.workspace.opened.get_untracked()));
            self.opening(Size { width, height })
        });
    }

    fn opening(self, screen: Size) -> Viewport {
        let direction = self.workspace.arrangement.with_untracked(|arrangement| arrangement.direction);
        self.workspace.diagram.with_untracked(|diagram| {
            let start = diagram.nodes.iter().find(|node| matches!(node.kind, NodeKind::Start(_)));
            let size = Size { width: diagram.width, height: diagram.height };
            let middle = Point { x: size.width / 2.0, y: size.height / 2.0 };
            let start = start.map_or(middle, |node| node.rect.center());
            Viewport::opening(size, screen, start, direction)
        })
    }

    /// The palette covers so much of the canvas at its left: what was seen moves beside it. When it is gone, and nobody
    /// has moved the view, that is as it was before.
    pub(in crate::ui) fn cover(self, covered: f64) {
        let before = self.viewport.get_untracked();
        if covered == self.covered.get_untracked() {
            return;
        }
        if let Some((was, left)) = self.made_room.try_update_value(Option::take).flatten().filter(|_| covered == 0.0) {
            self.covered.set(covered);
            if left == before {
                self.viewport.set(was);
            }
            return;
        }
        let (width, height) = self.size.get_untracked();
        let drawing = self.workspace.diagram.with_untracked(|diagram| (diagram.width, diagram.height));
        let is_seen = |viewport: Viewport, from: f64| {
            let right = viewport.x + drawing.0 * viewport.scale;
            viewport.x >= from && right <= width && viewport.y >= 0.0
        };
        let shifted = before.panned((covered - self.covered.get_untracked()) / 2.0, 0.0);
        let is_cut_off = is_seen(before, self.covered.get_untracked()) && !is_seen(shifted, covered);
        self.covered.set(covered);
        self.change(|_, free, _| {
            if is_cut_off { self.opening(Size { width: free, height }) } else { shifted.panned(-covered, 0.0) }
        });
        self.made_room.set_value(Some((before, self.viewport.get_untracked())));
    }

    /// The part of the canvas that nothing covers, in its pixels.
    pub(in crate::ui) fn free(self) -> Rect {
        let ((width, height), covered) = (self.size.get_untracked(), self.covered.get_untracked());
        Rect { x: covered, y: 0.0, width: width - covered, height }
    }

    /// Shifts the view as little as needed for a state to be seen.
    pub(in crate::ui) fn reveal(self, key: &StateKey) {
        if let Some(rect) = self.place_of(key) {
            // What lies over the top of the canvas would hide it.
            self.change(|viewport, width, height| {
                viewport.panned(0.0, -TOP_BAR).revealing(rect, width, height - TOP_BAR).panned(0.0, TOP_BAR)
            });
        }
    }

    /// Shows the selected state as large as it fits; all when none is selected.
    pub(in crate::ui) fn frame_selection(self) {
        let rect = self.workspace.selection.with_untracked(|key| key.as_ref().and_then(|key| self.place_of(key)));
        match rect {
            Some(rect) => self.change(|_, width, height| Viewport::framing(rect, width, height)),
            None => self.fit(),
        }
    }

    /// Scales the view around its middle.
    pub(in crate::ui) fn zoom(self, factor: f64) {
        self.change(|viewport, width, height| viewport.zoomed(factor, Point { x: width / 2.0, y: height / 2.0 }));
    }

    /// Shows everything as large as life, around what is in the middle.
    pub(in crate::ui) fn life_size(self) {
        self.change(|viewport, width, height| {
            viewport.zoomed(1.0 / viewport.scale, Point { x: width / 2.0, y: height / 2.0 })
        });
    }

    /// Brings a point of the drawing to the middle.
    pub(in crate::ui) fn centre(self, at: Point) {
        self.change(|viewport, width, height| viewport.centred(at, width, height));
    }

    /// Makes a change of the drawing after which its start is seen where it was before: what grows to the left or upwards
    /// would otherwise push all the rest away.
    pub(in crate::ui) fn in_place(self, change: impl FnOnce()) {
        let start = move || {
            self.workspace.diagram.with_untracked(|diagram| {
                let start = diagram.nodes.iter().find(|node| matches!(node.kind, NodeKind::Start(_)));
                start.map(|node| node.rect.center())
            })
        };
        let before = start();
        change();
        if let (Some(before), Some(after)) = (before, start()) {
            self.change(|viewport, _, _| {
                viewport.panned((before.x - after.x) * viewport.scale, (before.y - after.y) * viewport.scale)
            });
        }
    }

    /// The innermost state at a point of the canvas, while the drawing is painted: what is mounted is asked itself.
    pub(in crate::ui) fn painted_at(self, at: Point) -> Option<StateKey> {
        if self.detail.get_untracked() != Detail::Painted {
            return None;
        }
        let at = self.viewport.get_untracked().drawing_point(at);
        let is_there = |rect: &Rect| rect.x <= at.x && at.x <= rect.right() && rect.y <= at.y && at.y <= rect.bottom();
        self.workspace.diagram.with_untracked(|diagram| {
            let states = diagram.nodes.iter().filter(|node| node.key.role == Role::State && is_there(&node.rect));
            states.max_by_key(|node| node.depth).map(|node| node.key.state())
        })
    }

    /// A place for something of a size, in pixels of the canvas: at a point, or as near as the canvas has room.
    pub(in crate::ui) fn within(self, at: Point, size: (f64, f64)) -> Point {
        let (width, height) = self.size.get();
        Point { x: at.x.min(width - size.0).max(MARGIN + self.covered.get()), y: at.y.min(height - size.1).max(MARGIN) }
    }

    fn place_of(self, key: &StateKey) -> Option<Rect> {
        self.workspace.diagram.with_untracked(|diagram| diagram.state(key).map(|node| node.rect))
    }

    /// Changes the view of the part of the canvas that nothing covers. A canvas that is hidden has no view to change.
    fn change(self, change: impl FnOnce(Viewport, f64, f64) -> Viewport) {
        let Rect { x: covered, width, height, .. } = self.free();
        if width > 0.0 && height > 0.0 {
            let before = self.viewport.get_untracked();
            let after = change(before.panned(-covered, 0.0), width, height).panned(covered, 0.0);
            if after != before {
                self.viewport.set(after);
            }
        }
    }
}

/// Whether the view is being panned: from the first move until it rests, or is scaled.
fn gliding(viewport: RwSignal<Viewport>) -> RwSignal<bool> {
    let is_gliding = RwSignal::new(false);
    let rest = StoredValue::new_local(None::<Timeout>);
    let set = move |glides: bool| {
        if is_gliding.get_untracked() != glides {
            is_gliding.set(glides);
        }
    };
    Effect::new(move |before: Option<Viewport>| {
        let now = viewport.get();
        let is_panned = before.is_some_and(|before| before != now && before.scale == now.scale);
        set(is_panned);
        rest.set_value(is_panned.then(|| Timeout::new(REST, move || set(false))));
        now
    });
    is_gliding
}
