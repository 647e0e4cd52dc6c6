//! Athena: queries that succeed, with one row of one column.

use super::error::ServiceError;
use super::{Call, Reply};
use serde_json::{Value, json};

/// What Athena calls the first column of a query that gives it no name.
const COLUMN: &str = "_col0";

/// The calls of the optimized integration. A query's result is not computed: `getQueryResults` has one row that says
/// nothing, behind the names of the columns, which Athena gives as the first row (Athena API reference, "GetQueryResults").
pub(super) fn respond(call: &mut Call<'_>) -> Result<Reply, ServiceError> {
    match call.action {
        "startQueryExecution" => {
            let id = call.random.uuid();
            let finished = json!({ "QueryExecution": execution(call, &id) });
            Reply::job(json!({ "QueryExecutionId": id }), finished)
        }
        "getQueryExecution" => {
            let id = call.text("QueryExecutionId");
            Ok(json!({ "QueryExecution": execution(call, id) }).into())
        }
        "getQueryResults" => {
            let column = json!({
                "CaseSensitive": true,
                "CatalogName": "hive",
                "Label": COLUMN,
                "Name": COLUMN,
                "Nullable": "UNKNOWN",
                "Precision": i32::MAX,
                "Scale": 0,
                "SchemaName": "",
                "TableName": "",
                "Type": "varchar"
            });
            let row = |text: &str| json!({ "Data": [{ "VarCharValue": text }] });
            let rows = [row(COLUMN), row("simulated")];
            let results = json!({ "ResultSetMetadata": { "ColumnInfo": [column] }, "Rows": rows });
            Ok(json!({ "ResultSet": results, "UpdateCount": 0 }).into())
        }
        "stopQueryExecution" => Ok(json!({}).into()),
        _ => Err(ServiceError::unknown_action(call)),
    }
}

/// A query that is done (Athena API reference, "QueryExecution").
fn execution(call: &Call<'_>, id: &str) -> Value {
    let query = call.text("QueryString");
    let place = call.request.pointer("/ResultConfiguration/OutputLocation").and_then(Value::as_str).unwrap_or_default();
    let place = place.trim_end_matches('/');
    let first = query.split_whitespace().next().unwrap_or_default().to_uppercase();
    let kind = match first.as_str() {
        "CREATE" | "ALTER" | "DROP" | "MSCK" => "DDL",
        "SHOW" | "DESCRIBE" | "EXPLAIN" => "UTILITY",
        _ => "DML",
    };
    let work_group = if call.text("WorkGroup").is_empty() { "primary" } else { call.text("WorkGroup") };
    json!({
        "EngineVersion": {
            "EffectiveEngineVersion": "Athena engine version 3",
            "SelectedEngineVersion": "AUTO"
        },
        "Query": query,
        "QueryExecutionContext": call.value_or("QueryExecutionContext", json!({})),
        "QueryExecutionId": id,
        "ResultConfiguration": { "OutputLocation": format!("{place}/{id}.csv") },
        "StatementType": kind,
        "Statistics": {
            "DataScannedInBytes": 0,
            "EngineExecutionTimeInMillis": 1000,
            "QueryQueueTimeInMillis": 0,
            "ServiceProcessingTimeInMillis": 0,
            "TotalExecutionTimeInMillis": 1000
        },
        "Status": {
            "CompletionDateTime": call.clock + 1000,
            "State": "SUCCEEDED",
            "SubmissionDateTime": call.clock
        },
        "WorkGroup": work_group
    })
}
