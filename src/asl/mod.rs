//! Amazon States Language as data: the document, its machine, states, transitions and fields.
