//! What the condition of a Choice rule in the JSONPath language lets through, as far as that can be told without data.
//!
//! A condition becomes a list of alternatives, each a list of atoms that must all hold. What cannot be understood stays an
//! opaque atom, which is only ever equal to itself.

mod range;

use crate::asl::Document;
use crate::asl::choice::{self, Operand, Test};
use crate::text::json::NodeId;
use range::Range;
use serde_json::Value;

/// Conditions of more alternatives, or of more atoms in all of them, are not looked at: rules are compared in pairs.
const MAX_ALTERNATIVES: usize = 32;
const MAX_ATOMS: usize = 64;

/// One question about one variable.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Atom {
    /// The path that is asked about.
    pub(super) variable: String,
    asked: Asked,
}

#[derive(Clone, Debug, PartialEq)]
enum Asked {
    Present(bool),
    Null(bool),
    Kind(Operand, bool),
    Range(Range),
    Matches(String),
    /// A comparison with another path.
    Path(String),
    /// What is not understood, as text.
    Opaque(String),
}

/// The alternatives of a condition; none when there are too many. Recurses as deep as the rule nests, which the JSON
/// reader bounds.
pub(super) fn alternatives(document: &Document, rule: NodeId) -> Option<Vec<Vec<Atom>>> {
    let is_small =
        |all: &Vec<Vec<Atom>>| all.len() <= MAX_ALTERNATIVES && all.iter().map(Vec::len).sum::<usize>() <= MAX_ATOMS;
    read(document, rule).filter(is_small)
}

fn read(document: &Document, rule: NodeId) -> Option<Vec<Vec<Atom>>> {
    let tree = document.tree();
    let parts = |list: &str| -> Option<Vec<Vec<Vec<Atom>>>> {
        tree.items(tree.get(rule, list)?).iter().map(|part| alternatives(document, *part)).collect()
    };
    if tree.get(rule, "Or").is_some() {
        return Some(parts("Or")?.into_iter().flatten().collect());
    }
    if tree.get(rule, "And").is_some() {
        let mut all: Vec<Vec<Atom>> = vec![Vec::new()];
        for part in parts("And")? {
            if all.len() * part.len() > MAX_ALTERNATIVES {
                return None;
            }
            all = all.iter().flat_map(|atoms| part.iter().map(|more| [&atoms[..], &more[..]].concat())).collect();
        }
        return Some(all);
    }
    if let Some(inner) = tree.get(rule, "Not") {
        let negated = match &alternatives(document, inner)?[..] {
            [alternative] if alternative.len() == 1 => negated(&alternative[0]),
            _ => None,
        };
        let opaque = || Atom { variable: String::new(), asked: Asked::Opaque(document.value(inner).to_string()) };
        return Some(vec![vec![negated.unwrap_or_else(opaque)]]);
    }
    Some(vec![vec![atom(document, rule)?]])
}

fn negated(atom: &Atom) -> Option<Atom> {
    let asked = match &atom.asked {
        Asked::Present(is) => Asked::Present(!is),
        Asked::Null(is) => Asked::Null(!is),
        Asked::Kind(kind, is) => Asked::Kind(*kind, !is),
        _ => return None,
    };
    Some(Atom { variable: atom.variable.clone(), asked })
}

fn atom(document: &Document, rule: NodeId) -> Option<Atom> {
    let tree = document.tree();
    let variable = tree.as_str(tree.get(rule, "Variable")?)?.to_owned();
    let (member, comparator, is_path) = tree
        .members(rule)
        .iter()
        .find_map(|member| choice::find(&member.key).map(|(comparator, is_path)| (member, comparator, is_path)))?;
    let operand = document.value(member.value);
    let is_substituted = operand.as_str().is_some_and(|text| text.contains("${"));
    let flag = operand.as_bool();
    let asked = match comparator.test {
        _ if is_path => Asked::Path(format!("{} {operand}", comparator.name)),
        _ if is_substituted => Asked::Opaque(format!("{} {operand}", comparator.name)),
        Test::Order(kind, accepts) => Asked::Range(Range::new(kind, accepts, &operand)?),
        Test::StringMatches => Asked::Matches(operand.as_str()?.to_owned()),
        Test::IsPresent => Asked::Present(flag?),
        Test::IsNull => Asked::Null(flag?),
        Test::IsKind(kind) => Asked::Kind(kind, flag?),
    };
    Some(Atom { variable, asked })
}

