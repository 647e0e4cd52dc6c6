//! The parts of a Map state: `ProcessorConfig`, `ItemReader`, `ItemBatcher`, `ResultWriter`.

use crate::asl::{QueryLanguage, StateId, StateType};
use crate::check::Problem;
use crate::check::context::Context;
use crate::text::json::{NodeId, NodeKind};

/// Fields with their values (developer guide, "ItemReader", "ResultWriter").
const VALUES: [(&str, &[&str]); 8] = [
    ("Mode", &["INLINE", "DISTRIBUTED"]),
    ("ExecutionType", &["STANDARD", "EXPRESS"]),
    ("InputType", &["CSV", "JSON", "JSONL", "PARQUET", "MANIFEST"]),
    ("CSVHeaderLocation", &["FIRST_ROW", "GIVEN"]),
    ("CSVDelimiter", &["COMMA", "PIPE", "SEMICOLON", "SPACE", "TAB"]),
    ("ManifestType", &["ATHENA_DATA", "S3_INVENTORY"]),
    ("OutputType", &["JSON", "JSONL"]),
    ("Transformation", &["NONE", "LOAD_AND_FLATTEN", "COMPACT", "FLATTEN"]),
];

/// Pairs that exclude each other.
const PAIRS: [(&str, &str); 3] = [
    ("MaxItems", "MaxItemsPath"),
    ("MaxItemsPerBatch", "MaxItemsPerBatchPath"),
    ("MaxInputBytesPerBatch", "MaxInputBytesPerBatchPath"),
];

pub(in crate::check) fn check(context: &mut Context<'_>) {
    let tree = context.tree();
    for (id, state) in context.machine().states() {
        if state.state_type != Some(StateType::Map) {
            continue;
        }
        let get = |object: Option<NodeId>, field: &str| object.and_then(|object| tree.get(object, field));
        let own = Some(state.node);
        let processor = get(own, "ItemProcessor").or_else(|| get(own, "Iterator"));
        if let Some(config) = get(processor, "ProcessorConfig") {
            processor_config(context, config, id);
        }
        let (reader, batcher, writer) = (get(own, "ItemReader"), get(own, "ItemBatcher"), get(own, "ResultWriter"));
        for object in [reader, writer].into_iter().flatten() {
            language(context, object, state.query_language, id);
        }
        if let Some(reader) = reader {
            if tree.get(reader, "Resource").is_none() && is_object(context, reader) {
                let problem = Problem::MissingFields { fields: vec!["Resource".to_owned()] };
                context.report_field(problem, state.node, "ItemReader", Some(id));
            }
            resource(context, reader, &["getObject", "listObjectsV2"], id);
        }
        if let Some(writer) = writer {
            resource(context, writer, &["putObject"], id);
        }
        if let Some(config) = get(reader, "ReaderConfig") {
            reader_config(context, config, id);
        }
        if let Some(config) = get(writer, "WriterConfig") {
            values(context, config, id);
        }
        if let Some(batcher) = batcher {
            pairs_and_counts(context, batcher, id);
            let sizes = PAIRS[1..].iter().flat_map(|(literal, path)| [*literal, *path]);
            if is_object(context, batcher) && sizes.clone().all(|field| tree.get(batcher, field).is_none()) {
                let fields = sizes.map(str::to_owned).collect();
                context.report_field(Problem::OneOfNeeded { fields }, state.node, "ItemBatcher", Some(id));
            }
        }
    }
}

fn is_object(context: &Context<'_>, node: NodeId) -> bool {
    matches!(context.tree().kind(node), NodeKind::Object(_))
}

