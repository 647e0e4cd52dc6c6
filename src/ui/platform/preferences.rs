//! Small settings that outlive the page: language, theme, keys, and which way the drawing runs.

use crate::i18n::Language;
use crate::layout::Direction;
use leptos::prelude::window;

const LANGUAGE: &str = "pasos.language";
const THEME: &str = "pasos.theme";
const DIRECTION: &str = "pasos.direction";
const LETTER_KEYS: &str = "pasos.letter-keys";

fn read(key: &str) -> Option<String> {
    window().local_storage().ok()??.get_item(key).ok()?
}

/// A setting that cannot be kept is a small loss: the page works without.
fn write(key: &str, value: &str) {
    if let Ok(Some(storage)) = window().local_storage() {
        let _ = storage.set_item(key, value);
    }
}

/// The language that was chosen, or the browser's.
pub(in crate::ui) fn language() -> Language {
    let chosen = read(LANGUAGE);
    let preferred: Vec<String> = window().navigator().languages().iter().filter_map(|tag| tag.as_string()).collect();
    Language::preferred(chosen.iter().chain(&preferred).map(String::as_str))
}

/// Whether the keyboard is that of a Mac.
pub(in crate::ui) fn is_mac() -> bool {
    window().navigator().user_agent().is_ok_and(|agent| agent.contains("Mac"))
}

/// Keeps the chosen language.
pub(in crate::ui) fn keep_language(language: Language) {
    write(LANGUAGE, language.tag());
}

/// Light or dark.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(in crate::ui) enum Theme {
    /// As the system has it.
    #[default]
    System,
    /// Light.
    Light,
    /// Dark.
    Dark,
}

/// The theme that was chosen.
pub(in crate::ui) fn theme() -> Theme {
    match read(THEME).as_deref() {
        Some("light") => Theme::Light,
        Some("dark") => Theme::Dark,
        _ => Theme::System,
    }
}

/// Keeps the chosen theme.
pub(in crate::ui) fn keep_theme(theme: Theme) {
    write(
        THEME,
        match theme {
            Theme::System => "system",
            Theme::Light => "light",
            Theme::Dark => "dark",
        },
    );
}

/// Which way the drawing runs.
pub(in crate::ui) fn direction() -> Direction {
    match read(DIRECTION).as_deref() {
        Some("left-to-right") => Direction::LeftToRight,
        _ => Direction::TopToBottom,
    }
}

/// Keeps which way the drawing runs.
pub(in crate::ui) fn keep_direction(direction: Direction) {
    write(
        DIRECTION,
        match direction {
            Direction::LeftToRight => "left-to-right",
            Direction::TopToBottom => "top-to-bottom",
        },
    );
}

/// Whether letters and signs alone work as keys.
pub(in crate::ui) fn letter_keys() -> bool {
    read(LETTER_KEYS).as_deref() != Some("off")
}

/// Keeps whether letters and signs alone work as keys.
pub(in crate::ui) fn keep_letter_keys(are_on: bool) {
    write(LETTER_KEYS, if are_on { "on" } else { "off" });
}
