//! The value that is edited.

use super::shelf::MachineId;
use crate::asl::Document;
use crate::asl::ExecutionType;
use crate::check::{Options, Silence};
use crate::edit::Placements;
use crate::mock::{Files, Mocks};
use std::collections::BTreeMap;
use std::sync::Arc;

/// One machine with all that a person has made around it. Cloning it is cheap: what is large is shared.
#[derive(Clone, Debug, PartialEq)]
pub struct Project {
    /// What the machine is called.
    pub name: String,
    /// How its file ends, with the dot: `.asl.json` unless it was opened from a file that ends otherwise.
    pub extension: String,
    /// The definition, byte for byte.
    pub document: Arc<Document>,
    /// Where states stand that a person has moved: how far from where the layout would put them.
    pub placements: Placements,
    /// The input of runs, as typed; empty while nobody has given one.
    pub input: String,
    /// What services answer.
    pub mocks: Arc<Mocks>,
    /// What S3 holds in a run.
    pub files: Arc<Files>,
    /// How it is run.
    pub execution_type: ExecutionType,
    /// When a run starts, as typed (RFC 3339); empty for now.
    pub start_time: String,
    /// Rules of the checker that are switched off.
    pub silenced: Vec<Silence>,
    /// Machines of the shelf that it starts, by the name it has for them.
    pub linked: BTreeMap<String, MachineId>,
}

impl Project {
    /// How a file ends that did not come from elsewhere.
    pub const EXTENSION: &str = ".asl.json";

    /// A machine with nothing around it.
    pub fn new(name: impl Into<String>, text: impl Into<String>) -> Self {
        Self {
            name: name.into(),
            extension: Self::EXTENSION.to_owned(),
            document: Arc::new(Document::new(text)),
            placements: Placements::new(),
            input: String::new(),
            mocks: Arc::default(),
            files: Arc::default(),
            execution_type: ExecutionType::Standard,
            start_time: String::new(),
            silenced: Vec::new(),
            linked: BTreeMap::new(),
        }
    }

    /// What the checker is told beside the definition.
    pub fn check_options(&self) -> Options {
        Options {
            execution_type: self.execution_type,
            input: serde_json::from_str(&self.input).ok(),
            mocks: (*self.mocks).clone(),
            silenced: self.silenced.clone(),
            ..Options::default()
        }
    }

    /// Changes what services answer.
    pub fn change_mocks(&mut self, change: impl FnOnce(&mut Mocks)) {
        change(Arc::make_mut(&mut self.mocks));
    }

    /// Changes what S3 holds.
    pub fn change_files(&mut self, change: impl FnOnce(&mut Files)) {
        change(Arc::make_mut(&mut self.files));
    }

    /// Lets what hangs on a state's name follow a new one.
    pub(super) fn follow_rename(&mut self, old: &str, new: &str) {
        if self.mocks.states.contains_key(old) {
            self.change_mocks(|mocks| mocks.rename(old, new));
        }
        for silence in &mut self.silenced {
            if silence.state.as_deref() == Some(old) {
                silence.state = Some(new.to_owned());
            }
        }
    }
}
