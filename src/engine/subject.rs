//! The definition that was last asked about, with what was worked out of it: each is read, inferred and compiled once.

use super::source::Source;
use crate::asl::Document;
use crate::check::Options;
use crate::flow::{Flow, infer};
use crate::mock::Mocks;
use crate::sim::{NotRunnable, Program};
use serde_json::Value;
use std::sync::Arc;

/// A flow, and what it was inferred from beside the definition.
#[derive(Debug)]
struct Inferred {
    input: Option<Value>,
    mocks: Mocks,
    flow: Arc<Flow>,
}

/// What the worker has at hand.
#[derive(Debug, Default)]
pub(super) struct Subject {
    document: Option<Arc<Document>>,
    inferred: Option<Inferred>,
    program: Option<Arc<Program>>,
}

impl Subject {
    /// The definition of a message, which is the one at hand from now on; none where the two have lost each other.
    pub(super) fn document(&mut self, source: Source) -> Option<Arc<Document>> {
        if let Some(known) = self.document.as_ref().filter(|document| source.is_unchanged(document.text())) {
            return Some(Arc::clone(known));
        }
        let known = self.document.as_ref().map(|document| document.text());
        let text = source.text(known)?;
        if let Some(document) = self.document.as_ref().filter(|document| document.text() == text) {
            return Some(Arc::clone(document));
        }
        let document = Arc::new(Document::new(text));
        *self = Self { document: Some(Arc::clone(&document)), ..Self::default() };
        Some(document)
    }

    /// The shapes of the data of the definition at hand, as far as an example input and mocks tell.
    pub(super) fn flow(&mut self, options: &Options) -> Option<Arc<Flow>> {
        let document = self.document.as_ref()?;
        let is_known = |known: &&Inferred| known.input == options.input && known.mocks == options.mocks;
        if let Some(known) = self.inferred.as_ref().filter(is_known) {
            return Some(Arc::clone(&known.flow));
        }
        let flow = Arc::new(infer(document, options.input.as_ref(), &options.mocks));
        let (input, mocks) = (options.input.clone(), options.mocks.clone());
        self.inferred = Some(Inferred { input, mocks, flow: Arc::clone(&flow) });
        Some(flow)
    }

    /// The definition of a message, ready to run; none where the two have lost each other.
    ///
    /// # Errors
    /// When there is nothing that could run.
    pub(super) fn program(&mut self, source: Source) -> Option<Result<Arc<Program>, NotRunnable>> {
        let document = self.document(source)?;
        if let Some(known) = &self.program {
            return Some(Ok(Arc::clone(known)));
        }
        let compiled = Program::compile(&document).map(Arc::new);
        self.program = compiled.as_ref().ok().map(Arc::clone);
        Some(compiled)
    }
}
