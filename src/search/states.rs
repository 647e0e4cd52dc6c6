//! Finding states by what stands in them: name, type, resource, and any text of their own JSON.

use super::fold;
use crate::asl::resource::Resource;
use crate::asl::{Document, Machine, State, StateId, StateType};
use crate::text::Span;

/// What a term of a search is held against. People write its name, in either language, and a colon before the term.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Field {
    Anything,
    Name,
    Type,
    Resource,
}

const PREFIXES: [(&str, Field); 6] = [
    ("name", Field::Name),
    ("nombre", Field::Name),
    ("type", Field::Type),
    ("tipo", Field::Type),
    ("resource", Field::Resource),
    ("recurso", Field::Resource),
];

/// A search among the states: terms that all must hold. `type:Task resource:lambda pay "two words"`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct StateQuery {
    terms: Vec<(Field, String)>,
}

impl StateQuery {
    /// Reads what was typed. Case and accents do not count; quotes hold words together.
    pub fn new(text: &str) -> Self {
        let mut terms = Vec::new();
        for word in words(text) {
            let folded = fold(&word.text);
            let prefixed = folded.split_once(':').filter(|_| !word.is_quoted).and_then(|(prefix, rest)| {
                let (_, field) = PREFIXES.iter().find(|(known, _)| *known == prefix)?;
                Some((*field, rest.to_owned()))
            });
            let (field, term) = prefixed.unwrap_or((Field::Anything, folded));
            if !term.is_empty() {
                terms.push((field, term));
            }
        }
        Self { terms }
    }

    /// Whether nothing is asked for.
    pub fn is_empty(&self) -> bool {
        self.terms.is_empty()
    }
}

struct Word {
    text: String,
    /// Whether it begins with a quote, which makes a colon in it a plain sign.
    is_quoted: bool,
}

fn words(text: &str) -> Vec<Word> {
    let mut words = Vec::new();
    let mut word = Word { text: String::new(), is_quoted: false };
    let mut is_open = false;
    for letter in text.chars() {
        if letter == '"' {
            is_open = !is_open;
            word.is_quoted |= word.text.is_empty();
        } else if letter.is_whitespace() && !is_open {
            words.push(std::mem::replace(&mut word, Word { text: String::new(), is_quoted: false }));
        } else {
            word.text.push(letter);
        }
    }
    words.push(word);
    words
}

/// The texts of all states, folded, ready to be searched again and again.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct StateIndex {
    states: Vec<Texts>,
}

#[derive(Clone, Debug, PartialEq)]
struct Texts {
    name: String,
    state_type: String,
    resource: String,
    own: String,
}

impl StateIndex {
    /// Reads a document: O(its length).
    pub fn new(document: &Document) -> Self {
        let machine = document.machine();
        let texts = |(_, state): (StateId, &State)| {
            let resource = document.tree().get(state.node, "Resource").and_then(|node| document.tree().as_str(node));
            Texts {
                name: fold(&state.name),
                state_type: fold(state.state_type.map_or("", StateType::as_str)),
                resource: fold(&resource.map(resource_words).unwrap_or_default()),
                own: fold(&own_text(document, machine, state)),
            }
        };
        Self { states: machine.states().map(texts).collect() }
    }

    /// The states for which all terms hold, in the order of the text; none for an empty search.
    pub fn find(&self, query: &StateQuery) -> Vec<StateId> {
        if query.is_empty() {
            return Vec::new();
        }
        let holds = |texts: &Texts| query.terms.iter().all(|(field, term)| texts.hold(*field, term));
        let found = self.states.iter().enumerate().filter(|(_, texts)| holds(texts));
        found.map(|(index, _)| StateId(index as u32)).collect()
    }
}

impl Texts {
    fn hold(&self, field: Field, term: &str) -> bool {
        match field {
            Field::Name => self.name.contains(term),
            Field::Type => self.state_type.contains(term),
            Field::Resource => self.resource.contains(term),
            Field::Anything => self.name.contains(term) || self.resource.contains(term) || self.own.contains(term),
        }
    }
}

