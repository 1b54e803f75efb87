//! What to ask next: which open answer would tell most about the path that comes first.
//!
//! The mutual information between an answer and the outcome, estimated from the draws of a
//! [`Simulation`](crate::Simulation) with the correction of Miller and Madow (Miller 1955), which
//! takes away most of what few draws in many cells pretend to know.

use crate::QuestionIx;
use crate::logarithm::ln;

/// How often each level (rows) met each outcome (columns).
type Cells = [[u32; 5]; 5];

/// The questions with their information in bits, the largest first; equal ones stay in the order
/// in which they are given, which is by id.
pub(crate) fn rank_questions<'a>(
    questions: impl Iterator<Item = (QuestionIx, &'a Cells)>,
    draws: usize,
) -> Vec<(QuestionIx, f64)> {
    if draws == 0 {
        return Vec::new();
    }
    let mut ranked: Vec<(QuestionIx, f64)> = questions
        .map(|(question, cells)| (question, mutual_information(cells, draws as f64)))
        .collect();
    // Figures that are equal within the tolerance of the method get the same key.
    let key = |bits: f64| (bits / crate::near::TOLERANCE).round();
    crate::sorting::sort_by(&mut ranked, |(_, a), (_, b)| key(*b).total_cmp(&key(*a)));
    ranked
}

/// Mutual information of rows and columns in bits, at least 0.
fn mutual_information(cells: &Cells, draws: f64) -> f64 {
    let rows = cells.map(|row| row.iter().sum());
    let columns: [u32; 5] =
        std::array::from_fn(|outcome| cells.iter().filter_map(|row| row.get(outcome)).sum::<u32>());
    let nats = entropy(rows, draws) + entropy(columns, draws)
        - entropy::<25>(std::array::from_fn(|at| cell(cells, at)), draws);
    (nats / core::f64::consts::LN_2).max(0.0)
}

fn cell(cells: &Cells, at: usize) -> u32 {
    cells.as_flattened().get(at).copied().unwrap_or_default()
}

/// The entropy in nats of what was counted, corrected.
fn entropy<const N: usize>(counts: [u32; N], draws: f64) -> f64 {
    let mut occupied = 0.0;
    let mut sum = 0.0;
    for count in counts.into_iter().filter(|&count| count > 0) {
        let count = f64::from(count);
        occupied += 1.0;
        sum += count * ln(count);
    }
    ln(draws) - sum / draws + (occupied - 1.0) / (2.0 * draws)
}
