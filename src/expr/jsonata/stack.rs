//! Stack for what recurses: reading and evaluating nest as deep as the expression, and the stack of a thread is small.

/// Stack that must be left for one level, and how much is taken when it is not, in bytes.
#[cfg(not(target_family = "wasm"))]
const RED_ZONE: usize = 256 << 10;
#[cfg(not(target_family = "wasm"))]
const MORE: usize = 4 << 20;

/// Runs with enough stack for one level of recursion. In the browser there is no more to be had: bounds of depth serve
/// there.
#[cfg(not(target_family = "wasm"))]
pub(super) fn with_stack<T>(run: impl FnOnce() -> T) -> T {
    stacker::maybe_grow(RED_ZONE, MORE, run)
}

/// Runs with enough stack for one level of recursion. In the browser there is no more to be had: bounds of depth serve
/// there.
#[cfg(target_family = "wasm")]
pub(super) fn with_stack<T>(run: impl FnOnce() -> T) -> T {
    run()
}
