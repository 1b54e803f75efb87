//! Reads weights and keeps their sums within the range of floats.

use crate::ProblemKind;
use crate::json::Node;
use crate::problem::Log;

/// Reads a weight of at least 0. Invalid weights are reported and replaced by 1, which avoids
/// consequential errors.
pub(super) fn read_weight(node: &Node<'_, '_>, log: &mut Log) -> f64 {
    let Some(weight) = node.number(log) else {
        return 1.0;
    };
    if !weight.is_finite() {
        log.report(&node.place, ProblemKind::NotFinite);
        1.0
    } else if weight < 0.0 {
        log.report(&node.place, ProblemKind::NegativeWeight { weight });
        1.0
    } else {
        weight
    }
}

/// Scales a group of extremely large or small weights by a power of two, so that thousands of them
/// can be summed and multiplied. Ratios are preserved.
pub(super) fn normalize_weights<'a>(weights: impl Iterator<Item = &'a mut f64>) {
    const FAR: i32 = 256;
    let weights: Vec<&mut f64> = weights.collect();
    let largest = weights
        .iter()
        .fold(0.0_f64, |max, weight| max.max(**weight));
    let (_, exponent) = libm::frexp(largest);
    if largest > 0.0 && exponent.abs() > FAR {
        for weight in weights {
            *weight = libm::ldexp(*weight, exponent.saturating_neg());
        }
    }
}
