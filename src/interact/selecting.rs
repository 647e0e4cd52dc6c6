//! How keys and taps change which states are selected. Names in the order of their choice; the last one leads.

/// What is selected once the walk has gone on from one state to another with the shift key: both of them, and what was
/// selected before. Who goes back the way takes back the step.
#[must_use]
pub fn extended(mut selected: Vec<String>, from: &str, to: &str) -> Vec<String> {
    let is_back = selected.last().is_some_and(|lead| lead == from) && selected.iter().any(|name| name == to);
    selected.retain(|name| name != to && !(is_back && name == from));
    if !is_back && !selected.iter().any(|name| name == from) {
        selected.push(from.to_owned());
    }
    selected.push(to.to_owned());
    selected
}

/// What is selected once a state was added to it, or taken away.
#[must_use]
pub fn toggled(mut selected: Vec<String>, name: &str) -> Vec<String> {
    let n_before = selected.len();
    selected.retain(|other| other != name);
    if selected.len() == n_before {
        selected.push(name.to_owned());
    }
    selected
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(names: &str) -> Vec<String> {
        names.chars().map(String::from).collect()
    }

    #[test]
    fn the_walk_with_shift_selects_what_it_passes() {
        assert_eq!(extended(names(""), "A", "B"), names("AB"));
        assert_eq!(extended(names("A"), "A", "B"), names("AB"));
        assert_eq!(extended(names("AB"), "B", "C"), names("ABC"));
        assert_eq!(extended(names("XA"), "A", "B"), names("XAB"));
    }

    #[test]
    fn the_walk_back_takes_back_its_steps() {
        assert_eq!(extended(names("ABC"), "C", "B"), names("AB"));
        assert_eq!(extended(names("AB"), "B", "A"), names("A"));
    }

    #[test]
    fn a_walk_from_amidst_what_is_selected_loses_nothing() {
        assert_eq!(extended(names("ABC"), "A", "B"), names("ACB"));
        assert_eq!(extended(names("AB"), "C", "B"), names("ACB"));
    }

    #[test]
    fn one_state_is_added_or_taken_away() {
        assert_eq!(toggled(names("A"), "B"), names("AB"));
        assert_eq!(toggled(names("AB"), "A"), names("B"));
        assert_eq!(toggled(names("A"), "A"), names(""));
    }
}
