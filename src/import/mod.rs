//! Reading other formats. Holds the detection of what a text is.
