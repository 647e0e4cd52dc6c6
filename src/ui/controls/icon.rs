//! The icons: lines on a grid of 24 by 24, drawn for Pasos.

use crate::asl::StateType;
use leptos::prelude::*;

/// A sign on a button.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::ui) enum Icon {
    Arrange,
    ArrowDown,
    ArrowUp,
    Back,
    Book,
    Branch,
    Check,
    ChevronRight,
    Clock,
    Close,
    Code,
    Connect,
    Copy,
    Cross,
    Cut,
    Delete,
    Down,
    Download,
    Duplicate,
    Error,
    Extract,
    Fit,
    Flag,
    Focus,
    Fold,
    GoTo,
    Graph,
    Hint,
    Inspector,
    Keyboard,
    Lanes,
    LeftToRight,
    Mend,
    Menu,
    Mute,
    New,
    Open,
    Outline,
    Paste,
    Pin,
    Plus,
    Problems,
    Question,
    Redo,
    Rename,
    Restart,
    Run,
    Search,
    SelectAll,
    SelectSeveral,
    Sheets,
    Step,
    Shelf,
    Stop,
    Swap,
    TakeOut,
    TopToBottom,
    Undo,
    Unfold,
    Up,
    Warning,
    ZoomIn,
    ZoomOut,
}

impl Icon {
    fn path(self) -> &'static str {
        match self {
            Self::Arrange => "M9 3h6v4H9zM4 17h6v4H4zM14 17h6v4h-6zM12 7v5M7 17v-5h10v5",
            Self::ArrowDown => "M12 5v14M6 13l6 6 6-6",
            Self::ArrowUp => "M12 19V5M6 11l6-6 6 6",
            Self::Back => "M14 6l-6 6 6 6M19 6v12",
            Self::Book => "M5 4h6a2 2 0 0 1 1 1 2 2 0 0 1 1-1h6v15h-6l-1 1-1-1H5zM12 5v15",
            Self::Branch => "M6 4v16M6 14c0-5 3-5 9-5M15 5v8M11 9h8",
            Self::Check => "M5 13l5 5L20 7",
            Self::ChevronRight => "M9 6l6 6-6 6",
            Self::Clock => "M12 3a9 9 0 1 0 .01 0M12 7v5l3 3",
            Self::Close | Self::Cross => "M6 6l12 12M18 6L6 18",
            Self::Code => {
                "M8 4H6a2 2 0 0 0-2 2v4l-2 2 2 2v4a2 2 0 0 0 2 2h2M16 4h2a2 2 0 0 1 2 2v4l2 2-2 2v4a2 2 0 0 1-2 2h-2"
            }
            Self::Connect => "M5 3v6h6V3zM8 9v9h9M13 14l4 4-4 4",
            Self::Copy => "M9 9h11v11H9zM5 15H4V4h11v1",
            Self::Cut => "M6 15a3 3 0 1 0 .01 0M18 15a3 3 0 1 0 .01 0M8 15.500L17 3M16 15.500L7 3",
            Self::Duplicate => "M9 9h11v11H9zM5 15H4V4h11v1M14.500 12v5M12 14.500h5",
            Self::Delete => "M4 7h16M9 7V4h6v3M6 7l1 13h10l1-13M10 11v6M14 11v6",
            Self::Download => "M12 4v11M7 11l5 5 5-5M4 20h16",
            Self::Down => "M12 5v14M6 13l6 6 6-6",
            Self::Error => "M12 3a9 9 0 1 0 .01 0M12 7v6M12 16.5v.5",
            Self::Extract => "M10 5H4v15h15v-6M14 4h6v6M20 4l-9 9",
            Self::Fit => "M4 9V4h5M20 9V4h-5M4 15v5h5M20 15v5h-5",
            Self::Focus => "M4 9V4h5M20 9V4h-5M4 15v5h5M20 15v5h-5M9 12h6M12 9v6",
            Self::Flag => "M5 21V4h13l-3 4 3 4H5",
            Self::Fold => "M6 15l6-6 6 6",
            Self::Unfold => "M6 9l6 6 6-6",
            Self::LeftToRight => "M3 9h6v6H3zM15 9h6v6h-6zM9 12h6",
            Self::TopToBottom => "M9 3h6v6H9zM9 15h6v6H9zM12 9v6",
            Self::GoTo => "M9 5h10v10M19 5L6 18",
            Self::Graph => "M9 3h6v5H9zM3 16h6v5H3zM15 16h6v5h-6zM12 8v4M6 16v-4h12v4",
            Self::Hint => "M12 3a9 9 0 1 0 .01 0M12 11v6M12 7.5v.5",
            Self::Inspector => "M4 6h9M17 6h3M4 12h3M11 12h9M4 18h11M19 18h1M15 4v4M9 10v4M17 16v4",
            Self::Keyboard => "M3 6h18v12H3zM7 10h.01M11 10h.01M15 10h.01M8 14h8M18 10h.01",
            Self::Lanes => "M4 3h16v18H4zM9.500 7v10M14.500 7v10",
            Self::ZoomOut => "M5 12h14",
            Self::New => "M6 3h8l5 5v13H6zM14 3v5h5M12 12v6M9 15h6",
            Self::Mend => {
                "M14.5 6.5a4 4 0 0 1 5-2l-2.5 2.5 .5 2 2 .5L22 7a4 4 0 0 1-5.5 4.5L9 19a2 2 0 0 1-3-3l7.500-7.500z"
            }
            Self::Menu => "M4 6h16M4 12h16M4 18h16",
            Self::Mute => "M5 9v6h4l5 4V5L9 9zM18 9l4 6M22 9l-4 6",
            Self::Rename => "M4 20l1-5L16 4l4 4L9 19zM13 7l4 4",
            Self::Open => "M3 19V5h6l2 3h9v3M3 19l3-8h16l-3 8z",
            Self::Outline => "M4 5h10M9 12h11M9 19h11M5.500 9v10M5.500 12H6",
            Self::Paste => "M8 5H5v16h14V5h-3M9 3h6v4H9zM9 12h6M9 16h4",
            Self::Pin => "M9 4h6l-1 6 3 3H7l3-3zM12 13v7",
            Self::Plus | Self::ZoomIn => "M12 5v14M5 12h14",
            Self::Problems => "M12 4L2.5 20h19zM12 10v5M12 17.5v.5",
            Self::Question => "M9 9.500a3 3 0 1 1 4.200 2.700c-.8.4-1.200 1-1.200 2.200M12 17.500v.5",
            Self::Redo => "M15 5l5 5-5 5M20 10H9a5 5 0 0 0 0 10h4",
            Self::Restart => "M5 12a7 7 0 1 0 2-5L4 10M4 4v6h6",
            Self::Run => "M7 4l13 8-13 8z",
            Self::Search => "M10.500 4a6.500 6.500 0 1 0 .01 0M15.500 15.500L21 21",
            Self::SelectAll => "M4 8V4h4M16 4h4v4M20 16v4h-4M8 20H4v-4M8 8h8v8H8z",
            Self::SelectSeveral => "M3 6l2 2 3-4M3 17l2 2 3-4M12 6h9M12 17h9",
            Self::Sheets => "M4 9h11v11H4zM8 9V5h11v11h-4",
            Self::Step => "M10 6l6 6-6 6M5 6v12",
            Self::Shelf => "M4 4h4v16H4zM8 4h4v16H8zM14 5l4-1 3 15-4 1z",
            Self::Stop => "M6 6h12v12H6z",
            Self::Swap => "M4 8h15M15 4l4 4-4 4M20 16H5M9 12l-4 4 4 4",
            Self::TakeOut => "M4 13v7h16v-7M12 15V4M7 9l5-5 5 5",
            Self::Undo => "M9 5l-5 5 5 5M4 10h11a5 5 0 0 1 0 10h-4",
            Self::Up => "M12 19V5M6 11l6-6 6 6",
            Self::Warning => "M12 4L2.5 20h19zM12 10v5M12 17.5v.5",
        }
    }
}

