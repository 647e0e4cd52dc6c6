//! The closed list of what can be done in the page, with the keys that do it. The words are in `i18n`, the deeds in `ui`.

mod chord;

pub use chord::{Chord, KeyPress};

/// What actions have in common: how the list of keys is grouped.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ActionGroup {
    /// Definitions and files.
    File,
    /// Changing the definition.
    Edit,
    /// Finding states and going from one to another.
    Move,
    /// How the graph is looked at.
    View,
    /// Running the machine.
    Run,
    /// Problems and fixes.
    Problems,
    /// Panels.
    Panels,
    /// The page: language, theme, help.
    Page,
}

impl ActionGroup {
    /// All groups, as the list of keys shows them.
    pub const ALL: [Self; 8] =
        [Self::Move, Self::Edit, Self::View, Self::Run, Self::Problems, Self::Panels, Self::File, Self::Page];
}

/// Where the keys of an action are heard. In dialogs and menus none is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Heard {
    /// While the graph or the outline has the focus, or nothing has.
    Graph,
    /// Anywhere but where text is typed.
    Page,
    /// Also in fields, but not in the code editor, which has its own meaning for them.
    Fields,
    /// Anywhere.
    Everywhere,
    /// Nowhere here: the browser hears it, and tells of it by events of the clipboard.
    Browser,
}

/// One thing that can be done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ActionFacts {
    /// Its name in attributes of the page.
    pub id: &'static str,
    /// Where it belongs.
    pub group: ActionGroup,
    /// Where its keys are heard.
    pub heard: Heard,
    /// The keys, the one that is shown first.
    pub chords: &'static [Chord],
}

