//! What the menus of the canvas offer, and how keys walk a menu.

use super::type_ahead;
use crate::action::Action;

/// The menu of the selected states, in groups. Only what is possible is shown.
pub const STATE_MENU: [&[Action]; 6] = [
    &[Action::Rename, Action::AddAfter, Action::Connect, Action::Catch, Action::AddBranch],
    &[Action::Cut, Action::Copy, Action::Paste, Action::Duplicate, Action::SelectSeveral],
    &[Action::WrapInParallel, Action::WrapInMap, Action::Unwrap, Action::Extract, Action::Fold],
    &[Action::SetStart, Action::ConvertType, Action::ToJsonata],
    &[Action::PlaceByHand, Action::PlaceAutomatically],
    &[Action::Delete],
];

/// The menu of the background, in groups. Only what is possible is shown.
pub const BACKGROUND_MENU: [&[Action]; 3] = [
    &[Action::Palette, Action::Paste],
    &[Action::SelectAll, Action::SelectSeveral],
    &[Action::Fit, Action::Turn, Action::PlaceAllAutomatically],
];

/// What a key does in an open menu.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MenuMove {
    /// To the entry with this number.
    Go(usize),
    /// Away with the menu.
    Close,
}

/// What a key, as a browser names it, does in a menu with these entries; `at` is the one that has the focus. None for keys
/// that mean nothing there.
#[must_use]
pub fn menu_move(names: &[String], at: Option<usize>, key: &str) -> Option<MenuMove> {
    if matches!(key, "Escape" | "Tab") {
        return Some(MenuMove::Close);
    }
    let last = names.len().checked_sub(1)?;
    let is_letter = key.chars().count() == 1 && key != " ";
    let to = match key {
        "Home" | "PageUp" => 0,
        "End" | "PageDown" => last,
        "ArrowDown" => at.map_or(0, |at| if at >= last { 0 } else { at + 1 }),
        "ArrowUp" => at.map_or(last, |at| at.checked_sub(1).unwrap_or(last)),
        _ if is_letter => type_ahead(|index| &names[index], names.len(), at.unwrap_or(last), key)?,
        _ => return None,
    };
    Some(MenuMove::Go(to))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn no_menu_offers_anything_twice() {
        for menu in [&STATE_MENU[..], &BACKGROUND_MENU] {
            let all: Vec<Action> = menu.concat();
            assert_eq!(all.iter().collect::<BTreeSet<_>>().len(), all.len());
        }
    }

    #[test]
    fn what_menus_offer_is_found_by_its_name_too() {
        for action in [STATE_MENU.concat(), BACKGROUND_MENU.concat()].concat() {
            assert!(action.is_listed(), "{action:?}");
        }
    }

    #[test]
    fn keys_walk_a_menu_around_and_to_its_ends() {
        let names = ["Cut", "Copy", "Paste", "Duplicate"].map(str::to_owned);
        let go = |at, key| menu_move(&names, at, key);
        assert_eq!(go(Some(3), "ArrowDown"), Some(MenuMove::Go(0)));
        assert_eq!(go(Some(0), "ArrowUp"), Some(MenuMove::Go(3)));
        assert_eq!(go(None, "ArrowDown"), Some(MenuMove::Go(0)));
        assert_eq!(go(None, "ArrowUp"), Some(MenuMove::Go(3)));
        assert_eq!((go(Some(2), "Home"), go(Some(0), "End")), (Some(MenuMove::Go(0)), Some(MenuMove::Go(3))));
        assert_eq!((go(Some(1), "Escape"), go(Some(1), "Tab")), (Some(MenuMove::Close), Some(MenuMove::Close)));
        assert_eq!((go(Some(1), "Enter"), go(Some(1), " "), go(Some(1), "F5")), (None, None, None));
        assert_eq!(menu_move(&[], None, "ArrowDown"), None);
    }

    #[test]
    fn letters_lead_to_the_entries_that_begin_with_them_one_after_the_other() {
        let names = ["Cut", "Copy", "Paste", "Único"].map(str::to_owned);
        let go = |at, key| menu_move(&names, at, key);
        assert_eq!(go(Some(0), "c"), Some(MenuMove::Go(1)));
        assert_eq!(go(Some(1), "C"), Some(MenuMove::Go(0)));
        assert_eq!(go(None, "p"), Some(MenuMove::Go(2)));
        assert_eq!(go(Some(0), "u"), Some(MenuMove::Go(3)));
        assert_eq!(go(Some(0), "z"), None);
    }
}
