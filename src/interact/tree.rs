//! The keys of a tree of lines: up, down, in, out, unfold, fold (WAI-ARIA Authoring Practices, "Tree view").

use crate::search::fold;

/// One line that can be reached.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TreeLine {
    /// How deep it lies; an outer line has a smaller level.
    pub level: usize,
    /// Whether lines under it are shown; none when there are none.
    pub is_open: Option<bool>,
}

/// A key that means something in a tree.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TreeKey {
    /// The line above.
    Up,
    /// The line below.
    Down,
    /// Unfold, or the first line inside.
    In,
    /// Fold, or the line around.
    Out,
    /// The first line.
    First,
    /// The last line.
    Last,
}

impl TreeKey {
    /// What a key of the keyboard means.
    pub fn parse(key: &str) -> Option<Self> {
        Some(match key {
            "ArrowUp" => Self::Up,
            "ArrowDown" => Self::Down,
            "ArrowRight" => Self::In,
            "ArrowLeft" => Self::Out,
            "Home" => Self::First,
            "End" => Self::Last,
            _ => return None,
        })
    }
}

/// What a key does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TreeMove {
    /// Another line is reached.
    Go(usize),
    /// The line is unfolded.
    Unfold,
    /// The line is folded.
    Fold,
    /// Nothing.
    Stay,
}

/// What a key does on the line `at` of those that are shown.
pub fn tree_move(lines: &[TreeLine], at: usize, key: TreeKey) -> TreeMove {
    let Some(line) = lines.get(at) else { return TreeMove::Stay };
    let go = |to: Option<usize>| to.filter(|to| *to < lines.len() && *to != at).map_or(TreeMove::Stay, TreeMove::Go);
    match (key, line.is_open) {
        (TreeKey::Up, _) => go(at.checked_sub(1)),
        (TreeKey::Down, _) => go(Some(at + 1)),
        (TreeKey::First, _) => go(Some(0)),
        (TreeKey::Last, _) => go(Some(lines.len() - 1)),
        (TreeKey::In, Some(false)) => TreeMove::Unfold,
        (TreeKey::In, Some(true)) => {
            go(Some(at + 1).filter(|next| lines.get(*next).is_some_and(|next| next.level > line.level)))
        }
        (TreeKey::In, None) => TreeMove::Stay,
        (TreeKey::Out, Some(true)) => TreeMove::Fold,
        (TreeKey::Out, _) => go(lines[..at].iter().rposition(|outer| outer.level < line.level)),
    }
}

/// The next line whose name starts with what was typed: after the present one, then from the top. The same letter again and
/// again goes through all names that start with it; a longer beginning stays on a line that has it.
pub fn type_ahead<'a>(names: impl Fn(usize) -> &'a str, n_lines: usize, at: usize, typed: &str) -> Option<usize> {
    let typed = fold(typed);
    let first = typed.chars().next()?;
    let is_repeated = typed.chars().all(|letter| letter == first);
    let (wanted, skip) = if is_repeated { (first.to_string(), 1) } else { (typed, 0) };
    (0..n_lines).map(|offset| (at + skip + offset) % n_lines).find(|index| fold(names(*index)).starts_with(&wanted))
}

#[cfg(test)]
mod tests {
    use super::*;

    const fn line(level: usize, is_open: Option<bool>) -> TreeLine {
        TreeLine { level, is_open }
    }

    const LINES: [TreeLine; 5] =
        [line(1, None), line(1, Some(true)), line(2, Some(false)), line(2, None), line(1, None)];

    #[test]
    fn goes_up_and_down_and_to_the_ends() {
        assert_eq!(tree_move(&LINES, 1, TreeKey::Down), TreeMove::Go(2));
        assert_eq!(tree_move(&LINES, 4, TreeKey::Down), TreeMove::Stay);
        assert_eq!(tree_move(&LINES, 0, TreeKey::Up), TreeMove::Stay);
        assert_eq!(tree_move(&LINES, 3, TreeKey::First), TreeMove::Go(0));
        assert_eq!(tree_move(&LINES, 3, TreeKey::Last), TreeMove::Go(4));
        assert_eq!(tree_move(&[], 0, TreeKey::Last), TreeMove::Stay);
    }

    #[test]
    fn goes_in_and_out() {
        assert_eq!(tree_move(&LINES, 1, TreeKey::In), TreeMove::Go(2));
        assert_eq!(tree_move(&LINES, 2, TreeKey::In), TreeMove::Unfold);
        assert_eq!(tree_move(&LINES, 3, TreeKey::In), TreeMove::Stay);
        assert_eq!(tree_move(&LINES, 3, TreeKey::Out), TreeMove::Go(1));
        assert_eq!(tree_move(&LINES, 2, TreeKey::Out), TreeMove::Go(1));
        assert_eq!(tree_move(&LINES, 1, TreeKey::Out), TreeMove::Fold);
        assert_eq!(tree_move(&LINES, 0, TreeKey::Out), TreeMove::Stay);
    }

    #[test]
    fn typed_letters_find_names() {
        let names = ["Ask", "Añadir", "Book", "Ánimo"];
        let find = |at, typed| type_ahead(|index| names[index], names.len(), at, typed);
        assert_eq!(find(0, "a"), Some(1));
        assert_eq!(find(1, "a"), Some(3));
        assert_eq!(find(3, "aa"), Some(0));
        assert_eq!(find(0, "an"), Some(1));
        assert_eq!(find(1, "ani"), Some(3));
        assert_eq!(find(0, "z"), None);
        assert_eq!(find(0, ""), None);
    }
}
