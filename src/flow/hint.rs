//! What is known of the data at a place in the text: for a person who points there, or types there.

use super::evaluate::plain_path;
use super::expressions::{Data, Exit, Expression, expressions};
use super::infer::Flow;
use super::place::{content_at, span_inside};
use super::shape::{MemberShape, Shape};
use crate::asl::{Document, QueryLanguage, StateId, StateType};
use crate::expr::jsonpath::Path;
use crate::text::Span;
use serde::{Deserialize, Serialize};

/// What is known at a place.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Hint {
    /// What it is about.
    pub span: Span,
    /// What is known.
    pub about: About,
}

/// What a hint is about. Shapes are written as [`Shape`] displays them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum About {
    /// A path, up to the step that was pointed at.
    Path {
        /// As written.
        path: String,
        /// What it finds; none where it finds nothing.
        shape: Option<String>,
        /// Whether it may find nothing.
        may_miss: bool,
    },
    /// A state, by its name.
    State {
        /// Its input; none where nothing leads to it.
        before: Option<String>,
        /// Its output; none where it is never left without an error.
        after: Option<String>,
    },
}

/// A name that a path may go on with.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Proposal {
    /// The name; of a variable with its `$`.
    pub name: String,
    /// The shape of what it leads to.
    pub shape: String,
    /// Whether it may be missing.
    pub may_miss: bool,
}

/// The names that a path may go on with.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Proposals {
    /// What of a name stands there already.
    pub span: Span,
    /// The names, sorted.
    pub names: Vec<Proposal>,
}

/// Tells what is known at an offset in bytes.
pub fn hint(document: &Document, flow: &Flow, offset: usize) -> Option<Hint> {
    let machine = document.machine();
    let id = machine.state_at(document.tree(), offset)?;
    let state = machine.state(id);
    if state.name_span.touches(offset) {
        let written = |shape: Option<&Shape>| shape.map(Shape::to_string);
        let about = About::State { before: written(flow.before(id)), after: written(flow.after(id)) };
        return Some(Hint { span: state.name_span, about });
    }
    let place = Place::find(document, id, offset)?;
    let rest = &place.expression.text[place.cursor..];
    let end = place.cursor + rest.find(|next: char| !is_of_name(next)).unwrap_or(rest.len());
    let path = place.expression.text.get(place.start..end)?;
    let (shape, may_miss) = place.follow(flow, path)?;
    let shape = Some(shape).filter(|shape| !shape.is_never()).map(|shape| shape.to_string());
    let about = About::Path { path: path.to_owned(), shape, may_miss };
    Some(Hint { span: place.span(document, place.start..end), about })
}

/// Finds the names with which the path at an offset in bytes may go on.
pub fn proposals(document: &Document, flow: &Flow, offset: usize) -> Option<Proposals> {
    let id = document.machine().state_at(document.tree(), offset)?;
    let place = Place::find(document, id, offset)?;
    let path = place.expression.text.get(place.start..place.cursor)?;
    let is_jsonata = place.expression.language == QueryLanguage::JSONata;
    let (start, members) = match path.rsplit_once('.') {
        Some(("$states", partial)) if is_jsonata => {
            let input = flow.before(id).cloned().unwrap_or_else(Shape::any);
            let parts = [("input", Some(input)), ("context", Some(Shape::any())), place.outcome(document, flow)];
            let parts = parts.into_iter().filter_map(|(name, shape)| Some((name.to_owned(), shape?, false)));
            (place.cursor - partial.len(), parts.collect())
        }
        Some((before, partial)) => {
            let (shape, _) = place.follow(flow, before)?;
            let members = shape.members(&[]).into_iter();
            let plain = |(name, MemberShape { shape, is_always })| (name, shape, !is_always);
            (
                place.cursor - partial.len(),
                members.map(plain).filter(|(name, ..)| name.chars().all(is_of_name)).collect(),
            )
        }
        None if path.starts_with('$') && !path.starts_with("$$") => {
            let states = is_jsonata.then(|| ("$states".to_owned(), Shape::any(), false));
            let known =
                flow.variables(id).map(|(name, shape, is_always)| (format!("${name}"), shape.clone(), !is_always));
            (place.start, known.chain(states).collect::<Vec<_>>())
        }
        None => return None,
    };
    let mut names: Vec<Proposal> = members
        .into_iter()
        .map(|(name, shape, may_miss)| Proposal { name, shape: shape.to_string(), may_miss })
        .collect();
    names.sort_by(|one, other| one.name.cmp(&other.name));
    (!names.is_empty()).then(|| Proposals { span: place.span(document, start..place.cursor), names })
}

