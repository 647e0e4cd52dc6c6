//! What was renamed between two readings of a machine, so that what hangs on a state's name can follow.

use super::Machine;

/// The old and the new name, when one state has another name and all else is in its place.
pub fn renamed(before: &Machine, after: &Machine) -> Option<(String, String)> {
    if before.states().count() != after.states().count() {
        return None;
    }
    let pairs = before.states().zip(after.states());
    let mut changed = pairs.filter(|((_, before), (_, after))| before.name != after.name);
    let ((_, old), (_, new)) = changed.next()?;
    if changed.next().is_some() || old.state_type != new.state_type {
        return None;
    }
    Some((old.name.to_string(), new.name.to_string()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::asl::Document;

    fn names(before: &str, after: &str) -> Option<(String, String)> {
        renamed(Document::new(before).machine(), Document::new(after).machine())
    }

    #[test]
    fn sees_one_new_name() {
        let machine = |a: &str, b: &str| {
            format!(
                r#"{{"StartAt": "{a}", "States": {{"{a}": {{"Type": "Pass", "Next": "{b}"}}, "{b}": {{"Type": "Task"}}}}}}"#
            )
        };
        assert_eq!(names(&machine("A", "B"), &machine("A", "C")), Some(("B".into(), "C".into())));
        assert_eq!(names(&machine("A", "B"), &machine("A", "B")), None);
        assert_eq!(names(&machine("A", "B"), &machine("C", "D")), None);
        assert_eq!(names(&machine("A", "B"), r#"{"States": {"A": {"Type": "Pass"}}}"#), None);
    }
}
