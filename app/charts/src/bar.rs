//! A value with its interval, as the caller passes it in and in normalized form.

/// A value from 0 to 100 percent with the interval that open answers allow.
///
/// Values outside 0 to 100 are clamped; a bound that is not a number counts as 0 (`low`) or 100
/// (`high`).
#[derive(Debug, Clone, PartialEq)]
pub struct Bar {
    /// Label in the reader's language.
    pub label: String,
    /// Lower bound in percent: every open answer at its worst.
    pub low: f64,
    /// The value in percent; `None` if nothing is known.
    pub value: Option<f64>,
    /// Upper bound in percent: every open answer at its best.
    pub high: f64,
    /// What the value should reach, in percent; `None` for no target.
    pub target: Option<f64>,
}

/// A bar in fractions of 1, with `low <= value <= high`.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct NormalizedBar {
    pub(crate) low: f64,
    pub(crate) value: Option<f64>,
    pub(crate) high: f64,
    pub(crate) target: Option<f64>,
}

impl NormalizedBar {
    pub(crate) fn of(bar: &Bar) -> Self {
        let part = |percent: f64| percent.clamp(0.0, 100.0) / 100.0;
        let value = bar.value.filter(|v| v.is_finite()).map(part);
        let low = if bar.low.is_nan() { 0.0 } else { part(bar.low) };
        let high = if bar.high.is_nan() {
            1.0
        } else {
            part(bar.high)
        };
        let (low, high) = (low.min(high), low.max(high));
        Self {
            low: value.map_or(low, |v| low.min(v)),
            value,
            high: value.map_or(high, |v| high.max(v)),
            target: bar.target.filter(|target| target.is_finite()).map(part),
        }
    }

    /// Whether the interval is at least half a percent wide.
    pub(crate) fn is_open(&self) -> bool {
        self.high - self.low >= 0.005
    }

    /// The value in whole percent; an en dash if there is none.
    pub(crate) fn figure(&self) -> String {
        self.value.map_or_else(
            || "–".to_owned(),
            |v| ((v * 100.0).round() as u32).to_string(),
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn reading(low: f64, value: Option<f64>, high: f64) -> NormalizedBar {
        NormalizedBar::of(&Bar {
            label: String::new(),
            low,
            value,
            high,
            target: None,
        })
    }

    #[test]
    fn figures_are_held_to_0_and_100_and_in_order() {
        let r = reading(80.0, Some(250.0), -3.0);
        assert_eq!((r.low, r.value, r.high), (0.0, Some(1.0), 1.0));
        let r = reading(40.0, Some(20.0), 60.0);
        assert_eq!((r.low, r.value, r.high), (0.2, Some(0.2), 0.6));
    }

    #[test]
    fn what_is_not_a_number_is_unknown() {
        let r = reading(f64::NAN, Some(f64::NAN), f64::NAN);
        assert_eq!((r.low, r.value, r.high), (0.0, None, 1.0));
        assert_eq!(reading(0.0, Some(f64::INFINITY), 1.0).value, None);
    }

    #[test]
    fn the_figure_has_no_decimals_and_a_dash_stands_for_none() {
        assert_eq!(reading(0.0, Some(66.5), 100.0).figure(), "67");
        assert_eq!(reading(0.0, None, 100.0).figure(), "–");
    }
}
