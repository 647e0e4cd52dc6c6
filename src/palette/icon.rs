//! What the icon of an item shows. The page draws them itself: they are motifs, not AWS's artwork.

use crate::asl::StateType;

/// A motif.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Icon {
    /// A type of state.
    State(StateType),
    /// A function.
    Function,
    /// A container.
    Container,
    /// A job in a queue of jobs.
    Job,
    /// A cluster of machines.
    Cluster,
    /// A server.
    Server,
    /// A worker that asks for tasks.
    Worker,
    /// A topic with its subscribers.
    Topic,
    /// A queue.
    Queue,
    /// A bus of events.
    Bus,
    /// A clock, a schedule.
    Clock,
    /// Another workflow.
    Workflow,
    /// An API.
    Api,
    /// An address on the network.
    Globe,
    /// E-mail.
    Mail,
    /// A stream of records.
    Stream,
    /// A table.
    Table,
    /// A bucket of files.
    Bucket,
    /// A database that is asked in SQL.
    Database,
    /// A secret.
    Key,
    /// A setting.
    Setting,
    /// A query.
    Query,
    /// Data that is cleaned and changed.
    Transform,
    /// A model that learns.
    Model,
    /// A model that talks.
    Chat,
    /// A text that is read.
    Text,
    /// An image that is looked at.
    Image,
    /// A voice.
    Voice,
    /// A build.
    Build,
    /// A film.
    Film,
    /// A measurement.
    Chart,
    /// A person.
    Person,
    /// Asking again and again.
    Poll,
    /// Waiting for an answer.
    Callback,
    /// Undoing what was done.
    Undo,
    /// Going apart and together.
    FanOut,
    /// A circuit breaker.
    Breaker,
    /// What could not be delivered.
    DeadLetter,
    /// A file with lines.
    Lines,
    /// Page after page.
    Pages,
    /// Only once.
    Once,
    /// A lock.
    Lock,
    /// A shield: what is tolerated, what is checked.
    Shield,
    /// A bell.
    Bell,
    /// An action of the AWS SDK.
    Sdk,
}
