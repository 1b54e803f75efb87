//! The position of a company in a cohort.

use super::Histogram;

/// The 0.95 quantile of the standard normal distribution: bounds of a two-sided 90 % interval, as
/// wide as the plausible range of an AI content.
const Z: f64 = 1.644_853_626_951_472_7;

/// Shares of a cohort from 0 to 1.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct PercentRange {
    /// The lower bound.
    pub low: f64,
    /// The upper bound.
    pub high: f64,
}

/// The share of a cohort that has a lower figure than a company, with its uncertainty.
#[derive(Debug, Clone, Copy, PartialEq)]
#[non_exhaustive]
pub struct Percentile {
    /// The number of companies with a figure.
    pub companies: u64,
    /// The share with a lower figure, 0 to 1; companies in the same bin count half.
    pub share: f64,
    /// The interval of the share, which contains it.
    pub range: PercentRange,
}

impl Histogram {
    /// Returns the position of a figure in percent, `None` in a histogram of fewer than
    /// [`MIN_COMPANIES`](super::MIN_COMPANIES) values. `plausible` is the range in which the figure
    /// itself lies.
    ///
    /// With `b` of `n` companies in lower bins and `s` in the same one, the share is
    /// `(b + s / 2) / n`. The lower bound of the interval is that of the 90 % Wilson score interval
    /// of `b / n`, with `b` at the low end of the plausible range; the upper bound is that of
    /// `(b + s) / n` at its high end (Wilson 1927; Brown, Cai and DasGupta 2001).
    #[must_use]
    pub fn percentile(&self, figure: f64, plausible: Option<(f64, f64)>) -> Option<Percentile> {
        let companies = self.total();
        if companies < super::MIN_COMPANIES {
            return None;
        }
        let n = companies as f64;
        let (below, same) = self.below_and_same(figure);
        let share = (below as f64 + same as f64 / 2.0) / n;
        let (low, high) = plausible.unwrap_or((figure, figure));
        let (below_low, _) = self.below_and_same(low.min(figure));
        let (below_high, same_high) = self.below_and_same(high.max(figure));
        let most = below_high as f64 + same_high as f64;
        let low = wilson(below_low as f64 / n, n).low.min(share);
        let high = wilson(most / n, n).high.max(share);
        Some(Percentile {
            companies,
            share,
            range: PercentRange { low, high },
        })
    }
}

/// Returns the Wilson score interval of a share of `n` independent observations.
fn wilson(share: f64, n: f64) -> PercentRange {
    let square = Z * Z;
    let centre = share + square / (2.0 * n);
    let spread = Z * (share * (1.0 - share) / n + square / (4.0 * n * n)).sqrt();
    let scale = 1.0 + square / n;
    PercentRange {
        low: ((centre - spread) / scale).clamp(0.0, 1.0),
        high: ((centre + spread) / scale).clamp(0.0, 1.0),
    }
}

#[cfg(test)]
mod tests {
    use super::super::Histogram;
    use super::wilson;

    #[test]
    fn the_bounds_solve_the_equation_of_the_score_test() {
        for (share, n) in [(0.3, 10.0), (0.5, 40.0), (0.97, 1e6)] {
            let found = wilson(share, n);
            assert!(found.low < share && share < found.high, "{found:?}");
            for bound in [found.low, found.high] {
                let error = (bound * (1.0 - bound) / n).sqrt();
                assert!(((share - bound).abs() - super::Z * error).abs() < 1e-12);
            }
        }
        assert!(wilson(0.0, 10.0).low < 1e-12);
        assert!(wilson(1.0, 10.0).high > 1.0 - 1e-12);
    }

    #[test]
    fn fewer_than_ten_figures_have_no_percentile() {
        let mut histogram = Histogram::default();
        histogram.add_to_bin(10, 9);
        assert_eq!(histogram.percentile(30.0, None), None);
        histogram.add_to_bin(10, 1);
        let found = histogram.percentile(21.0, None).unwrap();
        assert_eq!((found.share, found.companies), (0.5, 10));
        assert!(found.range.low < 1e-12 && found.range.high > 1.0 - 1e-12);
    }
}
