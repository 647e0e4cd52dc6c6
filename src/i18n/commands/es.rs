//! The texts of commands in Spanish.

use super::CommandMessages;
use crate::i18n::Es;

impl CommandMessages for Es {}
