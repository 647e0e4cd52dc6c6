//! Responses of services, for the check of mocks: the optimized integrations and the SDK actions that courses use most.
//! Fields and limits are those of the services' API references.

use crate::asl::resource::{Pattern, Resource};

/// What a field may be.
#[derive(Debug)]
pub(super) enum Shape {
    /// Text, also for timestamps and binary data, with its least length in characters.
    Text { shortest: usize },
    /// Any number.
    Number,
    /// A whole number within limits.
    Integer { least: i64, most: i64 },
    /// `true` or `false`.
    Boolean,
    /// A list of one shape.
    List(&'static Shape),
    /// An object whose names are not known.
    Map(&'static Shape),
    /// An object with these fields.
    Object(&'static [(&'static str, Shape)]),
    /// The same, of which these are always there.
    Whole(&'static [&'static str], &'static [(&'static str, Shape)]),
    /// One of these texts.
    Choice(&'static [&'static str]),
    /// Anything.
    Any,
}

use Shape::{Any, Boolean, Choice, List, Map, Number, Object, Whole};

const TEXT: Shape = Shape::Text { shortest: 0 };
const NONEMPTY: Shape = Shape::Text { shortest: 1 };
const INTEGER: Shape = Shape::Integer { least: i64::MIN, most: i64::MAX };

const CONSUMED_CAPACITY: Shape = Object(&[
    ("TableName", TEXT),
    ("CapacityUnits", Number),
    ("ReadCapacityUnits", Number),
    ("WriteCapacityUnits", Number),
    ("Table", Any),
    ("LocalSecondaryIndexes", Map(&Any)),
    ("GlobalSecondaryIndexes", Map(&Any)),
]);

const WRITTEN_ITEM: Shape = Object(&[
    ("Attributes", Map(&Any)),
    ("ConsumedCapacity", CONSUMED_CAPACITY),
    ("ItemCollectionMetrics", Object(&[("ItemCollectionKey", Map(&Any)), ("SizeEstimateRangeGB", List(&Number))])),
]);

const FOUND_ITEMS: Shape = Object(&[
    ("Items", List(&Map(&Any))),
    ("Count", INTEGER),
    ("ScannedCount", INTEGER),
    ("LastEvaluatedKey", Map(&Any)),
    ("ConsumedCapacity", CONSUMED_CAPACITY),
]);

const STARTED: Shape = Whole(&["ExecutionArn", "StartDate"], &[("ExecutionArn", NONEMPTY), ("StartDate", TEXT)]);

const EXECUTION: Shape = Whole(
    &["ExecutionArn", "StateMachineArn", "Status", "StartDate"],
    &[
        ("ExecutionArn", NONEMPTY),
        ("StateMachineArn", NONEMPTY),
        ("Name", NONEMPTY),
        ("Status", Choice(&["RUNNING", "SUCCEEDED", "FAILED", "TIMED_OUT", "ABORTED", "PENDING_REDRIVE"])),
        ("StartDate", TEXT),
        ("StopDate", TEXT),
        ("Error", TEXT),
        ("Cause", TEXT),
        ("InputDetails", Object(&[("Included", Boolean)])),
        ("OutputDetails", Object(&[("Included", Boolean)])),
        ("RedriveCount", INTEGER),
        ("RedriveDate", TEXT),
        ("RedriveStatus", Choice(&["REDRIVABLE", "NOT_REDRIVABLE", "REDRIVABLE_BY_MAP_RUN"])),
    ],
);

const ENCRYPTION_ALGORITHM: Shape = Choice(&["SYMMETRIC_DEFAULT", "RSAES_OAEP_SHA_1", "RSAES_OAEP_SHA_256", "SM2PKE"]);

const SERVER_SIDE_ENCRYPTION: Shape = Choice(&["AES256", "aws:fsx", "aws:backup", "aws:kms", "aws:kms:dsse"]);

const STORAGE_CLASS: Shape = Choice(&[
    "STANDARD",
    "REDUCED_REDUNDANCY",
    "STANDARD_IA",
    "ONEZONE_IA",
    "INTELLIGENT_TIERING",
    "GLACIER",
    "DEEP_ARCHIVE",
    "OUTPOSTS",
    "GLACIER_IR",
    "SNOW",
    "EXPRESS_ONEZONE",
    "FSX_OPENZFS",
    "FSX_ONTAP",
    "AWS_BACKUP_WARM",
    "AWS_BACKUP_LOW_COST_WARM",
]);

const REQUEST_CHARGED: Shape = Choice(&["requester"]);

const FUNCTION_CONFIGURATION: Shape = Object(&[
    ("FunctionName", TEXT),
    ("FunctionArn", TEXT),
    ("Runtime", TEXT),
    ("Role", TEXT),
    ("Handler", TEXT),
    ("CodeSize", INTEGER),
    ("Timeout", Shape::Integer { least: 1, most: i64::MAX }),
    ("MemorySize", Shape::Integer { least: 128, most: 10_240 }),
    ("LastModified", TEXT),
    ("Version", NONEMPTY),
]);

