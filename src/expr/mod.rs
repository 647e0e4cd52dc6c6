//! Expressions: JSONPath, intrinsic functions, JSONata, payload templates and the context object.

mod error;
pub mod intrinsic;
mod java_text;
pub mod jsonata;
pub mod jsonpath;
mod kept;
pub mod patience;
mod random;
#[cfg_attr(not(feature = "jsonata"), allow(dead_code, reason = "JSONPath needs less of it than JSONata"))]
mod regex;
mod scope;
mod template;

pub use error::{ExpressionError, SyntaxFault};
pub use random::{JavaRandom, Random};
pub use scope::{Scope, Variables};
pub use template::{evaluate_template, evaluate_text};
