//! A small picture of a machine's graph.

use crate::project::Card;
use leptos::prelude::*;

/// Room around the drawing, in pixels of the drawing.
const MARGIN: i32 = 24;

/// The picture of a card, as large as its place.
#[component]
pub(super) fn Picture(card: Card) -> impl IntoView {
    let [width, height] = card.size;
    let frame = format!("{} {} {} {}", -MARGIN, -MARGIN, width + 2 * MARGIN, height + 2 * MARGIN);
    let line = |points: Vec<[i32; 2]>| {
        let points: Vec<String> = points.iter().map(|[x, y]| format!("{x},{y}")).collect();
        view! { <polyline points=points.join(" ") /> }
    };
    let mark = |mark: crate::project::PictureMark| {
        let [x, y, width, height] = mark.rect.map(|length| length.to_string());
        let kind = mark.state_type.unwrap_or_default();
        view! { <rect x=x y=y width=width height=height rx="10" data-type=kind class:is-frame=mark.is_frame /> }
    };
    view! {
        <svg class="shelf-graph" viewBox=frame preserveAspectRatio="xMidYMid meet" aria-hidden="true">
            {card.lines.into_iter().map(line).collect_view()}
            {card.marks.into_iter().map(mark).collect_view()}
        </svg>
    }
}
