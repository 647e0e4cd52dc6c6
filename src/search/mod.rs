//! Finding things by a few typed words: the palette, the states of a canvas, the commands of the page.
//!
//! What is compared is folded: small letters without accents. All words of a query must be found, in any order and in any of
//! the fields of a thing; a word is found where a word of the field starts with it. Whoever is searched says how much each
//! field counts.

mod fold;
mod query;
mod rank;
mod states;

pub use fold::fold;
pub use query::{Query, Weight};
pub use rank::rank;
pub use states::{StateIndex, StateQuery};
