//! Names that are learnt while the page is open and are used like those of the language: they last as long as it does.
//!
//! Each is kept once. There are as many as the actions that are looked at have parameters and words.

use std::collections::BTreeSet;
use std::sync::{Mutex, PoisonError};

static NAMES: Mutex<BTreeSet<&'static str>> = Mutex::new(BTreeSet::new());

static LISTS: Mutex<BTreeSet<&'static [&'static str]>> = Mutex::new(BTreeSet::new());

/// A name, kept for good.
pub(super) fn lasting(name: &str) -> &'static str {
    kept(&NAMES, name, || String::from(name).leak())
}

/// A list of names, kept for good.
pub(super) fn lasting_list(names: &[String]) -> &'static [&'static str] {
    let list: Vec<&'static str> = names.iter().map(|name| lasting(name)).collect();
    kept(&LISTS, &list, || list.clone().leak())
}

fn kept<T: Ord + ?Sized>(
    all: &Mutex<BTreeSet<&'static T>>,
    wanted: &T,
    keep: impl FnOnce() -> &'static T,
) -> &'static T {
    // What is in there is whole at any time.
    let mut all = all.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some(known) = all.get(wanted) {
        return known;
    }
    let new = keep();
    all.insert(new);
    new
}
