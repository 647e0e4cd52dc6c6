//! What is saved between sessions: the format, its versions and migrations.
