//! What the `Resource` of a Task names: the service, its action and the integration pattern.
