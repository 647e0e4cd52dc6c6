//! Which variables of the state machine an expression reads. Known without the library, so that the page can tell too.

use super::tokens::{Kind, tokens};
use std::collections::BTreeSet;
use std::ops::Range;

/// JSONata's own functions and those that AWS adds: named without a call, as in `$map(a, $uppercase)`, they are no
/// variables (JSONata documentation, "Function library"; developer guide, "Transforming data with JSONata").
const FUNCTIONS: [&str; 70] = [
    "abs",
    "append",
    "assert",
    "average",
    "base64decode",
    "base64encode",
    "boolean",
    "ceil",
    "clone",
    "contains",
    "count",
    "decodeUrl",
    "decodeUrlComponent",
    "distinct",
    "each",
    "encodeUrl",
    "encodeUrlComponent",
    "error",
    "eval",
    "exists",
    "filter",
    "floor",
    "formatBase",
    "formatInteger",
    "formatNumber",
    "fromMillis",
    "hash",
    "join",
    "keys",
    "length",
    "lookup",
    "lowercase",
    "map",
    "match",
    "max",
    "merge",
    "millis",
    "min",
    "not",
    "now",
    "number",
    "pad",
    "parse",
    "parseInteger",
    "partition",
    "power",
    "random",
    "range",
    "reduce",
    "replace",
    "reverse",
    "round",
    "shuffle",
    "sift",
    "single",
    "sort",
    "split",
    "spread",
    "sqrt",
    "string",
    "substring",
    "substringAfter",
    "substringBefore",
    "sum",
    "toMillis",
    "trim",
    "type",
    "uppercase",
    "uuid",
    "zip",
];

/// A variable that an expression reads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NamedVariable {
    /// Its name without `$`.
    pub name: String,
    /// Where it stands with its `$`, in bytes of the expression.
    pub range: Range<usize>,
    /// Whether `$exists` asks for it, so that it may well have no value.
    pub is_test: bool,
    /// Whether a function has the same name: it is a variable only where one of this name is assigned.
    pub is_function_name: bool,
}

/// The variables that an expression reads, in the order of the text. `$states` is none, nor is what the expression binds
/// itself: by `:=`, `@` or `#`, or as the parameter of a function.
pub fn named_variables(text: &str) -> Vec<NamedVariable> {
    let words = tokens(text);
    let at = |index: usize| words.get(index).map_or("", |word| word.text);
    let mut local = BTreeSet::new();
    for (index, word) in words.iter().enumerate() {
        let is_bound = at(index + 1) == ":=" || (index > 0 && matches!(at(index - 1), "@" | "#"));
        if word.kind == Kind::Variable && is_bound {
            local.insert(word.text);
        }
        if matches!(word.text, "function" | "λ") && at(index + 1) == "(" {
            let parameters = words[index + 2..].iter().take_while(|word| word.text != ")");
            local.extend(parameters.filter(|word| word.kind == Kind::Variable).map(|word| word.text));
        }
    }
    let mut found = Vec::new();
    for (index, word) in words.iter().enumerate() {
        let name = word.text.trim_start_matches('$');
        let is_read = word.kind == Kind::Variable
            && !word.text.starts_with("$$")
            && !name.is_empty()
            && name != "states"
            && at(index + 1) != "("
            && !local.contains(word.text);
        if is_read {
            found.push(NamedVariable {
                name: name.to_owned(),
                range: word.start..word.end(),
                is_test: index > 1 && at(index - 1) == "(" && at(index - 2) == "$exists",
                is_function_name: FUNCTIONS.binary_search(&name).is_ok(),
            });
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(text: &str) -> Vec<String> {
        named_variables(text).into_iter().map(|found| found.name).collect()
    }

    #[test]
    fn what_the_expression_binds_is_no_variable() {
        assert_eq!(names("$a + $states.input.b"), ["a"]);
        assert_eq!(names("($x := $a; $x * 2)"), ["a"]);
        assert_eq!(names("$map($list, function($v, $i) { $v + $offset })"), ["list", "offset"]);
        assert_eq!(names("$f($a)"), ["a"]);
        assert_eq!(names("'$quoted' & `$field` & $$.b /* $c */"), Vec::<String>::new());
        assert_eq!(names("$a.b[$c = 1]#$i.$i"), ["a", "c"]);
    }

    #[test]
    fn functions_and_questions_are_told_apart() {
        let found = named_variables("$exists($a) ? $map($b, $uppercase) : 1");
        let told: Vec<_> =
            found.iter().map(|found| (found.name.as_str(), found.is_test, found.is_function_name)).collect();
        assert_eq!(told, [("a", true, false), ("b", false, false), ("uppercase", false, true)]);
        assert_eq!(found[0].range, 8..10);
        assert!(FUNCTIONS.is_sorted());
    }
}
