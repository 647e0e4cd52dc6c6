//! The page: mounts the Leptos application.

use leptos::prelude::*;
use pasos::ui::{App, watch_for_failure};

fn main() {
    watch_for_failure();
    mount_to_body(App);
}
