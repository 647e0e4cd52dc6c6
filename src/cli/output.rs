//! Standard output. Who reads it may stop reading (`pasos check | head`): what is left is then dropped without a word, and
//! the exit code stays what it would have been.

use std::fmt::Display;
use std::io::{Write, stdout};

/// Prints a line.
pub(super) fn print_line(text: impl Display) {
    print_text(format_args!("{text}\n"));
}

/// Prints a text as it is.
pub(super) fn print_text(text: impl Display) {
    // The only other reason for a failure is a full disk behind a redirection; there is nobody to tell it to.
    let _ = write!(stdout(), "{text}");
}