/// A variable of which an alternative asks what cannot hold together.
pub(super) fn contradiction(alternative: &[Atom]) -> Option<&str> {
    let mut pairs =
        alternative.iter().enumerate().flat_map(|(index, a)| alternative[..index].iter().map(move |b| (b, a)));
    let found = pairs.find(|(a, b)| a.variable == b.variable && (excludes(a, b) || excludes(b, a)));
    found.map(|(a, _)| &*a.variable)
}

/// Whether whatever passes `later` also passes `earlier`.
pub(super) fn is_covered(later: &[Vec<Atom>], earlier: &[Vec<Atom>]) -> bool {
    !later.is_empty()
        && later.iter().all(|alternative| {
            earlier.iter().any(|wider| {
                wider.iter().all(|atom| {
                    alternative.iter().any(|narrow| narrow.variable == atom.variable && implies(narrow, atom))
                })
            })
        })
}

/// Whether conditions of one atom each leave nothing over of a variable, or of its values of one kind.
pub(super) fn is_exhaustive(rules: &[Vec<Vec<Atom>>]) -> bool {
    let atoms: Vec<&Atom> = rules
        .iter()
        .flatten()
        .filter_map(|alternative| match &alternative[..] {
            [atom] => Some(atom),
            _ => None,
        })
        .collect();
    // Few rules are of one atom each and have no default; many of them are never complements of each other.
    atoms.iter().take(MAX_ALTERNATIVES).any(|atom| {
        let same = || atoms.iter().filter(|other| other.variable == atom.variable);
        let opposite = negated(atom);
        let ranges: Vec<&Range> = same()
            .filter_map(|other| match &other.asked {
                Asked::Range(range) => Some(range),
                _ => None,
            })
            .collect();
        opposite.is_some_and(|opposite| same().any(|other| **other == opposite)) || range::cover_everything(&ranges)
    })
}

/// The kind of the values that pass; `None` for several. `Some(None)` is null.
fn kind(asked: &Asked) -> Option<Option<Operand>> {
    match asked {
        Asked::Null(true) => Some(None),
        Asked::Kind(kind, true) => Some(Some(*kind)),
        Asked::Range(range) => Some(Some(range.kind)),
        Asked::Matches(_) => Some(Some(Operand::String)),
        _ => None,
    }
}

/// Whether every value of a kind is also one of another: timestamps are strings.
fn is_within(narrow: Option<Operand>, wide: Option<Operand>) -> bool {
    narrow == wide || (narrow == Some(Operand::Timestamp) && wide == Some(Operand::String))
}

fn excludes(a: &Atom, b: &Atom) -> bool {
    match (&a.asked, &b.asked) {
        (Asked::Present(false), Asked::Present(false) | Asked::Opaque(_)) => false,
        (Asked::Present(false), _) | (Asked::Null(true), Asked::Null(false)) => true,
        (Asked::Range(a), Asked::Range(b)) if a.kind == b.kind => a.is_apart_from(b),
        (Asked::Range(range), Asked::Matches(pattern)) if range.kind == Operand::String => {
            range.only().is_some_and(|only| !matches(only, pattern))
        }
        (asked, Asked::Kind(not, false)) => kind(asked).is_some_and(|kind| is_within(kind, Some(*not))),
        (a, b) => matches!((kind(a), kind(b)), (Some(a), Some(b)) if !is_within(a, b) && !is_within(b, a)),
    }
}

fn implies(a: &Atom, b: &Atom) -> bool {
    match (&a.asked, &b.asked) {
        (a, b) if a == b => true,
        (a, Asked::Present(true)) => !matches!(a, Asked::Present(false) | Asked::Opaque(_)),
        (Asked::Range(a), Asked::Range(b)) => a.kind == b.kind && a.is_inside(b),
        (Asked::Range(range), Asked::Matches(pattern)) => range.only().is_some_and(|only| matches(only, pattern)),
        (a, Asked::Kind(wide, true)) => kind(a).is_some_and(|kind| is_within(kind, Some(*wide))),
        (a, Asked::Kind(not, false)) => {
            kind(a).is_some_and(|kind| !is_within(kind, Some(*not)) && !is_within(Some(*not), kind))
        }
        (a, Asked::Null(false)) => kind(a).is_some_and(|kind| kind.is_some()),
        _ => false,
    }
}

