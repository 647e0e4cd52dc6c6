//! The words of the palette: names, descriptions and search words of its items, and the phrases around them.
//!
//! The items are a table, a file for each category, as they are many: a row has both languages, so that none can be missing.
//! Search words are those by which people look for a thing and that its name does not have.

mod analytics;
mod compute;
mod data;
mod en;
mod es;
mod learning;
mod messaging;
mod operations;
mod patterns;
mod state_names;
mod states;

use crate::asl::resource::Pattern;
use crate::i18n::{En, Es, Language};
use crate::palette::{Category, Simulation, Standing};

pub(super) use state_names::state_text;

/// Phrases of the palette.
pub trait PaletteMessages {
    /// The title of a group of items.
    fn category(&self, category: Category) -> &'static str;
    /// The name of an action whose Task waits in this way.
    fn waiting_name(&self, name: &str, pattern: Pattern) -> String;
    /// What a Task waits for, as a sentence; empty where it does not wait.
    fn waiting_description(&self, pattern: Pattern) -> &'static str;
    /// What the simulator does with an action, as a sentence; empty where it simply answers.
    fn simulation(&self, simulation: Simulation) -> &'static str;
    /// What a call of the table of services does, and the parameters that it cannot do without.
    fn call_description(&self, service: &str, action: &str, is_of_sdk: bool, required: &[String]) -> String;
    /// What is known of an action of the AWS SDK that was typed by name.
    fn sdk_description(&self, service: &str, action: &str, standing: Standing) -> String;
}

impl Language {
    /// The words for the palette: not among the others, as only what shows a palette needs them.
    pub fn palette_messages(self) -> &'static dyn PaletteMessages {
        match self {
            Self::En => &En,
            Self::Es => &Es,
        }
    }
}

/// The words of an item in one language.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct ItemWords {
    /// Its name.
    pub name: &'static str,
    /// What it does, in a sentence.
    pub description: &'static str,
    /// Words by which it is looked for, with spaces between.
    pub search: &'static str,
}

/// The words of an item: name, description, search words.
type Words = [&'static str; 3];

/// An item's id and its words in English and in Spanish.
type Row = (&'static str, Words, Words);

/// The words of an item; empty ones for an id that is not in the table.
pub(super) fn words(id: &str, language: Language) -> ItemWords {
    let tables = [
        states::ROWS,
        patterns::ROWS,
        compute::ROWS,
        messaging::ROWS,
        data::ROWS,
        analytics::ROWS,
        learning::ROWS,
        operations::ROWS,
    ];
    let row = tables.into_iter().flatten().find(|(name, ..)| *name == id);
    row.map_or(ItemWords::default(), |(_, en, es)| {
        let [name, description, search] = if language == Language::En { *en } else { *es };
        ItemWords { name, description, search }
    })
}
