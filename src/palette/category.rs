//! The groups of the palette.

/// A group of items.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Category {
    /// The types of state.
    States,
    /// Several states that solve a known problem.
    Patterns,
    /// Functions, containers, jobs, servers, workers.
    Compute,
    /// Messages, events, APIs and other workflows.
    Messaging,
    /// Tables, files, databases, settings and secrets.
    Data,
    /// Queries and big data.
    Analytics,
    /// Machine learning and artificial intelligence.
    Learning,
    /// Building, media, and running what is there.
    Operations,
    /// Actions of the AWS SDK that were typed by name.
    Sdk,
}

impl Category {
    /// All of them, in the order in which they are offered.
    pub const ALL: [Self; 9] = [
        Self::States,
        Self::Patterns,
        Self::Compute,
        Self::Messaging,
        Self::Data,
        Self::Analytics,
        Self::Learning,
        Self::Operations,
        Self::Sdk,
    ];
}
