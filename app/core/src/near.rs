//! The one tolerance of the method: two numbers within 1e-9 are equal.

/// Numbers this near to each other are equal.
pub const TOLERANCE: f64 = 1e-9;

/// Whether two numbers are equal.
#[must_use]
pub fn equal(a: f64, b: f64) -> bool {
    (a - b).abs() <= TOLERANCE
}

/// Whether `value` lies below `bound` by more than the tolerance.
#[must_use]
pub fn less_than(value: f64, bound: f64) -> bool {
    value < bound - TOLERANCE
}

/// Whether `value` is at `bound` or above.
#[must_use]
pub fn at_least(value: f64, bound: f64) -> bool {
    !less_than(value, bound)
}
