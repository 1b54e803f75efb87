//! A branch-free natural logarithm that compilers can vectorize.
//!
//! Performs the same operations as `libm` (from FreeBSD's `e_log.c`), and so returns the same bits,
//! for the restricted domain of scores and draws. Most of the time of a simulation is spent here.

/// Returns the natural logarithm of a finite number of at least [`f64::MIN_POSITIVE`]. The result
/// is unspecified for other numbers.
#[inline]
pub(crate) fn ln(x: f64) -> f64 {
    let (exponent, f) = split(x);
    // With s = f / (2 + f): ln(1 + f) = ln(1 + s) - ln(1 - s) = 2 s + s (s² G(s²)), where G is the
    // minimax polynomial.
    let half_square = 0.5 * f * f;
    let s = f / (2.0 + f);
    let z = s * s;
    let w = z * z;
    let even = w * (G[1] + w * (G[3] + w * G[5]));
    let odd = z * (G[0] + w * (G[2] + w * (G[4] + w * G[6])));
    s * (half_square + (odd + even)) + exponent * LN_2_LOW - half_square + f + exponent * LN_2_HIGH
}

/// Splits a number into exponent and f such that x = 2^exponent (1 + f) and √½ <= 1 + f < √2.
#[inline]
fn split(x: f64) -> (f64, f64) {
    /// The bits of 1, and the upper bits of √½.
    const ONE: u64 = 0x3ff0_0000_0000_0000;
    const ROOT: u64 = 0x3fe6_a09e_0000_0000;
    const FRACTION: u64 = 0x000f_ffff_ffff_ffff;
    /// The bits of 2^52: adding them converts a smaller integer to a float without loss.
    const WHOLE: u64 = 0x4330_0000_0000_0000;
    const WHOLE_AND_BIAS: f64 = (1_u64 << 52) as f64 + 1023.0;
    let bits = x.to_bits().wrapping_add(ONE - ROOT);
    let exponent = f64::from_bits((bits >> 52) | WHOLE) - WHOLE_AND_BIAS;
    let f = f64::from_bits((bits & FRACTION).wrapping_add(ROOT)) - 1.0;
    (exponent, f)
}

/// ln 2 in two parts; the product of the first part and an exponent is exact.
const LN_2_HIGH: f64 = f64::from_bits(0x3fe6_2e42_fee0_0000);
const LN_2_LOW: f64 = f64::from_bits(0x3dea_39ef_3579_3c76);

const G: [f64; 7] = [
    f64::from_bits(0x3fe5_5555_5555_5593),
    f64::from_bits(0x3fd9_9999_9997_fa04),
    f64::from_bits(0x3fd2_4924_9422_9359),
    f64::from_bits(0x3fcc_71c5_1d8e_78af),
    f64::from_bits(0x3fc7_4664_96cb_03de),
    f64::from_bits(0x3fc3_9a09_d078_c69f),
    f64::from_bits(0x3fc2_f112_df3e_5244),
];

#[cfg(test)]
mod tests {
    use super::ln;
    use proptest::prelude::*;

    #[test]
    fn it_gives_the_bits_of_the_library() {
        let mut stream = crate::random::Generator::from_seed(7);
        for _ in 0..1_000_000 {
            let unit = stream.next_unit();
            assert_eq!(ln(unit).to_bits(), libm::log(unit).to_bits(), "{unit:e}");
        }
        for special in [1.0, 0.5, 2.0, f64::MIN_POSITIVE, f64::MAX, 0.5_f64.sqrt()] {
            assert_eq!(ln(special).to_bits(), libm::log(special).to_bits());
        }
    }

    proptest! {
        #[test]
        fn it_gives_them_for_all_ordinary_numbers(
            x in prop::num::f64::POSITIVE | prop::num::f64::NORMAL
        ) {
            let x = x.abs();
            prop_assert_eq!(ln(x).to_bits(), libm::log(x).to_bits());
        }
    }
}
