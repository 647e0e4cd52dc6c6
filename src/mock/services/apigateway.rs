//! API Gateway and HTTP Task: an API that was not mocked answers 200 with the body of the request.

use super::error::ServiceError;
use super::{Call, Reply, identifier};
use serde_json::{Value, json};

/// `apigateway:invoke` and `http:invoke`: `Headers`, `ResponseBody`, `StatusCode` and `StatusText` (recorded). A call
/// without a body gets `{}`.
pub(super) fn respond(call: &mut Call<'_>) -> Result<Reply, ServiceError> {
    if call.action != "invoke" {
        return Err(ServiceError::unknown_action(call));
    }
    let body = match call.request.get("RequestBody") {
        None | Some(Value::Null) => json!({}),
        Some(body) => body.clone(),
    };
    let length = body.to_string().len().to_string();
    let date = identifier::http_date(call.clock);
    let mut headers = json!({
        "Connection": ["keep-alive"],
        "Content-Length": [length],
        "Content-Type": ["application/json"],
        "Date": [date]
    });
    if call.service == "apigateway" {
        let host = format!("{}.cloudfront.net", identifier::hex(call.random, 32));
        headers["Via"] = json!([format!("1.1 {host} (CloudFront)")]);
        headers["x-amz-apigw-id"] = json!([format!("{}=", identifier::letters(call.random, 15))]);
        headers["X-Amz-Cf-Id"] = json!([format!("{}==", identifier::letters(call.random, 54))]);
        headers["X-Amz-Cf-Pop"] = json!(["IAD89-P2"]);
        headers["x-amzn-RequestId"] = json!([call.random.uuid()]);
        let trace = identifier::trace(call.random, call.clock);
        headers["X-Amzn-Trace-Id"] = json!([trace]);
        headers["X-Cache"] = json!(["Miss from cloudfront"]);
    }
    let response = json!({ "Headers": headers, "ResponseBody": body, "StatusCode": 200, "StatusText": "OK" });
    Ok(response.into())
}
