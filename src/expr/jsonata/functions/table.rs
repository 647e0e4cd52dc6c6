//! Which functions there are, with their signatures.

use super::{array, aws, encode, higher_order, number, object, pattern, text, time};
use crate::expr::jsonata::evaluator::Evaluator;
use crate::expr::jsonata::fault::{Fault, Outcome};
use crate::expr::jsonata::signature::Signature;
use crate::expr::jsonata::value::Value;
use std::sync::OnceLock;

type Run = fn(&Evaluator, Vec<Value>, &Value) -> Outcome<Value>;

/// A function of the library.
pub(crate) struct Native {
    pub(crate) name: &'static str,
    /// How many arguments functions that call it give at most.
    pub(crate) arity: usize,
    signature: &'static str,
    parsed: OnceLock<Signature>,
    pub(crate) run: Run,
}

impl Native {
    const fn new(name: &'static str, arity: usize, signature: &'static str, run: Run) -> Self {
        Self { name, arity, signature, parsed: OnceLock::new(), run }
    }

    /// What it takes.
    pub(crate) fn signature(&self) -> &Signature {
        self.parsed.get_or_init(|| Signature::read(self.signature).unwrap_or_else(|_| Signature::anything()))
    }
}

/// The function of a name.
pub(crate) fn native(name: &str) -> Option<&'static Native> {
    NATIVES.binary_search_by(|native| native.name.cmp(name)).ok().map(|index| &NATIVES[index])
}

/// Calls its first argument with the others: what is left of a function that was given some of them.
pub(crate) fn invoke() -> &'static Native {
    static INVOKE: Native = Native::new("", 0, "", |evaluator, mut args, _| {
        let function = super::function(&args, 0)?;
        evaluator.apply(&function, args.split_off(1), &Value::Undefined)
    });
    &INVOKE
}

fn eval(evaluator: &Evaluator, args: Vec<Value>, context: &Value) -> Outcome<Value> {
    evaluator.eval(&args, context, None)
}

fn fault(args: &[Value], code: &'static str, index: usize, otherwise: &str) -> Fault {
    let said = args.get(index).and_then(Value::as_text).filter(|text| !text.is_empty());
    Fault::new(code).said(said.map_or(otherwise, |text| &**text))
}

fn assert(_: &Evaluator, args: Vec<Value>, _: &Value) -> Outcome<Value> {
    match args.first() {
        Some(Value::Bool(true)) => Ok(Value::Undefined),
        _ => Err(fault(&args, "D3141", 1, "$assert() statement failed")),
    }
}

