//! A Task that waits for its token to come back and gives it to nobody.

use crate::asl::resource::{Pattern, Resource};
use crate::check::context::Context;
use crate::check::strings::strings;
use crate::check::waiting::resource;

/// Paths to what holds the token.
const WHOLE: [&str; 2] = ["$$", "$$.Task"];

/// Parts of a text that tell of the token: the path to it, the context as an argument of a function, or a placeholder
/// that only deployment fills in.
const HOLDING: [&str; 7] = ["Task.Token", "['Token']", "$$.Task)", "$$.Task,", "$$)", "$$,", "${"];

pub(in crate::check) fn check(context: &mut Context<'_>) {
    let tree = context.tree();
    for (id, state) in context.machine().states() {
        let Some(Resource::Service { pattern: Pattern::WaitForTaskToken, .. }) = resource(tree, state) else {
            continue;
        };
        let sent = ["Parameters", "Arguments"].iter().find_map(|field| tree.member(state.node, field));
        let Some(sent) = sent else {
            context.lint_field("nothing", &[("name", &state.name)], state.node, "Resource", Some(id));
            continue;
        };
        let is_passed = strings(tree, sent.value, |_| true).iter().any(|text| {
            let is_whole = WHOLE.contains(&text.text);
            is_whole || HOLDING.iter().any(|part| text.text.contains(part)) || mentions_context(text.text)
        });
        if !is_passed {
            context.lint_field("", &[("name", &state.name)], state.node, &sent.key, Some(id));
        }
    }
}

/// Whether an expression takes the whole context, or its `Task`: what becomes of that is not followed further.
fn mentions_context(text: &str) -> bool {
    text.split("$states").skip(1).any(|rest| {
        let rest = rest.trim_start_matches(|character: char| character == '.' || character.is_whitespace());
        match rest.strip_prefix("context") {
            Some(rest) => !rest.starts_with('.') || rest.starts_with(".Task"),
            // `$states` as a whole.
            None => !["input", "result", "errorOutput"].iter().any(|name| rest.starts_with(name)),
        }
    })
}
