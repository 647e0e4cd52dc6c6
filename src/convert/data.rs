//! A value that is put together: what a payload template, a path or `ResultPath` gives, before it is written.

use super::code::{Binding, Code, Kind};
use super::literal;
use super::output::INPUT;
use crate::text::Style;

/// A value, as far as it is known without data.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Data {
    /// An expression.
    Code(Code),
    /// A number, `true`, `false` or `null`, as JSON writes it.
    Scalar(String),
    /// A text.
    Text(String),
    /// An object whose names are known.
    Object(Vec<(String, Data)>),
    /// A list whose items are known.
    Array(Vec<Data>),
    /// An object of the data with one member put into it.
    Merged { base: Code, name: String, value: Box<Data> },
}

impl Data {
    /// The data that `$states.input` and its like name: always there.
    pub(super) fn root(text: &str) -> Self {
        Self::Code(Code::new(text, Kind::Unknown))
    }

    /// The value as an expression. Recurses as deep as a template nests, which the JSON reader bounds.
    pub(super) fn code(&self) -> Code {
        match self {
            Self::Code(code) => code.clone(),
            Self::Scalar(text) if text.starts_with(['t', 'f', 'n']) => Code::new(text, Kind::Constant),
            Self::Scalar(text) => Code::new(text, Kind::Number),
            Self::Text(content) => Code::new(literal::text(content), Kind::Text),
            Self::Object(members) => {
                let values: Vec<Code> = members.iter().map(|(_, value)| value.code()).collect();
                let pairs = members.iter().zip(&values);
                let written: Vec<String> =
                    pairs.map(|((name, _), value)| format!("{}: {}", literal::text(name), value.text)).collect();
                let drawn = values.iter().any(|value| value.is_drawn);
                let code = Code::new(format!("{{{}}}", written.join(", ")), Kind::Object);
                Code { is_drawn: drawn, ..code }
            }
            Self::Array(items) => {
                let values: Vec<Code> = items.iter().map(Self::code).collect();
                let written: Vec<String> = items.iter().zip(&values).map(|(item, value)| item.as_item(value)).collect();
                let drawn = values.iter().any(|value| value.is_drawn);
                Code { is_drawn: drawn, ..Code::new(format!("[{}]", written.join(", ")), Kind::Array) }
            }
            Self::Merged { base, name, value } => {
                let value = value.code();
                let text = format!("$merge([{}, {{{}: {}}}])", base.text, literal::text(name), value.text);
                let code = Code::operation(text, Binding::Path, Kind::Object, &[base, &value]);
                Code { may_miss: false, ..code }
            }
        }
    }

    /// The value as an item between `[` and `]`: JSONata joins a list that stands there with the list around it, unless
    /// it is written in brackets of its own.
    fn as_item(&self, code: &Code) -> String {
        match (self, code.kind) {
            (Self::Array(_), _) => code.text.clone(),
            (_, Kind::Array) => format!("[{}]", code.text),
            (_, Kind::Unknown) => {
                let value = code.at(Binding::Comparison);
                format!("$type({}) = 'array' ? [[{}]] : {value}", code.text, code.text)
            }
            _ => code.text.clone(),
        }
    }

    /// Whether a path that finds nothing is left out of the value, rather than failing it.
    pub(super) fn leaves_out(&self) -> bool {
        fn any_missing(data: &Data) -> bool {
            match data {
                Data::Code(code) => code.may_miss,
                Data::Scalar(_) | Data::Text(_) => false,
                Data::Object(members) => members.iter().any(|(_, value)| any_missing(value)),
                Data::Array(items) => items.iter().any(any_missing),
                Data::Merged { value, .. } => any_missing(value),
            }
        }
        match self {
            // Each member is an expression of its own.
            Self::Object(members) => members.iter().any(|(_, value)| value.leaves_out()),
            Self::Array(items) => items.iter().any(Self::leaves_out),
            Self::Merged { value, .. } => any_missing(value),
            Self::Code(_) | Self::Scalar(_) | Self::Text(_) => false,
        }
    }