/// In the order of their names.
static NATIVES: [Native; 70] = [
    Native::new("abs", 1, "<n-:n>", number::abs),
    Native::new("append", 2, "<xx:a>", array::append),
    Native::new("assert", 2, "<bs?:x>", assert),
    Native::new("average", 1, "<a<n>:n>", number::average),
    Native::new("base64decode", 1, "<s-:s>", encode::base64decode),
    Native::new("base64encode", 1, "<s-:s>", encode::base64encode),
    Native::new("boolean", 1, "<x-:b>", higher_order::boolean),
    Native::new("ceil", 1, "<n-:n>", number::ceil),
    Native::new("clone", 1, "<(oa)-:o>", array::clone),
    Native::new("contains", 2, "<s-(sf):b>", pattern::contains),
    Native::new("count", 1, "<a:n>", array::count),
    Native::new("decodeUrl", 1, "<s-:s>", encode::decode_url),
    Native::new("decodeUrlComponent", 1, "<s-:s>", encode::decode_url_component),
    Native::new("distinct", 1, "<x:x>", array::distinct),
    Native::new("each", 2, "<o-f:a>", object::each),
    Native::new("encodeUrl", 1, "<s-:s>", encode::encode_url),
    Native::new("encodeUrlComponent", 1, "<s-:s>", encode::encode_url_component),
    Native::new("error", 1, "<s?:x>", |_, args, _| Err(fault(&args, "D3137", 0, "$error() function evaluated"))),
    Native::new("eval", 2, "<sx?:x>", eval),
    Native::new("exists", 1, "<x:b>", |_, args, _| Ok(Value::Bool(!super::argument(&args, 0).is_undefined()))),
    Native::new("filter", 2, "<af>", higher_order::filter),
    Native::new("floor", 1, "<n-:n>", number::floor),
    Native::new("formatBase", 2, "<n-n?:s>", number::format_base),
    Native::new("formatInteger", 2, "<n-s:s>", number::format_integer),
    Native::new("formatNumber", 3, "<n-so?:s>", number::format_number),
    Native::new("fromMillis", 3, "<n-s?s?:s>", time::from_millis),
    Native::new("hash", 2, "<x?x?x?>", aws::hash),
    Native::new("join", 2, "<a<s>s?:s>", text::join),
    Native::new("keys", 1, "<x-:a<s>>", object::keys),
    Native::new("length", 1, "<s-:n>", text::length),
    Native::new("lookup", 2, "<x-s:x>", object::lookup_function),
    Native::new("lowercase", 1, "<s-:s>", text::lowercase),
    Native::new("map", 2, "<af>", higher_order::map),
    Native::new("match", 3, "<s-f<s:o>n?:a<o>>", pattern::matches),
    Native::new("max", 1, "<a<n>:n>", number::max),
    Native::new("merge", 1, "<a<o>:o>", object::merge),
    Native::new("millis", 0, "<:n>", time::millis),
    Native::new("min", 1, "<a<n>:n>", number::min),
    Native::new("not", 1, "<x-:b>", higher_order::not),
    Native::new("now", 2, "<s?s?:s>", time::now),
    Native::new("number", 1, "<(nsb)-:n>", number::number),
    Native::new("pad", 3, "<s-ns?:s>", text::pad),
    Native::new("parse", 1, "<x?x?>", aws::parse),
    Native::new("parseInteger", 2, "<s-s:n>", number::parse_integer),
    Native::new("partition", 2, "<x?x?x?>", aws::partition),
    Native::new("power", 2, "<n-n:n>", number::power),
    Native::new("random", 0, "<x?x?>", aws::random),
    Native::new("range", 3, "<x?x?x?x?>", aws::range),
    Native::new("reduce", 3, "<afj?:j>", higher_order::reduce),
    Native::new("replace", 4, "<s-(sf)(sf)n?:s>", pattern::replace),
    Native::new("reverse", 1, "<a:a>", array::reverse),
    Native::new("round", 2, "<n-n?:n>", number::round_function),
    Native::new("shuffle", 1, "<a:a>", aws::shuffle),
    Native::new("sift", 2, "<o-f?:o>", object::sift),
    Native::new("single", 2, "<af?>", higher_order::single),
    Native::new("sort", 2, "<af?:a>", higher_order::sort),
    Native::new("split", 3, "<s-(sf)n?:a<s>>", pattern::split),
    Native::new("spread", 1, "<x-:a<o>>", object::spread),
    Native::new("sqrt", 1, "<n-:n>", number::sqrt),
    Native::new("string", 1, "<x-b?:s>", text::string),
    Native::new("substring", 3, "<s-nn?:s>", text::substring),
    Native::new("substringAfter", 2, "<s-s:s>", text::substring_after),
    Native::new("substringBefore", 2, "<s-s:s>", text::substring_before),
    Native::new("sum", 1, "<a<n>:n>", number::sum),
    Native::new("toMillis", 2, "<s-s?:n>", time::to_millis),
    Native::new("trim", 1, "<s-:s>", text::trim),
    Native::new("type", 1, "<x:s>", higher_order::type_of),
    Native::new("uppercase", 1, "<s-:s>", text::uppercase),
    Native::new("uuid", 0, "<x?>", aws::uuid),
    Native::new("zip", 0, "<a+>", array::zip),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn functions_are_found_by_name_and_their_signatures_can_be_read() {
        assert!(NATIVES.is_sorted_by_key(|native| native.name));
        assert!(NATIVES.iter().all(|native| Signature::read(native.signature).is_ok()));
        assert_eq!(native("sum").map(|native| native.arity), Some(1));
        assert!(native("sums").is_none());
    }
}
