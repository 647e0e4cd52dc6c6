//! Which files are checked, and the definitions in them.

use super::{asset, glob};
use crate::asl::ExecutionType;
use crate::check::Origin;
use crate::cli::read_text;
use crate::import::{
    Contained, Content, DefinitionText, Detected, MappedText, Quoted, contained, definition_text, detect,
    fill_placeholders, quote_placeholders,
};
use crate::text::json::{self, NodeKind};
use crate::text::{LineIndex, Span};
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// Folders that hold what others made, and are not entered.
const NOT_ENTERED: [&str; 2] = ["node_modules", "target"];

/// A file with the definitions in it.
pub(in crate::cli) struct Source {
    pub(super) name: String,
    pub(super) text: String,
    pub(super) definitions: Vec<Definition>,
}

/// A definition and the way back to its file.
pub(in crate::cli) struct Definition {
    /// The machine's name in a template.
    pub(super) machine: Option<String>,
    /// What the template says that it is.
    pub(super) execution_type: Option<ExecutionType>,
    pub(in crate::cli) made: MappedText,
    /// What is known of the file or the template that it comes from.
    pub(super) origin: Origin,
    /// Values that a template fills in and that stand without quotes: nobody knows what they are.
    bare: Vec<Span>,
}

/// The files that were found, and why others cannot be read.
pub(super) struct Sources {
    pub(super) found: Vec<Source>,
    pub(super) unreadable: Vec<String>,
}

impl Source {
    /// Reads a file that is a definition, in JSON or YAML, with values for its placeholders.
    pub(in crate::cli) fn of_definition(path: &Path, values: &BTreeMap<String, String>) -> Result<Self, String> {
        let (name, text) = (path.display().to_string(), read_text(path)?);
        let mut read = readable(&name, &text)?;
        read.made = fill_placeholders(&read.made, values);
        Ok(Self { definitions: vec![plain(read, &text)], name, text })
    }

    /// Whether every value is known, as far as a run needs them.
    pub(in crate::cli) fn needs_no_values(&self) -> Result<(), String> {
        let bare = self.definitions.iter().flat_map(|definition| {
            definition.bare.iter().map(|span| (definition.made.map.span(*span), span.of(&definition.made.text)))
        });
        let Some((place, name)) = bare.into_iter().next() else { return Ok(()) };
        let place = LineIndex::new(&self.text).position(&self.text, place.start);
        let (file, name) = (&self.name, name.trim_matches('"'));
        let inner = name.trim_start_matches("${").trim_end_matches('}');
        Err(format!(
            "{file}:{}:{}: a template fills in {name}: give it a value with --set {inner}=VALUE",
            place.line, place.column
        ))
    }

    /// The placeholders that stand as whole values and in quotes: a run takes them for texts.
    pub(in crate::cli) fn placeholder_texts(&self) -> BTreeSet<&str> {
        let unknown = self.definitions.iter().flat_map(|definition| {
            let Definition { made, origin, bare, .. } = definition;
            let quoted = origin.unknown.iter().filter(|span| !bare.contains(span));
            quoted.map(|span| span.of(&made.text).trim_matches('"'))
        });
        unknown.collect()
    }

    /// The only definition of a file that is one.
    pub(in crate::cli) fn definition_text(&self) -> &str {
        self.definitions.first().map(|definition| definition.made.text.as_str()).unwrap_or_default()
    }
}

/// A definition that is a file of its own. A template may fill in its placeholders.
fn plain(read: DefinitionText, text: &str) -> Definition {
    let Quoted { made, unknown, bare } = quote_placeholders(&read.made);
    let origin = Origin { unknown, read_otherwise: within(&made, &read.read_otherwise, text), ..Origin::default() };
    Definition { machine: None, execution_type: None, made, origin, bare }
}

