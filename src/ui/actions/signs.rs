//! The sign of each action, in menus and where actions are found by their name.

use crate::action::{Action, ActionGroup};
use crate::ui::controls::Icon;

/// The sign of an action: its own, or that of its group.
pub(in crate::ui) fn sign(action: Action) -> Icon {
    match action {
        Action::AddAfter | Action::Palette => Icon::Plus,
        Action::Connect => Icon::Connect,
        Action::Catch => Icon::Warning,
        Action::AddBranch => Icon::Branch,
        Action::Cut => Icon::Cut,
        Action::Copy | Action::CopyJson => Icon::Copy,
        Action::Paste => Icon::Paste,
        Action::Duplicate => Icon::Duplicate,
        Action::WrapInParallel => Icon::Lanes,
        Action::WrapInMap => Icon::Sheets,
        Action::Unwrap => Icon::TakeOut,
        Action::Extract => Icon::Extract,
        Action::Fold | Action::FoldAll => Icon::Fold,
        Action::UnfoldAll => Icon::Unfold,
        Action::SetStart => Icon::Flag,
        Action::ConvertType => Icon::Swap,
        Action::ToJsonata | Action::ConvertMachine => Icon::Code,
        Action::PlaceByHand => Icon::Pin,
        Action::PlaceAutomatically | Action::PlaceAllAutomatically => Icon::Arrange,
        Action::Delete => Icon::Delete,
        Action::SelectAll => Icon::SelectAll,
        Action::SelectSeveral => Icon::SelectSeveral,
        Action::Turn => Icon::LeftToRight,
        Action::ShowMachines => Icon::Shelf,
        Action::Undo => Icon::Undo,
        Action::Redo => Icon::Redo,
        _ => match action.facts().group {
            ActionGroup::File => Icon::Open,
            ActionGroup::Edit => Icon::Inspector,
            ActionGroup::Move => Icon::Search,
            ActionGroup::View => Icon::Fit,
            ActionGroup::Run => Icon::Run,
            ActionGroup::Problems => Icon::Problems,
            ActionGroup::Panels => Icon::Graph,
            ActionGroup::Page => Icon::Keyboard,
        },
    }
}
