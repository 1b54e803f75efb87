//! A figure with its range.

/// A figure in percent with the range that open answers allow; `low <= value <= high`.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Range {
    /// The figure if every open answer were level 0.
    pub low: f64,
    /// The figure over the known answers; `None` if there is no known answer.
    pub value: Option<f64>,
    /// The figure if every open answer were level 4.
    pub high: f64,
}

impl Range {
    /// Creates a range from shares of 0 to 1. Rounding errors are clamped, so that the bounds are
    /// ordered and within 0 to 100.
    pub(crate) fn from_shares(low: f64, value: Option<f64>, high: f64) -> Self {
        let percent = |share: f64| (share * 100.0).clamp(0.0, 100.0);
        let (mut low, value, mut high) = (percent(low), value.map(percent), percent(high));
        if let Some(value) = value {
            low = low.min(value);
            high = high.max(value);
        }
        Self { low, value, high }
    }

    /// Returns the difference between the bounds, in percentage points.
    #[must_use]
    pub fn width(&self) -> f64 {
        self.high - self.low
    }
}
