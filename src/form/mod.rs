//! The forms of a definition as data: which fields a state, the machine and their parts have in a query language, in
//! which group, edited with what; the tree of a Choice rule; the delays of a retrier. The page draws what is said here.

mod call;
mod codec;
mod condition;
mod condition_change;
mod defaults;
mod entry;
mod in_document;
mod lasting;
mod list;
mod map_parts;
mod part;
mod place;
mod schedule;
mod spelled;
mod state_entries;
mod suggestions;
mod table_entries;
mod targets;
mod variant;

pub use call::call_entries;
pub use codec::{Codec, Fault};
pub use condition::{Condition, Junction, condition};
pub use condition_change::{add_condition, compare_with, kind, set_junction, set_path_operand, unwrap, wrap};
pub use defaults::added;
pub use entry::{Editor, Entry, Offer, Variant};
pub use in_document::in_document;
pub use list::{List, add_item};
pub use part::{Part, entries, is_elsewhere};
pub use place::Place;
pub use schedule::{Attempt, Schedule, duration, schedule};
pub use suggestions::error_names;
pub use targets::targets;
pub use variant::{Current, current, keeps, switched};

#[cfg(test)]
mod tests;
