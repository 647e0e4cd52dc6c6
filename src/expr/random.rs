//! Randomness that can be repeated: the same seed gives the same run.

use serde::{Deserialize, Serialize};

/// A seeded source of random numbers whose state can be saved.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Random {
    seed: u64,
}

impl Random {
    /// Starts from a seed.
    pub fn new(seed: u64) -> Self {
        Self { seed }
    }

    fn with<T>(&mut self, draw: impl FnOnce(&mut fastrand::Rng) -> T) -> T {
        let mut generator = fastrand::Rng::with_seed(self.seed);
        let drawn = draw(&mut generator);
        self.seed = generator.get_seed();
        drawn
    }

    /// A number from 0 up to, and without, 1.
    pub fn fraction(&mut self) -> f64 {
        self.with(fastrand::Rng::f64)
    }

    /// An integer of the range; `start` when it is empty.
    pub fn integer(&mut self, start: i64, end: i64) -> i64 {
        if start >= end { start } else { self.with(|generator| generator.i64(start..end)) }
    }

    /// A UUID of version 4 (RFC 9562, section 5.4).
    pub fn uuid(&mut self) -> String {
        let (high, low) = self.with(|generator| (generator.u64(..), generator.u64(..)));
        format!(
            "{:08x}-{:04x}-4{:03x}-{:x}{:03x}-{:012x}",
            high >> 32,
            (high >> 16) & 0xffff,
            high & 0xfff,
            8 + ((low >> 60) & 3),
            (low >> 48) & 0xfff,
            low & 0xffff_ffff_ffff
        )
    }
}

/// The generator of `java.util.Random`, for functions that take a seed: AWS's results follow it
/// (Java SE API documentation, class `Random`).
#[derive(Clone, Debug)]
pub struct JavaRandom {
    state: i64,
}

impl JavaRandom {
    const MULTIPLIER: i64 = 0x5_DEEC_E66D;
    const MASK: i64 = (1 << 48) - 1;

    /// Starts from a seed.
    pub fn new(seed: i64) -> Self {
        Self { state: (seed ^ Self::MULTIPLIER) & Self::MASK }
    }

    fn next(&mut self, bits: u32) -> i32 {
        self.state = self.state.wrapping_mul(Self::MULTIPLIER).wrapping_add(0xB) & Self::MASK;
        (self.state >> (48 - bits)) as i32
    }

    /// `nextDouble()`.
    pub fn next_double(&mut self) -> f64 {
        let high = i64::from(self.next(26)) << 27;
        (high + i64::from(self.next(27))) as f64 / (1_i64 << 53) as f64
    }

    /// `nextInt(bound)`; 0 for a bound that is not positive.
    pub fn next_int(&mut self, bound: i32) -> i32 {
        if bound <= 0 {
            return 0;
        }
        let mut drawn = self.next(31);
        if bound & (bound - 1) == 0 {
            return ((i64::from(bound) * i64::from(drawn)) >> 31) as i32;
        }
        loop {
            let value = drawn % bound;
            if drawn.wrapping_sub(value).wrapping_add(bound - 1) >= 0 {
                return value;
            }
            drawn = self.next(31);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn follows_java() {
        assert_eq!(JavaRandom::new(42).next_double().to_string(), "0.7275636800328681");
        assert_eq!(JavaRandom::new(42).next_int(10), 0);
    }

    #[test]
    fn saved_and_restored_it_goes_on_as_before() {
        let mut random = Random::new(7);
        let first = random.uuid();
        let mut copy = random.clone();
        assert_eq!(random.fraction().to_bits(), copy.fraction().to_bits());
        assert_eq!(first.len(), 36);
        assert_eq!(&first[14..15], "4");
        assert_ne!(first, random.uuid());
    }
}
