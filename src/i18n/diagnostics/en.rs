//! The texts of diagnostics in English.

use super::DiagnosticMessages;
use crate::i18n::En;

impl DiagnosticMessages for En {}
