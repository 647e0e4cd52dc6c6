//! Reading other formats: what a text is, definitions in YAML, and definitions inside templates, each with the way back
//! from the definition to the lines of its file.

mod definition_text;
mod detect;
mod mapped_text;
mod placeholders;
mod template;
#[cfg(feature = "yaml")]
mod yaml;

pub use definition_text::{DefinitionText, Unreadable, definition_text};
pub use detect::{Detected, detect, is_data_file, unreadable};
pub use mapped_text::{MappedText, PositionMap};
pub use placeholders::{Quoted, fill_placeholders, quote_placeholders};
pub use template::{Contained, Content, contained};
