//! Mixed-radix encoding: digits of different bases as one large number, without unused bits in
//! between.

/// Digits in reading order.
#[derive(Debug, Default)]
pub(super) struct Digits(Vec<(u32, u32)>);

impl Digits {
    /// Adds a digit below `radix`; larger digits are clamped.
    pub(super) fn push(&mut self, radix: u32, digit: u32) {
        self.0.push((radix, digit.min(radix.saturating_sub(1))));
    }

    /// Returns the number from which [`Number::take`] reads these digits.
    pub(super) fn number(&self) -> Number {
        let mut number = Number::default();
        for &(radix, digit) in self.0.iter().rev() {
            number.append(radix, digit);
        }
        number
    }
}

/// A natural number of any size: 32-bit limbs, little-endian, without trailing zeros.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub(super) struct Number(Vec<u32>);

impl Number {
    /// Returns the largest number with digits of these bases.
    pub(super) fn largest(radices: impl DoubleEndedIterator<Item = u32>) -> Self {
        let mut number = Self::default();
        for radix in radices.rev() {
            number.append(radix, radix.saturating_sub(1));
        }
        number
    }

    #[expect(
        clippy::arithmetic_side_effects,
        reason = "(2^32 - 1)^2 + 2^32 - 1 is less than 2^64"
    )]
    fn append(&mut self, radix: u32, digit: u32) {
        let mut carry = digit;
        for limb in &mut self.0 {
            let product = u64::from(*limb) * u64::from(radix) + u64::from(carry);
            (*limb, carry) = halves(product);
        }
        if carry > 0 {
            self.0.push(carry);
        }
    }

    /// Removes and returns the lowest digit.
    #[expect(clippy::arithmetic_side_effects, reason = "the divisor is at least 1")]
    pub(super) fn take(&mut self, radix: u32) -> u32 {
        let divisor = u64::from(radix.max(1));
        let mut remainder = 0_u32;
        for limb in self.0.iter_mut().rev() {
            let value = u64::from(remainder) << 32 | u64::from(*limb);
            *limb = halves(value / divisor).0;
            remainder = halves(value % divisor).0;
        }
        while self.0.last() == Some(&0) {
            self.0.pop();
        }
        remainder
    }

    /// Returns whether the number is zero.
    pub(super) fn is_zero(&self) -> bool {
        self.0.is_empty()
    }

    /// Returns the bytes in big-endian order, without leading zeros.
    pub(super) fn to_bytes(&self) -> Vec<u8> {
        self.0
            .iter()
            .rev()
            .flat_map(|limb| limb.to_be_bytes())
            .skip_while(|&byte| byte == 0)
            .collect()
    }

    /// Creates a number from bytes in big-endian order.
    pub(super) fn from_bytes(bytes: &[u8]) -> Self {
        let limb = |chunk: &[u8]| {
            chunk
                .iter()
                .fold(0_u32, |limb, &byte| limb << 8 | u32::from(byte))
        };
        let mut limbs: Vec<u32> = bytes.rchunks(4).map(limb).collect();
        while limbs.last() == Some(&0) {
            limbs.pop();
        }
        Self(limbs)
    }
}

/// Returns the lower and the upper half.
#[allow(clippy::cast_possible_truncation, reason = "that is what it is for")]
fn halves(value: u64) -> (u32, u32) {
    (value as u32, (value >> 32) as u32)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{Digits, Number};

    fn digits() -> impl Strategy<Value = Vec<(u32, u32)>> {
        let digit = (1..=u32::MAX).prop_flat_map(|radix| (Just(radix), 0..radix));
        prop::collection::vec(digit, 0..60)
    }

    proptest! {
        #[test]
        fn the_digits_are_read_in_order(digits in digits()) {
            let mut list = Digits::default();
            for &(radix, digit) in &digits {
                list.push(radix, digit);
            }
            let bytes = list.number().to_bytes();
            prop_assert_ne!(bytes.first(), Some(&0));
            let mut number = Number::from_bytes(&bytes);
            prop_assert_eq!(&number, &list.number());
            for (radix, digit) in digits {
                prop_assert_eq!(number.take(radix), digit);
            }
            prop_assert!(number.is_zero());
        }
    }

    #[test]
    fn the_largest_number_of_three_base_ten_digits_is_999() {
        let largest = Number::largest([10, 10, 10].into_iter());
        assert_eq!(largest.to_bytes(), [3, 231]);
    }
}
