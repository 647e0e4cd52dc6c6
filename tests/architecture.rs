//! The arrows between the rooms are those of `src/ARCHITECTURE.md`, and none of them leads in a circle.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

mod sources;

use sources::sources;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

/// What each room may use, in the order of the document.
type Arrows = Vec<(String, BTreeSet<String>)>;

/// A room that another one uses, and the line that says so, counted from 1.
type Use = (usize, String);

/// The table of arrows: lines such as ``| `edit` | `asl`, `text` |`` below the heading "Arrows".
fn documented(document: &str) -> Arrows {
    let (_, section) = document.split_once("\n## Arrows\n").unwrap();
    let section = section.split("\n## ").next().unwrap();
    let rows = section.lines().filter_map(|line| line.strip_prefix("| `")?.strip_suffix('|')?.split_once("` |"));
    let names = |list: &str| list.split('`').skip(1).step_by(2).map(str::to_owned).collect();
    rows.map(|(room, list)| (room.to_owned(), names(list))).collect()
}

/// The rooms that `src/lib.rs` declares.
fn declared(library: &str) -> BTreeSet<String> {
    library.lines().filter_map(|line| line.strip_prefix("pub mod ")?.strip_suffix(';')).map(str::to_owned).collect()
}

/// The code of a file that is compiled without tests: its lines without comments, with their numbers. An inline module of
/// tests stands at the foot of a file (clippy looks after that), so all behind it is left out.
fn code(text: &str) -> Vec<(usize, &str)> {
    let mut found = Vec::new();
    let mut lines = (1..).zip(text.lines());
    while let Some((number, line)) = lines.next() {
        if line.trim() == "#[cfg(test)]" {
            let item = lines.by_ref().map(|(_, line)| line).find(|line| !line.trim_start().starts_with('#'));
            let item = item.unwrap_or_default();
            if item.trim_start().starts_with("mod ") && item.ends_with('{') {
                break;
            }
            if item.ends_with('{') {
                let indentation = &item[..item.len() - item.trim_start().len()];
                lines.by_ref().find(|(_, line)| line.strip_prefix(indentation).is_some_and(|rest| rest == "}"));
            }
        } else if !line.trim_start().starts_with("//") {
            found.push((number, line.split(" // ").next().unwrap_or_default()));
        }
    }
    found
}

/// The modules in files of their own that a file declares for tests only.
fn test_modules(text: &str) -> Vec<&str> {
    let lines: Vec<&str> = text.lines().map(str::trim).collect();
    let pairs = lines.windows(2).filter(|pair| pair[0] == "#[cfg(test)]");
    pairs.filter_map(|pair| pair[1].strip_prefix("mod ")?.strip_suffix(';')).collect()
}

/// The names that stand behind a path's beginning, such as `crate::` or, for a module at depth 2, `super::super::`.
fn named<'a>(line: &'a str, beginning: &str) -> Vec<&'a str> {
    let is_part_of_name = |c: char| c.is_alphanumeric() || c == '_';
    line.match_indices(beginning)
        .filter(|(at, _)| !line[..*at].ends_with(|c: char| is_part_of_name(c) || c == ':'))
        .map(|(at, _)| {
            let rest = &line[at + beginning.len()..];
            &rest[..rest.find(|c: char| !is_part_of_name(c)).unwrap_or(rest.len())]
        })
        .collect()
}

/// The rooms that a file uses, other than its own. `depth` says how many modules stand around its items, the room included.
fn used(text: &str, depth: usize, rooms: &BTreeSet<String>, own: &str) -> Vec<Use> {
    let beginnings = ["crate::".to_owned(), "pasos::".to_owned(), "super::".repeat(depth)];
    let in_line = |line| beginnings.iter().flat_map(move |beginning| named(line, beginning));
    let all =
        code(text).into_iter().flat_map(|(number, line)| in_line(line).map(move |name| (number, name.to_owned())));
    all.filter(|(_, name)| name != own && rooms.contains(name)).collect()
}

/// The room of a file and the depth of its module: `edit` and 2 for `edit/place.rs`. Each program is a room of its own:
/// `main.rs`, `bin/engine.rs`.
fn room_of(path: &str) -> (&str, usize) {
    match path.split_once('/') {
        None | Some(("bin", _)) => (path, 1),
        Some((room, inside)) => {
            let depth = 1 + inside.split('/').count();
            (room, if inside.ends_with("mod.rs") { depth - 1 } else { depth })
        }
    }
}

