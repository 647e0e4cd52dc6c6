//! What a state stays through changes of the document, where its number shifts with every state put in before it.

/// Names a state: by its name, and where several wrongly share it by which one of them it is.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct StateKey {
    /// Its name.
    pub name: String,
    /// Which one of those with that name, from 0, in the order of the text.
    pub nth: u32,
}

impl StateKey {
    /// The first state of a name.
    pub fn first(name: impl Into<String>) -> Self {
        Self { name: name.into(), nth: 0 }
    }
}

#[cfg(test)]
mod tests {
    use super::StateKey;
    use crate::asl::Document;

    #[test]
    fn states_that_share_a_name_are_told_apart() {
        let document = Document::new(
            r#"{"StartAt": "A", "States": {
                "A": {"Type": "Parallel", "End": true, "Branches": [
                    {"StartAt": "B", "States": {"B": {"Type": "Succeed"}}},
                    {"StartAt": "B", "States": {"B": {"Type": "Fail"}}}]}}}"#,
        );
        let machine = document.machine();
        let keys: Vec<StateKey> = machine.states().map(|(state, _)| machine.key(state)).collect();
        assert_eq!(keys, [StateKey::first("A"), StateKey::first("B"), StateKey { name: "B".to_owned(), nth: 1 }]);
        assert!(machine.states().all(|(state, _)| machine.find_key(&machine.key(state)) == Some(state)));
        for gone in [StateKey { name: "A".to_owned(), nth: 1 }, StateKey { name: "B".to_owned(), nth: 2 }] {
            assert_eq!(machine.find_key(&gone), None);
        }
    }
}