/// A place inside an expression.
struct Place<'a> {
    state: StateId,
    expression: Expression<'a>,
    /// Where the path starts in the expression, in bytes.
    start: usize,
    /// The place itself, in bytes.
    cursor: usize,
}

impl<'a> Place<'a> {
    fn find(document: &'a Document, state: StateId, offset: usize) -> Option<Self> {
        let tree = document.tree();
        let all = expressions(document, state);
        let expression = all.into_iter().find(|expression| tree.span(expression.node).touches(offset))?;
        let inside = content_at(document.source(expression.node), offset - tree.span(expression.node).start);
        let cursor = inside.checked_sub(expression.offset)?;
        let before = expression.text.get(..cursor)?;
        let start = before
            .rfind(|character| !is_of_path(character))
            .map_or(0, |at| at + before[at..].chars().next().map_or(1, char::len_utf8));
        Some(Self { state, expression, start, cursor })
    }

    fn span(&self, document: &Document, range: std::ops::Range<usize>) -> Span {
        let offset = self.expression.offset;
        span_inside(document, self.expression.node, range.start + offset..range.end + offset)
    }

    /// What a path finds, and whether it may find nothing; none where that is not known.
    fn follow(&self, flow: &Flow, path: &str) -> Option<(Shape, bool)> {
        let found = match self.expression.language {
            QueryLanguage::JSONPath => {
                let data = flow.data(self.state, self.expression.data)?;
                flow.view(self.state, data)?.find(&Path::parse(path).ok()?)?
            }
            QueryLanguage::JSONata => {
                let (root, steps) = plain_path(path)?;
                flow.view(self.state, flow.before(self.state)?)?.find_plain(root, &steps)?
            }
        };
        (!found.shape.is_any).then_some((found.shape, found.may_miss))
    }

    /// What `$states` has of the work at this place: its result, or the error that a catcher handles.
    fn outcome(&self, document: &Document, flow: &Flow) -> (&'static str, Option<Shape>) {
        let works = matches!(
            document.machine().state(self.state).state_type,
            Some(StateType::Task | StateType::Parallel | StateType::Map)
        );
        match self.expression.exit {
            Exit::Catch(_) => ("errorOutput", Some(Shape::any())),
            Exit::Usual if works && matches!(self.expression.field, "Output" | "Assign") => {
                ("result", Some(flow.data(self.state, Data::Result).cloned().unwrap_or_else(Shape::any)))
            }
            _ => ("result", None),
        }
    }
}

fn is_of_name(character: char) -> bool {
    character.is_alphanumeric() || matches!(character, '_' | '-' | '$')
}

