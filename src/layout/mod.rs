//! Layered layout of nested scopes, as a list of named passes.
