//! Asks the linker to leave in the release page what `.build/split.mjs` needs to take it apart.

#![allow(clippy::print_stdout, reason = "a build script speaks with cargo so")]

use std::env;

fn main() {
    println!("cargo::rerun-if-changed=.build/split.rs");
    println!("cargo::rustc-check-cfg=cfg(split)");
    let is = |name: &str, value: &str| env::var(name).is_ok_and(|found| found == value);
    if env::var_os("CARGO_FEATURE_UI").is_some() && is("CARGO_CFG_TARGET_FAMILY", "wasm") && is("PROFILE", "release") {
        println!("cargo::rustc-cfg=split");
        println!("cargo::rustc-link-arg-bin=app=--emit-relocs");
    }
}
