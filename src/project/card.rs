//! What stands on the shelf of a machine beside its name: a small picture of its graph, and how many problems it has.

use crate::diagram::{Diagram, NodeKind};
use serde::{Deserialize, Serialize};

/// How many boxes a picture has at the most, and how many lines: more cannot be told apart at its size.
pub const MAX_MARKS: usize = 150;

/// A box of the picture, in pixels of the drawing.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct PictureMark {
    /// Left, top, width, height.
    pub rect: [i32; 4],
    /// The type of the state as ASL writes it; none for a marker of start or end.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub state_type: Option<String>,
    /// Whether states are drawn inside it.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub is_frame: bool,
}

/// A card of the shelf.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Card {
    /// Width and height of the drawing, in pixels.
    pub size: [i32; 2],
    /// The boxes, an outer one before its inner ones.
    pub marks: Vec<PictureMark>,
    /// The lines, each as points.
    pub lines: Vec<Vec<[i32; 2]>>,
    /// How many states there are, drawn or not.
    pub n_states: usize,
    /// How many errors the checker found; none before it has looked.
    pub n_errors: Option<usize>,
    /// How many warnings it found.
    pub n_warnings: Option<usize>,
}

impl Card {
    /// A card with the picture of a drawing.
    pub fn of(diagram: &Diagram, n_states: usize) -> Self {
        let whole = |length: f64| length.round() as i32;
        let mark = |node: &crate::diagram::Node| PictureMark {
            rect: [node.rect.x, node.rect.y, node.rect.width, node.rect.height].map(whole),
            state_type: node.state_type.map(|state_type| state_type.as_str().to_owned()),
            is_frame: node.is_frame,
        };
        let is_drawn = |node: &&crate::diagram::Node| !matches!(node.kind, NodeKind::Empty(_));
        Self {
            size: [diagram.width, diagram.height].map(whole),
            marks: diagram.nodes.iter().filter(is_drawn).take(MAX_MARKS).map(mark).collect(),
            lines: diagram
                .edges
                .iter()
                .take(MAX_MARKS)
                .map(|edge| edge.points.iter().map(|point| [whole(point.x), whole(point.y)]).collect())
                .collect(),
            n_states,
            n_errors: None,
            n_warnings: None,
        }
    }
}
