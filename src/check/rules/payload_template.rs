//! A field of a payload template that ends in `.$` and holds no text, or two fields that become one without it.

use crate::check::Problem;
use crate::check::context::Context;
use crate::check::path_sites::{objects_of, templates};
use crate::text::json::NodeKind;
use std::collections::HashSet;

pub(in crate::check) fn check(context: &mut Context<'_>) {
    let tree = context.tree();
    for template in templates(context) {
        for object in objects_of(context, template.node) {
            let mut names = HashSet::new();
            for member in tree.members(object) {
                let key = &*member.key;
                let is_readable = matches!(tree.kind(member.value), NodeKind::String(_) | NodeKind::Invalid);
                if key.ends_with(".$") && !is_readable {
                    let problem = Problem::TemplateNotText { field: key.to_owned() };
                    context.report_value(problem, member.value, Some(template.state));
                }
                let name = key.strip_suffix(".$").unwrap_or(key);
                // The same key twice is a fault of the JSON, which is reported as such.
                if !names.insert(name) && tree.member(object, key).is_some_and(|first| first.value == member.value) {
                    let problem = Problem::TemplateDuplicate { key: name.to_owned() };
                    context.report_field(problem, object, key, Some(template.state));
                }
            }
        }
    }
}
