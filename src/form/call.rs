//! The entries of the parameters of a call, as the table of services describes them.

use super::lasting::{lasting, lasting_list};
use super::{Editor, Entry, Offer};
use crate::asl::QueryLanguage;
use crate::asl::field::Group;
use crate::calls::{Kind, Parameter};

/// An entry for each parameter, those first that the call cannot do without. `present` are the names of the members that are
/// set: a parameter that goes by two names has the one that is written.
pub fn call_entries(parameters: &[Parameter], language: QueryLanguage, present: &[String]) -> Vec<Entry> {
    let entry = |parameter: &Parameter| {
        let is_written = |name: &str| present.iter().any(|known| known.strip_suffix(".$").unwrap_or(known) == name);
        let other = parameter.other_name.as_deref().filter(|other| is_written(other) && !is_written(&parameter.name));
        let name = other.unwrap_or(&parameter.name);
        let offer = if parameter.is_required { Offer::Always } else { Offer::OnRequest };
        let mut entry = Entry::new(lasting(name), editor(&parameter.kind), Group::Arguments, offer);
        entry = match language {
            QueryLanguage::JSONPath => entry.or(lasting(&format!("{name}.$")), Editor::PathOrCall),
            QueryLanguage::JSONata => entry.or(lasting(name), Editor::Expression),
        };
        entry.is_required = parameter.is_required;
        entry.shape = parameter.shape.clone();
        entry
    };
    parameters.iter().map(entry).collect()
}

fn editor(kind: &Kind) -> Editor {
    match kind {
        Kind::Text => Editor::Lines,
        Kind::Choice(known) => Editor::OneOf(lasting_list(known)),
        Kind::Integer { least, most } => Editor::Integer { least: *least, most: *most },
        Kind::Number => Editor::Decimal { least: f64::MIN },
        Kind::Boolean => Editor::Switch,
        Kind::Json => Editor::Json,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::asl::Document;
    use crate::edit::plan;
    use crate::form::{Current, Place, current, switched};

    fn parameter(name: &str, kind: Kind) -> Parameter {
        Parameter {
            name: name.to_owned(),
            other_name: Some(format!("Db{name}")),
            is_required: name == "Bucket",
            kind,
            shape: "string".to_owned(),
            example: "\"x\"".to_owned(),
        }
    }

    #[test]
    fn a_parameter_is_a_literal_or_an_expression() {
        let parameters = [parameter("Bucket", Kind::Text), parameter("Count", Kind::Integer { least: 1, most: 9 })];
        let paths = call_entries(&parameters, QueryLanguage::JSONPath, &[]);
        assert_eq!(paths[0].variants.iter().map(|way| way.field).collect::<Vec<_>>(), ["Bucket", "Bucket.$"]);
        assert!(paths[0].is_required && paths[0].offer == Offer::Always && paths[1].offer == Offer::OnRequest);
        let expressions = call_entries(&parameters, QueryLanguage::JSONata, &["DbCount".to_owned()]);
        assert_eq!(expressions[1].variants.iter().map(|way| way.field).collect::<Vec<_>>(), ["DbCount", "DbCount"]);
        assert_eq!(expressions[1].variants[1].editor, Editor::Expression);
    }

    #[test]
    fn a_literal_becomes_a_path_by_edits_of_its_line() {
        let text = "{\n  \"StartAt\": \"A\",\n  \"States\": {\n    \"A\": {\n      \"Type\": \"Task\",\n      \"Parameters\": {\n        \"Bucket\": \"b\",\n        \"Key\": 1.50\n      }\n    }\n  }\n}";
        let mut document = Document::new(text);
        let place = Place::of(document.machine().find("A")).join("Parameters");
        let entries = call_entries(&[parameter("Bucket", Kind::Text)], QueryLanguage::JSONPath, &[]);
        let node = place.node(&document).unwrap();
        assert_eq!(current(&entries[0], &document, node), Current::Way(0));
        for command in switched(&entries[0], &document, &place, 1) {
            let edits = plan(&document, &command).unwrap().edits;
            document = Document::new(edits.apply(document.text()));
        }
        assert_eq!(document.text(), text.replace("\"Bucket\": \"b\"", "\"Bucket.$\": \"$.bucket\""));
    }
}
