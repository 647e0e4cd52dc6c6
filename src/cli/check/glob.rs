//! Patterns for files, for shells that do not expand them: `*`, `?`, `[abc]`, and `**` for any folders.

use regex_lite::Regex;
use std::path::PathBuf;

/// Whether a text is a pattern rather than a path.
pub(super) fn is_pattern(text: &str) -> bool {
    text.contains(['*', '?', '['])
}

/// The folder in which to search, and what the paths found there have to match.
pub(super) fn pattern(text: &str) -> Result<(PathBuf, Regex), String> {
    let fixed: Vec<&str> = text.split('/').take_while(|part| !is_pattern(part)).collect();
    let folder = if text.starts_with('/') && fixed.len() == 1 { "/".to_owned() } else { fixed.join("/") };
    let folder = PathBuf::from(if folder.is_empty() { "." } else { &folder });
    let mut regex = "^".to_owned();
    let mut rest = text.strip_prefix("./").unwrap_or(text);
    while let Some(character) = rest.chars().next() {
        let (written, length) = match character {
            '*' if rest.starts_with("**/") => ("(?:[^/]+/)*".to_owned(), 3),
            '*' if rest.starts_with("**") => (".*".to_owned(), 2),
            '*' => ("[^/]*".to_owned(), 1),
            '?' => ("[^/]".to_owned(), 1),
            '[' => match rest.find(']') {
                Some(end) => (format!("[{}]", rest[1..end].replacen('!', "^", 1).replace('\\', "\\\\")), end + 1),
                None => ("\\[".to_owned(), 1),
            },
            other => (regex_lite::escape(&other.to_string()), other.len_utf8()),
        };
        regex.push_str(&written);
        rest = &rest[length..];
    }
    regex.push('$');
    let regex = Regex::new(&regex).map_err(|_| format!("{text} is not a pattern"))?;
    Ok((folder, regex))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stars_stop_at_folders_and_two_do_not() {
        for (text, folder, matching, other) in [
            ("a/*.json", "a", "a/b.json", "a/b/c.json"),
            ("**/*.asl.json", ".", "x/y/b.asl.json", "x/b.json"),
            ("a/**/b?.json", "a", "a/b1.json", "a/b.json"),
            ("./[!a].yaml", ".", "b.yaml", "a.yaml"),
        ] {
            let (found, regex) = pattern(text).unwrap();
            assert_eq!(found, PathBuf::from(folder), "{text}");
            assert!(regex.is_match(matching) && !regex.is_match(other), "{text}");
        }
        assert!(is_pattern("*.json") && !is_pattern("a.json"));
    }
}
