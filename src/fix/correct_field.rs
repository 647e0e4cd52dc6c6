//! A field that is not known at its place: give it the name that was meant, or remove it.

use super::place::{marked_object, pointer};
use super::slip::is_slip;
use super::{Fix, FixTitle};
use crate::asl::Document;
use crate::check::Diagnostic;
use crate::edit::Command;
use crate::edit::commands::{RenameField, SetField};

pub(super) fn fixes(document: &Document, diagnostic: &Diagnostic, field: &str, meant: Option<&str>) -> Vec<Fix> {
    let Some(object) = marked_object(document, diagnostic, field) else { return Vec::new() };
    let object_pointer = pointer(document, object);
    // A field that is there already cannot be meant a second time.
    let meant = meant.filter(|meant| document.tree().member(object, meant).is_none());
    let corrected = meant.map(|meant| Fix {
        title: FixTitle::CorrectField { field: meant.to_owned() },
        command: Command::from(RenameField {
            object: object_pointer.clone(),
            field: field.to_owned(),
            to: meant.to_owned(),
        }),
        is_safe: is_slip(field, meant),
    });
    // What is removed may hold work: not without asking.
    let removed = Fix {
        title: FixTitle::RemoveField { field: field.to_owned() },
        command: Command::from(SetField { object: object_pointer, field: field.to_owned(), value: None }),
        is_safe: false,
    };
    corrected.into_iter().chain([removed]).collect()
}

/// The same for a parameter, which a payload template may have with `.$` behind it.
pub(super) fn argument_fixes(
    document: &Document,
    diagnostic: &Diagnostic,
    field: &str,
    meant: Option<&str>,
) -> Vec<Fix> {
    let path_key = format!("{field}.$");
    if marked_object(document, diagnostic, &path_key).is_some() {
        return fixes(document, diagnostic, &path_key, meant.map(|meant| format!("{meant}.$")).as_deref());
    }
    fixes(document, diagnostic, field, meant)
}
