//! The texts of commands in English.

use super::CommandMessages;
use crate::i18n::En;

impl CommandMessages for En {}
