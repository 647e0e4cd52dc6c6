//! Which panels are seen.

use crate::i18n::Messages;
use crate::ui::platform::media::Width;
use leptos::prelude::*;

/// A panel of the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(in crate::ui) enum Panel {
    /// The graph.
    Graph,
    /// The states as a tree.
    Outline,
    /// The definition as text.
    Json,
    /// What is wrong.
    Problems,
    /// The fields of the selected state.
    Inspector,
    /// The run.
    Run,
}

impl Panel {
    /// Its name.
    pub(in crate::ui) fn title(self, words: &dyn Messages) -> &'static str {
        match self {
            Self::Graph => words.graph(),
            Self::Outline => words.outline(),
            Self::Json => words.json(),
            Self::Problems => words.problems(),
            Self::Inspector => words.inspector(),
            Self::Run => words.execution(),
        }
    }

    /// Its name in element ids.
    pub(in crate::ui) fn id(self) -> &'static str {
        match self {
            Self::Graph => "graph",
            Self::Outline => "outline",
            Self::Json => "json",
            Self::Problems => "problems",
            Self::Inspector => "inspector",
            Self::Run => "run",
        }
    }
}

/// Which panels have tabs at a width, and which of them is chosen.
#[derive(Clone, Copy)]
pub(in crate::ui) struct Tabs {
    /// How wide the window is.
    pub(in crate::ui) width: Signal<Width>,
    /// The panel that was asked for last.
    pub(in crate::ui) chosen: RwSignal<Panel>,
}

impl Tabs {
    pub(in crate::ui) fn new(width: Signal<Width>) -> Self {
        Self { width, chosen: RwSignal::new(Panel::Graph) }
    }

    /// The panels that share one place.
    pub(in crate::ui) fn tabbed(width: Width) -> &'static [Panel] {
        match width {
            Width::Wide => &[Panel::Inspector, Panel::Outline, Panel::Run],
            Width::Medium => &[Panel::Json, Panel::Problems, Panel::Inspector, Panel::Outline, Panel::Run],
            Width::Narrow => {
                &[Panel::Graph, Panel::Outline, Panel::Json, Panel::Problems, Panel::Inspector, Panel::Run]
            }
        }
    }

    /// The tab that is open.
    pub(in crate::ui) fn open(self) -> Panel {
        let (width, chosen) = (self.width.get(), self.chosen.get());
        let tabbed = Self::tabbed(width);
        if tabbed.contains(&chosen) {
            chosen
        } else if width == Width::Narrow {
            Panel::Graph
        } else {
            Panel::Inspector
        }
    }

    /// Whether a panel is seen.
    pub(in crate::ui) fn is_visible(self, panel: Panel) -> bool {
        !Self::tabbed(self.width.get()).contains(&panel) || self.open() == panel
    }

    /// Brings a panel to the front.
    pub(in crate::ui) fn choose(self, panel: Panel) {
        if self.chosen.get_untracked() != panel {
            self.chosen.set(panel);
        }
    }
}
