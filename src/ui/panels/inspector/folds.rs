//! Which cards of a list are folded. It lasts as long as the form, and follows the cards where they move.

use leptos::prelude::*;

/// Lists of more cards start folded.
const MAX_UNFOLDED: usize = 4;

/// Which cards of a list are folded.
#[derive(Clone, Copy)]
pub(super) struct Folds(RwSignal<Vec<bool>>);

impl Folds {
    /// For a list of `n` cards.
    pub(super) fn new(n: usize) -> Self {
        Self(RwSignal::new(vec![n > MAX_UNFOLDED; n]))
    }

    /// Whether a card is folded. One that nobody spoke of is new, and open.
    pub(super) fn has(self, index: usize) -> bool {
        self.0.with(|folds| folds.get(index).copied().unwrap_or(false))
    }

    /// Whether the first `n` cards all are.
    pub(super) fn has_all(self, n: usize) -> bool {
        (0..n).all(|index| self.has(index))
    }

    pub(super) fn toggle(self, index: usize) {
        self.change(index, |folds| folds[index] = !folds[index]);
    }

    pub(super) fn open(self, index: usize) {
        self.change(index, |folds| folds[index] = false);
    }

    /// Folds, or unfolds, the first `n` cards.
    pub(super) fn set_all(self, n: usize, is_folded: bool) {
        self.0.set(vec![is_folded; n]);
    }

    /// A card came in, open.
    pub(super) fn inserted(self, index: usize) {
        self.change(index, |folds| folds.insert(index, false));
    }

    pub(super) fn removed(self, index: usize) {
        self.change(index, |folds| {
            folds.remove(index);
        });
    }

    pub(super) fn moved(self, from: usize, to: usize) {
        self.change(from.max(to), |folds| {
            let fold = folds.remove(from);
            folds.insert(to, fold);
        });
    }

    /// Changes the list once it is long enough to have `index`.
    fn change(self, index: usize, act: impl FnOnce(&mut Vec<bool>)) {
        self.0.update(|folds| {
            if folds.len() <= index {
                folds.resize(index + 1, false);
            }
            act(folds);
        });
    }
}
