//! Patterns as JSONata 2.0.6 reads and searches them.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]
use super::*;

fn first(pattern: &str, flags: &str, text: &str) -> Option<Vec<String>> {
    let found = Regex::compile(pattern, flags).unwrap().find_at(text, 0).unwrap()?;
    let groups = found.groups.iter().map(|group| group.clone().map_or("-".to_owned(), |group| text[group].to_owned()));
    Some([text[found.range.clone()].to_owned()].into_iter().chain(groups).collect())
}

#[test]
fn finds_what_ecmascript_finds() {
    for (pattern, flags, text, expected) in [
        ("a+b", "", "xaab", Some(vec!["aab"])),
        ("(a)|(b)", "", "b", Some(vec!["b", "-", "b"])),
        ("(?:(a)|b)*", "", "ab", Some(vec!["ab", "-"])),
        ("(z)((a+)?(b+)?(c))*", "", "zaacbbbcac", Some(vec!["zaacbbbcac", "z", "ac", "a", "-", "c"])),
        ("(?=(a+))", "", "baaabac", Some(vec!["", "aaa"])),
        ("(.*?)a(?!(a+)b\\2c)\\2(.*)", "", "baaabaac", Some(vec!["baaabaac", "ba", "-", "abaac"])),
        ("(?<=\\$)\\d+(\\.\\d*)?", "", "$10.53", Some(vec!["10.53", ".53"])),
        ("(?<!\\$)\\b\\d+", "", "$1 22", Some(vec!["22"])),
        ("(?<=(\\d+)(\\d+))$", "", "1053", Some(vec!["", "1", "053"])),
        ("(?<year>\\d{4})-\\k<year>", "", "1999-1999", Some(vec!["1999-1999", "1999"])),
        ("(\\w+) \\1", "i", "The the", Some(vec!["The the", "The"])),
        ("^b$", "m", "a\nb\nc", Some(vec!["b"])),
        ("[^]", "", "a", Some(vec!["a"])),
        ("[/]", "", "a/b", Some(vec!["/"])),
        ("\\é", "", "é", Some(vec!["é"])),
        ("\\w", "", "é", None),
        ("\\d", "", "٣", None),
        ("É", "i", "é", Some(vec!["é"])),
        ("a{2,3}?", "", "aaa", Some(vec!["aa"])),
        ("a{,3}", "", "a{,3}", Some(vec!["a{,3}"])),
        ("]", "", "]", Some(vec!["]"])),
        ("\\u0041\\x42", "", "AB", Some(vec!["AB"])),
        ("[\\w-]+", "", "a-b c", Some(vec!["a-b"])),
    ] {
        let expected = expected.map(|texts| texts.into_iter().map(str::to_owned).collect::<Vec<_>>());
        assert_eq!(first(pattern, flags, text), expected, "/{pattern}/{flags} in {text}");
    }
}

#[test]
fn what_cannot_be_read_is_refused() {
    for (pattern, reason) in [
        ("(", "Unterminated group"),
        (")", "Unmatched ')'"),
        ("*a", "Nothing to repeat"),
        ("[b-a]", "Range out of order in character class"),
        ("[a", "Unterminated character class"),
        ("a{2,1}", "numbers out of order in {} quantifier"),
        ("\\", "\\ at end of pattern"),
        ("a{100000}{100000}", "Nothing to repeat"),
    ] {
        assert_eq!(Regex::compile(pattern, "").unwrap_err(), BadPattern::Invalid(reason), "{pattern}");
    }
    assert_eq!(Regex::compile("(?:a{1000}){1000}", "").unwrap_err(), BadPattern::TooLarge);
}

#[test]
fn no_pattern_takes_powers_of_the_text() {
    let text = "a".repeat(20_000) + "!";
    for pattern in ["^(a+)+$", "^(a|aa)+$", "(a*)*b", "^(.*?,){11}P", "(?:a|a)*c", "^(a?){30}a{30}b"] {
        assert_eq!(first(pattern, "", &text), None, "{pattern}");
    }
    let regex = Regex::compile("^(a+)+\\1$", "").unwrap();
    assert_eq!(regex.find_at(&text, 0).unwrap_err(), TooManySteps);
}
