//! Everything that can be done to a document, as one type.

use super::commands::{self, for_each_command};
use super::{Plan, Refusal, Transaction};
use crate::asl::Document;

/// Declares [`Command`] and hands each on to its own plan.
macro_rules! command {
    ($($module:ident::$command:ident,)*) => {
        /// A change that a person asks for: one of [`commands`].
        #[derive(Clone, Debug, PartialEq)]
        pub enum Command {
            $(
                #[doc = concat!("See [`", stringify!($command), "`](commands::", stringify!($command), ").")]
                $command(commands::$command),
            )*
        }

        $(
            impl From<commands::$command> for Command {
                fn from(command: commands::$command) -> Self {
                    Self::$command(command)
                }
            }
        )*

        impl Plan for Command {
            fn plan(&self, document: &Document) -> Result<Transaction, Refusal> {
                match self {
                    $(Self::$command(command) => command.plan(document),)*
                }
            }
        }
    };
}

for_each_command!(command);

/// Works out how a command changes a document, without changing it.
///
/// # Errors
/// When the command makes no sense for this document.
pub fn plan(document: &Document, command: &Command) -> Result<Transaction, Refusal> {
    command.plan(document)
}
