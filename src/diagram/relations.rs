//! The lines of the drawing in words: where each way of a state leads. For those who do not see them.

use crate::asl::{Document, StateId, TransitionKind, summary};
use crate::i18n::Messages;

/// Where a state leads, in words: `leads to B; on States.ALL leads to C`.
pub fn relations(document: &Document, state: StateId, words: &dyn Messages) -> String {
    let machine = document.machine();
    let own = machine.state(state);
    let scope = machine.scope(own.scope);
    let mut parts = Vec::new();
    if scope.start_at.as_ref().is_some_and(|target| target.state == Some(state)) {
        parts.push(words.is_first().to_owned());
    }
    for transition in &own.transitions {
        let target = &*transition.target.name;
        let label =
            summary::transition(document, state, transition.kind, words.condition_phrases()).unwrap_or_default();
        let part = match transition.kind {
            TransitionKind::Next => words.leads_to(target),
            TransitionKind::Choice(_) => words.if_leads_to(&label, target),
            TransitionKind::Default => words.otherwise_leads_to(target),
            TransitionKind::Catch(_) => words.on_error_leads_to(&label, target),
        };
        let is_missing = transition.target.state.is_none();
        parts.push(if is_missing { format!("{part} ({})", words.target_missing()) } else { part });
    }
    if own.is_terminal() {
        parts.push(words.ends(own.state_type, scope.owner.is_some()).to_owned());
    }
    parts.join("; ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::Language;

    const MACHINE: &str = r#"{"StartAt": "Pay", "States": {
        "Pay": {"Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage", "Next": "Ask",
            "Catch": [{"ErrorEquals": ["States.ALL"], "Next": "Fail"}]},
        "Ask": {"Type": "Choice", "Choices": [{"Variable": "$.n", "NumericGreaterThan": 1, "Next": "Gone"}], "Default": "Each"},
        "Each": {"Type": "Map", "End": true, "ItemProcessor": {"StartAt": "One", "States": {"One": {"Type": "Pass", "End": true}}}},
        "Fail": {"Type": "Fail"}}}"#;

    fn said(name: &str, language: Language) -> String {
        let document = Document::new(MACHINE);
        let state = document.machine().find(name).unwrap();
        relations(&document, state, language.messages())
    }

    #[test]
    fn says_where_each_way_leads() {
        assert_eq!(said("Pay", Language::En), "first state; leads to Ask; on States.ALL leads to Fail");
        assert_eq!(said("Pay", Language::Es), "primer estado; lleva a Ask; ante States.ALL lleva a Fail");
        assert_eq!(said("Ask", Language::En), "if $.n > 1 leads to Gone (not there); otherwise leads to Each");
        assert_eq!(said("Each", Language::En), "ends the execution");
        assert_eq!(said("One", Language::En), "first state; ends its branch");
        assert_eq!(said("Fail", Language::Es), "la ejecución falla aquí");
    }
}
