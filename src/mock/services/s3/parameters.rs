//! Parameters of S3 that say how an object is kept, who may have it and what is to be said of it.

use super::super::Call;
use super::super::error::ServiceError;
use serde_json::{Map, Value};

/// What is said of an object that is put, and is said by S3 with the object (S3 API reference, "GetObject").
pub(super) const KEPT: [&str; 13] = [
    "BucketKeyEnabled",
    "CacheControl",
    "ContentDisposition",
    "ContentEncoding",
    "ContentLanguage",
    "Expires",
    "ObjectLockLegalHoldStatus",
    "ObjectLockMode",
    "ObjectLockRetainUntilDate",
    "ServerSideEncryption",
    "SsekmsKeyId",
    "StorageClass",
    "WebsiteRedirectLocation",
];

/// Those of them that the answer to putting it has, too.
const CONFIRMED: [&str; 3] = ["BucketKeyEnabled", "ServerSideEncryption", "SsekmsKeyId"];

/// Those that a copy does not take from its source (S3 API reference, "CopyObject").
pub(super) const COPY_ANEW: [&str; 8] = [
    "BucketKeyEnabled",
    "ObjectLockLegalHoldStatus",
    "ObjectLockMode",
    "ObjectLockRetainUntilDate",
    "ServerSideEncryption",
    "SsekmsKeyId",
    "StorageClass",
    "WebsiteRedirectLocation",
];

/// Parameters without an effect on what an action does here or answers: who may do it, who pays, how it is to be kept and
/// checked on its way.
const WITHOUT_EFFECT: [&str; 36] = [
    "Acl",
    "AnnotationDirective",
    "BucketRegion",
    "BypassGovernanceRetention",
    "ChecksumAlgorithm",
    "ChecksumCRC32",
    "ChecksumCRC32C",
    "ChecksumCRC64NVME",
    "ChecksumMD5",
    "ChecksumMode",
    "ChecksumSHA1",
    "ChecksumSHA256",
    "ChecksumSHA512",
    "ChecksumXXHASH128",
    "ChecksumXXHASH3",
    "ChecksumXXHASH64",
    "ContentLength",
    "ContentMD5",
    "ExpectedBucketOwner",
    "ExpectedSourceBucketOwner",
    "GrantFullControl",
    "GrantRead",
    "GrantReadACP",
    "GrantWriteACP",
    "Mfa",
    "ObjectLockEventHold",
    "ObjectLockEventHoldDurationDays",
    "ObjectLockEventHoldDurationYears",
    "OptionalObjectAttributes",
    "RequestPayer",
    "SourceVersionId",
    "SsekmsEncryptionContext",
    "Tagging",
    "TaggingDirective",
    "TransitionDefaultMinimumObjectSize",
    "VersionId",
];

/// What a request wants to have said of an object, whatever was said when it was put (S3 API reference, "GetObject").
pub(super) const OVERRIDES: [(&str, &str); 6] = [
    ("ResponseCacheControl", "CacheControl"),
    ("ResponseContentDisposition", "ContentDisposition"),
    ("ResponseContentEncoding", "ContentEncoding"),
    ("ResponseContentLanguage", "ContentLanguage"),
    ("ResponseContentType", "ContentType"),
    ("ResponseExpires", "Expires"),
];

/// Refuses parameters that have an effect which is not simulated.
pub(super) fn allow(call: &Call<'_>, names: &[&str]) -> Result<(), ServiceError> {
    for name in call.request.as_object().into_iter().flat_map(Map::keys) {
        if !names.contains(&name.as_str()) && !WITHOUT_EFFECT.contains(&name.as_str()) {
            return Err(ServiceError::not_simulated(&format!("the parameter {name} of S3 {}", call.action)));
        }
    }
    Ok(())
}

/// The answer to putting an object, with what it confirms of the request.
pub(super) fn confirmed(mut response: Value, call: &Call<'_>) -> Value {
    for name in CONFIRMED {
        if let Some(said) = call.request.get(name) {
            response[name] = said.clone();
        }
    }
    response.sort_all_objects();
    response
}

/// What a request says of the object that it puts.
pub(super) fn kept(call: &Call<'_>) -> Map<String, Value> {
    KEPT.iter().filter_map(|name| Some(((*name).to_owned(), call.request.get(*name)?.clone()))).collect()
}

/// Sets what a request wants to have said of the object that it gets.
pub(super) fn set_wanted(response: &mut Value, call: &Call<'_>) {
    for (name, said) in OVERRIDES.iter().chain(&[("VersionId", "VersionId")]) {
        if let Some(wanted) = call.request.get(*name) {
            response[*said] = wanted.clone();
        }
    }
}
