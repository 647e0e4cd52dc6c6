//! The files that CDK puts beside its templates (CDK's "Cloud Assembly" specification).

use crate::cli::read_json;
use serde_json::Value;
use std::path::{Path, PathBuf};

/// The file of an asset in a folder that CDK made, by the key that it will have in S3: the one that a manifest
/// (`*.assets.json`) names, or else the one that is called after the key.
pub(super) fn asset(folder: &Path, key: &str) -> Option<PathBuf> {
    let beside = if folder.as_os_str().is_empty() { Path::new(".") } else { folder };
    let mut manifests: Vec<PathBuf> = std::fs::read_dir(beside).ok()?.flatten().map(|entry| entry.path()).collect();
    manifests.retain(|path| path.to_string_lossy().ends_with(".assets.json"));
    manifests.sort();
    let named = manifests.iter().find_map(|path| source_of(&read_json(path).ok()?, key));
    [named, Some(format!("asset.{key}"))]
        .into_iter()
        .flatten()
        .map(|file| folder.join(file))
        .find(|path| path.is_file())
}

fn source_of(manifest: &Value, key: &str) -> Option<String> {
    let has_key = |file: &&Value| {
        file["destinations"]
            .as_object()
            .is_some_and(|all| all.values().any(|destination| destination["objectKey"] == key))
    };
    let file = manifest["files"].as_object()?.values().find(has_key)?;
    file["source"]["path"].as_str().map(str::to_owned)
}
