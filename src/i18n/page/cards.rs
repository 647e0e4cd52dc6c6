//! The cards of the inspector when they are folded: a rule, a retrier, a catcher or a branch in one line.

use crate::asl::summary::{ENGLISH, Phrases};
use crate::i18n::texts::texts;
use crate::i18n::{En, Es};

texts! {
    /// Texts of cards.
    CardMessages {
        form_fold_all: "Fold all", "Plegar todo";
        form_unfold_all: "Unfold all", "Desplegar todo";
    }
}

/// Texts of cards with numbers in them, and conditions in words.
pub trait CardSummaryMessages {
    /// How often a retrier tries again.
    fn form_n_retries(&self, n: u64) -> String;
    /// The words of a condition.
    fn condition_phrases(&self) -> &'static Phrases;
}

static SPANISH: Phrases = Phrases {
    and: "y",
    or: "o",
    not: "no",
    tests: [
        ("IsPresent", "existe", "no existe"),
        ("IsNull", "es null", "no es null"),
        ("IsString", "es un texto", "no es un texto"),
        ("IsNumeric", "es un número", "no es un número"),
        ("IsTimestamp", "es una marca de tiempo", "no es una marca de tiempo"),
        ("IsBoolean", "es un booleano", "no es un booleano"),
    ],
};

impl CardSummaryMessages for En {
    fn form_n_retries(&self, n: u64) -> String {
        match n {
            0 => "no retry".to_owned(),
            1 => "1 retry".to_owned(),
            n => format!("{n} retries"),
        }
    }

    fn condition_phrases(&self) -> &'static Phrases {
        &ENGLISH
    }
}

impl CardSummaryMessages for Es {
    fn form_n_retries(&self, n: u64) -> String {
        match n {
            0 => "sin reintentos".to_owned(),
            1 => "1 reintento".to_owned(),
            n => format!("{n} reintentos"),
        }
    }

    fn condition_phrases(&self) -> &'static Phrases {
        &SPANISH
    }
}
