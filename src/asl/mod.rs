//! Amazon States Language as data: the document, its machine, states, transitions and fields.

pub mod choice;
mod document;
mod edge;
pub mod error_name;
mod execution_type;
pub mod field;
mod field_table;
mod held;
mod machine;
pub mod map_argument;
pub mod map_part;
pub mod optimized;
mod query_language;
mod read;
mod renamed;
pub mod resource;
mod started_machine;
mod state_key;
mod state_type;
pub mod summary;
pub mod timestamp;

pub use document::Document;
pub use edge::EdgeRef;
pub use execution_type::ExecutionType;
pub use held::Held;
pub use machine::{
    MAX_NAME_LENGTH, Machine, Scope, ScopeId, ScopeRole, State, StateId, Target, Transition, TransitionKind,
};
pub use query_language::QueryLanguage;
pub use renamed::renamed;
pub use started_machine::started_machine;
pub use state_key::StateKey;
pub use state_type::StateType;