fn matches(text: &Value, pattern: &str) -> bool {
    choice::find("StringMatches").is_some_and(|(comparator, _)| comparator.accepts(text, &Value::from(pattern)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(rule: &str) -> Vec<Vec<Atom>> {
        let document = Document::new(rule);
        alternatives(&document, document.tree().root().unwrap()).unwrap()
    }

    fn x(comparator: &str) -> String {
        format!(r#"{{"Variable": "$.x", {comparator}}}"#)
    }

    #[track_caller]
    fn contradicts(a: &str, b: &str, expected: bool) {
        let rule = of(&format!(r#"{{"And": [{}, {}]}}"#, x(a), x(b)));
        assert_eq!(contradiction(&rule[0]).is_some(), expected, "{a} and {b}");
    }

    #[track_caller]
    fn covers(earlier: &str, later: &str, expected: bool) {
        assert_eq!(is_covered(&of(&x(later)), &of(&x(earlier))), expected, "{later} behind {earlier}");
    }

    #[test]
    fn finds_contradictions() {
        contradicts(r#""NumericGreaterThan": 5"#, r#""NumericLessThan": 5"#, true);
        contradicts(r#""NumericGreaterThan": 5"#, r#""NumericLessThan": 6"#, false);
        contradicts(r#""NumericGreaterThanEquals": 5"#, r#""NumericLessThanEquals": 5"#, false);
        contradicts(r#""NumericGreaterThan": 5"#, r#""StringEquals": "5""#, true);
        contradicts(r#""StringEquals": "a""#, r#""StringEquals": "b""#, true);
        contradicts(r#""StringEquals": "a""#, r#""StringMatches": "b*""#, true);
        contradicts(r#""StringEquals": "a""#, r#""StringMatches": "a*""#, false);
        contradicts(r#""IsPresent": false"#, r#""StringEquals": "b""#, true);
        contradicts(r#""IsPresent": true"#, r#""StringEquals": "b""#, false);
        contradicts(r#""IsNull": true"#, r#""BooleanEquals": true"#, true);
        contradicts(r#""IsNumeric": false"#, r#""NumericEquals": 1"#, true);
        contradicts(r#""IsString": true"#, r#""TimestampLessThan": "2024-01-01T00:00:00Z""#, false);
        contradicts(r#""IsString": false"#, r#""IsNumeric": false"#, false);
        contradicts(r#""StringEquals": "${A}""#, r#""StringEquals": "${B}""#, false);
    }

    #[test]
    fn finds_what_is_covered() {
        covers(r#""NumericGreaterThan": 5"#, r#""NumericGreaterThan": 10"#, true);
        covers(r#""NumericGreaterThan": 10"#, r#""NumericGreaterThan": 5"#, false);
        covers(r#""NumericGreaterThanEquals": 5"#, r#""NumericEquals": 5"#, true);
        covers(r#""NumericGreaterThan": 5"#, r#""NumericEquals": 5"#, false);
        covers(r#""StringMatches": "a*""#, r#""StringEquals": "ab""#, true);
        covers(r#""IsPresent": true"#, r#""StringEquals": "ab""#, true);
        covers(r#""IsPresent": true"#, r#""IsPresent": false"#, false);
        covers(r#""IsNull": false"#, r#""IsString": true"#, true);
        covers(r#""IsString": false"#, r#""NumericEquals": 1"#, true);
        covers(r#""StringEqualsPath": "$.y""#, r#""StringEqualsPath": "$.y""#, true);
        covers(r#""StringEqualsPath": "$.y""#, r#""StringEqualsPath": "$.z""#, false);
    }

    #[test]
    fn alternatives_and_negations() {
        let wide = of(&format!(r#"{{"Or": [{}, {}]}}"#, x(r#""StringEquals": "a""#), x(r#""StringEquals": "b""#)));
        assert!(is_covered(&of(&x(r#""StringEquals": "b""#)), &wide));
        assert!(!is_covered(&wide, &of(&x(r#""StringEquals": "b""#))));
        let not = of(&format!(r#"{{"Not": {}}}"#, x(r#""IsPresent": true"#)));
        assert!(is_covered(&of(&x(r#""IsPresent": false"#)), &not));
        let nested = of(&format!(r#"{{"Not": {{"And": [{}]}}}}"#, x(r#""StringEquals": "b""#)));
        assert!(contradiction(&nested[0]).is_none());
    }

    #[test]
    fn knows_when_nothing_is_left() {
        let rules = |a: &str, b: &str| is_exhaustive(&[of(&x(a)), of(&x(b))]);
        assert!(rules(r#""BooleanEquals": true"#, r#""BooleanEquals": false"#));
        assert!(rules(r#""NumericLessThan": 5"#, r#""NumericGreaterThanEquals": 5"#));
        assert!(!rules(r#""NumericLessThan": 5"#, r#""NumericGreaterThan": 5"#));
        assert!(rules(r#""IsPresent": true"#, r#""IsPresent": false"#));
        assert!(!rules(r#""StringEquals": "a""#, r#""StringEquals": "b""#));
    }
}
