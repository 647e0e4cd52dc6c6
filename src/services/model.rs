//! The model of one service: its actions and the shapes of what they take and answer.
//!
//! The text of a part, as `.build/services.py` writes it: a line with the service's name, the beginning of its errors and
//! the version of its API; a line for each action with the numbers of two shapes in base 36 (`-` for none) and flags; an
//! empty line; then the shapes, one a line, told apart by their first letter.

use std::collections::BTreeMap;

/// The number of a shape in its service.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct ShapeId(usize);

/// What a value may be.
#[derive(Clone, Debug, PartialEq)]
pub enum Shape {
    /// Text, with its least and greatest length in characters.
    Text {
        /// The least.
        least: usize,
        /// The greatest.
        most: usize,
    },
    /// One of these texts, as far as the API knew them when the table was made.
    Choice(Vec<String>),
    /// A whole number within limits.
    Integer {
        /// The least.
        least: i64,
        /// The greatest.
        most: i64,
    },
    /// Any number.
    Number,
    /// `true` or `false`.
    Boolean,
    /// A point in time: text, or seconds since 1970.
    Timestamp,
    /// Bytes, as text, with their least number.
    Bytes {
        /// The least.
        least: usize,
    },
    /// The content of a file: text, or anything else, which then becomes JSON text.
    Stream,
    /// Any JSON.
    Document,
    /// A list of one shape.
    List(ShapeId),
    /// An object with names of the caller's choice.
    Map(ShapeId),
    /// An object with these fields.
    Structure {
        /// They, in the order of the model.
        fields: Vec<Field>,
        /// Whether exactly one of them is there.
        is_union: bool,
    },
}

/// A field of a structure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Field {
    /// Its name in Step Functions: PascalCase.
    pub name: String,
    /// Another name by which it goes: that of the API, or that of the SDK where the first is the API's.
    pub other_name: Option<String>,
    /// What it holds.
    pub shape: ShapeId,
    /// Whether the service cannot do without.
    pub is_required: bool,
}

impl Field {
    /// Its name in the API, with a capital at the beginning.
    pub fn api_name(&self) -> &str {
        match &self.other_name {
            Some(other) if self.name.bytes().any(|byte| byte.is_ascii_lowercase()) => other,
            _ => &self.name,
        }
    }

    /// Whether a name is this field's. The SDK has one name for each, but for those of capitals alone, of which it is not
    /// known; optimized integrations have that of the API, too.
    pub fn is_called(&self, name: &str, is_optimized: bool) -> bool {
        let may_be_other = is_optimized || !self.name.bytes().any(|byte| byte.is_ascii_lowercase());
        self.name == name || (may_be_other && self.other_name.as_deref() == Some(name))
    }
}

/// What the items of a list are called: `Ids` holds an `Id`.
pub fn item_name(list: &str) -> &str {
    list.strip_suffix('s').unwrap_or(list)
}

/// An action of a service.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Action {
    /// What it takes; none where it takes nothing.
    pub input: Option<ShapeId>,
    /// What it answers; none where it answers nothing.
    pub output: Option<ShapeId>,
    /// Whether it answers, or is asked, with a stream of events, which Step Functions cannot handle.
    pub streams_events: bool,
}

/// A service.
#[derive(Clone, Debug, PartialEq)]
pub struct Service {
    error_prefix: String,
    actions: BTreeMap<String, Action>,
    shapes: Vec<Shape>,
}

impl Service {
    /// Reads the text of a part. None where it is not of the format.
    pub(super) fn read(text: &str) -> Option<Self> {
        let mut lines = text.lines();
        let error_prefix = lines.next()?.split(' ').nth(1)?.to_owned();
        let actions = lines.by_ref().take_while(|line| !line.is_empty()).map(action).collect::<Option<_>>()?;
        let shapes: Vec<Shape> = lines.map(shape).collect::<Option<_>>()?;
        let service = Self { error_prefix, actions, shapes };
        service.is_closed().then_some(service)
    }

    /// Whether every shape that is named is there.
    fn is_closed(&self) -> bool {
        let has = |id: &ShapeId| id.0 < self.shapes.len();
        self.actions.values().all(|action| action.input.iter().chain(&action.output).all(has))
            && self.shapes.iter().all(|shape| match shape {
                Shape::List(of) | Shape::Map(of) => has(of),
                Shape::Structure { fields, .. } => fields.iter().all(|field| has(&field.shape)),
                _ => true,
            })
    }