/// Every arrow of the code, with the first place that has it.
fn arrows_of_code(rooms: &BTreeSet<String>) -> BTreeMap<(String, String), String> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let files: Vec<(String, String)> = sources("src")
        .into_iter()
        .map(|(path, text)| (path.strip_prefix(&root).unwrap().to_string_lossy().replace('\\', "/"), text))
        .collect();
    let mut tests = BTreeSet::new();
    for (path, text) in &files {
        let folder = path.strip_suffix("mod.rs").map_or_else(|| path.replace(".rs", "/"), str::to_owned);
        tests.extend(test_modules(text).iter().map(|module| format!("{folder}{module}")));
    }
    let is_test = |path: &str| {
        tests.iter().any(|module| path.strip_prefix(module.as_str()).is_some_and(|rest| rest.starts_with(['.', '/'])))
    };
    let mut arrows = BTreeMap::new();
    for (path, text) in files.iter().filter(|(path, _)| path != "lib.rs" && !is_test(path)) {
        let (room, depth) = room_of(path);
        assert!(!text.contains("use crate::{"), "src/{path}: one `use` for each room, so that its arrow is seen");
        for (line, other) in used(text, depth, rooms, room) {
            arrows.entry((room.to_owned(), other)).or_insert_with(|| format!("src/{path}:{line}"));
        }
    }
    arrows
}

#[test]
fn the_arrows_are_those_of_the_document() {
    let document = documented(include_str!("../src/ARCHITECTURE.md"));
    let rooms = declared(include_str!("../src/lib.rs"));
    let code = arrows_of_code(&rooms);
    let mut wrong = Vec::new();
    for ((room, other), place) in &code {
        if !document.iter().any(|(name, uses)| name == room && uses.contains(other)) {
            wrong.push(format!("{place}: {room} uses {other}, which src/ARCHITECTURE.md does not allow"));
        }
    }
    for (room, uses) in &document {
        for other in uses.iter().filter(|other| !code.contains_key(&(room.clone(), (*other).clone()))) {
            wrong.push(format!("src/ARCHITECTURE.md: {room} may use {other}, but no code does"));
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn every_room_has_one_row_and_uses_only_those_above_it() {
    let document = documented(include_str!("../src/ARCHITECTURE.md"));
    let mut above = BTreeSet::new();
    for (room, uses) in &document {
        for other in uses {
            assert!(
                above.contains(other),
                "{room} may use {other}, which does not stand above it: a circle, or no room"
            );
        }
        assert!(above.insert(room.clone()), "{room} has two rows");
    }
    for room in declared(include_str!("../src/lib.rs")) {
        assert!(above.contains(&room), "{room} is in src/lib.rs and has no row");
    }
}

#[test]
fn an_arrow_is_seen_however_it_is_written_but_not_in_comments_and_tests() {
    let rooms: BTreeSet<String> = ["asl", "edit", "sim", "text"].map(str::to_owned).into();
    let text = "//! See [`crate::sim`].
use crate::asl::Document;
use super::super::text::Edits;
use super::place::text;
fn f() -> Option<u8> { crate::edit::f(); mycrate::sim::g(); None } // as crate::sim does
#[cfg(test)]
mod tests_elsewhere;
#[cfg(test)]
#[must_use]
fn only_for_tests() -> u8 {
    crate::sim::n()
}
use pasos::edit::Command;
#[cfg(test)]
mod tests {
    use crate::sim::Status;
}
";
    let uses = |depth| used(text, depth, &rooms, "form");
    let name = |(line, name): (usize, &str)| (line, name.to_owned());
    assert_eq!(uses(2), [(2, "asl"), (3, "text"), (5, "edit"), (13, "edit")].map(name));
    assert_eq!(uses(3), [(2, "asl"), (5, "edit"), (13, "edit")].map(name), "one level deeper it leads elsewhere");
    assert_eq!(used(text, 3, &rooms, "edit"), [(2, "asl")].map(name), "within a room there are no arrows");
    assert_eq!(test_modules(text), ["tests_elsewhere"]);
    assert_eq!(room_of("edit/commands/mod.rs"), ("edit", 2));
    assert_eq!(room_of("edit/mod.rs"), ("edit", 1));
    assert_eq!(room_of("bin/engine.rs"), ("bin/engine.rs", 1));
}
