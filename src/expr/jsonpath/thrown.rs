//! What the engine throws, in the words of its classes and of the Java library below it (measured with OpenJDK 17).

use std::fmt;

/// The class of an exception.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Class {
    /// The only one that a wildcard and a filter catch.
    PathNotFound,
    InvalidPath,
    OutOfBounds,
    NumberFormat,
    EmptyStack,
    Unsupported,
    PatternSyntax,
    Cast,
    NullPointer,
    /// A bound of Pasos, where the engine would run out of memory or of its stack.
    Bound,
}

impl Class {
    fn name(self) -> &'static str {
        match self {
            Self::PathNotFound => "com.jayway.jsonpath.PathNotFoundException",
            Self::InvalidPath => "com.jayway.jsonpath.InvalidPathException",
            Self::OutOfBounds => "java.lang.StringIndexOutOfBoundsException",
            Self::NumberFormat => "java.lang.NumberFormatException",
            Self::EmptyStack => "java.util.EmptyStackException",
            Self::Unsupported => "java.lang.UnsupportedOperationException",
            Self::PatternSyntax => "java.util.regex.PatternSyntaxException",
            Self::Cast => "java.lang.ClassCastException",
            Self::NullPointer => "java.lang.NullPointerException",
            Self::Bound => "java.lang.StackOverflowError",
        }
    }
}

/// An exception.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Thrown {
    pub(super) class: Class,
    message: Option<String>,
    /// What was wrong at first, without the classes that were put around it.
    reason: String,
    /// Whether the text is no path in any dialect: it ends too early, or has a blank between its steps.
    pub(super) is_malformed: bool,
}

impl Thrown {
    pub(super) fn new(class: Class, message: impl Into<String>) -> Self {
        let message = message.into();
        Self { class, message: Some(message.clone()), reason: message, is_malformed: false }
    }

    /// One without a message.
    pub(super) fn bare(class: Class) -> Self {
        Self { class, message: None, reason: class.name().to_owned(), is_malformed: false }
    }

    pub(super) fn not_found(message: impl Into<String>) -> Self {
        Self::new(Class::PathNotFound, message)
    }

    pub(super) fn invalid(message: impl Into<String>) -> Self {
        Self::new(Class::InvalidPath, message)
    }

    pub(super) fn malformed(self) -> Self {
        self.malformed_if(true)
    }

    pub(super) fn malformed_if(self, is_malformed: bool) -> Self {
        Self { is_malformed, ..self }
    }

    /// A character read where the text has none. Java words it by how it keeps the text: one byte a character where all
    /// fit into one, two otherwise.
    pub(super) fn out_of_bounds(text: &[char], index: i64) -> Self {
        let is_wide = text.iter().any(|character| u32::from(*character) > 0xff);
        let units = |text: &[char]| text.iter().map(|character| character.len_utf16()).sum::<usize>();
        let index = match usize::try_from(index) {
            Ok(index) => {
                let index = index.min(text.len());
                units(&text[..index]).to_string()
            }
            Err(_) => index.to_string(),
        };
        let message = match is_wide {
            true => format!("index {index}, length {}", units(text)),
            false => format!("String index out of range: {index}"),
        };
        let reason = "it ends before a name, a bracket or a quote is complete".to_owned();
        Self { reason, is_malformed: true, ..Self::new(Class::OutOfBounds, message) }
    }

    /// A part cut out of a text whose start lies behind its end.
    pub(super) fn bad_range(begin: usize, end: usize, length: usize) -> Self {
        Self::new(Class::OutOfBounds, format!("begin {begin}, end {end}, length {length}"))
    }

    /// The exception that the compiler of paths puts around every other one.
    pub(super) fn wrapped(self) -> Self {
        Self { class: Class::InvalidPath, message: Some(self.with_class()), ..self }
    }

    pub(super) fn reason(self) -> String {
        self.reason
    }

    /// Java's `toString`.
    fn with_class(&self) -> String {
        match &self.message {
            Some(message) => format!("{}: {message}", self.class.name()),
            None => self.class.name().to_owned(),
        }
    }
}

/// The message; the class where there is none.
impl fmt::Display for Thrown {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.message.as_deref().unwrap_or(self.class.name()))
    }
}
