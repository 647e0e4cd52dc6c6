//! From plain values to text.

use serde_json::Value;

/// A value as JSON text without blanks, byte for byte as its `Display` writes it, which goes through a formatter piece by
/// piece. For texts of any size, such as the payloads of a run: they were a third of the time of a run over large data (profile).
pub fn written(value: &Value) -> String {
    // Plain data with text keys always becomes JSON.
    serde_json::to_string(value).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::written;
    use serde_json::json;

    #[test]
    fn is_what_display_writes() {
        let value = json!({ "a": [1, 1.5, -0.0, 1e300, null, true], "é\u{1}\"": { "": "\u{2028}/" } });
        assert_eq!(written(&value), value.to_string());
    }
}
