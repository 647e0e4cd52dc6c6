//! Every text a person reads, in English and in Spanish. A missing translation is a compile error.
