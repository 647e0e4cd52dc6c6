//! Graphs and their layouts as JSON: one line for each definition of a folder, for `tests/e2e/layout-quality.mjs`.
//!
//! `cargo bench --no-default-features --bench layout -- <folder> [left-to-right]`; without a folder it does nothing.
#![allow(clippy::unwrap_used, clippy::print_stdout, reason = "a program that prints for another one")]
#![allow(clippy::disallowed_methods, reason = "it reads the folder that it is given")]

use pasos::asl::Document;
use pasos::diagram::{Arrangement, Drawn};
use pasos::i18n::Language;
use pasos::layout::{Direction, Rect, Size};
use serde_json::{Value, json};

fn main() {
    let mut arguments = std::env::args().skip(1).filter(|argument| !argument.starts_with("--"));
    let Some(folder) = arguments.next() else { return };
    let direction = match arguments.next().as_deref() {
        Some("left-to-right") => Direction::LeftToRight,
        _ => Direction::TopToBottom,
    };
    let arrangement = Arrangement { direction, ..Arrangement::default() };
    let mut paths: Vec<_> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    for path in paths.into_iter().filter(|path| path.extension().is_some_and(|extension| extension == "json")) {
        let document = Document::new(std::fs::read_to_string(&path).unwrap());
        let drawn = Drawn::new(&document, Language::En.messages(), &arrangement, None);
        println!("{}", as_json(&path.file_name().unwrap().to_string_lossy(), &drawn));
    }
}

fn as_json(name: &str, drawn: &Drawn) -> Value {
    let size = |size: Size| json!([size.width, size.height]);
    let rect = |rect: &Rect| json!([rect.x, rect.y, rect.width, rect.height]);
    let (graph, layout) = (drawn.graph(), drawn.layout());
    json!({
        "name": name,
        "width": layout.width,
        "height": layout.height,
        "scopes": graph.scopes.iter().zip(&layout.scopes).map(|(scope, place)| json!({
            "parent": scope.parent.map(|parent| parent.0), "title": scope.title_height, "rect": rect(place),
        })).collect::<Vec<_>>(),
        "nodes": graph.nodes.iter().zip(&layout.nodes).map(|(node, place)| json!({
            "scope": node.scope.0, "size": size(node.size), "role": format!("{:?}", node.role), "rect": rect(place),
        })).collect::<Vec<_>>(),
        "edges": graph.edges.iter().zip(&layout.edges).map(|(edge, route)| json!({
            "from": edge.from.0, "to": edge.to.0, "kind": format!("{:?}", edge.kind), "label": edge.label.map(size),
            "points": route.points.iter().map(|point| json!([point.x, point.y])).collect::<Vec<_>>(),
            "labelRect": route.label.as_ref().map(rect),
        })).collect::<Vec<_>>(),
    })
}
