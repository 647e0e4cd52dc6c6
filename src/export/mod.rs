//! Writing a document out.
