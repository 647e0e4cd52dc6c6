//! Account ids in ARNs.

use super::context::Context;
use super::strings::own_strings;
use crate::asl::StateId;
use crate::text::Span;
use crate::text::json::NodeId;

/// An account id in the definition.
pub(super) struct Account<'a> {
    /// The state that names it.
    pub(super) state: StateId,
    /// The string that holds it.
    pub(super) node: NodeId,
    /// Where it stands.
    pub(super) span: Span,
    /// The 12 digits.
    pub(super) id: &'a str,
}

/// All account ids in the ARNs of all states, in the order of the states.
pub(super) fn accounts<'a>(context: &Context<'a>) -> Vec<Account<'a>> {
    let tree = context.tree();
    let mut found = Vec::new();
    for (state, of) in context.machine().states() {
        for text in own_strings(tree, of) {
            let Some((range, id)) = account_of(text.text) else { continue };
            let whole = tree.span(text.node);
            // Behind an escape the place in the text is not the place in the string.
            let is_plain = whole.len() == text.text.len() + 2;
            let start = whole.start + 1;
            let span = if is_plain { Span::new(start + range.start, start + range.end) } else { whole };
            found.push(Account { state, node: text.node, span, id });
        }
    }
    found
}

/// The account id in an ARN that starts a text, with its place in the text; none for ids that AWS's documentation uses
/// in examples, as those are placeholders too.
fn account_of(text: &str) -> Option<(std::ops::Range<usize>, &str)> {
    if !text.starts_with("arn:") {
        return None;
    }
    let mut start = 0;
    for _ in 0..4 {
        start += text[start..].find(':')? + 1;
    }
    let end = start + text[start..].find(':').unwrap_or(text.len() - start);
    let account = &text[start..end];
    let is_account = account.len() == 12 && account.bytes().all(|byte| byte.is_ascii_digit());
    (is_account && !is_example(account)).then_some((start..end, account))
}

/// Ids such as 111122223333 or 123456789012: runs of one digit in twos, threes, fours or sixes, or digits that count up.
fn is_example(account: &str) -> bool {
    let digits = account.as_bytes();
    let runs = |length: usize| digits.chunks(length).all(|run| run.iter().all(|digit| *digit == run[0]));
    let counts_up = |digits: &[u8]| digits.windows(2).all(|pair| (pair[0] - b'0' + 1) % 10 == pair[1] - b'0');
    runs(2) || runs(3) || runs(4) || runs(6) || counts_up(digits) || counts_up(&digits[..9])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn examples_are_no_accounts() {
        for account in [
            "111122223333",
            "123456789012",
            "000000000000",
            "444455556666",
            "112233445566",
            "012345678901",
            "${AWS::Account}",
        ] {
            assert_eq!(account_of(&format!("arn:aws:sns:us-east-1:{account}:t")), None, "{account}");
        }
        let text = "arn:aws:lambda:us-east-1:602401143452:function:f";
        assert_eq!(account_of(text), Some((25..37, "602401143452")));
        assert_eq!(account_of("arn:aws:states:::lambda:invoke"), None);
        assert_eq!(account_of("602401143452"), None);
    }
}
