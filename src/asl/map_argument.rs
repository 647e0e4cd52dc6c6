//! What the reader and the writer of a distributed Map are told in `Parameters` or `Arguments`: texts, each of which can be
//! worked out (developer guide, "ItemReader", "ResultWriter").

/// One of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Argument {
    /// Its name.
    pub name: &'static str,
    /// Its name where a path or a call gives it in the JSONPath language.
    pub computed: &'static str,
    /// Whether the call cannot do without.
    pub is_required: bool,
}

const fn argument(name: &'static str, computed: &'static str, is_required: bool) -> Argument {
    Argument { name, computed, is_required }
}

const BUCKET: Argument = argument("Bucket", "Bucket.$", true);
const PREFIX: Argument = argument("Prefix", "Prefix.$", false);
const VERSION: Argument = argument("VersionId", "VersionId.$", false);
const OWNER: Argument = argument("ExpectedBucketOwner", "ExpectedBucketOwner.$", false);

static GET_OBJECT: [Argument; 4] = [BUCKET, argument("Key", "Key.$", true), VERSION, OWNER];
static LIST_OBJECTS: [Argument; 3] = [BUCKET, PREFIX, OWNER];
static PUT_OBJECT: [Argument; 3] = [BUCKET, PREFIX, OWNER];

/// What a resource of a reader or writer is told, in any partition. Nothing of a resource that neither takes.
pub fn arguments(resource: &str) -> &'static [Argument] {
    match resource.rsplit(':').next() {
        Some("getObject") => &GET_OBJECT,
        Some("listObjectsV2") => &LIST_OBJECTS,
        Some("putObject") => &PUT_OBJECT,
        _ => &[],
    }
}
