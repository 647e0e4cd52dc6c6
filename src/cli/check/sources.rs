//! Which files are checked, and the definitions in them.

use super::glob;
use crate::asl::ExecutionType;
use crate::cli::read_text;
use crate::import::{Contained, Content, Detected, MappedText, contained, definition_text, detect, quote_placeholders};
use crate::text::{LineIndex, Span, json};
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
    /// Values that are known only when the template is deployed.
    pub(super) unknown: Vec<Span>,
}

/// The files that were found, and why others cannot be read.
pub(super) struct Sources {
    pub(super) found: Vec<Source>,
    pub(super) unreadable: Vec<String>,
}

impl Source {
    /// Reads a file that is a definition, in JSON or YAML.
    pub(in crate::cli) fn of_definition(path: &Path) -> Result<Self, String> {
        let (name, text) = (path.display().to_string(), read_text(path)?);
        let made = readable(&name, &text)?;
        Ok(Self { name, text, definitions: vec![plain(made)] })
    }

    /// The only definition of a file that is one.
    pub(in crate::cli) fn definition_text(&self) -> &str {
        self.definitions.first().map(|definition| definition.made.text.as_str()).unwrap_or_default()
    }
}

fn plain(made: MappedText) -> Definition {
    Definition { machine: None, execution_type: None, made, unknown: Vec::new() }
}

fn readable(name: &str, text: &str) -> Result<MappedText, String> {
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
    let made = match readable(&name, &text) {
        Ok(made) => made,
        Err(problem) => return if is_named || is_definition_by_name { Err(problem) } else { Ok(None) },
    };
    let parsed = json::parse(&made.text);
    let Some(machines) = contained(&made.text, &parsed.tree) else {
        let is_definition = is_named || is_definition_by_name || detect(&made.text) == Detected::Definition;
        return Ok(is_definition.then(|| Source { name, text, definitions: vec![plain(made)] }));
    };
    if machines.is_empty() && !is_named {
        return Ok(None);
    }
    let outer = Arc::new(made.map);
    let mut definitions = Vec::new();
    for machine in machines {
        match machine.content {
            Content::Here { made, unknown } => definitions.push(Definition {
                machine: Some(machine.name),
                execution_type: machine.execution_type,
                made: MappedText { text: made.text, map: made.map.through(&outer) },
                unknown,
            }),
            Content::File(ref file) => {
                let path = path.parent().unwrap_or(Path::new("")).join(file.strip_prefix("./").unwrap_or(file));
                references.push(Reference { path, machine });
            }
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
            found.push(Source::of_definition(&reference.path)?);
            found.len() - 1
        }
    };
    let Some(source) = found.get_mut(position) else { return Ok(()) };
    for definition in source.definitions.iter_mut().filter(|definition| definition.machine.is_none()) {
        let (made, unknown) = quote_placeholders(&definition.made);
        definition.made = made;
        definition.unknown = unknown;
        definition.execution_type = reference.machine.execution_type;
    }
    Ok(())
}
