//! Every text a person reads, in English and in Spanish. A missing translation is a compile error.
//!
//! Each group of texts is a trait with one method per text, implemented once for [`En`] and once for [`Es`].
//! AWS's own words (field names, error names, the texts that the service returns) are not translated.

pub mod commands;
pub mod convert;
pub mod diagnostics;
pub mod fixes;
pub mod page;
mod texts;

use serde::{Deserialize, Serialize};

/// A language of the interface.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Language {
    /// English.
    #[default]
    En,
    /// Spanish.
    Es,
}

/// The English texts.
#[derive(Clone, Copy, Debug)]
pub struct En;

/// The Spanish texts.
#[derive(Clone, Copy, Debug)]
pub struct Es;

/// All groups of texts.
pub trait Messages:
    commands::CommandMessages
    + fixes::FixMessages
    + page::ActionMessages
    + page::AddedMessages
    + page::CanvasMessages
    + page::CardMessages
    + page::CardSummaryMessages
    + page::ConversionMessages
    + page::CountMessages
    + page::DrawingMessages
    + page::FrameMessages
    + page::EditingCountMessages
    + page::EditingMessages
    + page::ExampleMessages
    + page::HeaderMessages
    + page::InspectorCountMessages
    + page::InspectorFormMessages
    + page::InspectorMessages
    + page::InsertionMessages
    + page::MachineMessages
    + page::MachineNameMessages
    + page::NavigationMessages
    + page::NoticeMessages
    + page::PanelMessages
    + page::ProblemMessages
    + page::RunMessages
    + page::SayingMessages
    + page::SelectingMessages
    + page::WayMessages
{
}

impl Messages for En {}
impl Messages for Es {}

impl Language {
    /// Every language, in the order of the switch.
    pub const ALL: [Self; 2] = [Self::En, Self::Es];

    /// The words for a conversion to JSONata: not among the others, as the page gets them from its worker.
    pub fn convert_messages(self) -> &'static dyn convert::ConvertMessages {
        match self {
            Self::En => &En,
            Self::Es => &Es,
        }
    }

    /// The words for diagnostics: not among the others, as the page gets them from its worker.
    pub fn diagnostic_messages(self) -> &'static dyn diagnostics::DiagnosticMessages {
        match self {
            Self::En => &En,
            Self::Es => &Es,
        }
    }

    /// The texts.
    pub fn messages(self) -> &'static dyn Messages {
        match self {
            Self::En => &En,
            Self::Es => &Es,
        }
    }

    /// The BCP 47 tag, as in `<html lang>`.
    pub fn tag(self) -> &'static str {
        match self {
            Self::En => "en",
            Self::Es => "es",
        }
    }

    /// The first of a person's preferred languages that Pasos speaks; English when it speaks none of them.
    pub fn preferred<'a>(tags: impl IntoIterator<Item = &'a str>) -> Self {
        tags.into_iter()
            .find_map(|tag| {
                let primary = tag.split(['-', '_']).next().unwrap_or(tag).to_ascii_lowercase();
                Self::ALL.into_iter().find(|language| language.tag() == primary)
            })
            .unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn takes_the_first_language_it_speaks() {
        assert_eq!(Language::preferred(["ca", "es-AR", "en"]), Language::Es);
        assert_eq!(Language::preferred(["fr", "de"]), Language::En);
    }
}
