//! Ranks the open questions by the information that their answers give about the recommended path.
//!
//! The measure is the mutual information between an answer and the outcome, estimated from the
//! draws of a [`Simulation`](crate::Simulation) with the bias correction of Miller and Madow
//! (Miller 1955) for few samples in many cells.

use crate::QuestionIx;
use crate::logarithm::ln;

/// Counts of draws by drawn level (rows) and outcome (columns).
type Cells = [[u32; 5]; 5];

/// Returns the questions with their information in bits, in descending order. Ties keep the input
/// order, which is by id.
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
    // Values that are equal within the tolerance of the method get the same sort key.
    let key = |bits: f64| (bits / crate::near::TOLERANCE).round();
    crate::sorting::sort_by(&mut ranked, |(_, a), (_, b)| key(*b).total_cmp(&key(*a)));
    ranked
}

/// Returns the mutual information of rows and columns in bits; at least 0.
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

/// Returns the corrected entropy of the counts in nats.
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
