//! From the tree to plain values.

use super::tree::{NodeId, NodeKind, Tree};
use serde_json::{Map, Number, Value};

impl Tree {
    /// The value as `serde_json` has it; the last of members with the same name counts, what could not be read is
    /// `null`. `text` is the text that the tree was read from. Recurses no deeper than [`super::MAX_DEPTH`].
    pub fn value(&self, text: &str, node: NodeId) -> Value {
        match self.kind(node) {
            NodeKind::Object(members) => {
                let mut map = Map::with_capacity(members.len());
                for member in members {
                    map.insert(member.key.to_string(), self.value(text, member.value));
                }
                Value::Object(map)
            }
            NodeKind::Array(items) => items.iter().map(|item| self.value(text, *item)).collect(),
            NodeKind::String(content) => Value::from(&**content),
            NodeKind::Number => number(self.span(node).of(text)),
            NodeKind::Bool(value) => Value::Bool(*value),
            NodeKind::Null | NodeKind::Invalid => Value::Null,
        }
    }
}

/// An integer that fits 64 bits stays one; all others are double-precision numbers.
fn number(spelling: &str) -> Value {
    if let Ok(integer) = spelling.parse::<i64>() {
        // `-0` is the double, as an integer has no sign of zero.
        if integer != 0 || !spelling.starts_with('-') {
            return integer.into();
        }
    }
    if let Ok(integer) = spelling.parse::<u64>() {
        return integer.into();
    }
    spelling.parse::<f64>().ok().and_then(Number::from_f64).map_or(Value::Null, Value::Number)
}

#[cfg(test)]
mod tests {
    use crate::text::json::parse;
    use serde_json::json;

    #[test]
    fn keeps_integers_and_doubles_apart() {
        let text = r#"[1, 1.0, -0, 18446744073709551615, 12345678901234567890123]"#;
        let tree = parse(text).tree;
        let value = tree.value(text, tree.root().unwrap());
        assert_eq!(value, json!([1, 1.0, -0.0, 18_446_744_073_709_551_615_u64, 12_345_678_901_234_567_890_123.0]));
    }
}