    /// The same value, failing where a path in it finds nothing that would be left out.
    pub(super) fn required(&self) -> Self {
        match self {
            Self::Object(members) => {
                Self::Object(members.iter().map(|(name, value)| (name.clone(), value.required())).collect())
            }
            Self::Array(items) => Self::Array(items.iter().map(Self::required).collect()),
            Self::Merged { base, name, value } => {
                Self::Merged { base: base.clone(), name: name.clone(), value: Box::new(value.required_inside()) }
            }
            Self::Code(_) | Self::Scalar(_) | Self::Text(_) => self.clone(),
        }
    }

    /// The same for a value that stands inside an expression.
    pub(super) fn required_inside(&self) -> Self {
        match self {
            Self::Code(code) => Self::Code(code.required()),
            Self::Object(members) => {
                Self::Object(members.iter().map(|(name, value)| (name.clone(), value.required_inside())).collect())
            }
            Self::Array(items) => Self::Array(items.iter().map(Self::required_inside).collect()),
            other => other.required(),
        }
    }

    /// Whether the value is put into an object inside the data, so that what lies on the way to it counts.
    pub(super) fn merges_deeply(&self) -> bool {
        match self {
            Self::Object(members) => members.iter().any(|(_, value)| value.merges_deeply()),
            Self::Array(items) => items.iter().any(Self::merges_deeply),
            Self::Merged { base, value, .. } => {
                base.text != INPUT || matches!(**value, Self::Merged { .. }) || value.merges_deeply()
            }
            Self::Code(_) | Self::Scalar(_) | Self::Text(_) => false,
        }
    }

    /// Whether it draws something random.
    pub(super) fn is_drawn(&self) -> bool {
        self.code().is_drawn
    }

    /// Whether it is just what an expression names.
    pub(super) fn is(&self, text: &str) -> bool {
        matches!(self, Self::Code(code) if code.text == text)
    }

    /// A member of the value.
    pub(super) fn member(&self, wanted: &str) -> Self {
        match self {
            Self::Merged { name, value, .. } if name == wanted => (**value).clone(),
            Self::Merged { base, .. } => Self::Code(base.member(wanted)),
            Self::Object(members) => match members.iter().find(|(name, _)| name == wanted) {
                Some((_, value)) => value.clone(),
                None => Self::Code(self.code().member(wanted)),
            },
            other => Self::Code(other.code().member(wanted)),
        }
    }

    /// An item of the value.
    pub(super) fn item(&self, index: i64) -> Self {
        let known = match self {
            Self::Array(items) => usize::try_from(index).ok().and_then(|index| items.get(index)),
            _ => None,
        };
        known.cloned().unwrap_or_else(|| Self::Code(self.code().item(&index.to_string())))
    }

    /// The value as JSON text; lines after the first start with `indentation`.
    pub(super) fn json(&self, style: &Style, indentation: &str) -> String {
        let inner = format!("{indentation}{}", style.indent);
        let all = |open: char, parts: Vec<String>, close: char| {
            if parts.is_empty() {
                return format!("{open}{close}");
            }
            let (before, between, after) = match style.is_multiline() {
                true => {
                    let line = format!("{}{inner}", style.line_ending);
                    (line.clone(), format!(",{line}"), format!("{}{indentation}", style.line_ending))
                }
                false => (" ".to_owned(), ", ".to_owned(), " ".to_owned()),
            };
            format!("{open}{before}{}{after}{close}", parts.join(&between))
        };
        match self {
            Self::Scalar(text) => text.clone(),
            Self::Text(content) if is_expression(content) => quoted(&self.code().field()),
            Self::Text(content) => quoted(content),
            Self::Object(members) => {
                let member =
                    |(name, value): &(String, Self)| format!("{}: {}", quoted(name), value.json(style, &inner));
                all('{', members.iter().map(member).collect(), '}')
            }
            Self::Array(items) => all('[', items.iter().map(|item| item.json(style, &inner)).collect(), ']'),
            Self::Code(_) | Self::Merged { .. } => quoted(&self.code().field()),
        }
    }
}

/// Whether a text that is data in the JSONPath language would be an expression in the JSONata language.
pub(super) fn is_expression(text: &str) -> bool {
    let trimmed = text.trim();
    trimmed.starts_with("{%") && trimmed.ends_with("%}")
}

/// A JSON string.
pub(super) fn quoted(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}
