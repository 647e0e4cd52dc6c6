//! How keys and taps change which states are selected. Their keys in the order of their choice; the last one leads.

/// What is selected once the walk has gone on from one state to another with the shift key: both of them, and what was
/// selected before. Who goes back the way takes back the step.
#[must_use]
pub fn extended<K: PartialEq>(mut selected: Vec<K>, from: K, to: K) -> Vec<K> {
    let is_back = selected.last().is_some_and(|lead| *lead == from) && selected.contains(&to);
    selected.retain(|key| *key != to && !(is_back && *key == from));
    if !is_back && !selected.contains(&from) {
        selected.push(from);
    }
    selected.push(to);
    selected
}

/// What is selected once a state was added to it, or taken away.
#[must_use]
pub fn toggled<K: PartialEq>(mut selected: Vec<K>, state: K) -> Vec<K> {
    let n_before = selected.len();
    selected.retain(|other| *other != state);
    if selected.len() == n_before {
        selected.push(state);
    }
    selected
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(names: &str) -> Vec<char> {
        names.chars().collect()
    }

    #[test]
    fn the_walk_with_shift_selects_what_it_passes() {
        assert_eq!(extended(names(""), 'A', 'B'), names("AB"));
        assert_eq!(extended(names("A"), 'A', 'B'), names("AB"));
        assert_eq!(extended(names("AB"), 'B', 'C'), names("ABC"));
        assert_eq!(extended(names("XA"), 'A', 'B'), names("XAB"));
    }

    #[test]
    fn the_walk_back_takes_back_its_steps() {
        assert_eq!(extended(names("ABC"), 'C', 'B'), names("AB"));
        assert_eq!(extended(names("AB"), 'B', 'A'), names("A"));
    }

    #[test]
    fn a_walk_from_amidst_what_is_selected_loses_nothing() {
        assert_eq!(extended(names("ABC"), 'A', 'B'), names("ACB"));
        assert_eq!(extended(names("AB"), 'C', 'B'), names("ACB"));
    }

    #[test]
    fn one_state_is_added_or_taken_away() {
        assert_eq!(toggled(names("A"), 'B'), names("AB"));
        assert_eq!(toggled(names("AB"), 'A'), names("B"));
        assert_eq!(toggled(names("A"), 'A'), names(""));
    }
}
