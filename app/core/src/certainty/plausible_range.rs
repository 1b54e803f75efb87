//! The plausible range of the AI content.

use std::cmp::Ordering;

use super::plan::Plan;

/// Returns the 5th and 95th percentile of the AI content in percent, extended to include the value;
/// `None` if no section counts, or if there are open answers but no draws.
pub(super) fn plausible_range(
    plan: &Plan,
    means: &[f64],
    value: Option<f64>,
) -> Option<(f64, f64)> {
    if plan.weights <= 0.0 {
        return None;
    }
    if plan.open.is_empty() {
        return value.map(|value| (value, value));
    }
    // With a negative power, the AI content falls as the transformed mean rises.
    let mut sorted = means.to_vec();
    let falls = plan.aggregation.power < 0.0;
    let order = |a: &f64, b: &f64| {
        if falls {
            b.total_cmp(a)
        } else {
            a.total_cmp(b)
        }
    };
    let mut content = |percent| {
        let mean = percentile(&mut sorted, percent, order)?;
        Some(100.0 * plan.aggregation.inverse_transform(mean))
    };
    let (low, high) = (content(5)?, content(95)?);
    Some(value.map_or((low, high), |value| (low.min(value), high.max(value))))
}

/// Returns the element at the 1-based position ceil(p N) of the sorted numbers.
fn percentile(
    numbers: &mut [f64],
    percent: usize,
    order: impl Fn(&f64, &f64) -> Ordering,
) -> Option<f64> {
    let number = numbers.len().saturating_mul(percent).div_ceil(100);
    let place = number.checked_sub(1)?;
    let (_, element, _) = numbers.select_nth_unstable_by(place, order);
    Some(*element)
}
