//! The texts of diagnostics in Spanish.

use super::DiagnosticMessages;
use crate::i18n::Es;

impl DiagnosticMessages for Es {}
