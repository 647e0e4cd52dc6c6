//! JSON Pointers (RFC 6901): how a place in a definition is named from outside.

use std::fmt;

/// A path of names and indexes from the root of a JSON text; empty for the root itself.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Pointer {
    parts: Vec<String>,
}

impl Pointer {
    /// The root.
    pub fn root() -> Self {
        Self::default()
    }

    /// Reads `/a/0/b~1c`. A text that does not start with `/` names the root.
    pub fn parse(text: &str) -> Self {
        let parts = text.split('/').skip(1).map(|part| part.replace("~1", "/").replace("~0", "~")).collect();
        Self { parts }
    }

    /// The pointer of the value called `part` inside the value that `self` names.
    #[must_use]
    pub fn join(&self, part: impl Into<String>) -> Self {
        let mut parts = self.parts.clone();
        parts.push(part.into());
        Self { parts }
    }

    /// The names and indexes, outermost first.
    pub fn parts(&self) -> impl Iterator<Item = &str> {
        self.parts.iter().map(String::as_str)
    }
}

impl From<Vec<String>> for Pointer {
    fn from(parts: Vec<String>) -> Self {
        Self { parts }
    }
}

impl fmt::Display for Pointer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for part in &self.parts {
            write!(f, "/{}", part.replace('~', "~0").replace('/', "~1"))?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn escapes_slashes_and_tildes() {
        let pointer = Pointer::root().join("a/b").join("~");
        assert_eq!(pointer.to_string(), "/a~1b/~0");
        assert_eq!(Pointer::parse("/a~1b/~0"), pointer);
    }
}
