//! The objects of a bucket as items, or what is in them (`Transformation: LOAD_AND_FLATTEN`).

use super::{Request, Storage, parse};
use crate::sim::token::Item;
use md5::{Digest as _, Md5};
use serde_json::json;

/// One item an object; with `LOAD_AND_FLATTEN` the items in all of them.
pub(super) fn read(
    storage: &Storage<'_>,
    request: &Request<'_>,
    bucket: &str,
    prefix: &str,
) -> Result<Vec<Item>, String> {
    let objects = storage.list(bucket, prefix)?;
    if request.option("Transformation") == "LOAD_AND_FLATTEN" {
        let mut items = Vec::new();
        for (key, _) in objects {
            items.extend(parse(request.option("InputType"), &storage.get(bucket, &key)?, request)?);
        }
        return Ok(items);
    }
    let seconds = storage.clock.div_euclid(1000);
    let item = |(key, content): (String, Vec<u8>)| {
        let digest = Md5::digest(&content);
        let etag: String = digest.iter().map(|byte| format!("{byte:02x}")).collect();
        Item::of(json!({
            "Etag": format!("\"{etag}\""),
            "Key": key,
            "LastModified": seconds,
            "Size": content.len(),
            "StorageClass": "STANDARD"
        }))
    };
    Ok(objects.into_iter().map(item).collect())
}
