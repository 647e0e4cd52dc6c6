//! What S3 holds for a run: files that a person attached, by bucket and key. Nothing is ever fetched.

use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::collections::BTreeMap;
use std::sync::Arc;

/// The bytes of one object; shared, and saved as base64.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bytes(pub Arc<[u8]>);

impl Serialize for Bytes {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&BASE64_STANDARD.encode(&self.0))
    }
}

impl<'de> Deserialize<'de> for Bytes {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        let bytes = BASE64_STANDARD.decode(text).map_err(serde::de::Error::custom)?;
        Ok(Self(bytes.into()))
    }
}

/// Objects by bucket, then by key; keys in the order in which S3 lists them (UTF-8 bytes).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Files {
    /// The buckets that exist.
    pub buckets: BTreeMap<String, BTreeMap<String, Bytes>>,
}

impl Files {
    /// The content of an object.
    pub fn get(&self, bucket: &str, key: &str) -> Option<&[u8]> {
        self.buckets.get(bucket)?.get(key).map(|bytes| &*bytes.0)
    }

    /// Puts an object, and makes its bucket where there is none.
    pub fn put(&mut self, bucket: &str, key: &str, content: impl Into<Arc<[u8]>>) {
        self.buckets.entry(bucket.to_owned()).or_default().insert(key.to_owned(), Bytes(content.into()));
    }

    /// The keys of a bucket that start with `prefix`, in S3's order, with their contents; nothing where there is no
    /// such bucket.
    pub fn list<'a>(&'a self, bucket: &str, prefix: &'a str) -> impl Iterator<Item = (&'a str, &'a [u8])> {
        self.buckets
            .get(bucket)
            .into_iter()
            .flat_map(move |keys| keys.range(prefix.to_owned()..))
            .take_while(move |(key, _)| key.starts_with(prefix))
            .map(|(key, bytes)| (key.as_str(), &*bytes.0))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_by_prefix_and_survives_saving() {
        let mut files = Files::default();
        for key in ["b/2", "a/1", "b/10", "c"] {
            files.put("bucket", key, key.as_bytes());
        }
        let files: Files = serde_json::from_str(&serde_json::to_string(&files).unwrap()).unwrap();
        assert_eq!(files.list("bucket", "b/").map(|(key, _)| key).collect::<Vec<_>>(), ["b/10", "b/2"]);
        assert_eq!(files.get("bucket", "c"), Some(&b"c"[..]));
        assert_eq!(files.list("other", "").count(), 0);
    }
}