/// Names, dots and positions. A minus is taken as part of a name, as JSONPath does; in JSONata no plain path has one.
fn is_of_path(character: char) -> bool {
    is_of_name(character) || matches!(character, '.' | '[' | ']' | '@')
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::flow::infer;
    use crate::mock::Mocks;
    use serde_json::json;

    /// A definition with `|` where the person points.
    fn at(text: &str) -> (Document, usize) {
        let offset = text.find('|').unwrap();
        (Document::new(text.replacen('|', "", 1)), offset)
    }

    fn flow(document: &Document) -> Flow {
        let input = json!({ "order": { "id": "A", "lines": [{ "price": 3 }] }, "order-2": 1 });
        infer(document, Some(&input), &Mocks::default())
    }

    fn hinted(text: &str) -> Option<String> {
        let (document, offset) = at(text);
        hint(&document, &flow(&document), offset).map(|hint| match hint.about {
            About::Path { path, shape, .. } => {
                assert_eq!(hint.span.of(document.text()), path);
                format!("{path}: {}", shape.unwrap_or_default())
            }
            About::State { before, after } => format!("{} > {}", before.unwrap_or_default(), after.unwrap_or_default()),
        })
    }

    fn proposed(text: &str) -> String {
        let (document, offset) = at(text);
        let Some(found) = proposals(&document, &flow(&document), offset) else { return String::new() };
        let names: Vec<&str> = found.names.iter().map(|proposal| proposal.name.as_str()).collect();
        format!("{}> {}", found.span.of(document.text()), names.join(" "))
    }

    fn path(expression: &str) -> String {
        format!(
            r#"{{"StartAt":"A","States":{{"A":{{"Type":"Pass","Parameters":{{"x.$":"{expression}"}},"End":true}}}}}}"#
        )
    }

    fn jsonata(expression: &str) -> String {
        format!(
            r#"{{"QueryLanguage":"JSONata","StartAt":"S","States":{{"S":{{"Type":"Pass","Assign":{{"total":1}},"Next":"A"}},"A":{{"Type":"Pass","Output":"{expression}","End":true}}}}}}"#
        )
    }

    #[test]
    fn a_path_is_told_up_to_the_step_under_the_pointer() {
        assert_eq!(hinted(&path("$.or|der.id")).unwrap(), "$.order: {id: string, lines: [{price: number}..]}");
        assert_eq!(hinted(&path("$.order.i|d")).unwrap(), "$.order.id: string");
        assert_eq!(hinted(&path("$.order.zz|z")).unwrap(), "$.order.zzz: ");
        assert_eq!(hinted(&path("$.order-2|")).unwrap(), "$.order-2: number");
        assert_eq!(hinted(&path("States.Format('{}', $.order.id|)")).unwrap(), "$.order.id: string");
        assert_eq!(hinted(&path("$.order.lines[0].pri|ce")).unwrap(), "$.order.lines[0].price: number");
        assert_eq!(hinted(&path("$$.Exec|ution")), None);
        assert_eq!(hinted(&jsonata("{% $states.input.order.i|d %}")).unwrap(), "$states.input.order.id: string");
        assert_eq!(hinted(&jsonata("{% 1 + $to|tal %}")).unwrap(), "$total: number");
    }

    #[test]
    fn a_state_is_told_with_its_data() {
        let text = r#"{"StartAt":"A","States":{"A|":{"Type":"Pass","Result":1,"ResultPath":"$.n","End":true}}}"#;
        let told = hinted(text).unwrap();
        assert!(told.starts_with("{order: {id: string") && told.contains("> {n: number, order:"), "{told}");
    }

    #[test]
    fn a_path_is_completed_with_the_members_that_are_there() {
        assert_eq!(proposed(&path("$.|")), "> order order-2");
        assert_eq!(proposed(&path("$.order.i|")), "i> id lines");
        assert_eq!(proposed(&path("States.Format('{}', $.order.|)")), "> id lines");
        assert_eq!(proposed(&path("$.order.lines[0].|")), "> price");
        assert_eq!(proposed(&path("text|")), "");
        assert_eq!(proposed(&jsonata("{% $states.| %}")), "> context input");
        let task =
            jsonata("{% $states.| %}").replacen(r#""A":{"Type":"Pass""#, r#""A":{"Type":"Task","Resource":"x""#, 1);
        assert_eq!(proposed(&task), "> context input result");
        assert_eq!(proposed(&jsonata("{% $states.input.order.l| %}")), "l> id lines");
        assert_eq!(proposed(&jsonata("{% 1 + $t| %}")), "$t> $states $total");
    }
}
