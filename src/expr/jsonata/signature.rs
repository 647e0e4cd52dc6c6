//! Signatures of functions, `<s-n?:s>`: which arguments they take, which may be left out, and which the data of the
//! place stand in for (JSONata documentation, "Function signature syntax").

use super::fault::{Fault, Outcome};
use super::value::Value;

/// What a function takes.
#[derive(Clone, Debug)]
pub(super) struct Signature {
    params: Vec<Param>,
}

#[derive(Clone, Debug)]
struct Param {
    /// The letters of the types it accepts; `m` is a missing one.
    accepts: String,
    is_array: bool,
    /// What the items of an array are.
    items: Option<String>,
    is_optional: bool,
    repeats: bool,
    /// The data of the place stand in for it.
    from_context: bool,
}

impl Signature {
    /// One that checks nothing.
    pub(super) fn anything() -> Self {
        Self { params: vec![Param { is_optional: true, repeats: true, ..Param::of("asnblfom") }] }
    }

    /// Reads a signature.
    ///
    /// # Errors
    /// JSONata's code and message.
    pub(super) fn read(written: &str) -> Result<Self, (&'static str, String)> {
        let letters: Vec<char> = written.chars().collect();
        let mut params: Vec<Param> = Vec::new();
        let mut at = 1;
        while at < letters.len() && letters[at] != ':' {
            let letter = letters[at];
            let closing = |open: char, close: char| {
                let mut depth = 1;
                let mut end = at;
                while end < letters.len() && depth > 0 {
                    end += 1;
                    match letters.get(end) {
                        Some(letter) if *letter == close => depth -= 1,
                        Some(letter) if *letter == open => depth += 1,
                        _ => {}
                    }
                }
                end
            };
            let between = |end: usize| letters[at + 1..end.min(letters.len())].iter().collect::<String>();
            match letter {
                's' | 'n' | 'b' | 'l' | 'o' => params.push(Param::of(format!("{letter}m"))),
                'a' => params.push(Param { is_array: true, ..Param::of("asnblfom") }),
                'f' => params.push(Param::of("f")),
                'j' => params.push(Param::of("asnblom")),
                'x' => params.push(Param::of("asnblfom")),
                '(' => {
                    let end = closing('(', ')');
                    let choice = between(end);
                    if choice.contains('<') {
                        return Err((
                            "S0402",
                            "Choice groups containing parameterized types are not supported".to_owned(),
                        ));
                    }
                    params.push(Param::of(format!("{choice}m")));
                    at = end;
                }
                '<' => match params.last_mut().filter(|last| last.is_array || last.accepts == "f") {
                    Some(last) => {
                        let end = closing('<', '>');
                        last.items = Some(between(end));
                        at = end;
                    }
                    None => {
                        return Err((
                            "S0401",
                            "Type parameters can only be applied to functions and arrays".to_owned(),
                        ));
                    }
                },
                other => {
                    if let Some(last) = params.last_mut() {
                        match other {
                            '-' => (last.from_context, last.is_optional) = (true, true),
                            '?' => last.is_optional = true,
                            '+' => last.repeats = true,
                            _ => {}
                        }
                    }
                }
            }
            at += 1;
        }
        Ok(Self { params })
    }

    /// The arguments as the function gets them: arrays around what should be one, the data of the place where an argument
    /// is left out.
    ///
    /// # Errors
    /// When they do not match.
    pub(super) fn validate(&self, args: Vec<Value>, context: &Value) -> Outcome<Vec<Value>> {
        let given: Vec<char> = args.iter().map(letter).collect();
        let mut counts = Vec::with_capacity(self.params.len());
        if !matches(&self.params, &given, &mut counts) {
            return Err(Fault::new("T0410").argument(self.first_wrong(&given) + 1));
        }
        let mut validated = Vec::with_capacity(self.params.len());
        let mut args: Vec<Option<Value>> = args.into_iter().map(Some).collect();
        let mut next = 0;
        for (param, count) in self.params.iter().zip(counts) {
            let mut take = |index: usize| args.get_mut(index).and_then(Option::take).unwrap_or(Value::Undefined);
            if count == 0 {
                if param.from_context {
                    if !param.accepts.contains(letter(context)) {
                        return Err(Fault::new("T0411").with(context).argument(next + 1));
                    }
                    validated.push(context.clone());
                } else {
                    validated.push(take(next));
                    next += 1;
                }
                continue;
            }
            for _ in 0..count {
                let argument = take(next);
                next += 1;
                validated.push(if param.is_array { param.array(argument, next, count)? } else { argument });
            }
        }
        Ok(validated)
    }

