//! Painting a drawing as plain boxes and lines: for the overview, and where it is seen from so far that words are dust.

use crate::asl::StateType;
use crate::diagram::{Diagram, Edge, Node, Role};
use crate::layout::{Point, Rect};
use leptos::prelude::*;
use wasm_bindgen::JsCast as _;
use web_sys::{CanvasRenderingContext2d, HtmlCanvasElement};

/// A part of the drawing and where it is painted: a point `p` of the drawing at `p × scale + shift`.
#[derive(Clone, Copy, Debug)]
pub(super) struct Projection {
    pub(super) scale: Point,
    pub(super) shift: Point,
}

impl Projection {
    fn rect(self, rect: &Rect) -> Rect {
        let corner = self.point(Point { x: rect.x, y: rect.y });
        // What is too small to be seen is still a dot.
        let (width, height) = ((rect.width * self.scale.x).max(1.0), (rect.height * self.scale.y).max(1.0));
        Rect { x: corner.x, y: corner.y, width, height }
    }

    fn point(self, point: Point) -> Point {
        Point { x: point.x * self.scale.x + self.shift.x, y: point.y * self.scale.y + self.shift.y }
    }
}

/// The colours of the page, as its theme has them now.
pub(super) struct Colours {
    style: Option<web_sys::CssStyleDeclaration>,
}

impl Colours {
    pub(super) fn of_page() -> Self {
        let root = document().document_element();
        Self { style: root.and_then(|root| window().get_computed_style(&root).ok().flatten()) }
    }

    fn get(&self, name: &str) -> String {
        self.style.as_ref().and_then(|style| style.get_property_value(name).ok()).unwrap_or_default()
    }

    /// The strong and the soft colour of a type.
    fn of_type(&self, state_type: Option<StateType>) -> (String, String) {
        let name = state_type.map_or("unknown", |state_type| match state_type {
            StateType::Task => "task",
            StateType::Choice => "choice",
            StateType::Parallel => "parallel",
            StateType::Map => "map",
            StateType::Pass => "pass",
            StateType::Wait => "wait",
            StateType::Succeed => "succeed",
            StateType::Fail => "fail",
        });
        (self.get(&format!("--{name}")), self.get(&format!("--{name}-soft")))
    }
}

/// Gives a canvas element the size that it is seen at, in the screen's own pixels, empties it, and lets the painter count
/// in those of the page.
pub(super) fn context(canvas: &HtmlCanvasElement, width: f64, height: f64) -> Option<CanvasRenderingContext2d> {
    let ratio = window().device_pixel_ratio().clamp(1.0, 2.0);
    let (wide, high) = ((width * ratio) as u32, (height * ratio) as u32);
    if canvas.width() != wide || canvas.height() != high {
        canvas.set_width(wide);
        canvas.set_height(high);
    }
    let context = canvas.get_context("2d").ok().flatten()?.dyn_into::<CanvasRenderingContext2d>().ok()?;
    // A plain scale is always a transform.
    let _ = context.set_transform(ratio, 0.0, 0.0, ratio, 0.0, 0.0);
    context.clear_rect(0.0, 0.0, width, height);
    Some(context)
}

/// Paints what of a drawing lies in `seen`; `marked` are nodes that stand out.
pub(super) fn paint(
    context: &CanvasRenderingContext2d,
    diagram: &Diagram,
    projection: Projection,
    seen: Rect,
    marked: impl Fn(&Node) -> bool,
) {
    let colours = Colours::of_page();
    let is_seen = |node: &&Node| seen.overlaps(&node.rect);
    let (frames, plain): (Vec<&Node>, Vec<&Node>) = diagram.nodes.iter().filter(is_seen).partition(|node| node.is_frame);
    for frame in frames {
        let (strong, soft) = colours.of_type(frame.state_type);
        let rect = projection.rect(&frame.rect);
        context.set_fill_style_str(&soft);
        context.fill_rect(rect.x, rect.y, rect.width, rect.height);
        context.set_stroke_style_str(&strong);
        context.set_line_width(1.0);
        context.stroke_rect(rect.x, rect.y, rect.width, rect.height);
    }
    context.set_line_width(1.0);
    context.set_stroke_style_str(&colours.get("--edge"));
    context.begin_path();
    for edge in &diagram.edges {
        trace(context, edge, projection, seen);
    }
    context.stroke();
    let mut types: Vec<Option<StateType>> = StateType::ALL.into_iter().map(Some).collect();
    types.push(None);
    for state_type in types {
        let mut is_first = true;
        for node in plain.iter().filter(|node| node.state_type == state_type) {
            if std::mem::take(&mut is_first) {
                let (strong, _) = colours.of_type(state_type);
                context.set_fill_style_str(&strong);
            }
            let rect = projection.rect(&node.rect);
            context.fill_rect(rect.x, rect.y, rect.width, rect.height);
        }
    }
    context.set_stroke_style_str(&colours.get("--current"));
    context.set_line_width(3.0);
    for node in diagram.nodes.iter().filter(|node| node.key.role == Role::State && marked(node)) {
        let rect = projection.rect(&node.rect);
        context.stroke_rect(rect.x - 3.0, rect.y - 3.0, rect.width + 6.0, rect.height + 6.0);
    }
}

/// Adds the line of an edge to the path. A line with both ends on one side of what is seen is left out early.
fn trace(context: &CanvasRenderingContext2d, edge: &Edge, projection: Projection, seen: Rect) {
    let (Some(first), Some(last)) = (edge.points.first(), edge.points.last()) else { return };
    let is_above = first.y < seen.y && last.y < seen.y;
    let is_below = first.y > seen.bottom() && last.y > seen.bottom();
    if is_above || is_below {
        return;
    }
    for (index, point) in edge.points.iter().enumerate() {
        let at = projection.point(*point);
        if index == 0 {
            context.move_to(at.x, at.y);
        } else {
            context.line_to(at.x, at.y);
        }
    }
}
