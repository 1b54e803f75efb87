//! Weights: reading them, and keeping their sums inside the number range.

use crate::ProblemKind;
use crate::json::Node;
use crate::problem::Log;

/// Reads a weight of 0 or more. Where it is none, 1 stands in: the file is refused anyway, and
/// one mistake should not be told twice.
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

/// Brings a group of enormous or minute weights into the middle of the number range, by a power
/// of two, which changes no ratio. Thousands of them can then be added and multiplied.
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
