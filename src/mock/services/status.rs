//! What a simulated answer says of how far something is: that it is done, or that it works, so that a loop that asks for it
//! ends.

/// What is done well.
const DONE: [&str; 7] = ["succeeded", "completed", "complete", "success", "successful", "finished", "done"];

/// What can be used.
const USABLE: [&str; 14] = [
    "active",
    "available",
    "inservice",
    "enabled",
    "ready",
    "activated",
    "deployed",
    "trained",
    "issued",
    "verified",
    "healthy",
    "online",
    "passed",
    "approved",
];

/// What works, or has come into being: where nothing says more.
const WORKING: [&str; 7] = ["running", "idle", "created", "updated", "connected", "scheduled", "publishing"];

/// The beginnings of words that say that something goes wrong, goes away or is not yet there.
const OTHERWISE: [&str; 21] = [
    "abort",
    "cancel",
    "clean",
    "deactiv",
    "delet",
    "den",
    "disab",
    "error",
    "expire",
    "fail",
    "incomplete",
    "not",
    "off",
    "partial",
    "pending",
    "progress",
    "reject",
    "rollback",
    "stop",
    "terminat",
    "un",
];

/// Texts that tell a list by one of them, and the one that is meant there: the cluster of EMR that has its steps behind it
/// waits (EMR management guide, "Understanding the cluster lifecycle").
const MEANT: [(&str, &str); 1] = [("BOOTSTRAPPING", "WAITING")];

/// The state in which something is done or works, if there is one among the texts of an enumeration; else the first that
/// tells of no trouble.
pub(super) fn of_choice(known: &[String]) -> Option<&str> {
    let has = |wanted: &str| known.iter().any(|text| text == wanted);
    if let Some((_, meant)) = MEANT.iter().find(|(sign, meant)| has(sign) && has(meant)) {
        return Some(meant);
    }
    let whole = |good: &str| known.iter().find(|text| words(text).concat() == good);
    let usable = || known.iter().filter(|text| !words(text).iter().any(|word| is_otherwise(word)));
    // `CREATE_COMPLETE` comes before `DRY_RUN_DEPLOYMENT_COMPLETE`.
    let ending = |good: &[&str]| {
        let ends = |text: &&String| words(text).last().is_some_and(|word| good.contains(&word.as_str()));
        usable().filter(ends).min_by_key(|text| words(text).len())
    };
    let found = DONE.iter().chain(&USABLE).find_map(|good| whole(good));
    let found = found.or_else(|| ending(&DONE));
    let found = found.or_else(|| USABLE.iter().chain(&WORKING).find_map(|good| ending(&[good])));
    found.or_else(|| usable().next()).or(known.first()).map(String::as_str)
}

/// The text that stands for a status which the model of a service leaves open, by the name of its field. None where that is
/// no status.
pub(super) fn of_text(service: &str, field: &str) -> Option<&'static str> {
    if !field.ends_with("Status") && !field.ends_with("State") {
        return None;
    }
    Some(match (service, field) {
        ("cloudfront", _) => "Deployed",
        ("ec2", "Status") => "completed",
        (
            "databasemigration" | "dax" | "directconnect" | "docdb" | "ec2" | "elasticache" | "memorydb" | "neptune"
            | "rds" | "redshift",
            _,
        ) => "available",
        ("ecs", "LastStatus" | "DesiredStatus") => "RUNNING",
        _ if field.ends_with("Status") => "ACTIVE",
        _ => return None,
    })
}

/// The words of `CREATE_COMPLETE`, `in-progress` and `InService`, in small letters.
fn words(text: &str) -> Vec<String> {
    let mut words = vec![String::new()];
    let mut was_small = false;
    for letter in text.chars() {
        let starts_word = !letter.is_alphanumeric() || was_small && letter.is_uppercase();
        if starts_word && words.last().is_some_and(|word| !word.is_empty()) {
            words.push(String::new());
        }
        if let Some(word) = words.last_mut().filter(|_| letter.is_alphanumeric()) {
            word.extend(letter.to_lowercase());
        }
        was_small = letter.is_lowercase();
    }
    words.retain(|word| !word.is_empty());
    words
}

fn is_otherwise(word: &str) -> bool {
    OTHERWISE.iter().any(|start| word.starts_with(start))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_done_or_works_is_chosen() {
        for (known, expected) in [
            ("SUBMITTED PICKED STARTED FINISHED ABORTED FAILED ALL", "FINISHED"),
            ("CREATE_IN_PROGRESS CREATE_FAILED CREATE_COMPLETE ROLLBACK_COMPLETE DELETE_COMPLETE", "CREATE_COMPLETE"),
            ("STARTING BOOTSTRAPPING RUNNING WAITING TERMINATING TERMINATED", "WAITING"),
            ("SUBMITTED TRAINING DELETING STOPPED IN_ERROR TRAINED TRAINED_WITH_WARNING", "TRAINED"),
            ("CREATING DELETING FAILED IN_SERVICE UPDATING", "IN_SERVICE"),
            ("CREATION_IN_PROGRESS CREATION_SUCCESSFUL CREATION_FAILED DELETED", "CREATION_SUCCESSFUL"),
            ("TRAINING_IN_PROGRESS TRAINING_COMPLETED TRAINING_FAILED STARTING RUNNING STOPPED", "TRAINING_COMPLETED"),
            ("IN_PROGRESS READY FAILED", "READY"),
            ("Creating CreateFailed Created Updating DeleteFailed", "Created"),
            ("initial healthy unhealthy unused draining unavailable", "healthy"),
            ("NOT_DEPLOYED DRY_RUN_DEPLOYMENT_COMPLETE DEPLOYMENT_COMPLETE", "DEPLOYMENT_COMPLETE"),
            ("CREATE_FAILED RUNNING DELETED PAUSED", "RUNNING"),
            ("HOOK_IN_PROGRESS HOOK_COMPLETE_SUCCEEDED HOOK_COMPLETE_FAILED", "HOOK_COMPLETE_SUCCEEDED"),
            ("FAILED Event RequestResponse", "Event"),
            ("FAILED", "FAILED"),
        ] {
            let known: Vec<String> = known.split(' ').map(str::to_owned).collect();
            assert_eq!(of_choice(&known), Some(expected), "{known:?}");
        }
        assert_eq!(of_choice(&[]), None);
    }
}
