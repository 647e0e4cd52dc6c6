//! What every file keeps to, and no compiler looks after.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

use std::fs;
use std::path::{Path, PathBuf};

/// All Rust files below a folder of the project.
fn sources(folder: &str) -> Vec<(PathBuf, String)> {
    let mut open = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join(folder)];
    let mut found = Vec::new();
    while let Some(folder) = open.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                open.push(path);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                let text = fs::read_to_string(&path).unwrap();
                found.push((path, text));
            }
        }
    }
    assert!(!found.is_empty());
    found
}

#[test]
fn every_module_says_what_it_is_for() {
    for (path, text) in sources("src").into_iter().chain(sources("tests")) {
        assert!(text.starts_with("//! "), "{} has no //! line", path.display());
    }
}

#[test]
fn only_the_page_and_the_worker_know_the_browser() {
    for (path, text) in sources("src") {
        let name = path.to_string_lossy().replace('\\', "/");
        if ["/src/ui/", "/src/main.rs", "/src/bin/engine.rs"].iter().any(|place| name.contains(place)) {
            continue;
        }
        for line in text.lines().filter(|line| !line.trim_start().starts_with("//")) {
            for library in ["leptos::", "web_sys::", "js_sys::", "gloo::", "wasm_bindgen::"] {
                assert!(!line.contains(library), "{name} names {library}");
            }
        }
    }
}

#[test]
fn no_file_names_a_registry_host() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let package_lock = fs::read_to_string(root.join("package-lock.json")).unwrap();
    assert!(!package_lock.contains("\"resolved\""), "package-lock.json names download addresses");
}
