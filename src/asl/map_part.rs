//! The parts of a Map state as one table: which fields each has, in which query language, what they exclude and what they
//! need (developer guide, "ItemReader", "ItemBatcher", "ResultWriter", "Map state in Distributed mode").

use super::QueryLanguage;
use super::field::Kind::{Integer, Object, OneOf, Path, Payload, Plain, Template, Texts, Values};
use super::field::{Field, Group, J, P, PathUse, field};
use crate::text::json::{NodeId, Tree};

/// An object inside of a Map state.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MapPart {
    /// How each item is worked on.
    ProcessorConfig,
    /// Where the items are read.
    ItemReader,
    /// How they are read.
    ReaderConfig,
    /// How they are grouped.
    ItemBatcher,
    /// Where the results are written.
    ResultWriter,
    /// How they are written.
    WriterConfig,
}

/// What a part cannot do without.
#[derive(Clone, Copy, Debug)]
pub struct Need {
    /// The field that makes the others needed, with its value; none where they always are, and no value for any.
    pub when: Option<(&'static str, Option<&'static str>)>,
    /// The fields; those of the other query language do not count.
    pub fields: &'static [&'static str],
}

/// Fields that a part does not take beside a value of another.
#[derive(Clone, Copy, Debug)]
pub struct Exclusion {
    /// The field with its value.
    pub when: (&'static str, &'static str),
    /// The fields that are not supported then.
    pub fields: &'static [&'static str],
}

/// Fields of a Map state that only a distributed one uses (developer guide, "Map state in Distributed mode"); an inline one
/// may have them, to no effect.
pub const DISTRIBUTED_ONLY: [&str; 8] = [
    "ItemReader",
    "ItemBatcher",
    "ResultWriter",
    "Label",
    "ToleratedFailureCount",
    "ToleratedFailureCountPath",
    "ToleratedFailurePercentage",
    "ToleratedFailurePercentagePath",
];

/// Reads one object.
pub const GET_OBJECT: &str = "arn:aws:states:::s3:getObject";
/// Lists the objects of a bucket.
pub const LIST_OBJECTS: &str = "arn:aws:states:::s3:listObjectsV2";
/// Writes an object.
pub const PUT_OBJECT: &str = "arn:aws:states:::s3:putObject";

const fn part(name: &'static str, language: Option<QueryLanguage>, kind: super::field::Kind) -> Field {
    field(name, language, kind, Group::Configuration)
}

static PROCESSOR_CONFIG: [Field; 2] = [
    part("Mode", None, OneOf(&["INLINE", "DISTRIBUTED"])).or("INLINE"),
    part("ExecutionType", None, OneOf(&["STANDARD", "EXPRESS"])),
];

static ITEM_READER: [Field; 4] = [
    part("Resource", None, Plain),
    part("Parameters", P, Values),
    part("Arguments", J, Template),
    part("ReaderConfig", None, Object),
];

static READER_CONFIG: [Field; 9] = [
    part("InputType", None, OneOf(&["CSV", "JSON", "JSONL", "PARQUET", "MANIFEST"])),
    part("Transformation", None, OneOf(&["NONE", "LOAD_AND_FLATTEN"])).or("NONE"),
    part("CSVHeaderLocation", None, OneOf(&["FIRST_ROW", "GIVEN"])),
    part("CSVHeaders", None, Texts),
    part("CSVDelimiter", None, OneOf(&["COMMA", "PIPE", "SEMICOLON", "SPACE", "TAB"])).or("COMMA"),
    part("ManifestType", None, OneOf(&["ATHENA_DATA", "S3_INVENTORY"])),
    part("ItemsPointer", None, Plain),
    part("MaxItems", None, Integer(0, 100_000_000)),
    part("MaxItemsPath", P, Path(PathUse::Data)),
];

// No greatest size of a batch is documented: a larger one than fits is cut.
static ITEM_BATCHER: [Field; 5] = [
    part("MaxItemsPerBatch", None, Integer(1, i64::MAX)),
    part("MaxItemsPerBatchPath", P, Path(PathUse::Data)),
    part("MaxInputBytesPerBatch", None, Integer(1, i64::MAX)),
    part("MaxInputBytesPerBatchPath", P, Path(PathUse::Data)),
    part("BatchInput", None, Payload),
];

static RESULT_WRITER: [Field; 4] = [
    part("Resource", None, Plain),
    part("Parameters", P, Values),
    part("Arguments", J, Template),
    part("WriterConfig", None, Object),
];

static WRITER_CONFIG: [Field; 2] = [
    part("Transformation", None, OneOf(&["NONE", "COMPACT", "FLATTEN"])),
    part("OutputType", None, OneOf(&["JSON", "JSONL"])),
];

