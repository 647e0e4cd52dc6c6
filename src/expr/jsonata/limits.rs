//! How far an evaluation may go.

use super::JsonataError;

/// How deep AWS lets an evaluation nest: 100 is accepted, 101 refused (measured, floci issue 2737).
pub(super) const MAX_DEPTH_ON_AWS: usize = 100;

/// How many items a sequence may have on AWS: `[1..873782]` is accepted, one more is refused (measured, floci issue 2737).
pub(super) const MAX_SEQUENCE_ON_AWS: usize = 873_782;

/// The longest text AWS accepts, in UTF-16 units: one of 2²² is accepted, one of 2²³ refused (measured, floci issue
/// 2737). The bound between them follows from [`MAX_SEQUENCE_ON_AWS`] at eight bytes a number.
pub(super) const MAX_TEXT_ON_AWS: usize = MAX_SEQUENCE_ON_AWS * 8;

/// The longest sequence of plain JSONata (jsonata 2.0.6, the range operator).
const MAX_SEQUENCE: usize = 10_000_000;

/// The longest text of plain JSONata: far more than a document, far less than the memory of a machine.
const MAX_TEXT: usize = 64 << 20;

/// How deep plain JSONata may nest: recursion that is not in tail position, some 3,000 calls deep.
const MAX_DEPTH: usize = 10_000;

/// The longest time for one expression. Where no clock can be read (WebAssembly), who runs the worker ends it. A build without
/// optimisation takes ten times as long over the same work, and so it may.
const MAX_MILLISECONDS: Option<u64> = match (cfg!(target_family = "wasm"), cfg!(debug_assertions)) {
    (true, _) => None,
    (false, true) => Some(15_000),
    (false, false) => Some(1_500),
};

/// How deep a value may nest: as deep as JSON can be read back (`serde_json` refuses more).
pub(super) const MAX_VALUE_DEPTH: usize = 127;

/// How deep a value may nest while it is evaluated: functions that look at all of it recurse as deep.
pub(super) const MAX_VALUE_NESTING: usize = 500;

/// Bytes that the arrays and objects of one evaluation may take together.
pub(super) const MAX_LIVE_BYTES: usize = 1 << 30;

/// Bytes that all texts that one evaluation makes may take together. Most of it may be free again by then, but that
/// cannot be told.
pub(super) const MAX_TEXT_BYTES: usize = 1 << 30;

/// The bounds of one evaluation.
#[derive(Clone, Copy, Debug)]
pub(super) struct Limits {
    /// Levels of evaluation.
    pub(super) depth: usize,
    /// Items of a sequence.
    pub(super) sequence: usize,
    /// Units of a text.
    pub(super) text: usize,
    /// Wall-clock time, where there is a clock.
    #[cfg_attr(
        target_family = "wasm",
        expect(dead_code, reason = "in the browser the page ends the worker from outside")
    )]
    pub(super) milliseconds: Option<u64>,
}

impl Limits {
    /// What AWS allows.
    pub(super) const AWS: Self = Self {
        depth: MAX_DEPTH_ON_AWS,
        sequence: MAX_SEQUENCE_ON_AWS,
        text: MAX_TEXT_ON_AWS,
        milliseconds: MAX_MILLISECONDS,
    };

    /// What plain JSONata allows, where it says so; else what a program can bear.
    pub(super) const PLAIN: Self =
        Self { depth: MAX_DEPTH, sequence: MAX_SEQUENCE, text: MAX_TEXT, milliseconds: MAX_MILLISECONDS };
}

/// What AWS says when a value grows too large (measured, floci issue 2737).
pub(super) const MEMORY: &str = "Expression evaluation memory limit exceeded: Check for excessive memory usage";

/// What AWS says when an evaluation nests too deep (measured, floci issue 2737).
pub(super) const STACK: &str =
    "Stack overflow error: Check for non-terminating recursive function. Consider rewriting as tail-recursive.";

/// What AWS says when an evaluation takes too long (jsonata-java, `Timebox`).
pub(super) const TIME: &str = "Expression evaluation timeout: Check for infinite loop";

impl JsonataError {
    /// The evaluation nests too deep. AWS gives no code.
    pub(super) fn stack_overflow() -> Self {
        Self { code: String::new(), message: STACK.to_owned() }
    }

    /// A value is too large. AWS gives no code.
    pub(super) fn too_large() -> Self {
        Self { code: String::new(), message: MEMORY.to_owned() }
    }
}
