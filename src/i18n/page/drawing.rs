//! How the graph is drawn and looked at: direction, folded frames, map, views.

use crate::i18n::texts::texts;
use crate::i18n::{En, Es};

texts! {
    /// Texts of the controls in the corner of the canvas.
    DrawingMessages {
        left_to_right: "Draw from left to right", "Dibujar de izquierda a derecha";
        top_to_bottom: "Draw from top to bottom", "Dibujar de arriba abajo";
        overview: "Overview of the whole graph", "Vista general del grafo";
    }
}

/// Texts about single frames.
pub trait FrameMessages {
    /// What a folded frame holds.
    fn n_states_inside(&self, n: usize) -> String;
    /// Hides what is inside a frame.
    fn fold(&self, name: &str) -> String;
    /// Shows what is inside a frame again.
    fn unfold(&self, name: &str) -> String;
}

impl FrameMessages for En {
    fn n_states_inside(&self, n: usize) -> String {
        if n == 1 { "1 state inside".to_owned() } else { format!("{n} states inside") }
    }

    fn fold(&self, name: &str) -> String {
        format!("Hide what is inside {name}")
    }

    fn unfold(&self, name: &str) -> String {
        format!("Show what is inside {name}")
    }
}

impl FrameMessages for Es {
    fn n_states_inside(&self, n: usize) -> String {
        if n == 1 { "1 estado dentro".to_owned() } else { format!("{n} estados dentro") }
    }

    fn fold(&self, name: &str) -> String {
        format!("Ocultar lo que hay dentro de «{name}»")
    }

    fn unfold(&self, name: &str) -> String {
        format!("Mostrar lo que hay dentro de «{name}»")
    }
}
