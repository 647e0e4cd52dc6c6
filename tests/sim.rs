//! Golden traces: `tests/sim/<case>/` holds a definition, an input and perhaps mocks, and the history that they give.
//!
//! The folder's name says what the case shows. `PASOS_REWRITE=1 cargo test --features cli --test sim` writes the
//! histories anew; read the difference before you commit it.
//!
//! Beside `definition.asl.json` and `input.json` a folder may hold `mocks.json` (`{state: [answer, …]}`, one answer a
//! call, the last one stays), `files/<bucket>/<key>` (what S3 holds), `machines.json` (`{name: definition}` for
//! `states:startExecution`) and an empty file `express`.
#![cfg(feature = "jsonata")]
#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

#[path = "sim/case.rs"]
mod case;
#[path = "sim/properties.rs"]
mod properties;
#[path = "sim/redrives.rs"]
mod redrives;
#[path = "sim/signals.rs"]
mod signals;

use case::cases;
use std::fs;

#[test]
fn histories_are_as_recorded() {
    let mut different = Vec::new();
    for case in cases() {
        let trace = case.run(|_, execution| execution).trace();
        let file = case.folder.join("history.json");
        if std::env::var_os("PASOS_REWRITE").is_some() {
            fs::write(&file, &trace).unwrap();
        }
        let recorded = fs::read_to_string(&file).unwrap_or_default();
        if trace != recorded {
            let mut lines = trace.lines().zip(recorded.lines()).enumerate();
            let (line, (ours, theirs)) = lines.find(|(_, (ours, theirs))| ours != theirs).unwrap_or_default();
            different.push(format!("{}, line {}: {theirs} is now {ours}", case.name, line + 1));
        }
    }
    assert!(different.is_empty(), "{different:#?}");
}
