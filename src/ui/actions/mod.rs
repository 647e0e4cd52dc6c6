//! What can be done in the page, in one place: by key, by name in the dialog of commands, by button.
//!
//! The list with its keys is [`Action`]; the names are in `i18n`; whether each is possible and what it does is in `deeds`.
//! Another action is a line in each of these: the compiler asks for all of them.

mod changing;
mod deeds;
mod focus;
mod listening;
mod selecting;
mod signs;
mod walking;

pub(super) use focus::{focus_later, focus_node, focus_selected, keep_focus, state_of};
pub(super) use listening::listen;
pub(super) use signs::sign;

use super::platform::preferences;
use super::rest::Parts;
use super::state::{
    Addition, Clipboard, Conversion, Finder, Machines, OfDocument, OpenMenu, Pending, ProblemList, Run, Tabs, Viewing,
    Workspace,
};
use crate::action::Action;
use crate::asl::{EdgeRef, StateId, StateKey};
use leptos::prelude::*;

/// All that actions need; cheap to copy.
#[derive(Clone, Copy)]
pub(super) struct Actions {
    /// What most of it is done with, once that is loaded.
    pub(super) parts: Parts,
    pub(super) workspace: Workspace,
    pub(super) machines: Machines,
    pub(super) tabs: Tabs,
    pub(super) run: Run,
    pub(super) problems: ProblemList,
    pub(super) viewing: Viewing,
    pub(super) finder: Finder,
    pub(super) conversion: Conversion,
    pub(super) clipboard: Clipboard,
    /// A line on the canvas that waits for its end.
    pub(super) pending: OfDocument<Pending>,
    /// The line that is selected on the canvas.
    pub(super) line: OfDocument<EdgeRef>,
    /// The rule that was just added, of which state and at which place: its condition is asked for in the inspector.
    pub(super) new_rule: OfDocument<(StateId, usize)>,
    /// Whether a pointer is moving or drawing something on the canvas.
    pub(super) is_gesturing: RwSignal<bool>,
    /// Whether the palette is shown.
    pub(super) palette_is_open: RwSignal<bool>,
    /// Where a state is being added on the canvas.
    pub(super) addition: OfDocument<Addition>,
    /// The menu that is open on the canvas.
    pub(super) menu: OfDocument<OpenMenu>,
    /// Whether each tap on a state selects it too, or no longer.
    pub(super) is_picking: RwSignal<bool>,
    /// Counts how often the dialog of commands was asked for.
    pub(super) commands_opened: RwSignal<u32>,
    /// Counts how often the list of keys was asked for.
    pub(super) keys_opened: RwSignal<u32>,
    /// Whether letters and signs alone work as keys.
    pub(super) letter_keys: RwSignal<bool>,
    /// Where the walk along the edges is, and where it came from.
    trail: StoredValue<Option<(StateKey, StateKey)>>,
    /// Whether the focus came to the field of the name from the graph, and goes back there.
    is_renaming: StoredValue<bool>,
    /// Whether the space bar that is down did something already.
    took_space: StoredValue<bool>,
    is_mac: bool,
}

impl Actions {
    pub(super) fn new(
        machines: Machines,
        tabs: Tabs,
        run: Run,
        problems: ProblemList,
        viewing: Viewing,
        conversion: Conversion,
        clipboard: Clipboard,
    ) -> Self {
        let workspace = machines.workspace;
        Self {
            parts: expect_context::<Parts>(),
            workspace,
            machines,
            tabs,
            run,
            problems,
            viewing,
            finder: Finder::new(workspace),
            conversion,
            clipboard,
            pending: OfDocument::new(workspace),
            line: OfDocument::new(workspace),
            new_rule: OfDocument::new(workspace),
            is_gesturing: RwSignal::new(false),
            palette_is_open: RwSignal::new(false),
            addition: OfDocument::new(workspace),
            menu: OfDocument::new(workspace),
            is_picking: RwSignal::new(false),
            commands_opened: RwSignal::new(0),
            keys_opened: RwSignal::new(0),
            letter_keys: RwSignal::new(preferences::letter_keys()),
            trail: StoredValue::new(None),
            is_renaming: StoredValue::new(false),
            took_space: StoredValue::new(false),
            is_mac: preferences::is_mac(),
        }
    }

    /// Does an action. Some leave the focus in the code editor if it is there.
    pub(super) fn perform(self, action: Action, is_in_editor: bool) {
        if let Some(rest) = self.parts.now() {
            (rest.perform)(self, action, is_in_editor);
        }
    }

    /// All keys of an action, as people read them; those that are switched off are left out.
    pub(super) fn all_keys(self, action: Action) -> Vec<String> {
        let words = self.workspace.words();
        let letter_keys = self.letter_keys.get();
        let chords = action.facts().chords.iter().filter(|chord| letter_keys || !chord.is_single_sign());
        chords.map(|chord| chord.text(self.is_mac, |key| words.key_name(key))).collect()
    }

    /// The first key of an action, as people read it.
    pub(super) fn key(self, action: Action) -> Option<String> {
        self.all_keys(action).into_iter().next()
    }

    /// The keys of an action, as screen readers want them.
    pub(super) fn aria_keys(self, action: Action) -> Option<String> {
        let letter_keys = self.letter_keys.get();
        let chords = action.facts().chords.iter().filter(|chord| letter_keys || !chord.is_single_sign());
        let keys: Vec<String> = chords.map(|chord| chord.aria(self.is_mac)).collect();
        (!keys.is_empty()).then(|| keys.join(" "))
    }

    /// A text with the key of an action behind it, as tooltips have it.
    pub(super) fn with_key(self, text: &str, action: Action) -> String {
        self.key(action).map_or_else(|| text.to_owned(), |key| format!("{text} ({key})"))
    }
}
