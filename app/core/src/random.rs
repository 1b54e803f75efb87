//! The pseudorandom generator of the simulation, with identical output on every platform.
//!
//! xoshiro256++ (Blackman & Vigna, "Scrambled linear pseudorandom number generators", 2021), seeded
//! by SplitMix64 (Steele, Lea & Flood, 2014). All conversions use integer operations, exact float
//! operations and the crate's own logarithm, so that native and wasm builds agree in every bit.

use rand_xoshiro::Xoshiro256PlusPlus;
use rand_xoshiro::rand_core::{Rng, SeedableRng};

use crate::logarithm::ln;

/// A deterministic stream of random numbers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Generator(Xoshiro256PlusPlus);

impl Generator {
    /// Creates the stream of a seed.
    #[must_use]
    pub fn from_seed(seed: u64) -> Self {
        Self(Xoshiro256PlusPlus::seed_from_u64(seed))
    }

    /// Returns the next 64 random bits.
    #[inline]
    pub fn next_u64(&mut self) -> u64 {
        self.0.next_u64()
    }

    /// Fills a slice with random bits.
    pub fn fill(&mut self, places: &mut [u64]) {
        for place in places {
            *place = self.next_u64();
        }
    }

    /// Returns the next [`unit_interval`] number.
    pub fn next_unit(&mut self) -> f64 {
        unit_interval(self.next_u64())
    }

    /// Returns the next [`exponential_quantile`] number.
    pub fn next_exponential(&mut self) -> f64 {
        exponential_quantile(self.next_unit())
    }

    /// Returns the next [`uniform_index`] pair.
    pub fn next_index(&mut self, count: u32, also: u32) -> (u32, u32) {
        uniform_index(self.next_u64(), count, also)
    }
}

/// Converts random bits to a number strictly between 0 and 1: the midpoint of one of 2^52 equal
/// intervals.
#[inline]
#[must_use]
pub fn unit_interval(bits: u64) -> f64 {
    const ONE: u64 = 1_f64.to_bits();
    const HALF_A_STEP: f64 = f64::EPSILON / 2.0;
    // The upper 52 bits become the fraction of a number in [1, 2).
    f64::from_bits((bits >> 12) | ONE) - (1.0 - HALF_A_STEP)
}

/// Converts a [`unit_interval`] number to a sample of the standard exponential distribution,
/// greater than 0.
#[inline]
#[must_use]
pub fn exponential_quantile(unit: f64) -> f64 {
    -ln(unit)
}

/// Converts random bits to an index below `count` and an independent second index below `also`.
/// Both are uniform up to a relative error of 2^-32.
#[inline]
#[must_use]
pub fn uniform_index(bits: u64, count: u32, also: u32) -> (u32, u32) {
    let wide = (bits >> 32).wrapping_mul(u64::from(count));
    let rest = (wide & u64::from(u32::MAX)).wrapping_mul(u64::from(also));
    (high(wide), high(rest))
}

#[inline]
fn high(wide: u64) -> u32 {
    (wide >> 32) as u32
}

#[cfg(test)]
mod tests {
    use super::{Generator, SeedableRng, Xoshiro256PlusPlus};

    #[test]
    fn gives_the_numbers_of_the_reference_implementation() {
        let state = [1_u64, 2, 3, 4].map(u64::to_le_bytes);
        let mut bytes = [0; 32];
        bytes.copy_from_slice(state.as_flattened());
        let mut plain = Generator(Xoshiro256PlusPlus::from_seed(bytes));
        let expected = [
            41_943_041,
            58_720_359,
            3_588_806_011_781_223,
            3_591_011_842_654_386,
            9_228_616_714_210_784_205,
        ];
        assert_eq!(expected.map(|_| plain.next_u64()), expected);
        let mut seeded = Generator::from_seed(0);
        let expected = [
            0x5317_5d61_490b_23df,
            0x61da_6f3d_c380_d507,
            0x5c0f_df91_ec9a_7bfc,
        ];
        assert_eq!(expected.map(|_| seeded.next_u64()), expected);
    }

    #[test]
    fn units_are_the_middles_of_equal_steps() {
        let (mut stream, mut same) = (Generator::from_seed(7), Generator::from_seed(7));
        for _ in 0..1_000 {
            let step = (same.next_u64() >> 12) as f64;
            assert_eq!(stream.next_unit(), (step + 0.5) / (1_u64 << 52) as f64);
        }
    }

    #[test]
    fn exponentials_have_mean_and_variance_one() {
        let mut stream = Generator::from_seed(7);
        let draws: Vec<f64> = (0..100_000).map(|_| stream.next_exponential()).collect();
        let mean = draws.iter().sum::<f64>() / 1e5;
        let variance = draws.iter().map(|x| (x - mean).powi(2)).sum::<f64>() / 1e5;
        assert!((mean - 1.0).abs() < 0.01, "{mean}");
        assert!((variance - 1.0).abs() < 0.03, "{variance}");
    }

    #[test]
    fn places_come_evenly_and_independently() {
        let mut stream = Generator::from_seed(7);
        let mut seen = [[0_u32; 5]; 3];
        for _ in 0..150_000 {
            let (place, also) = stream.next_index(3, 5);
            seen[place as usize][also as usize] += 1;
        }
        for count in seen.into_iter().flatten() {
            assert!((9_600..10_400).contains(&count), "{seen:?}");
        }
    }
}
