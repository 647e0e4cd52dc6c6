//! `ItemBatcher`: items put together into the inputs of child executions
//! (developer guide, "ItemBatcher (Map)").

use super::quota::MAX_PAYLOAD_BYTES;
use crate::text::json::written;
use serde_json::{Map, Value};
use std::sync::Arc;

/// Batches of at most `most_items` items whose input has at most `most_bytes` bytes as JSON text. An item that is larger
/// by itself makes a batch of its own.
pub(super) fn batches(
    items: Vec<Arc<Value>>,
    most_items: Option<usize>,
    most_bytes: Option<usize>,
    batch_input: Option<&Value>,
) -> Vec<Value> {
    let most_items = most_items.unwrap_or(usize::MAX);
    let most_bytes = most_bytes.unwrap_or(MAX_PAYLOAD_BYTES).min(MAX_PAYLOAD_BYTES);
    let around = written(&batch(Vec::new(), batch_input)).len();
    let mut batches = Vec::new();
    let (mut open, mut bytes) = (Vec::new(), around);
    for item in items {
        let size = written(&item).len();
        // From the second item on, a comma stands before it.
        if !open.is_empty() && (open.len() >= most_items || bytes + 1 + size > most_bytes) {
            batches.push(batch(std::mem::take(&mut open), batch_input));
            bytes = around;
        }
        bytes += size + usize::from(!open.is_empty());
        open.push(Arc::unwrap_or_clone(item));
    }
    if !open.is_empty() {
        batches.push(batch(open, batch_input));
    }
    batches
}

fn batch(items: Vec<Value>, batch_input: Option<&Value>) -> Value {
    let mut batch = Map::new();
    if let Some(input) = batch_input {
        batch.insert("BatchInput".into(), input.clone());
    }
    batch.insert("Items".into(), items.into());
    Value::Object(batch)
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn items(count: usize) -> Vec<Arc<Value>> {
        (0..count).map(|number| Arc::new(number.into())).collect()
    }

    #[test]
    fn counts_items() {
        let found = batches(items(5), Some(2), None, Some(&json!({ "factCheck": "December 2022" })));
        assert_eq!(found.len(), 3);
        assert_eq!(found[2], json!({ "BatchInput": { "factCheck": "December 2022" }, "Items": [4] }));
    }

    #[test]
    fn counts_bytes() {
        // {"Items":[0,1,2]} has 17 bytes.
        assert_eq!(batches(items(6), None, Some(17), None).len(), 2);
        assert_eq!(batches(items(6), None, Some(16), None).len(), 3);
        assert_eq!(batches(items(2), None, Some(1), None).len(), 2);
        assert_eq!(batches(items(0), Some(3), None, None), Vec::<Value>::new());
    }
}
