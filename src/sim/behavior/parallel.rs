//! Parallel: all branches at once; their outputs in order.

use super::super::failure::Failure;
use super::super::runner::{Opening, Runner};
use super::super::token::{Action, Children, Token, TokenId};
use serde_json::{Map, Value};
use std::sync::Arc;

impl Runner<'_> {
    /// Starts all branches.
    pub(super) fn start_branches(&mut self, id: TokenId, mut token: Token) {
        let input = match self.branch_input(&token) {
            Ok(input) => input,
            Err(failure) => return self.fail_state(id, token, failure),
        };
        if let Some(outcome) = self.probed_children(&token) {
            return self.end_probed(id, token, outcome);
        }
        let branches = self.definition(&token).inner.clone();
        let started = self.event(&mut token, "ParallelStateStarted", Map::new());
        token.children = Some(Children {
            running: branches.len(),
            results: vec![None; branches.len()],
            last_event: started,
            ..Children::default()
        });
        let now = self.execution.clock;
        let action = if branches.is_empty() { Action::Exit } else { Action::Nothing };
        self.schedule(id, token, action, now);
        for (index, branch) in branches.into_iter().enumerate() {
            self.open_scope(Opening {
                scope: branch,
                parent: Some(id),
                index,
                input: Arc::clone(&input),
                item: None,
                previous_event: started,
            });
        }
    }

    fn branch_input(&mut self, token: &Token) -> Result<Arc<Value>, Failure> {
        let definition = self.definition(token);
        if definition.is_jsonata() {
            return match definition.field("Arguments") {
                Some(arguments) => self.evaluated(token, arguments, "Arguments").map(Arc::new),
                None => Ok(Arc::clone(&token.input)),
            };
        }
        let input = self.effective_input(token)?;
        self.template(token, definition.field("Parameters"), &input, "afterParameters")
    }
}