impl MapPart {
    /// All parts, each behind the one that it stands in.
    pub const ALL: [Self; 6] = [
        Self::ProcessorConfig,
        Self::ItemReader,
        Self::ReaderConfig,
        Self::ItemBatcher,
        Self::ResultWriter,
        Self::WriterConfig,
    ];

    /// The fields that it may have.
    pub fn fields(self) -> &'static [Field] {
        match self {
            Self::ProcessorConfig => &PROCESSOR_CONFIG,
            Self::ItemReader => &ITEM_READER,
            Self::ReaderConfig => &READER_CONFIG,
            Self::ItemBatcher => &ITEM_BATCHER,
            Self::ResultWriter => &RESULT_WRITER,
            Self::WriterConfig => &WRITER_CONFIG,
        }
    }

    /// What it cannot do without.
    pub fn needs(self) -> &'static [Need] {
        match self {
            Self::ProcessorConfig => &[
                Need { when: Some(("Mode", Some("DISTRIBUTED"))), fields: &["ExecutionType"] },
                Need { when: Some(("ExecutionType", None)), fields: &["Mode"] },
            ],
            Self::ItemReader => &[Need { when: None, fields: &["Resource", "Parameters", "Arguments"] }],
            Self::ReaderConfig => &[
                Need { when: Some(("InputType", Some("CSV"))), fields: &["CSVHeaderLocation"] },
                Need { when: Some(("CSVHeaderLocation", Some("GIVEN"))), fields: &["CSVHeaders"] },
                Need { when: Some(("Transformation", Some("LOAD_AND_FLATTEN"))), fields: &["InputType"] },
            ],
            Self::ResultWriter => &[
                Need { when: Some(("Resource", None)), fields: &["Parameters", "Arguments"] },
                Need { when: Some(("Parameters", None)), fields: &["Resource"] },
                Need { when: Some(("Arguments", None)), fields: &["Resource"] },
            ],
            Self::ItemBatcher | Self::WriterConfig => &[],
        }
    }

    /// What it does not take (measured with `ValidateStateMachineDefinition` in September 2026).
    pub fn exclusions(self) -> &'static [Exclusion] {
        match self {
            Self::ProcessorConfig => &[Exclusion { when: ("Mode", "INLINE"), fields: &["ExecutionType"] }],
            Self::ReaderConfig => &[Exclusion { when: ("InputType", "JSON"), fields: &["CSVHeaderLocation"] }],
            _ => &[],
        }
    }

    /// The fields of which it has to have at least one; none where it may have none.
    pub fn one_of(self) -> &'static [&'static str] {
        match self {
            Self::ItemBatcher => {
                &["MaxItemsPerBatch", "MaxItemsPerBatchPath", "MaxInputBytesPerBatch", "MaxInputBytesPerBatchPath"]
            }
            Self::ResultWriter => &["Resource", "WriterConfig"],
            _ => &[],
        }
    }

    /// The resources that it can name.
    pub fn resources(self) -> &'static [&'static str] {
        match self {
            Self::ItemReader => &[GET_OBJECT, LIST_OBJECTS],
            Self::ResultWriter => &[PUT_OBJECT],
            _ => &[],
        }
    }

    /// Where it stands in a state, the way that is written today first.
    pub fn places(self) -> &'static [&'static [&'static str]] {
        match self {
            Self::ProcessorConfig => &[&["ItemProcessor", "ProcessorConfig"], &["Iterator", "ProcessorConfig"]],
            Self::ItemReader => &[&["ItemReader"]],
            Self::ReaderConfig => &[&["ItemReader", "ReaderConfig"]],
            Self::ItemBatcher => &[&["ItemBatcher"]],
            Self::ResultWriter => &[&["ResultWriter"]],
            Self::WriterConfig => &[&["ResultWriter", "WriterConfig"]],
        }
    }
}

/// The parts that a Map state has.
pub fn parts(tree: &Tree, state: NodeId) -> Vec<(MapPart, NodeId)> {
    let at = |place: &&[&str]| place.iter().try_fold(state, |node, field| tree.get(node, field));
    let find = |part: &MapPart| part.places().iter().find_map(at).map(|node| (*part, node));
    MapPart::ALL.iter().filter_map(find).collect()
}

#[cfg(test)]
mod tests {
    use super::super::field::find;
    use super::*;

    #[test]
    fn what_a_part_needs_and_excludes_is_among_its_fields() {
        for part in MapPart::ALL {
            let has = |name: &str| find(part.fields(), name).is_some();
            let needed = part.needs().iter().flat_map(|need| need.fields).chain(part.one_of());
            assert!(needed.into_iter().all(|name| has(name)), "{part:?}");
            assert!(part.exclusions().iter().all(|excluded| excluded.fields.iter().all(|name| has(name))), "{part:?}");
            assert!(part.needs().iter().filter_map(|need| need.when).all(|(name, _)| has(name)), "{part:?}");
            assert_eq!(part.resources().is_empty(), !has("Resource"), "{part:?}");
        }
    }
}
