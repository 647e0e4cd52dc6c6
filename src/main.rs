//! The page: mounts the Leptos application.

fn main() {
    console_error_panic_hook::set_once();
    leptos::mount::mount_to_body(|| leptos::view! { <h1>"Pasos"</h1> });
}
