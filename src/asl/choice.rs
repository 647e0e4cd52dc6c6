//! The comparators of Choice rules in the JSONPath language (specification, "Choice rule").