/// A resource as it is written, and its parts as people say them: `lambda invoke`.
fn resource_words(resource: &str) -> String {
    match Resource::parse(resource) {
        Resource::Service { service, action, .. } => format!("{resource} {service} {action}"),
        Resource::LambdaFunction { function } => format!("{resource} lambda {function}"),
        Resource::Activity { name } => format!("{resource} activity {name}"),
        Resource::Other => resource.to_owned(),
    }
}

/// The JSON of a state without the states inside it: those are found themselves. Escapes are read, so that a quote inside a
/// string is found as it is meant; the type is part of it, with the name of its field.
fn own_text(document: &Document, machine: &Machine, state: &State) -> String {
    let whole = document.tree().span(state.node);
    let mut text = String::new();
    let mut at = whole.start;
    for inner in state.inner.iter().filter_map(|scope| machine.scope(*scope).states_node) {
        let span = document.tree().span(inner);
        text.push_str(Span::new(at, span.start.max(at)).of(document.text()));
        text.push(' ');
        at = span.end.max(at);
    }
    text.push_str(Span::new(at, whole.end.max(at)).of(document.text()));
    if text.contains('\\') { text.replace("\\\"", "\"") } else { text }
}

#[cfg(test)]
mod tests {
    use super::*;

    const MACHINE: &str = r#"{"Comment": "outside", "StartAt": "Charge card", "States": {
        "Charge card": {"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "TimeoutSeconds": 30,
            "Parameters": {"FunctionName": "cobro-rápido"}, "Next": "Each"},
        "Each": {"Type": "Map", "Comment": "por artículo", "Next": "Stop", "ItemProcessor": {"StartAt": "Queue",
            "ProcessorConfig": {"Mode": "INLINE"},
            "States": {"Queue": {"Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage", "End": true}}}},
        "Stop": {"Type": "Pass", "Result": "a \"quoted\" task", "End": true}}}"#;

    fn find(query: &str) -> Vec<String> {
        let document = Document::new(MACHINE);
        let found = StateIndex::new(&document).find(&StateQuery::new(query));
        found.into_iter().map(|state| document.machine().state(state).name.to_string()).collect()
    }

    #[test]
    fn finds_names_and_any_text_without_case_and_accents() {
        assert_eq!(find("CHARGE"), ["Charge card"]);
        assert_eq!(find("rapido"), ["Charge card"]);
        assert_eq!(find("timeoutseconds"), ["Charge card"]);
        assert_eq!(find("ARTICULO"), ["Each"]);
        assert_eq!(find("\"quoted"), ["Stop"]);
        assert_eq!(find("outside"), Vec::<String>::new());
    }

    #[test]
    fn what_is_inside_is_found_where_it_is() {
        assert_eq!(find("sendMessage"), ["Queue"]);
        assert_eq!(find("inline"), ["Each"]);
    }

    #[test]
    fn prefixes_narrow_the_search() {
        assert_eq!(find("task"), ["Charge card", "Queue", "Stop"]);
        assert_eq!(find("type:task"), ["Charge card", "Queue"]);
        assert_eq!(find("tipo:Task recurso:lambda"), ["Charge card"]);
        assert_eq!(find("resource:sqs"), ["Queue"]);
        assert_eq!(find("nombre:queue"), ["Queue"]);
        assert_eq!(find("name:task"), Vec::<String>::new());
        // While a prefix is being typed, nothing is asked for yet.
        assert!(StateQuery::new("type: ").is_empty());
    }

    #[test]
    fn quotes_hold_words_together() {
        assert_eq!(find("card charge"), ["Charge card"]);
        assert_eq!(find("\"card charge\""), Vec::<String>::new());
        assert_eq!(find(""), Vec::<String>::new());
    }
}
