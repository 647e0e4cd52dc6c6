//! Random numbers for names that must not meet.

/// A random number of 128 bits, in pieces that a double holds exactly.
pub(in crate::ui) fn number() -> u128 {
    (0..4).fold(0, |number, _| number << 32 | u128::from((js_sys::Math::random() * f64::from(u32::MAX)) as u32))
}
