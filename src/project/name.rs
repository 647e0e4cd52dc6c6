//! Names of machines: as people type them, as files have them, as AWS takes them.

use super::Project;

/// How long the name of a machine may be here, in characters.
pub const MAX_PROJECT_NAME: usize = 120;

/// How long the stem of a file's name may be, in bytes: file systems take 255 with the extension.
const MAX_FILE_STEM: usize = 200;

/// How files of definitions end, the longest first.
const EXTENSIONS: [&str; 5] = [".asl.json", ".asl.yaml", ".asl.yml", ".json", ".asl"];

/// Characters that file systems and browsers do not take in a file's name.
const NOT_IN_FILES: &str = "/\\:*?\"<>|";

/// A typed name without what names do not have: control characters, white space around it, more than
/// [`MAX_PROJECT_NAME`] characters. None when nothing is left.
pub fn valid_name(typed: &str) -> Option<String> {
    let plain: String = typed.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
    let short: String = plain.trim().chars().take(MAX_PROJECT_NAME).collect();
    let name = short.trim_end().to_owned();
    (!name.is_empty()).then_some(name)
}

/// The name and the extension that a file's name gives; folders in it do not count. The name is empty when nothing is left.
pub fn project_name(file_name: &str) -> (String, String) {
    let own = file_name.rsplit(['/', '\\']).next().unwrap_or_default();
    let (name, extension) = parts(own);
    (valid_name(&name).unwrap_or_default(), extension)
}

/// A file's name as stem and extension; without one that files of definitions have, the extension is the usual one.
pub(super) fn parts(file_name: &str) -> (String, String) {
    let lower = file_name.to_ascii_lowercase();
    let extension = EXTENSIONS.into_iter().find(|extension| lower.ends_with(extension));
    match extension.and_then(|extension| file_name.split_at_checked(file_name.len() - extension.len())) {
        Some((stem, extension)) => (stem.to_owned(), extension.to_owned()),
        None => {
            let stem = file_name
                .rsplit_once('.')
                .map_or(file_name, |(stem, _)| if stem.is_empty() { file_name } else { stem });
            (stem.to_owned(), Project::EXTENSION.to_owned())
        }
    }
}

/// What a project's file is called: its name without what file systems do not take, and its extension.
pub fn file_name(project: &Project) -> String {
    let is_bad = |character: char| character.is_control() || NOT_IN_FILES.contains(character);
    let plain: String = project.name.chars().map(|c| if is_bad(c) { '-' } else { c }).collect();
    // A leading dot hides a file, and two lead out of the folder.
    let mut stem = plain.trim_matches(['.', ' ', '-']).to_owned();
    while stem.len() > MAX_FILE_STEM {
        stem.pop();
    }
    let stem = if stem.is_empty() { "machine" } else { &stem };
    format!("{stem}{}", project.extension)
}

/// The name itself, or with the first number behind it that makes it free.
pub fn free_name(name: &str, is_taken: impl Fn(&str) -> bool) -> String {
    if !is_taken(name) {
        return name.to_owned();
    }
    // Finitely many names are taken, so one is found.
    (2_u64..).map(|number| format!("{name} ({number})")).find(|name| !is_taken(name)).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_files_name_is_taken_apart() {
        let parts = |file: &str| {
            let (name, extension) = project_name(file);
            format!("{name}|{extension}")
        };
        for (file, expected) in [
            ("order.asl.json", "order|.asl.json"),
            ("order.JSON", "order|.JSON"),
            ("../x", "x|.asl.json"),
            ("C:\\work\\a.b.asl", "a.b|.asl"),
            ("notes.txt", "notes|.asl.json"),
            (".json", "|.json"),
            ("طلب.json", "طلب|.json"),
            ("", "|.asl.json"),
        ] {
            assert_eq!(parts(file), expected, "{file}");
        }
    }

    #[test]
    fn no_name_leads_out_of_the_folder_or_is_too_long_for_it() {
        let file = |name: &str| file_name(&Project { name: name.to_owned(), ..Project::new("", "{}") });
        assert_eq!(file("../x"), "x.asl.json");
        assert_eq!(file("a/b:c"), "a-b-c.asl.json");
        assert_eq!(file(".."), "machine.asl.json");
        assert_eq!(file("طلب جديد"), "طلب جديد.asl.json");
        let long = valid_name(&"ñ".repeat(300)).unwrap();
        assert_eq!(long.chars().count(), MAX_PROJECT_NAME);
        assert!(file(&long).len() <= 255);
    }

    #[test]
    fn a_taken_name_gets_a_number() {
        let taken = ["a", "a (2)"];
        assert_eq!(free_name("a", |name| taken.contains(&name)), "a (3)");
        assert_eq!(free_name("b", |name| taken.contains(&name)), "b");
        assert_eq!(valid_name(" \u{7} "), None);
    }
}
