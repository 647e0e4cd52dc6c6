//! What every file keeps to, and no compiler looks after.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

mod sources;

use sources::sources;
use std::fs;
use std::path::Path;

#[test]
fn every_module_says_what_it_is_for() {
    for (path, text) in sources("src").into_iter().chain(sources("tests")) {
        assert!(text.starts_with("//! "), "{} has no //! line", path.display());
    }
}

#[test]
fn only_the_page_and_its_workers_know_the_browser() {
    for (path, text) in sources("src") {
        let name = path.to_string_lossy().replace('\\', "/");
        if ["/src/ui/", "/src/main.rs", "/src/bin/engine.rs", "/src/bin/reader.rs"]
            .iter()
            .any(|place| name.contains(place))
        {
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
    for name in ["package-lock.json", "benches/peers/package-lock.json"] {
        let package_lock = fs::read_to_string(root.join(name)).unwrap();
        assert!(!package_lock.contains("\"resolved\""), "{name} names download addresses");
    }
}