/// The values of a made text that come from some places of its file, with what is written there.
fn within(made: &MappedText, places: &[Span], text: &str) -> Vec<(Span, String)> {
    if places.is_empty() {
        return Vec::new();
    }
    let tree = json::parse(&made.text).tree;
    let mut found = Vec::new();
    let mut open: Vec<_> = tree.root().into_iter().collect();
    while let Some(node) = open.pop() {
        open.extend(tree.members(node).iter().map(|member| member.value));
        open.extend(tree.items(node));
        let span = tree.span(node);
        let is_scalar = matches!(tree.kind(node), NodeKind::String(_) | NodeKind::Number);
        let place = places.iter().find(|place| is_scalar && place.contains(made.map.span(span)));
        found.extend(place.map(|place| (span, place.of(text).trim().to_owned())));
    }
    found
}

fn readable(name: &str, text: &str) -> Result<DefinitionText, String> {
    definition_text(name, text).map_err(|error| {
        let place = LineIndex::new(text).position(text, error.span.start);
        format!("{name}:{}:{}: this YAML cannot be read: {}", place.line, place.column, error.message)
    })
}

/// A definition beside its template.
struct Reference {
    path: PathBuf,
    machine: Contained,
}

/// Finds all files that the arguments name.
pub(super) fn collect(arguments: &[String]) -> Result<Sources, String> {
    let mut sources = Sources { found: Vec::new(), unreadable: Vec::new() };
    let mut references = Vec::new();
    let mut seen = Vec::new();
    for (path, is_named) in candidates(arguments)? {
        let own = canonical(&path);
        if seen.contains(&own) {
            continue;
        }
        seen.push(own);
        match read(&path, is_named, &mut references) {
            Ok(Some(source)) => sources.found.push(source),
            Ok(None) => {}
            Err(problem) => sources.unreadable.push(problem),
        }
    }
    for reference in references {
        if let Err(problem) = follow(&reference, &mut sources.found) {
            sources.unreadable.push(problem);
        }
    }
    // A job that checks nothing must not look as if all were well.
    for folder in arguments.iter().filter(|argument| Path::new(argument).is_dir()) {
        let is_below = |source: &Source| canonical(Path::new(&source.name)).starts_with(canonical(Path::new(folder)));
        if !sources.found.iter().any(is_below) {
            sources.unreadable.push(format!("there is no definition in {folder}"));
        }
    }
    Ok(sources)
}

fn canonical(path: &Path) -> PathBuf {
    path.canonicalize().unwrap_or_else(|_| path.to_owned())
}

/// The files that may be checked, each with whether it was named itself.
fn candidates(arguments: &[String]) -> Result<Vec<(PathBuf, bool)>, String> {
    let mut found = Vec::new();
    for argument in arguments {
        let path = PathBuf::from(argument);
        if path.is_dir() {
            found.extend(
                files_below(&path)?.into_iter().filter(|path| may_hold_machine(path)).map(|path| (path, false)),
            );
        } else if glob::is_pattern(argument) && !path.exists() {
            let (folder, pattern) = glob::pattern(argument)?;
            let files = files_below(&folder)?;
            let before = found.len();
            found.extend(files.into_iter().filter(|path| pattern.is_match(&slashes(path))).map(|path| (path, true)));
            if found.len() == before {
                return Err(format!("no file matches {argument}"));
            }
        } else {
            found.push((path, true));
        }
    }
    Ok(found)
}

fn slashes(path: &Path) -> String {
    path.display().to_string().replace('\\', "/")
}

fn may_hold_machine(path: &Path) -> bool {
    let extension = path.extension().and_then(|extension| extension.to_str()).unwrap_or_default();
    ["json", "asl", "yaml", "yml"].contains(&extension)
}

