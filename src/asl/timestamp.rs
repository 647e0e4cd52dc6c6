//! Timestamps as the language wants them: the profile of RFC 3339 with a capital `T` and an offset
//! (specification, "Timestamps").

/// Milliseconds since 1970; `None` for a text that is no such timestamp.
pub fn parse(text: &str) -> Option<i64> {
    let bytes = text.as_bytes();
    let has_offset = text.ends_with('Z')
        || (bytes.len() > 6 && matches!(bytes[bytes.len() - 6], b'+' | b'-') && bytes[bytes.len() - 3] == b':');
    if bytes.get(10) != Some(&b'T') || !has_offset {
        return None;
    }
    text.parse::<jiff::Timestamp>().ok().map(|timestamp| timestamp.as_millisecond())
}

/// Milliseconds since 1970 as `2024-05-01T10:00:00.000Z`.
pub fn format(milliseconds: i64) -> String {
    jiff::Timestamp::from_millisecond(milliseconds)
        .map(|timestamp| format!("{timestamp:.3}"))
        .unwrap_or_else(|_| "+999999999-12-31T23:59:59.999Z".to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn wants_a_capital_t_and_an_offset() {
        assert_eq!(parse("1970-01-01T00:00:01Z"), Some(1000));
        assert_eq!(parse("1970-01-01T01:00:00.5+01:00"), Some(500));
        for text in ["1970-01-01", "1970-01-01T00:00:01", "1970-01-01 00:00:01Z", "1970-13-01T00:00:01Z", ""] {
            assert_eq!(parse(text), None, "{text}");
        }
        assert_eq!(format(1000), "1970-01-01T00:00:01.000Z");
    }
}
