//! A field of the language: where it may stand and what it takes. The tables of all fields are in `field_table`, those of
//! the parts of a Map state in `map_part`; whoever checks, edits, converts or shows fields reads them.

use super::QueryLanguage;
pub use super::field_table::{
    BRANCH, CATCHER, CHOICE_RULE, ITEM_PROCESSOR, MACHINE, RETRIER, alternatives, of_scope, of_state,
};

/// What a path is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PathUse {
    /// Any path, or `null`, which means nothing: what of the data goes on.
    Filter,
    /// A reference path: it names one place.
    Reference,
    /// A reference path that is not into the context object.
    Data,
    /// Where a result is written: a reference path into the data, or `null`.
    Result,
    /// A reference path or a call of an intrinsic function that gives a text.
    Text,
}

/// What a field's value must be.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Kind {
    /// A text as it is written.
    Plain,
    /// A text that may be worked out.
    Text,
    /// One of some words.
    OneOf(&'static [&'static str]),
    /// The name of a state.
    StateName,
    /// A path.
    Path(PathUse),
    /// An integer of a range.
    Integer(i64, i64),
    /// A number of a range.
    Number(f64, f64),
    /// `true` or `false`.
    Boolean,
    /// An object with fields of the language.
    Object,
    /// An object whose values may be worked out.
    Values,
    /// The same, or all of it worked out.
    Template,
    /// A list of objects with fields of the language, or of error names.
    Array,
    /// A list of texts, at least one.
    Texts,
    /// A list, or an object whose members are the items, that may be worked out.
    Items,
    /// Anything, that may be worked out.
    Payload,
    /// Anything as it is written.
    Data,
}

impl Kind {
    /// Whether an expression of JSONata may stand for the value (developer guide, "Transforming data with JSONata";
    /// language service of AWS 1.16.1): not for names, nor for what has to be known before the machine runs.
    pub fn takes_expression(self) -> bool {
        use Kind::{Integer, Items, Number, Payload, Template, Text};
        matches!(self, Text | Integer(..) | Number(..) | Template | Items | Payload)
    }

    /// Whether there may be expressions in the value.
    pub fn has_expressions(self) -> bool {
        self.takes_expression() || matches!(self, Kind::Values | Kind::Data)
    }

    /// Whether the value is a payload template in the JSONPath language (specification, "Payload Template").
    pub fn is_payload_template(self) -> bool {
        matches!(self, Kind::Values | Kind::Template | Kind::Payload)
    }
}

/// Where a form shows a field; the names are those of AWS's own designer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Group {
    /// What the state is and does.
    Configuration,
    /// What is sent.
    Arguments,
    /// What of the input counts.
    Input,
    /// What becomes of the result.
    Output,
    /// What is remembered.
    Variables,
    /// What happens on errors.
    ErrorHandling,
}

/// One field.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Field {
    /// As it is written.
    pub name: &'static str,
    /// Its only query language; none for both.
    pub language: Option<QueryLanguage>,
    /// What it must be.
    pub kind: Kind,
    /// Where a form shows it.
    pub group: Group,
    /// Whether its object is not complete without it, unless an [alternative](Alternatives) is there.
    pub is_required: bool,
    /// What counts where it is left out, as it would be written.
    pub absent: Option<&'static str>,
}

/// Fields of which only one may be there.
#[derive(Clone, Copy, Debug)]
pub struct Alternatives {
    /// They, the usual one first.
    pub fields: &'static [&'static str],
    /// Whether one of them has to be there.
    pub needs_one: bool,
}

pub(super) const P: Option<QueryLanguage> = Some(QueryLanguage::JSONPath);
pub(super) const J: Option<QueryLanguage> = Some(QueryLanguage::JSONata);
pub(super) const MAX: i64 = 99_999_999;

pub(super) const fn field(name: &'static str, language: Option<QueryLanguage>, kind: Kind, group: Group) -> Field {
    Field { name, language, kind, group, is_required: false, absent: None }
}

impl Field {
    pub(super) const fn required(self) -> Self {
        Self { is_required: true, ..self }
    }

    pub(super) const fn or(self, absent: &'static str) -> Self {
        Self { absent: Some(absent), ..self }
    }

    /// Whether a query language has it.
    pub fn is_of(&self, language: QueryLanguage) -> bool {
        self.language.is_none_or(|own| own == language)
    }

    /// The field whose value it gives by a path: `MaxItemsPath` gives `MaxItems`. `ResultPath` says where a result goes.
    pub fn stem(&self, fields: &[Field]) -> Option<&'static str> {
        let stem = self.name.strip_suffix("Path").filter(|_| self.kind != Kind::Path(PathUse::Result))?;
        let is_beside = |field: &&Field| field.language.is_none() || field.language == self.language;
        fields.iter().filter(is_beside).find(|field| field.name == stem).map(|field| field.name)
    }
}

/// The field of a name.
pub fn find<'f>(fields: &'f [Field], name: &str) -> Option<&'f Field> {
    fields.iter().find(|field| field.name == name)
}

#[cfg(test)]
mod tests {
    use super::super::StateType;
    use super::*;

    #[test]
    fn alternatives_are_fields_of_their_state_and_not_of_two_groups() {
        for state_type in StateType::ALL {
            let mut seen = Vec::new();
            for name in alternatives(state_type).iter().flat_map(|group| group.fields) {
                assert!(find(of_state(state_type), name).is_some(), "{state_type:?} {name}");
                assert!(!seen.contains(name), "{state_type:?} {name}");
                seen.push(name);
            }
        }
    }

    #[test]
    fn a_path_beside_a_value_excludes_it() {
        for state_type in StateType::ALL {
            let fields = of_state(state_type);
            for (field, stem) in fields.iter().filter_map(|field| Some((field, field.stem(fields)?))) {
                let exclude = |group: &Alternatives| group.fields.contains(&field.name) && group.fields.contains(&stem);
                assert!(alternatives(state_type).iter().any(exclude), "{state_type:?} {}", field.name);
            }
        }
    }
}
