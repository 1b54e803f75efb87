//! The natural logarithm without branches, which a compiler can take of several numbers at once.
//!
//! The same steps, and so the same bits, as those of `libm` (from FreeBSD's `e_log.c`), but only
//! for the numbers that scores and draws are made of. Drawing is mostly logarithms.

/// The logarithm of a number that is finite, above 0 and not smaller than [`f64::MIN_POSITIVE`];
/// of others it means nothing.
#[inline]
pub(crate) fn ln(x: f64) -> f64 {
    let (exponent, f) = split(x);
    // With s = f / (2 + f): ln(1 + f) = ln(1 + s) - ln(1 - s) = 2 s + s (s² G(s²)), where G is
    // the polynomial that errs least.
    let half_square = 0.5 * f * f;
    let s = f / (2.0 + f);
    let z = s * s;
    let w = z * z;
    let even = w * (G[1] + w * (G[3] + w * G[5]));
    let odd = z * (G[0] + w * (G[2] + w * (G[4] + w * G[6])));
    s * (half_square + (odd + even)) + exponent * LN_2_LOW - half_square + f + exponent * LN_2_HIGH
}

/// A number as 2^exponent (1 + f), with 1 + f between the roots of 1/2 and 2.
#[inline]
fn split(x: f64) -> (f64, f64) {
    /// The bits of 1, and the upper ones of the root of 1/2.
    const ONE: u64 = 0x3ff0_0000_0000_0000;
    const ROOT: u64 = 0x3fe6_a09e_0000_0000;
    const FRACTION: u64 = 0x000f_ffff_ffff_ffff;
    /// The bits of 2^52, which leave whole numbers below it as they are.
    const WHOLE: u64 = 0x4330_0000_0000_0000;
    const WHOLE_AND_BIAS: f64 = (1_u64 << 52) as f64 + 1023.0;
    let bits = x.to_bits().wrapping_add(ONE - ROOT);
    let exponent = f64::from_bits((bits >> 52) | WHOLE) - WHOLE_AND_BIAS;
    let f = f64::from_bits((bits & FRACTION).wrapping_add(ROOT)) - 1.0;
    (exponent, f)
}

/// ln 2, in two parts of which the first is exact when multiplied by an exponent.
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
