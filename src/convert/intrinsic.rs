//! The 18 intrinsic functions as functions and operators of JSONata.

use super::change::Note;
use super::code::{Binding, Code, Kind};
use super::data::Data;
use super::obstacle::Reason;
use super::reader::Reader;
use super::text_calls;
use crate::expr::intrinsic::{Argument, Call, unescape};

/// The functions whose counterparts make something of nothing: an empty list, `false`, 0.
const TAKES_NOTHING: [&str; 6] = [
    "States.ArrayContains",
    "States.ArrayLength",
    "States.ArrayPartition",
    "States.ArrayRange",
    "States.JsonMerge",
    "States.StringSplit",
];

impl Reader<'_> {
    /// The value of a call. Recurses as deep as calls nest, which their parser bounds. `text` is the whole text.
    pub(super) fn call(&mut self, call: &Call, text: &str, input: &Data) -> Result<Data, Reason> {
        let mut arguments = Vec::with_capacity(call.arguments.len());
        for argument in &call.arguments {
            arguments.push(match argument {
                Argument::Value(value) => Data::Scalar(value.to_string()),
                Argument::Template(content) => Data::Text(unescape(content)),
                Argument::Path(path) => self.path(path, input)?,
                Argument::RefusedPath(path) => return Err(Reason::InvalidPath { path: path.clone() }),
                Argument::Call(inner) => self.call(inner, text, input)?,
            });
        }
        if call.name == "States.Array" {
            return Ok(Data::Array(arguments));
        }
        for argument in arguments.iter_mut().filter(|argument| !matches!(argument, Data::Code(_))) {
            *argument = self.needed_inside(argument);
        }
        let mut codes: Vec<Code> = arguments.iter().map(Data::code).collect();
        if TAKES_NOTHING.contains(&call.name.as_str()) {
            codes = codes.into_iter().map(|code| self.needed(code, Note::MissingIsLeftOut)).collect();
        }
        let wrong = || Reason::WrongArguments { call: text.to_owned() };
        let whole =
            |content: &Code| Code::operation(format!("[{}]", content.text), Binding::Path, Kind::Array, &[content]);
        let code = match (call.name.as_str(), &codes[..]) {
            ("States.Format", [_, rest @ ..]) => match &call.arguments[0] {
                Argument::Template(template) if rest.is_empty() && !template.contains("{}") => {
                    return Ok(Data::Text(unescape(template)));
                }
                Argument::Template(template) => self.format(template, rest).ok_or_else(wrong)?,
                _ => return Err(Reason::FormatOfData { call: text.to_owned() }),
            },
            ("States.StringToJson", [content]) => {
                self.note(Note::BlankIsNoJson);
                Code::call("$parse", &[content], Kind::Unknown)
            }
            ("States.JsonToString", [value]) => {
                self.note(Note::NumbersAsText);
                match value.kind {
                    Kind::Text => return Err(wrong()),
                    Kind::Unknown => self.note(Note::TextStaysText),
                    _ => {}
                }
                Code::call("$string", &[value], Kind::Text)
            }
            ("States.ArrayPartition", [list, size]) => {
                let size = self.rounded(size);
                whole(&Code::call("$partition", &[list, &size], Kind::Array))
            }
            ("States.ArrayContains", [list, wanted]) => contains(list, wanted),
            ("States.ArrayRange", [start, end, step]) => {
                let [start, end, step] = [start, end, step].map(|bound| self.rounded(bound));
                whole(&Code::call("$range", &[&start, &end, &step], Kind::Array))
            }
            ("States.ArrayGetItem", [list, index]) => {
                let index = self.rounded(index);
                if index.text.starts_with('-') {
                    return Err(wrong());
                }
                match (&arguments[0], index.text.parse::<i64>()) {
                    (Data::Array(_), Ok(place)) => return Ok(arguments[0].item(place)),
                    _ => Code { is_drawn: list.is_drawn || index.is_drawn, ..list.item(&index.text) },
                }
            }
            ("States.ArrayLength", [list]) => Code { may_miss: false, ..Code::call("$count", &[list], Kind::Number) },
            ("States.ArrayUnique", [list]) => Code::call("$distinct", &[list], Kind::Array),
            ("States.Base64Encode", [content]) => {
                self.note(Note::Base64BeyondLatin);
                Code::call("$base64encode", &[content], Kind::Text)
            }
            ("States.Base64Decode", [content]) => {
                self.note(Note::Base64BeyondLatin);
                Code::call("$base64decode", &[content], Kind::Text)
            }
            ("States.Hash", [value, algorithm]) => {
                let content = match value.kind {
                    Kind::Text => value.clone(),
                    _ => Code::call("$string", &[value], Kind::Text),
                };
                Code::call("$hash", &[&content, algorithm], Kind::Text)
            }
            ("States.JsonMerge", [first, second, deep]) if deep.text == "false" => {
                let list = Code::operation(
                    format!("[{}, {}]", first.text, second.text),
                    Binding::Path,
                    Kind::Array,
                    &[first, second],
                );
                Code { may_miss: false, ..Code::call("$merge", &[&list], Kind::Object) }
            }
            ("States.MathRandom", [start, end]) => self.random(start, end),
            ("States.MathRandom", [_, _, _]) => return Err(Reason::SeededRandom { call: text.to_owned() }),
            ("States.MathAdd", [first, second]) => {
                // A counter stays a counter; where both are data, they are rounded as AWS does.
                let [first, second] = match [first, second].map(|number| number.text.parse::<f64>().is_err()) {
                    [true, true] => [first, second].map(rounded_by_floor),
                    _ => [first, second].map(|number| self.rounded(number)),
                };
                let sum = match second.text.strip_prefix('-') {
                    Some(positive) => format!("{} - {positive}", first.at(Binding::Sum)),
                    None => format!("{} + {}", first.at(Binding::Sum), second.at(Binding::Product)),
                };
                Code::operation(sum, Binding::Sum, Kind::Number, &[&first, &second])
            }
            ("States.StringSplit", [content, _]) => match &call.arguments[1] {
                Argument::Template(set) => text_calls::split(content, &unescape(set)),
                _ => return Err(Reason::SplitAtData { call: text.to_owned() }),
            },
            ("States.UUID", []) => Code { is_drawn: true, ..Code::new("$uuid()", Kind::Text) },
            _ => return Err(wrong()),
        };
        Ok(Data::Code(code))
    }

    /// A number that AWS rounds to the nearest integer, halves upwards: done here where it is written out.
    fn rounded(&mut self, number: &Code) -> Code {
        match number.text.parse::<f64>() {
            Ok(value) if value.fract() == 0.0 => number.clone(),
            Ok(value) => Code::new(format!("{}", (value + 0.5).floor()), Kind::Number),
            Err(_) => {
                let is_count = ["$count(", "$floor("].iter().any(|function| number.text.starts_with(function));
                if !is_count {
                    self.note(Note::NotRounded);
                }
                number.clone()
            }
        }
    }

    /// From `start` up to, and without, `end`.
    fn random(&mut self, start: &Code, end: &Code) -> Code {
        self.note(Note::OtherRandomNumbers);
        let (start, end) = (self.rounded(start), self.rounded(end));
        let width = match (start.text.parse::<i64>(), end.text.parse::<i64>()) {
            (Ok(start), Ok(end)) => end.saturating_sub(start).to_string(),
            _ if start.text == "0" => end.at(Binding::Product),
            _ => format!("({} - {})", end.at(Binding::Sum), start.at(Binding::Product)),
        };
        let drawn = format!("$floor($random() * {width})");
        let code = match start.text.as_str() {
            "0" => Code::operation(drawn, Binding::Path, Kind::Number, &[&start, &end]),
            _ => {
                let text = format!("{} + {drawn}", start.at(Binding::Sum));
                Code::operation(text, Binding::Sum, Kind::Number, &[&start, &end])
            }
        };
        Code { is_drawn: true, ..code }
    }
}

/// To the nearest integer, halves upwards; `$round` takes halves to the even one.
fn rounded_by_floor(number: &Code) -> Code {
    let sum = format!("{} + 0.5", number.at(Binding::Sum));
    Code::call("$floor", &[&Code { text: sum, ..number.clone() }], Kind::Number)
}

/// Whether a list holds a value. `in` compares scalars only; a value of a kind that is not known is compared as a whole.
fn contains(list: &Code, wanted: &Code) -> Code {
    let code = match wanted.kind {
        Kind::Text | Kind::Number | Kind::Constant => {
            let text = format!("{} in {}", wanted.at(Binding::Sum), list.at(Binding::Sum));
            Code::operation(text, Binding::Comparison, Kind::Constant, &[list, wanted])
        }
        _ => {
            let test = format!("function($item) {{ $item = {} }}", wanted.at(Binding::Sum));
            let text = format!("$exists($filter({}, {test}))", list.text);
            Code::operation(text, Binding::Path, Kind::Constant, &[list, wanted])
        }
    };
    Code { may_miss: false, ..code }
}
