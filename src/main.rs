//! The page: mounts the Leptos application.

use leptos::prelude::*;
use pasos::ui::App;

fn main() {
    console_error_panic_hook::set_once();
    mount_to_body(App);
}