/// Declares the actions and their facts side by side.
macro_rules! actions {
    ($($(#[$meta:meta])* $name:ident $id:literal $group:ident $heard:ident [$($chord:expr),*];)*) => {
        /// What can be done in the page.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Action { $($(#[$meta])* $name,)* }

        impl Action {
            /// All of them, as lists show them.
            pub const ALL: &'static [Self] = &[$(Self::$name,)*];

            /// What is known of it.
            pub fn facts(self) -> ActionFacts {
                match self {
                    $(Self::$name => ActionFacts {
                        id: $id,
                        group: ActionGroup::$group,
                        heard: Heard::$heard,
                        chords: const { &[$($chord),*] },
                    },)*
                }
            }
        }
    };
}

actions! {
    /// The dialog that finds actions and states.
    Commands "commands" Move Everywhere [Chord::command("k")];
    /// The bar that finds states on the canvas.
    Find "find" Move Fields [Chord::command("f"), Chord::plain("/")];
    /// The first state.
    GoToStart "start" Move Graph [Chord::plain("Home")];
    /// To the state below: along the way, back or aside, as the drawing runs.
    GoDown "down" Move Graph [Chord::plain("ArrowDown")];
    /// To the state above.
    GoUp "up" Move Graph [Chord::plain("ArrowUp")];
    /// To the state on the left.
    GoLeft "left" Move Graph [Chord::plain("ArrowLeft")];
    /// To the state on the right.
    GoRight "right" Move Graph [Chord::plain("ArrowRight")];
    /// The state below too.
    ExtendDown "extend-down" Move Graph [Chord::shift("ArrowDown")];
    /// The state above too.
    ExtendUp "extend-up" Move Graph [Chord::shift("ArrowUp")];
    /// The state on the left too.
    ExtendLeft "extend-left" Move Graph [Chord::shift("ArrowLeft")];
    /// The state on the right too.
    ExtendRight "extend-right" Move Graph [Chord::shift("ArrowRight")];
    /// The state that has the focus: among those selected, or not.
    ToggleSelected "toggle-selected" Move Graph [Chord::plain(" "), Chord::command(" ")];
    /// Every state.
    SelectAll "select-all" Move Page [Chord::command("a")];
    /// One state after the other, by a tap on each.
    SelectSeveral "select-several" Move Page [];
    /// Nothing selected.
    Deselect "deselect" Move Graph [Chord::plain("Escape")];

    /// Take back.
    Undo "undo" Edit Page [Chord::command("z")];
    /// Do again.
    Redo "redo" Edit Page [Chord::command_shift("z"), Chord::command("y")];
    /// The form of the selected state, beginning with its name.
    Rename "rename" Edit Graph [Chord::plain("F2"), Chord::plain("Enter")];
    /// A new state behind the selected one.
    AddAfter "add-after" Edit Graph [Chord::plain("a")];
    /// Everything that can be put in.
    Palette "palette" Edit Page [Chord::plain("n")];
    /// A line from the selected state to the one that is chosen next.
    Connect "connect" Edit Graph [Chord::plain("c")];
    /// The way of the selected state's errors to the state that is chosen next.
    Catch "catch" Edit Graph [Chord::plain("e")];
    /// Another branch in the selected Parallel state.
    AddBranch "add-branch" Edit Graph [];
    /// The selected states to the clipboard, and away.
    Cut "cut" Edit Browser [Chord::command("x")];
    /// The selected states to the clipboard.
    Copy "copy" Edit Browser [Chord::command("c")];
    /// What is on the clipboard behind the selected states, or loose.
    Paste "paste" Edit Browser [Chord::command("v")];
    /// A copy behind the selected state.
    Duplicate "duplicate" Edit Graph [Chord::command("d")];
    /// The selected states into a Parallel state that takes their place.
    WrapInParallel "wrap-parallel" Edit Graph [];
    /// The selected states into a Map state that takes their place.
    WrapInMap "wrap-map" Edit Graph [];
    /// What is inside the selected frame in its place.
    Unwrap "unwrap" Edit Graph [];
    /// The selected states into a machine of their own, which is started in their place.
    Extract "extract" Edit Graph [];
    /// The selected state first in its scope.
    SetStart "set-start" Edit Graph [];
    /// The selected state as one of another type.
    ConvertType "convert-type" Edit Graph [];
    /// The selected state in JSONata, after a look at what changes.
    ToJsonata "to-jsonata" Edit Graph [];
    /// The whole machine in JSONata, after a look at what changes.
    ConvertMachine "convert-machine" Edit Page [];
    /// The selected states to where a person points next, and there they stay.
    PlaceByHand "place-by-hand" Edit Graph [];
    /// The selected states a little further down, by hand.
    NudgeDown "nudge-down" Edit Graph [Chord::alt("ArrowDown")];
    /// The selected states a little further up, by hand.
    NudgeUp "nudge-up" Edit Graph [Chord::alt("ArrowUp")];
    /// The selected states a little further to the left, by hand.
    NudgeLeft "nudge-left" Edit Graph [Chord::alt("ArrowLeft")];
    /// The selected states a little further to the right, by hand.
    NudgeRight "nudge-right" Edit Graph [Chord::alt("ArrowRight")];
    /// The selected states back to where the layout puts them.
    PlaceAutomatically "place-automatically" Edit Graph [];
    /// All states back to where the layout puts them.
    PlaceAllAutomatically "place-all-automatically" Edit Page [];
    /// The selected state goes.
    Delete "delete" Edit Graph [Chord::plain("Delete"), Chord::plain("Backspace")];

    /// Larger.
    ZoomIn "zoom-in" View Page [Chord::plain("+"), Chord::plain("=")];
    /// Smaller.
    ZoomOut "zoom-out" View Page [Chord::plain("-")];
    /// As large as life.
    LifeSize "life-size" View Page [Chord::plain("0")];
    /// The whole drawing.
    Fit "fit" View Page [Chord::plain("1")];
    /// The selected state as large as it fits.
    FitSelection "fit-selection" View Page [Chord::plain("2")];
    /// Down or to the right.
    Turn "turn" View Page [];
    /// The inside of the selected frame.
    Fold "fold" View Graph [Chord::plain("f")];
    /// The insides of all frames away.
    FoldAll "fold-all" View Page [];
    /// The insides of all frames back.
    UnfoldAll "unfold-all" View Page [];

    /// To the end.
    Run "run" Run Fields [Chord::command("Enter")];
    /// One step forward.
    Step "step" Run Page [Chord::plain(".")];
    /// One step back.
    Back "back" Run Page [Chord::plain(",")];
    /// To the beginning.
    Restart "restart" Run Page [];
    /// No further.
    Stop "stop" Run Page [];

    /// Forward through the problems.
    NextProblem "next-problem" Problems Everywhere [Chord::plain("F8")];
    /// Back through the problems.
    PreviousProblem "previous-problem" Problems Everywhere [Chord::shift("F8")];
    /// What mends the problem that was reached.
    OfferFix "offer-fix" Problems Everywhere [Chord::command("."), Chord::alt("Enter")];
    /// All that can be mended without asking.
    FixAll "fix-all" Problems Page [];

    /// All rules of the checker.
    ShowRules "show-rules" Problems Page [];

    /// The graph.
    ShowGraph "show-graph" Panels Page [Chord::plain("g")];
    /// The outline.
    ShowOutline "show-outline" Panels Page [Chord::plain("o")];
    /// The fields.
    ShowInspector "show-inspector" Panels Page [Chord::plain("i")];
    /// The run.
    ShowRun "show-run" Panels Page [Chord::plain("r")];
    /// The text.
    ShowJson "show-json" Panels Page [Chord::plain("j")];
    /// The problems.
    ShowProblems "show-problems" Panels Page [Chord::plain("p")];

    /// An empty machine.
    New "new" File Page [];
    /// All machines of this browser.
    ShowMachines "machines" File Page [Chord::plain("m")];
    /// A file.
    Open "open" File Fields [Chord::command("o")];
    /// The definition into the clipboard.
    CopyJson "copy-json" File Page [];
    /// The definition as a file.
    DownloadJson "download-json" File Everywhere [Chord::command("s")];

    /// The list of keys.
    Keys "keys" Page Page [Chord::plain("?")];
    /// English or Spanish.
    SwitchLanguage "language" Page Page [];
    /// Light.
    ThemeLight "theme-light" Page Page [];
    /// Dark.
    ThemeDark "theme-dark" Page Page [];
    /// As the system has it.
    ThemeSystem "theme-system" Page Page [];
}

impl Action {
    /// Whether it is worth a line where actions are found by their name: what only a key makes sense of is not.
    pub fn is_listed(self) -> bool {
        !matches!(
            self,
            Self::Commands
                | Self::GoDown
                | Self::GoUp
                | Self::GoLeft
                | Self::GoRight
                | Self::ExtendDown
                | Self::ExtendUp
                | Self::ExtendLeft
                | Self::ExtendRight
                | Self::ToggleSelected
                | Self::NudgeDown
                | Self::NudgeUp
                | Self::NudgeLeft
                | Self::NudgeRight
                | Self::Deselect
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn no_two_actions_share_a_key_or_an_id() {
        let mut chords = BTreeSet::new();
        let mut ids = BTreeSet::new();
        for action in Action::ALL {
            let facts = action.facts();
            assert!(ids.insert(facts.id), "{}", facts.id);
            for chord in facts.chords {
                assert!(chords.insert(*chord), "{chord:?} of {}", facts.id);
            }
        }
    }

    #[test]
    fn no_sign_alone_is_heard_where_text_is_typed() {
        for action in Action::ALL {
            let facts = action.facts();
            if facts.heard == Heard::Everywhere {
                assert!(!facts.chords.iter().any(Chord::is_single_sign), "{}", facts.id);
            }
        }
    }

    #[test]
    fn every_group_is_listed_and_has_an_action() {
        for action in Action::ALL {
            assert!(ActionGroup::ALL.contains(&action.facts().group));
        }
        for group in ActionGroup::ALL {
            assert!(Action::ALL.iter().any(|action| action.facts().group == group && action.is_listed()));
        }
    }
}