pub(super) fn drawing(path: &'static str) -> impl IntoView {
    view! {
        <svg
            viewBox="0 0 24 24"
            fill="none"
            stroke="currentColor"
            stroke-width="2"
            stroke-linecap="round"
            stroke-linejoin="round"
            aria-hidden="true"
        >
            <path d=path />
        </svg>
    }
}

/// A sign. It is not read out: the button that has it has a name.
pub(in crate::ui) fn icon(icon: Icon) -> impl IntoView {
    drawing(icon.path())
}

/// The sign of a type of state.
pub(in crate::ui) fn state_icon(state_type: Option<StateType>) -> impl IntoView {
    drawing(match state_type {
        // A cog: something works.
        Some(StateType::Task) => {
            "M12 9a3 3 0 1 0 .01 0M12 2.5v3M12 18.5v3M2.5 12h3M18.5 12h3M5.3 5.3l2.1 2.1M16.6 16.6l2.1 2.1M18.7 5.3l-2.1 2.1M7.4 16.6l-2.1 2.1"
        }
        // A way that forks.
        Some(StateType::Choice) => "M12 21v-7M12 14L5 7M12 14l7-7M5 12V7h5M14 7h5v5",
        // Lanes side by side.
        Some(StateType::Parallel) => "M12 3v4M5 21v-9a5 5 0 0 1 5-5h4a5 5 0 0 1 5 5v9M12 7v14",
        // Stacked sheets with a loop.
        Some(StateType::Map) => "M4 8h12v12H4zM8 8V4h12v12h-4M8 14l2 2 4-4",
        // An arrow that goes through.
        Some(StateType::Pass) => "M3 12h17M14 6l6 6-6 6",
        Some(StateType::Wait) => "M12 3a9 9 0 1 0 .01 0M12 7v5l4 2",
        Some(StateType::Succeed) => "M5 13l5 5L20 7",
        Some(StateType::Fail) => "M6 6l12 12M18 6L6 18",
        None => "M9 9a3 3 0 1 1 4.2 2.8c-.8.4-1.2 1-1.2 2.2M12 17.5v.5",
    })
}

/// The class that gives a type of state its colour.
pub(in crate::ui) fn type_class(state_type: Option<StateType>) -> &'static str {
    match state_type {
        Some(StateType::Task) => "is-task",
        Some(StateType::Choice) => "is-choice-state",
        Some(StateType::Parallel) => "is-parallel",
        Some(StateType::Map) => "is-map",
        Some(StateType::Pass) => "is-pass",
        Some(StateType::Wait) => "is-wait",
        Some(StateType::Succeed) => "is-succeed",
        Some(StateType::Fail) => "is-fail",
        None => "is-unknown",
    }
}