/// The responses by service, without the prefix of the SDK, and action.
const RESPONSES: &[(&str, &str, Shape)] = &[
    (
        "lambda",
        "invoke",
        Object(&[
            ("StatusCode", INTEGER),
            ("ExecutedVersion", NONEMPTY),
            ("FunctionError", TEXT),
            ("LogResult", TEXT),
            ("Payload", Any),
        ]),
    ),
    (
        "lambda",
        "getFunction",
        Object(&[
            ("Configuration", FUNCTION_CONFIGURATION),
            ("Code", Object(&[("RepositoryType", TEXT), ("Location", TEXT)])),
            ("Tags", Map(&TEXT)),
        ]),
    ),
    (
        "events",
        "putEvents",
        Object(&[
            ("FailedEntryCount", INTEGER),
            ("Entries", List(&Object(&[("EventId", TEXT), ("ErrorCode", TEXT), ("ErrorMessage", TEXT)]))),
        ]),
    ),
    (
        "sqs",
        "sendMessage",
        Object(&[
            ("MessageId", TEXT),
            ("MD5OfMessageBody", TEXT),
            ("MD5OfMessageAttributes", TEXT),
            ("MD5OfMessageSystemAttributes", TEXT),
            ("SequenceNumber", TEXT),
        ]),
    ),
    ("sns", "publish", Object(&[("MessageId", TEXT), ("SequenceNumber", TEXT)])),
    ("dynamodb", "getItem", Object(&[("Item", Map(&Any)), ("ConsumedCapacity", CONSUMED_CAPACITY)])),
    ("dynamodb", "putItem", WRITTEN_ITEM),
    ("dynamodb", "updateItem", WRITTEN_ITEM),
    ("dynamodb", "deleteItem", WRITTEN_ITEM),
    ("dynamodb", "query", FOUND_ITEMS),
    ("dynamodb", "scan", FOUND_ITEMS),
    ("states", "startExecution", STARTED),
    ("states", "describeExecution", EXECUTION),
    ("sfn", "startExecution", STARTED),
    ("sfn", "describeExecution", EXECUTION),
    (
        "kms",
        "encrypt",
        Object(&[("CiphertextBlob", NONEMPTY), ("KeyId", NONEMPTY), ("EncryptionAlgorithm", ENCRYPTION_ALGORITHM)]),
    ),
    (
        "kms",
        "decrypt",
        Object(&[("Plaintext", NONEMPTY), ("KeyId", NONEMPTY), ("EncryptionAlgorithm", ENCRYPTION_ALGORITHM)]),
    ),
    (
        "s3",
        "getObject",
        Object(&[
            ("Body", Any),
            ("ContentLength", INTEGER),
            ("ContentType", TEXT),
            ("ETag", TEXT),
            ("LastModified", TEXT),
            ("Metadata", Map(&TEXT)),
            ("VersionId", TEXT),
            ("DeleteMarker", Boolean),
            ("BucketKeyEnabled", Boolean),
            ("PartsCount", INTEGER),
            ("TagCount", INTEGER),
            ("StorageClass", STORAGE_CLASS),
            ("ServerSideEncryption", SERVER_SIDE_ENCRYPTION),
            ("RequestCharged", REQUEST_CHARGED),
            ("ReplicationStatus", Choice(&["COMPLETE", "PENDING", "FAILED", "REPLICA", "COMPLETED"])),
            ("ObjectLockMode", Choice(&["GOVERNANCE", "COMPLIANCE"])),
            ("ObjectLockLegalHoldStatus", Choice(&["ON", "OFF"])),
            ("ChecksumType", Choice(&["COMPOSITE", "FULL_OBJECT"])),
        ]),
    ),
    (
        "s3",
        "putObject",
        Object(&[
            ("ETag", TEXT),
            ("VersionId", TEXT),
            ("Expiration", TEXT),
            ("Size", INTEGER),
            ("BucketKeyEnabled", Boolean),
            ("ServerSideEncryption", SERVER_SIDE_ENCRYPTION),
            ("RequestCharged", REQUEST_CHARGED),
            ("ChecksumType", Choice(&["COMPOSITE", "FULL_OBJECT"])),
        ]),
    ),
    (
        "s3",
        "listObjectsV2",
        Object(&[
            (
                "Contents",
                List(&Object(&[
                    ("Key", NONEMPTY),
                    ("Size", INTEGER),
                    ("ETag", TEXT),
                    ("LastModified", TEXT),
                    ("StorageClass", TEXT),
                ])),
            ),
            ("IsTruncated", Boolean),
            ("KeyCount", INTEGER),
            ("MaxKeys", INTEGER),
            ("Name", TEXT),
            ("Prefix", TEXT),
        ]),
    ),
    (
        "secretsmanager",
        "getSecretValue",
        Object(&[
            ("ARN", TEXT),
            ("Name", NONEMPTY),
            ("VersionId", TEXT),
            ("SecretString", NONEMPTY),
            ("SecretBinary", NONEMPTY),
            ("VersionStages", List(&NONEMPTY)),
            ("CreatedDate", TEXT),
        ]),
    ),
    (
        "ssm",
        "getParameter",
        Object(&[(
            "Parameter",
            Object(&[
                ("Name", NONEMPTY),
                ("Type", Choice(&["String", "StringList", "SecureString"])),
                ("Value", TEXT),
                ("Version", INTEGER),
                ("ARN", TEXT),
                ("DataType", TEXT),
                ("LastModifiedDate", TEXT),
            ]),
        )]),
    ),
];

/// The response that a resource gives: for a job, that of the action by which its end is asked for.
pub(super) fn response_of(resource: &Resource) -> Option<&'static Shape> {
    let Resource::Service { service, action, pattern } = resource else { return None };
    let service = service.strip_prefix("aws-sdk:").unwrap_or(service);
    let action = match (service, action.as_str(), pattern) {
        ("states", "startExecution", Pattern::Sync | Pattern::Sync2) => "describeExecution",
        (_, _, Pattern::WaitForTaskToken) => return None,
        (_, action, _) => action,
    };
    let known = RESPONSES.iter().find(|(of, named, _)| *of == service && *named == action);
    known.map(|(_, _, shape)| shape)
}
