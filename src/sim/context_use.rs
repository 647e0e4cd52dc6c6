//! Which parts of the context object a state reads: making all of it for each expression would copy the execution's input
//! again and again.

/// What a state reads of the context object.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct ContextUse {
    /// Anything.
    pub(super) reads: bool,
    /// The execution's input, which may be large.
    pub(super) reads_input: bool,
}

/// How a text may name the context object, in JSONPath and in JSONata.
const NAMES: [&str; 2] = ["$$", "$states"];

impl ContextUse {
    /// Looks for the context object in the JSON text of a state's fields. Where a text does not say which part it reads,
    /// it reads all.
    pub(super) fn of(text: &str) -> Self {
        let mut found = Self::default();
        for name in NAMES {
            for (at, _) in text.match_indices(name) {
                found.add(name, &text[at + name.len()..]);
            }
        }
        found
    }

    fn add(&mut self, name: &str, rest: &str) {
        let rest = if name == "$$" {
            rest
        } else {
            match member(rest) {
                Some(("context", rest)) => rest,
                Some(("input" | "result" | "errorOutput", _)) => return,
                _ => return *self = Self { reads: true, reads_input: true },
            }
        };
        self.reads = true;
        self.reads_input |= match member(rest) {
            Some(("Execution", rest)) => !matches!(
                member(rest),
                Some(("Id" | "Name" | "RoleArn" | "StartTime" | "RedriveCount" | "RedriveTime", _))
            ),
            Some(("Map" | "State" | "StateMachine" | "Task", _)) => false,
            _ => true,
        };
    }
}

/// The member that a text begins with, as `.name`, and what follows.
fn member(text: &str) -> Option<(&str, &str)> {
    let text = text.strip_prefix('.')?;
    let end = text.find(|character: char| !character.is_ascii_alphanumeric() && character != '_').unwrap_or(text.len());
    Some(text.split_at(end))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tells_what_is_read() {
        let uses = |text: &str| {
            let found = ContextUse::of(text);
            (found.reads, found.reads_input)
        };
        assert_eq!(uses("$.a"), (false, false));
        assert_eq!(uses("{% $states.input.a %}"), (false, false));
        assert_eq!(uses("$$.Map.Item.Value"), (true, false));
        assert_eq!(uses("$$.Execution.Id"), (true, false));
        assert_eq!(uses("$$.Execution.Input.a"), (true, true));
        assert_eq!(uses("$$.Execution"), (true, true));
        assert_eq!(uses("$$['Execution']"), (true, true));
        assert_eq!(uses("$$"), (true, true));
        assert_eq!(uses("{% $states.context.State.Name & $states.input %}"), (true, false));
        assert_eq!(uses("{% $states.context %}"), (true, true));
        assert_eq!(uses("{% $s := $states; $s.context %}"), (true, true));
    }
}
