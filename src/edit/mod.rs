//! Every change to a document is a command that yields text edits.
