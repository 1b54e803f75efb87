//! Counts of a percentage in bins of equal width.

use crate::near;

/// The width of a bin in percentage points, as written in files.
pub(super) const BIN_POINTS: u8 = 2;

/// The width of a bin in percentage points. The bounds of the maturity levels are bounds of bins.
pub const BIN_WIDTH: f64 = BIN_POINTS as f64;

/// The number of bins. Bin `i` holds values from `2 i` to below `2 i + 2`; the last one holds 100,
/// too.
pub const BIN_COUNT: usize = 50;

/// Counts of a percentage from 0 to 100 in [`BIN_COUNT`] bins.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Histogram([u64; BIN_COUNT]);

impl Default for Histogram {
    fn default() -> Self {
        Self([0; BIN_COUNT])
    }
}

/// Returns the bin of a percentage. A lower bound belongs to its bin within the tolerance of the
/// method, as that of a maturity level does.
#[must_use]
pub(crate) fn bin_of(percent: f64) -> usize {
    let bin = (percent / BIN_WIDTH).floor();
    let reaches_next = near::at_least(percent, (bin + 1.0) * BIN_WIDTH);
    // Saturates; NaN becomes 0.
    let bin = if reaches_next { bin + 1.0 } else { bin };
    (bin as usize).min(BIN_COUNT.saturating_sub(1))
}

impl Histogram {
    /// Returns the counts of the bins in ascending order of their bounds.
    #[must_use]
    pub fn bins(&self) -> &[u64; BIN_COUNT] {
        &self.0
    }

    /// Returns the number of counted values.
    #[must_use]
    pub fn total(&self) -> u64 {
        self.0
            .iter()
            .fold(0, |sum, count| sum.saturating_add(*count))
    }

    /// Returns the number of values in lower bins than that of `percent`, and in the same bin.
    #[must_use]
    pub fn below_and_same(&self, percent: f64) -> (u64, u64) {
        let bin = bin_of(percent);
        let below = self.0.iter().take(bin);
        let below = below.fold(0_u64, |sum, count| sum.saturating_add(*count));
        (below, self.0.get(bin).copied().unwrap_or_default())
    }

    /// Returns the smallest value below which a `share` (0 to 1) of the values lie, in percent;
    /// `None` if there is no value. Within a bin the values count as evenly spread, so the
    /// result is off by at most [`BIN_WIDTH`].
    #[must_use]
    pub fn quantile(&self, share: f64) -> Option<f64> {
        let total = self.total();
        if total == 0 {
            return None;
        }
        let wanted = share.clamp(0.0, 1.0) * total as f64;
        let mut below = 0.0;
        let mut upper = 0.0;
        for (index, &count) in self.0.iter().enumerate().filter(|(_, count)| **count > 0) {
            let count = count as f64;
            let lower = index as f64 * BIN_WIDTH;
            upper = lower + BIN_WIDTH;
            if below + count >= wanted {
                return Some(lower + (wanted - below) / count * BIN_WIDTH);
            }
            below += count;
        }
        Some(upper)
    }

    pub(super) fn add_value(&mut self, percent: f64) {
        self.add_to_bin(bin_of(percent), 1);
    }

    /// Adds to the count of a bin; `false` if there is no such bin.
    pub(super) fn add_to_bin(&mut self, bin: usize, count: u64) -> bool {
        let slot = self.0.get_mut(bin);
        let exists = slot.is_some();
        if let Some(slot) = slot {
            *slot = slot.saturating_add(count);
        }
        exists
    }

    pub(super) fn add(&mut self, other: &Self) {
        super::counts::add_all(&mut self.0, &other.0);
    }
}

#[cfg(test)]
mod tests {
    use super::{BIN_COUNT, Histogram, bin_of};

    #[test]
    fn a_lower_bound_belongs_to_its_bin_within_the_tolerance() {
        assert_eq!((bin_of(0.0), bin_of(1.999), bin_of(2.0)), (0, 0, 1));
        assert_eq!(bin_of(20.0 - 1e-10), 10);
        assert_eq!(bin_of(100.0), BIN_COUNT - 1);
        for (level, bin) in crate::Maturity::ALL.into_iter().zip((0..).step_by(10)) {
            for below in [0.0, 5e-10, 1e-9, 2e-9] {
                let percent = level.lower_bound() - below;
                let reaches = crate::Maturity::from_percent(percent) == level;
                assert_eq!(bin_of(percent) == bin, reaches, "{percent}");
            }
        }
        assert_eq!((bin_of(-1.0), bin_of(1e300), bin_of(f64::NAN)), (0, 49, 0));
    }

    #[test]
    fn a_quantile_is_interpolated_within_its_bin() {
        let mut histogram = Histogram::default();
        assert_eq!(histogram.quantile(0.5), None);
        histogram.add_to_bin(10, 2);
        histogram.add_to_bin(20, 2);
        assert_eq!(histogram.quantile(0.25), Some(21.0));
        assert_eq!(histogram.quantile(0.5), Some(22.0));
        assert_eq!(histogram.quantile(0.75), Some(41.0));
        assert_eq!(histogram.quantile(1.0), Some(42.0));
        assert!(!histogram.add_to_bin(BIN_COUNT, 1));
    }
}
