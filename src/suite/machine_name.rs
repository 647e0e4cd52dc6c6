//! Which machine of a mock file is meant.

use super::SuiteError;
use serde_json::Value;

/// What the page calls a machine in the mock files that it saves.
const OF_THE_PAGE: &str = "Pasos";

/// The machine that is named; or else the one that is called as the definition's file, the one that the page has saved, or
/// the only one.
///
/// # Errors
/// When it is none of these.
pub fn machine_for<'a>(config: &'a Value, named: Option<&'a str>, definition: &'a str) -> Result<&'a str, SuiteError> {
    if let Some(name) = named {
        return Ok(name);
    }
    let names =
        || config["StateMachines"].as_object().into_iter().flat_map(|machines| machines.keys().map(String::as_str));
    let has = |wanted: &&str| names().any(|name| name == *wanted);
    let only = || names().next().filter(|_| names().count() == 1);
    [stem(definition), OF_THE_PAGE].into_iter().find(has).or_else(only).ok_or(SuiteError::WhichMachine)
}

/// The name of a file without its folder and what says its kind.
fn stem(file: &str) -> &str {
    let name = file.rsplit(['/', '\\']).next().unwrap_or(file);
    let ends = [".json", ".yaml", ".yml", ".asl"];
    ends.iter().fold(name, |name, end| name.strip_suffix(end).unwrap_or(name))
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn the_name_of_the_file_finds_the_machine() {
        let config = json!({ "StateMachines": { "orders": {}, "stock": {} } });
        let found = |named, definition| machine_for(&config, named, definition).ok();
        assert_eq!(found(None, "a/orders.asl.json"), Some("orders"));
        assert_eq!(found(None, "stock.yaml"), Some("stock"));
        assert_eq!(found(Some("stock"), "orders.json"), Some("stock"));
        assert_eq!(found(None, "other.json"), None);
        assert_eq!(machine_for(&json!({ "StateMachines": { "one": {} } }), None, "other.json").ok(), Some("one"));
        assert_eq!(
            machine_for(&json!({ "StateMachines": { "Pasos": {}, "b": {} } }), None, "a.json").ok(),
            Some("Pasos")
        );
    }
}