    /// What stands before the dot in the names of its errors: `DynamoDB`, `CloudWatchLogs`.
    pub fn error_prefix(&self) -> &str {
        &self.error_prefix
    }

    /// An action by its name: `getItem`.
    pub fn action(&self, name: &str) -> Option<&Action> {
        self.actions.get(name)
    }

    /// The names of all actions, in alphabetical order.
    pub fn actions(&self) -> impl Iterator<Item = &str> {
        self.actions.keys().map(String::as_str)
    }

    /// A shape of this service.
    pub fn shape(&self, id: ShapeId) -> &Shape {
        &self.shapes[id.0]
    }

    /// The fields of a shape, if it is a structure.
    pub fn fields(&self, id: ShapeId) -> &[Field] {
        match self.shape(id) {
            Shape::Structure { fields, .. } => fields,
            _ => &[],
        }
    }
}

fn action(line: &str) -> Option<(String, Action)> {
    let mut words = line.split(' ');
    let (name, input, output) = (words.next()?, words.next()?, words.next()?);
    let end = |text: &str| if text == "-" { Some(None) } else { id(text).map(Some) };
    let streams_events = words.next().is_some_and(|flags| flags.contains('e'));
    Some((name.to_owned(), Action { input: end(input)?, output: end(output)?, streams_events }))
}

fn id(text: &str) -> Option<ShapeId> {
    usize::from_str_radix(text, 36).ok().map(ShapeId)
}

fn shape(line: &str) -> Option<Shape> {
    let mut letters = line.chars();
    let kind = letters.next()?;
    let rest = letters.as_str();
    Some(match kind {
        's' => {
            let (least, most) = limits(rest)?;
            Shape::Text { least: least.unwrap_or(0), most: most.unwrap_or(usize::MAX) }
        }
        'i' => {
            let (least, most) = limits(rest)?;
            Shape::Integer { least: least.unwrap_or(i64::MIN), most: most.unwrap_or(i64::MAX) }
        }
        'e' => Shape::Choice(rest.split('\t').map(str::to_owned).collect()),
        'n' => Shape::Number,
        'b' => Shape::Boolean,
        't' => Shape::Timestamp,
        'x' => Shape::Bytes { least: limits::<usize>(rest)?.0.unwrap_or(0) },
        'z' => Shape::Stream,
        'd' => Shape::Document,
        '[' => Shape::List(id(rest)?),
        '{' => Shape::Map(id(rest)?),
        'o' | 'u' => {
            let fields = rest.split(' ').filter(|word| !word.is_empty()).map(field).collect::<Option<_>>()?;
            Shape::Structure { fields, is_union: kind == 'u' }
        }
        _ => return None,
    })
}

fn field(word: &str) -> Option<Field> {
    let at = word.find([':', '!'])?;
    let (name, other_name) = match word[..at].split_once('/') {
        Some((name, other)) => (name, Some(other.to_owned())),
        None => (&word[..at], None),
    };
    let (shape, is_required) = (id(&word[at + 1..])?, word[at..].starts_with('!'));
    Some(Field { name: name.to_owned(), other_name, shape, is_required })
}

/// `1,256`, `,256`, `1,` or nothing.
fn limits<T: std::str::FromStr>(text: &str) -> Option<(Option<T>, Option<T>)> {
    let number = |text: &str| if text.is_empty() { Some(None) } else { text.parse().ok().map(Some) };
    let (least, most) = text.split_once(',').unwrap_or_default();
    Some((number(least)?, number(most)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_a_part_and_refuses_a_broken_one() {
        let text = "tea Tea 2026-01-01\nbrew 0 -\npour - 3 e\n\noCup!1 Leaves:2\ns1,20\n[1\n{4\ni0,\n";
        let service = Service::read(text).unwrap();
        assert_eq!(service.error_prefix(), "Tea");
        assert_eq!(service.actions().collect::<Vec<_>>(), ["brew", "pour"]);
        let brew = service.action("brew").unwrap();
        let fields = service.fields(brew.input.unwrap());
        assert_eq!((fields[0].name.as_str(), fields[0].is_required, fields[1].is_required), ("Cup", true, false));
        assert_eq!(service.shape(fields[0].shape), &Shape::Text { least: 1, most: 20 });
        assert!(service.action("pour").unwrap().streams_events);
        for broken in ["", "tea", "tea Tea 1\nbrew 9 -\n\n", "tea Tea 1\n\n?", "tea Tea 1\n\n[7"] {
            assert_eq!(Service::read(broken), None, "{broken}");
        }
    }
}
