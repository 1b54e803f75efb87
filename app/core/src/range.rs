//! An interval around a figure.

/// A figure in percent with what open answers leave possible; `low <= value <= high`.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Range {
    /// With every open answer at its lowest.
    pub low: f64,
    /// Over the known answers; `None` where there are none.
    pub value: Option<f64>,
    /// With every open answer at its highest.
    pub high: f64,
}

impl Range {
    /// From shares of 0 to 1, kept inside 0 to 100 and in order in spite of rounding.
    pub(crate) fn from_shares(low: f64, value: Option<f64>, high: f64) -> Self {
        let percent = |share: f64| (share * 100.0).clamp(0.0, 100.0);
        let (mut low, value, mut high) = (percent(low), value.map(percent), percent(high));
        if let Some(value) = value {
            low = low.min(value);
            high = high.max(value);
        }
        Self { low, value, high }
    }

    /// How much open answers leave undecided, in points.
    #[must_use]
    pub fn width(&self) -> f64 {
        self.high - self.low
    }
}