fn processor_config(context: &mut Context<'_>, config: NodeId, state: StateId) {
    values(context, config, state);
    let tree = context.tree();
    let has_type = tree.get(config, "ExecutionType").is_some();
    match tree.get(config, "Mode").and_then(|mode| tree.as_str(mode)) {
        Some("DISTRIBUTED") if !has_type => {
            let problem = Problem::MissingFields { fields: vec!["ExecutionType".to_owned()] };
            context.report_value(problem, config, Some(state));
        }
        Some("INLINE") if has_type => {
            let problem = Problem::UnknownField { field: "ExecutionType".to_owned(), suggestion: None };
            context.report_field(problem, config, "ExecutionType", Some(state));
        }
        _ => {}
    }
}

fn reader_config(context: &mut Context<'_>, config: NodeId, state: StateId) {
    values(context, config, state);
    pairs_and_counts(context, config, state);
    let tree = context.tree();
    let text = |field: &str| tree.get(config, field).and_then(|node| tree.as_str(node));
    let missing = if text("InputType") == Some("CSV") && tree.get(config, "CSVHeaderLocation").is_none() {
        "CSVHeaderLocation"
    } else if text("CSVHeaderLocation") == Some("GIVEN") && tree.get(config, "CSVHeaders").is_none() {
        "CSVHeaders"
    } else {
        return;
    };
    context.report_value(Problem::MissingFields { fields: vec![missing.to_owned()] }, config, Some(state));
}

fn values(context: &mut Context<'_>, config: NodeId, state: StateId) {
    let tree = context.tree();
    for (field, allowed) in VALUES {
        let Some(node) = tree.get(config, field) else { continue };
        if tree
            .as_str(node)
            .is_some_and(|text| !allowed.contains(&text) && !text.contains("${") && !text.contains("{%"))
        {
            let allowed = allowed.iter().map(|text| (*text).to_owned()).collect();
            context.report_value(Problem::NotOneOf { field: field.to_owned(), allowed }, node, Some(state));
        }
    }
}

fn pairs_and_counts(context: &mut Context<'_>, object: NodeId, state: StateId) {
    let tree = context.tree();
    for (literal, path) in PAIRS {
        let Some(node) = tree.get(object, literal) else { continue };
        if tree.get(object, path).is_some() {
            let problem = Problem::Both { first: literal.to_owned(), second: path.to_owned() };
            context.report_field(problem, object, path, Some(state));
        }
        // The greatest number of items is documented; batches have none.
        let greatest = if literal == "MaxItems" { 100_000_000 } else { i64::MAX };
        if let Some(value) = context.document.value(node).as_i64().filter(|value| !(0..=greatest).contains(value)) {
            let field = literal.to_owned();
            let problem = Problem::OutOfRange { field, least: 0, greatest, is_below: value < 0 };
            context.report_value(problem, node, Some(state));
        }
    }
}

fn resource(context: &mut Context<'_>, object: NodeId, actions: &[&str], state: StateId) {
    let tree = context.tree();
    let Some(node) = tree.get(object, "Resource") else { return };
    let Some(text) = tree.as_str(node).filter(|text| !text.contains("${")) else { return };
    let action =
        text.split_once(":states:::s3:").filter(|(start, _)| start.starts_with("arn:")).map(|(_, action)| action);
    if action.is_none_or(|action| !actions.contains(&action)) {
        let allowed = actions.iter().map(|action| format!("arn:aws:states:::s3:{action}")).collect();
        context.report_value(Problem::NotOneOf { field: "Resource".to_owned(), allowed }, node, Some(state));
    }
}

/// `Parameters` is of the JSONPath language, `Arguments` of JSONata.
fn language(context: &mut Context<'_>, object: NodeId, language: QueryLanguage, state: StateId) {
    let (field, needed) = match language {
        QueryLanguage::JSONata => ("Parameters", QueryLanguage::JSONPath),
        QueryLanguage::JSONPath => ("Arguments", QueryLanguage::JSONata),
    };
    if context.tree().get(object, field).is_some() {
        let (language, needed) = (language.as_str().to_owned(), needed.as_str().to_owned());
        let problem = Problem::WrongLanguage { field: field.to_owned(), language, needed };
        context.report_field(problem, object, field, Some(state));
    }
}
