//! Keys that are pressed together: how they are recognized, and how they are written for people.

/// A key with what is held down beside it. `Ctrl` stands for `⌘` on a Mac.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Chord {
    /// The key as a browser names it (`KeyboardEvent.key`), letters small.
    pub key: &'static str,
    /// With Ctrl, or ⌘ on a Mac.
    pub command: bool,
    /// With Alt.
    pub alt: bool,
    /// With Shift; a sign that needs it on some keyboards (`?`, `+`) says nothing of it.
    pub shift: bool,
}

/// A key that was pressed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct KeyPress<'a> {
    /// The key as the browser names it.
    pub key: &'a str,
    /// Whether Ctrl was held.
    pub ctrl: bool,
    /// Whether ⌘ was held.
    pub meta: bool,
    /// Whether Alt was held.
    pub alt: bool,
    /// Whether Shift was held.
    pub shift: bool,
}

impl Chord {
    /// A key alone.
    pub const fn plain(key: &'static str) -> Self {
        Self { key, command: false, alt: false, shift: false }
    }

    /// A key with Ctrl.
    pub const fn command(key: &'static str) -> Self {
        Self { command: true, ..Self::plain(key) }
    }

    /// A key with Shift.
    pub const fn shift(key: &'static str) -> Self {
        Self { shift: true, ..Self::plain(key) }
    }

    /// A key with Ctrl and Shift.
    pub const fn command_shift(key: &'static str) -> Self {
        Self { shift: true, ..Self::command(key) }
    }

    /// A key with Alt.
    pub const fn alt(key: &'static str) -> Self {
        Self { alt: true, ..Self::plain(key) }
    }

    /// Whether this is what was pressed. On a Mac, Ctrl is left to the system and ⌘ counts.
    pub fn is_pressed(&self, press: KeyPress<'_>, is_mac: bool) -> bool {
        let (command, other) = if is_mac { (press.meta, press.ctrl) } else { (press.ctrl, press.meta) };
        let is_key = press.key == self.key || (press.key.len() == 1 && press.key.to_ascii_lowercase() == self.key);
        let is_sign = self.key.len() == 1 && !self.key.as_bytes()[0].is_ascii_alphabetic();
        is_key && command == self.command && !other && press.alt == self.alt && (is_sign || press.shift == self.shift)
    }

    /// Whether it is one printed sign alone, which people may type by chance or by voice.
    pub fn is_single_sign(&self) -> bool {
        self.key.chars().count() == 1 && !self.command && !self.alt
    }

    /// As people read it: `Ctrl+Shift+Z`, or `⇧⌘Z` on a Mac. `words` gives the names of the keys that have words on them.
    pub fn text(&self, is_mac: bool, words: impl Fn(&'static str) -> &'static str) -> String {
        let mut text = String::new();
        if is_mac {
            let held = [(self.alt, "⌥"), (self.shift, "⇧"), (self.command, "⌘")];
            text.extend(held.into_iter().filter(|(is_held, _)| *is_held).map(|(_, sign)| sign));
        } else {
            let held = [(self.command, "Ctrl"), (self.alt, "Alt"), (self.shift, words("Shift"))];
            for (_, name) in held.into_iter().filter(|(is_held, _)| *is_held) {
                text.push_str(name);
                text.push('+');
            }
        }
        text.push_str(&named(self.key, words));
        text
    }

    /// As `aria-keyshortcuts` wants it: `Control+Shift+Z`.
    pub fn aria(&self, is_mac: bool) -> String {
        let mut text = String::new();
        for (is_held, name) in
            [(self.command, if is_mac { "Meta" } else { "Control" }), (self.alt, "Alt"), (self.shift, "Shift")]
        {
            if is_held {
                text.push_str(name);
                text.push('+');
            }
        }
        text.push_str(&match self.key {
            // It would be read as what joins keys.
            "+" => "Plus".to_owned(),
            // It would be read as what stands between two shortcuts.
            " " => "Space".to_owned(),
            key => capital(key),
        });
        text
    }
}

fn named(key: &'static str, words: impl Fn(&'static str) -> &'static str) -> String {
    match key {
        "ArrowUp" => "↑".to_owned(),
        "ArrowDown" => "↓".to_owned(),
        "ArrowLeft" => "←".to_owned(),
        "ArrowRight" => "→".to_owned(),
        " " => words("Space").to_owned(),
        _ if key.len() == 1 => key.to_ascii_uppercase(),
        _ => words(key).to_owned(),
    }
}

fn capital(key: &str) -> String {
    if key.len() == 1 { key.to_ascii_uppercase() } else { key.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOTHING: KeyPress<'static> = KeyPress { key: "", ctrl: false, meta: false, alt: false, shift: false };

    #[test]
    fn letters_do_not_mind_capitals_and_signs_do_not_mind_shift() {
        let redo = Chord::command_shift("z");
        assert!(redo.is_pressed(KeyPress { key: "Z", ctrl: true, shift: true, ..NOTHING }, false));
        assert!(!redo.is_pressed(KeyPress { key: "z", ctrl: true, ..NOTHING }, false));
        let help = Chord::plain("?");
        assert!(help.is_pressed(KeyPress { key: "?", shift: true, ..NOTHING }, false));
        assert!(help.is_pressed(KeyPress { key: "?", ..NOTHING }, false));
        assert!(!help.is_pressed(KeyPress { key: "?", ctrl: true, ..NOTHING }, false));
        assert!(!Chord::plain("F8").is_pressed(KeyPress { key: "F8", shift: true, ..NOTHING }, false));
    }

    #[test]
    fn a_mac_has_its_own_command_key() {
        let undo = Chord::command("z");
        assert!(undo.is_pressed(KeyPress { key: "z", meta: true, ..NOTHING }, true));
        assert!(!undo.is_pressed(KeyPress { key: "z", ctrl: true, ..NOTHING }, true));
        assert!(!undo.is_pressed(KeyPress { key: "z", meta: true, ..NOTHING }, false));
    }

    #[test]
    fn is_written_as_on_the_keyboard() {
        let words = |key: &'static str| if key == "Delete" { "Supr" } else { key };
        let cases = [
            (Chord::command_shift("z"), "Ctrl+Shift+Z", "⇧⌘Z", "Control+Shift+Z"),
            (Chord::command("k"), "Ctrl+K", "⌘K", "Control+K"),
            (Chord::shift("F8"), "Shift+F8", "⇧F8", "Shift+F8"),
            (Chord::alt("Enter"), "Alt+Enter", "⌥Enter", "Alt+Enter"),
            (Chord::plain("Delete"), "Supr", "Supr", "Delete"),
            (Chord::plain("+"), "+", "+", "Plus"),
            (Chord::command(" "), "Ctrl+Space", "⌘Space", "Control+Space"),
            (Chord::plain("ArrowDown"), "↓", "↓", "ArrowDown"),
        ];
        for (chord, plain, mac, aria) in cases {
            assert_eq!(
                (chord.text(false, words), chord.text(true, words), chord.aria(false)),
                (plain.to_owned(), mac.to_owned(), aria.to_owned())
            );
        }
    }
}
