//! The fields of every state type: which there are, in which query language, and of which JSON type.