/// All files below a folder, in the order of their names. Hidden folders and links to folders are left out.
fn files_below(folder: &Path) -> Result<Vec<PathBuf>, String> {
    let mut files = Vec::new();
    let mut open = vec![folder.to_owned()];
    while let Some(folder) = open.pop() {
        let unreadable = |error: std::io::Error| format!("cannot read {}: {error}", folder.display());
        for entry in std::fs::read_dir(&folder).map_err(unreadable)? {
            let entry = entry.map_err(unreadable)?;
            let name = entry.file_name();
            let name = name.to_string_lossy();
            let path = entry.path();
            let path = path.strip_prefix(".").map(Path::to_owned).unwrap_or(path);
            if entry.file_type().map_err(unreadable)?.is_dir() {
                if !name.starts_with('.') && !NOT_ENTERED.contains(&&*name) {
                    open.push(path);
                }
            } else {
                files.push(path);
            }
        }
    }
    files.sort();
    Ok(files)
}

/// Reads a file; none when it was only met in a folder and holds no machine.
fn read(path: &Path, is_named: bool, references: &mut Vec<Reference>) -> Result<Option<Source>, String> {
    let name = path.display().to_string();
    let text = match read_text(path) {
        Ok(text) => text,
        Err(problem) => return if is_named { Err(problem) } else { Ok(None) },
    };
    let is_definition_by_name = name.contains(".asl.") || name.ends_with(".asl");
    let read = match readable(&name, &text) {
        Ok(read) => read,
        Err(problem) => return if is_named || is_definition_by_name { Err(problem) } else { Ok(None) },
    };
    let parsed = json::parse(&read.made.text);
    let Some(machines) = contained(&read.made.text, &parsed.tree) else {
        let is_definition = is_named || is_definition_by_name || detect(&read.made.text) == Detected::Definition;
        return Ok(is_definition.then(|| Source { definitions: vec![plain(read, &text)], name, text }));
    };
    if machines.is_empty() && !is_named {
        return Ok(None);
    }
    let outer = Arc::new(read.made.map);
    let folder = path.parent().unwrap_or(Path::new(""));
    let mut definitions = Vec::new();
    for machine in machines {
        match machine.content {
            Content::Here { made, unknown } => {
                let made = MappedText { text: made.text, map: made.map.through(&outer) };
                let read_otherwise = within(&made, &read.read_otherwise, &text);
                let Contained { substitutions, is_logged, is_traced, .. } = machine;
                let origin = Origin { unknown, read_otherwise, substitutions, is_file: false, is_logged, is_traced };
                let (machine, execution_type) = (Some(machine.name), machine.execution_type);
                definitions.push(Definition { machine, execution_type, made, origin, bare: Vec::new() });
            }
            Content::File(ref file) => {
                references.push(Reference { path: folder.join(file.strip_prefix("./").unwrap_or(file)), machine });
            }
            Content::Asset(ref key) => match asset::asset(folder, key) {
                Some(path) => references.push(Reference { path, machine }),
                None => eprintln!(
                    "pasos: {name}: the definition of {} is {key} in S3 and not beside this template, so it is not checked",
                    machine.name
                ),
            },
            Content::Elsewhere => {
                eprintln!(
                    "pasos: {name}: the definition of {} is not in this template, so it is not checked",
                    machine.name
                );
            }
        }
    }
    Ok(Some(Source { name, text, definitions }))
}

/// Reads the file of a reference, or tells the one that is there already what its template says.
fn follow(reference: &Reference, found: &mut Vec<Source>) -> Result<(), String> {
    let path = canonical(&reference.path);
    let position = match found.iter().position(|source| canonical(Path::new(&source.name)) == path) {
        Some(position) => position,
        None => {
            let mut references = Vec::new();
            let source = read(&reference.path, true, &mut references)?;
            found.extend(source);
            found.len().saturating_sub(1)
        }
    };
    let Some(source) = found.get_mut(position) else { return Ok(()) };
    for definition in &mut source.definitions {
        definition.execution_type = reference.machine.execution_type.or(definition.execution_type);
        definition.origin.substitutions = reference.machine.substitutions.clone();
        definition.origin.is_file = true;
        definition.origin.is_logged = reference.machine.is_logged;
        definition.origin.is_traced = reference.machine.is_traced;
    }
    Ok(())
}
