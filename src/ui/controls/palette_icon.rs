//! The motifs of the palette: lines on a grid of 24 by 24, drawn for Pasos.

use super::icon::{drawing, state_icon, type_class};
use crate::palette::{Icon, Item};
use leptos::prelude::*;

/// The sign of an item of the palette, in its colour.
pub(in crate::ui) fn palette_icon(item: &Item) -> impl IntoView + use<> {
    let class = match item {
        Item::State(state_type) => type_class(Some(*state_type)),
        Item::Pattern(_) => "is-pattern",
        Item::Action(..) | Item::Sdk(_) | Item::Call(_) => "is-task",
    };
    let sign = match item.icon() {
        Icon::State(state_type) => state_icon(Some(state_type)).into_any(),
        motif => drawing(path(motif)).into_any(),
    };
    view! { <span class=format!("state-icon {class}")>{sign}</span> }
}

fn path(icon: Icon) -> &'static str {
    match icon {
        Icon::State(_) => "",
        Icon::Function => "M5 4h3l8 16h3M11.500 11L7 20M5 4",
        Icon::Container => "M4 7l8-4 8 4v10l-8 4-8-4zM4 7l8 4 8-4M12 11v10",
        Icon::Job => "M4 6h10M4 12h10M4 18h6M17 13l4 4-4 4",
        Icon::Cluster => "M9 3h6v5H9zM3 15h6v6H3zM15 15h6v6h-6zM12 8v4M6 15v-3h12v3",
        Icon::Server => "M4 4h16v6H4zM4 14h16v6H4zM8 7h.01M8 17h.01",
        Icon::Worker => "M12 4a3 3 0 1 0 .01 0M5 21v-3a5 5 0 0 1 5-5h4a5 5 0 0 1 5 5v3M9 21v-3M15 21v-3",
        Icon::Topic => "M5 12h6M11 12l8-7M11 12h8M11 12l8 7M4 12h.01",
        Icon::Queue => "M3 7h5v10H3zM10 7h5v10h-5zM17 12h5M19 9l3 3-3 3",
        Icon::Bus => "M3 12h18M7 12V5M12 12v7M17 12V5M5 5h4M15 5h4M10 19h4",
        Icon::Clock => "M12 3a9 9 0 1 0 .01 0M12 7v5l4 2",
        Icon::Workflow => "M4 4h6v6H4zM14 14h6v6h-6zM10 7h4a3 3 0 0 1 3 3v4",
        Icon::Api => "M8 5l-5 7 5 7M16 5l5 7-5 7M13 4l-2 16",
        Icon::Globe => "M12 3a9 9 0 1 0 .01 0M3 12h18M12 3c-6 6-6 12 0 18 6-6 6-12 0-18",
        Icon::Mail => "M3 5h18v14H3zM3 6l9 7 9-7",
        Icon::Stream => "M3 7c4-3 6 3 9 0s6 3 9 0M3 12c4-3 6 3 9 0s6 3 9 0M3 17c4-3 6 3 9 0s6 3 9 0",
        Icon::Table => "M4 5h16v14H4zM4 10h16M4 14.500h16M10 5v14",
        Icon::Bucket => "M4 6c0-3 16-3 16 0l-2 14H6zM4 6c0 3 16 3 16 0",
        Icon::Database => "M5 6c0-3 14-3 14 0v12c0 3-14 3-14 0zM5 6c0 3 14 3 14 0M5 12c0 3 14 3 14 0",
        Icon::Key => "M8 12a4 4 0 1 0-.01 0M11 11l9 9M16 16l2-2M19 19l2-2",
        Icon::Setting => "M4 7h10M18 7h2M4 17h2M10 17h10M14 5v4M8 15v4",
        Icon::Query => "M10 4a6 6 0 1 0 .01 0M14.500 14.500L21 21",
        Icon::Transform => "M4 7h11l-3-3M20 17H9l3 3M4 12h16",
        Icon::Model => "M6 6h.01M6 18h.01M18 12h.01M6 6l12 6M6 18l12-6M6 6v12",
        Icon::Chat => "M4 5h16v11H10l-5 4v-4H4zM8 9h8M8 12h5",
        Icon::Text => "M5 5h14M12 5v14M9 19h6",
        Icon::Image => "M4 5h16v14H4zM4 16l5-5 4 4 3-3 4 4M15 9h.01",
        Icon::Voice => "M12 4a3 3 0 0 1 3 3v4a3 3 0 0 1-6 0V7a3 3 0 0 1 3-3M6 11a6 6 0 0 0 12 0M12 17v4",
        Icon::Build => "M14 6l4 4M3 21l9-9M12 4l8 8-3 3-8-8z",
        Icon::Film => "M4 5h16v14H4zM8 5v14M16 5v14M4 9h4M4 15h4M16 9h4M16 15h4",
        Icon::Chart => "M4 20V4M4 20h16M8 16v-4M13 16V8M18 16v-6",
        Icon::Person => "M12 4a4 4 0 1 0 .01 0M4 21c0-5 3-7 8-7s8 2 8 7",
        Icon::Poll => "M5 12a7 7 0 0 1 12-5l2 2M19 4v5h-5M19 12a7 7 0 0 1-12 5l-2-2M5 20v-5h5",
        Icon::Callback => "M4 8h13a3 3 0 0 1 0 9H8M11 13l-4 4 4 4",
        Icon::Undo => "M9 5L4 10l5 5M4 10h11a5 5 0 0 1 0 10h-4",
        Icon::FanOut => "M3 12h5M8 12l5-7h4M8 12h9M8 12l5 7h4M18 5h.01M18 12h.01M18 19h.01",
        Icon::Breaker => "M3 12h6M15 12h6M9 12l6-5M15 10v4",
        Icon::DeadLetter => "M3 5h18v14H3zM9 9l6 6M15 9l-6 6",
        Icon::Lines => "M6 3h9l4 4v14H6zM9 11h7M9 14h7M9 17h4",
        Icon::Pages => "M8 3h12v14H8zM4 7v14h12M12 8h4M12 12h4",
        Icon::Once => "M12 3a9 9 0 1 0 .01 0M10 9l2-1.500V16",
        Icon::Lock => "M5 11h14v10H5zM8 11V8a4 4 0 0 1 8 0v3",
        Icon::Shield => "M12 3l8 3v6c0 5-4 8-8 9-4-1-8-4-8-9V6zM9 12l2 2 4-4",
        Icon::Bell => "M6 17V11a6 6 0 0 1 12 0v6l2 2H4zM10 21h4",
        Icon::Sdk => {
            "M8 4H6a2 2 0 0 0-2 2v4l-2 2 2 2v4a2 2 0 0 0 2 2h2M16 4h2a2 2 0 0 1 2 2v4l2 2-2 2v4a2 2 0 0 1-2 2h-2M12 12h.01"
        }
    }
}
