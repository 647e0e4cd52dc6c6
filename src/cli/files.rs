//! `--files FOLDER`: what S3 holds, as `FOLDER/<bucket>/<key>`.

use crate::mock::Files;
use std::path::{Path, PathBuf};

/// Reads all files of a folder. Symbolic links are followed, but no folder is visited twice.
pub(super) fn read_files(folder: &Path) -> Result<Files, String> {
    let mut files = Files::default();
    for bucket in entries(folder)?.into_iter().filter(|path| path.is_dir()) {
        let name = name(&bucket)?;
        files.buckets.entry(name.clone()).or_default();
        let mut seen = std::collections::BTreeSet::new();
        let mut open = vec![(bucket, String::new())];
        while let Some((path, key)) = open.pop() {
            if !path.is_dir() {
                let content = std::fs::read(&path).map_err(|error| unreadable(&path, &error))?;
                files.put(&name, &key, content);
            } else if seen.insert(path.canonicalize().map_err(|error| unreadable(&path, &error))?) {
                for entry in entries(&path)? {
                    let part = self::name(&entry)?;
                    let key = if key.is_empty() { part } else { format!("{key}/{part}") };
                    open.push((entry, key));
                }
            }
        }
    }
    Ok(files)
}

fn unreadable(path: &Path, error: &std::io::Error) -> String {
    format!("cannot read {}: {error}", path.display())
}

fn entries(folder: &Path) -> Result<Vec<PathBuf>, String> {
    let list = std::fs::read_dir(folder).map_err(|error| unreadable(folder, &error))?;
    list.map(|entry| entry.map(|entry| entry.path()).map_err(|error| unreadable(folder, &error))).collect()
}

fn name(path: &Path) -> Result<String, String> {
    let name = path.file_name().and_then(|name| name.to_str());
    name.map(str::to_owned).ok_or_else(|| format!("{} is not named in UTF-8", path.display()))
}
