//! Expressions: JSONPath, intrinsic functions, JSONata, payload templates and the context object.
