//! Comparisons with the tolerance of the method: numbers that differ by at most 1e-9 are equal.

/// The largest difference between equal numbers.
pub const TOLERANCE: f64 = 1e-9;

/// Returns whether two numbers are equal within the tolerance.
#[must_use]
pub fn equal(a: f64, b: f64) -> bool {
    (a - b).abs() <= TOLERANCE
}

/// Returns whether `value` is less than `bound` by more than the tolerance.
#[must_use]
pub fn less_than(value: f64, bound: f64) -> bool {
    value < bound - TOLERANCE
}

/// Returns whether `value` is greater than or equal to `bound` within the tolerance.
#[must_use]
pub fn at_least(value: f64, bound: f64) -> bool {
    !less_than(value, bound)
}
