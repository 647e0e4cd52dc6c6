//! Patterns of `StringMatches` and timestamps as regular expressions.

use super::literal;

/// What `IsTimestamp` takes: the profile of RFC 3339 with a capital `T` and an offset (specification, "Timestamps").
pub(super) const TIMESTAMP: &str = r"/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/";

/// `log-*.txt` as `/^log\-[\s\S]*\.txt$/`.
pub(super) fn regular_expression(pattern: &str) -> String {
    let mut out = String::from("/^");
    let mut characters = pattern.chars();
    let plain = |character: Option<char>, out: &mut String| {
        if let Some(character) = character {
            out.push_str(&literal::escaped(&character.to_string()));
        }
    };
    while let Some(character) = characters.next() {
        match character {
            '*' => out.push_str(r"[\s\S]*"),
            '\\' => plain(characters.next(), &mut out),
            other => plain(Some(other), &mut out),
        }
    }
    // What ends with a star may end anywhere.
    match out.strip_suffix(r"[\s\S]*") {
        Some(start) => format!("{start}/"),
        None => format!("{out}$/"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stars_stand_for_anything() {
        assert_eq!(regular_expression("log-*.txt"), r"/^log\-[\s\S]*\.txt$/");
        assert_eq!(regular_expression("a/*"), r"/^a\//");
        assert_eq!(regular_expression(r"a\*b"), r"/^a\*b$/");
        assert_eq!(regular_expression("*"), "/^/");
    }
}
