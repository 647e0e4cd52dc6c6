//! A part of a machine as text: what palette, patterns and clipboard hand over.

use super::Refusal;
use super::language_use::language_of;
use super::members::{MemberPlace, insert_member, quoted, replace_value};
use super::names::Names;
use super::part::Part;
use crate::asl::{Document, Machine, QueryLanguage, ScopeId, StateId};
use crate::text::Edit;
use crate::text::json::NodeKind;

/// A fragment that was read: the states of the outermost scope of its document are what is put in.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Fragment {
    pub(super) document: Document,
    /// The language that the fragment says it is in.
    language: Option<QueryLanguage>,
}

impl Fragment {
    /// Reads a machine, an object with `States`, a map of states, one state, or members as they are cut out of an editor.
    pub(super) fn read(text: &str) -> Result<Self, Refusal> {
        let mut document = Document::new(text.trim());
        if !document.syntax_errors().is_empty() {
            let members = text.trim().trim_end_matches(',');
            document = Document::new(format!("{{{members}}}"));
            if !document.syntax_errors().is_empty() {
                return Err(Refusal::NotAFragment);
            }
        }
        let tree = document.tree();
        let root = tree.root().ok_or(Refusal::NotAFragment)?;
        let is_state = |node| tree.get(node, "Type").is_some_and(|name| tree.as_str(name).is_some());
        let language = tree.get(root, "QueryLanguage").and_then(|own| QueryLanguage::parse(tree.as_str(own)?));
        if tree
            .get(root, "States")
            .is_some_and(|states| matches!(tree.kind(states), NodeKind::Object(_)) && !is_state(states))
        {
            return Self { document, language }.with_states();
        }
        let wrapped = if is_state(root) {
            let name = tree.get(root, "Type").and_then(|name| tree.as_str(name)).unwrap_or_default();
            format!("{{\"States\": {{{}: {}}}}}", quoted(name), document.source(root))
        } else if !tree.members(root).is_empty() && tree.members(root).iter().all(|member| is_state(member.value)) {
            format!("{{\"States\": {}}}", document.source(root))
        } else {
            return Err(Refusal::NotAFragment);
        };
        Self { document: Document::new(wrapped), language: None }.with_states()
    }

    fn with_states(self) -> Result<Self, Refusal> {
        let is_filled = self.machine().root().is_some_and(|root| !root.states.is_empty());
        if is_filled { Ok(self) } else { Err(Refusal::NotAFragment) }
    }

    pub(super) fn machine(&self) -> &Machine {
        self.document.machine()
    }

    /// Where it starts: where it says, else at its first state.
    pub(super) fn entry(&self) -> Option<StateId> {
        let root = self.machine().root()?;
        root.start_at.as_ref().and_then(|start| start.state).or_else(|| root.states.first().copied())
    }

    /// All its states, the first of them first.
    pub(super) fn states(&self) -> Vec<StateId> {
        let mut states = Part::whole(self.machine(), ScopeId::ROOT).states;
        if let Some(entry) = self.entry() {
            states.retain(|state| *state != entry);
            states.insert(0, entry);
        }
        states
    }

    /// The fragment after edits of its text.
    pub(super) fn edited(&self, edits: Vec<Edit>) -> Result<Self, Refusal> {
        let edits = crate::text::Edits::new(edits).map_err(|_| Refusal::BrokenText)?;
        Ok(Self { document: self.document.edited(&edits), language: self.language })
    }

    /// Gives its states, inner ones too, names that are not taken; all that refers to them follows.
    pub(super) fn with_free_names(&self, names: &mut Names) -> Result<Self, Refusal> {
        let machine = self.machine();
        let mut renamed: Vec<(StateId, String)> = Vec::new();
        for (id, state) in machine.states() {
            let name = names.take(&state.name);
            if name != *state.name {
                renamed.push((id, name));
            }
        }
        let new_name = |id: StateId| {
            renamed.binary_search_by_key(&id, |(id, _)| *id).ok().and_then(|at| renamed.get(at)).map(|(_, name)| name)
        };
        let mut edits = Vec::new();
        for (id, name) in &renamed {
            edits.push(Edit { span: machine.state(*id).name_span, insert: quoted(name) });
        }
        let starts = machine.scopes().filter_map(|(_, scope)| scope.start_at.as_ref());
        let transitions = machine.states().flat_map(|(_, state)| &state.transitions);
        for target in starts.chain(transitions.map(|transition| &transition.target)) {
            if let Some(name) = target.state.and_then(new_name) {
                edits.push(replace_value(&self.document, target.node, quoted(name)));
            }
        }
        self.edited(edits)
    }

    /// Says in each state which language it is in, where the machine it goes to has another one.
    pub(super) fn in_language(&self, machine: QueryLanguage) -> Result<Self, Refusal> {
        let mut edits = Vec::new();
        for (id, state) in self.machine().states() {
            let own = language_of(&self.document, id);
            // AWS lets a machine in JSONPath hold states in JSONata, but not the other way round.
            if machine == QueryLanguage::JSONata && own == Some(QueryLanguage::JSONPath) {
                return Err(Refusal::NeedsJsonPath { name: state.name.to_string() });
            }
            let is_said = self.document.tree().get(state.node, "QueryLanguage").is_some();
            let language = own.or(self.language).unwrap_or(machine);
            if language != machine && !is_said && language == QueryLanguage::JSONata {
                let place = super::members::index_of(&self.document, state.node, "Type");
                let place = place.map_or(MemberPlace::First, MemberPlace::After);
                let member = ("QueryLanguage".to_owned(), quoted(language.as_str()));
                edits.push(insert_member(&self.document, state.node, place, &[member])?);
            }
        }
        self.edited(edits)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(text: &str) -> Result<String, Refusal> {
        let fragment = Fragment::read(text)?;
        let name = |id: StateId| fragment.machine().state(id).name.to_string();
        Ok(fragment.states().into_iter().map(name).collect::<Vec<_>>().join(" "))
    }

    #[test]
    fn reads_all_that_people_paste() {
        let states = r#"{"A": {"Type": "Pass", "Next": "B"}, "B": {"Type": "Pass", "End": true}}"#;
        assert_eq!(names(&format!(r#"{{"Comment": "x", "StartAt": "B", "States": {states}}}"#)).as_deref(), Ok("B A"));
        assert_eq!(names(states).as_deref(), Ok("A B"));
        assert_eq!(names(states.trim_matches(['{', '}'])).unwrap_err(), Refusal::NotAFragment, "cut too short");
        assert_eq!(names(r#""A": {"Type": "Pass"},"#).as_deref(), Ok("A"), "cut out of an editor");
        assert_eq!(names(r#"{"Type": "Wait", "Seconds": 1}"#).as_deref(), Ok("Wait"));
        assert_eq!(names(r#"{"States": {"Type": "Pass"}}"#).as_deref(), Ok("States"), "a state of that name");
    }

    #[test]
    fn refuses_what_holds_no_state() {
        for text in ["", "hello", "[]", "{}", "1", r#"{"States": {}}"#, r#"{"a": 1}"#] {
            assert_eq!(names(text), Err(Refusal::NotAFragment), "{text}");
        }
    }
}