    /// The first argument at which the beginning does not match.
    fn first_wrong(&self, given: &[char]) -> usize {
        let mut good = 0;
        for end in 1..=self.params.len() {
            match longest(&self.params[..end], given) {
                Some(length) => good = length,
                None => return good,
            }
        }
        good
    }
}

impl Param {
    fn of(accepts: impl Into<String>) -> Self {
        Self {
            accepts: accepts.into(),
            is_array: false,
            items: None,
            is_optional: false,
            repeats: false,
            from_context: false,
        }
    }

    /// How many of the arguments it takes at least and at most.
    fn bounds(&self, given: &[char]) -> (usize, usize) {
        let fitting = given.iter().take_while(|letter| self.accepts.contains(**letter)).count();
        (usize::from(!self.is_optional), if self.repeats { fitting } else { fitting.min(1) })
    }

    /// The argument of an array. `index` from 1.
    fn array(&self, argument: Value, index: usize, count: usize) -> Outcome<Value> {
        let kind = letter(&argument);
        if kind == 'm' {
            return Ok(argument);
        }
        if let Some(items) = &self.items {
            let wanted = items.chars().next().unwrap_or('x');
            let fits = match argument.as_list() {
                Some(list) => list.iter().all(|item| letter(item) == wanted),
                None => count == 1 && items.len() == 1 && kind == wanted,
            };
            if !fits {
                return Err(Fault::new("T0412").with(&argument).argument(index).said(plural(items)));
            }
        }
        Ok(if kind == 'a' { argument } else { Value::array(vec![argument]) })
    }
}

fn plural(items: &str) -> &'static str {
    match items {
        "a" => "arrays",
        "b" => "booleans",
        "f" => "functions",
        "n" => "numbers",
        "o" => "objects",
        "s" => "strings",
        _ => "undefined",
    }
}

/// The letter of a value's type; `m` for what is missing.
fn letter(value: &Value) -> char {
    match value {
        Value::String(_) => 's',
        Value::Number(_) => 'n',
        Value::Bool(_) => 'b',
        Value::Null => 'l',
        Value::Array(_) | Value::Tuples(_) => 'a',
        Value::Object(_) => 'o',
        Value::Function(_) => 'f',
        Value::Undefined => 'm',
    }
}

/// How many arguments each parameter takes, when together they take all. A signature is short.
fn matches(params: &[Param], given: &[char], counts: &mut Vec<usize>) -> bool {
    let Some((first, rest)) = params.split_first() else { return given.is_empty() };
    let (least, most) = first.bounds(given);
    for count in (least..=most).rev() {
        counts.push(count);
        if matches(rest, &given[count..], counts) {
            return true;
        }
        counts.pop();
    }
    false
}

/// How many of the first arguments the parameters take.
fn longest(params: &[Param], given: &[char]) -> Option<usize> {
    let Some((first, rest)) = params.split_first() else { return Some(0) };
    let (least, most) = first.bounds(given);
    (least..=most).rev().find_map(|count| longest(rest, &given[count..]).map(|length| length + count))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]
    use super::*;

    fn validated(written: &str, args: Vec<Value>, context: Value) -> Result<usize, (&'static str, usize)> {
        let signature = Signature::read(written).unwrap();
        signature.validate(args, &context).map(|args| args.len()).map_err(|fault| (fault.code(), fault.parts().index))
    }

    #[test]
    fn arguments_are_matched_to_their_places() {
        let text = || Value::text("a");
        let number = || Value::Number(1.0);
        assert_eq!(validated("<s-nn?:s>", vec![text(), number()], Value::Undefined), Ok(3));
        assert_eq!(validated("<s-nn?:s>", vec![number()], text()), Ok(3));
        assert_eq!(validated("<s-nn?:s>", vec![number()], Value::Null), Err(("T0411", 1)));
        assert_eq!(validated("<s-nn?:s>", vec![text(), text()], text()), Err(("T0410", 2)));
        assert_eq!(validated("<n-:n>", vec![number(), number()], text()), Err(("T0410", 2)));
        assert_eq!(validated("<a<n>:n>", vec![Value::array(vec![text()])], text()), Err(("T0412", 1)));
        assert_eq!(validated("<a+>", vec![text(), number(), text()], text()), Ok(3));
        assert!(Signature::read("<s<n>:n>").is_err());
    }
}
