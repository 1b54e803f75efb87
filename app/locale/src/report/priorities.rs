//! The priorities under which each path is right (central weights).

use assay_core::{Certainty, CriterionIx, PathId};

use super::Report;
use crate::join_list;

/// The priorities under which a path is right.
#[derive(Clone, Debug, PartialEq)]
pub struct Priorities {
    /// The path.
    pub path: PathId,
    /// Share of draws in which it ranks first, with a percent sign.
    pub share: String,
    /// Description in a sentence.
    pub sentence: String,
    /// The criteria that deviate most from even weights, the heaviest first; empty if none does.
    pub bars: Vec<Priority>,
}

/// A criterion's mean weight in the draws that a path wins.
#[derive(Clone, Debug, PartialEq)]
pub struct Priority {
    /// Name of the criterion.
    pub name: String,
    /// Share of the total weight, with a percent sign.
    pub figure: String,
    /// Deviation from the even weight, as a share of the greatest one shown, -1 to 1.
    pub deviation: f64,
}

/// Greatest number of criteria named in each direction.
const MAX_NAMED: usize = 2;

/// From this share of first ranks on, a path wins under almost any priorities.
const ALMOST_ANY: f64 = 0.9;

/// Smallest notable deviation, as a share of the even weight; less may be chance.
const NOTABLE_DEVIATION: f64 = 0.05;

impl Report<'_> {
    /// Explains the figures: the number of criteria and the even weight. `None` if no path ever
    /// wins.
    #[must_use]
    pub fn priorities_introduction(&self, certainty: &Certainty) -> Option<String> {
        let count = PathId::ALL
            .into_iter()
            .find_map(|path| certainty.central_weights(path))?
            .len();
        Some(self.messages.priorities_lead(
            &count.to_string(),
            &self.format_percent(even_weight(count) * 100.0),
        ))
    }

    /// The priorities of each path that wins in some draws, the most frequent winner first.
    #[must_use]
    pub fn priorities(&self, certainty: &Certainty) -> Vec<Priorities> {
        let deviations: Vec<_> = certainty
            .first_place_shares()
            .into_iter()
            .filter_map(|(path, _)| {
                Some((path, notable_deviations(certainty.central_weights(path)?)))
            })
            .collect();
        let leans = deviations.iter().flat_map(|(_, named)| named);
        let greatest = leans.fold(0.0_f64, |most, (_, _, lean)| most.max(lean.abs()));
        deviations
            .into_iter()
            .map(|(path, named)| Priorities {
                path,
                share: self.format_percent(certainty.first_place_share(path) * 100.0),
                sentence: self.priorities_sentence(path, certainty.first_place_share(path), &named),
                bars: named
                    .into_iter()
                    .map(|(criterion, weight, lean)| Priority {
                        name: self.criterion_name(criterion).to_owned(),
                        figure: self.format_percent(weight * 100.0),
                        deviation: lean / greatest,
                    })
                    .collect(),
            })
            .collect()
    }

    fn priorities_sentence(
        &self,
        path: PathId,
        share: f64,
        named: &[CriterionDeviation],
    ) -> String {
        let names = |heavier: bool| -> Vec<&str> {
            let side = named.iter().filter(|(_, _, lean)| (*lean > 0.0) == heavier);
            side.map(|(criterion, ..)| self.criterion_name(*criterion))
                .collect()
        };
        let (more, less) = (names(true), names(false));
        let (said_more, said_less) = (
            join_list(self.messages, &more),
            join_list(self.messages, &less),
        );
        let path = self.path_name(path);
        match (more.is_empty(), less.is_empty()) {
            (false, false) => self.messages.priorities_both(path, &said_more, &said_less),
            (false, true) => self.messages.priorities_more(path, &said_more),
            (true, false) => self.messages.priorities_less(path, &said_less),
            (true, true) if share >= ALMOST_ANY => self.messages.priorities_any(path),
            (true, true) => self.messages.priorities_even(path),
        }
    }
}

/// A criterion, its weight, and the deviation from the even weight.
type CriterionDeviation = (CriterionIx, f64, f64);

/// The criteria to name: heavier ones from the heaviest down, then lighter ones, the lightest last.
fn notable_deviations(weights: &[(CriterionIx, f64)]) -> Vec<CriterionDeviation> {
    let even = even_weight(weights.len());
    let mut leans: Vec<CriterionDeviation> = weights
        .iter()
        .map(|&(criterion, weight)| (criterion, weight, weight - even))
        .filter(|(_, _, lean)| lean.abs() >= NOTABLE_DEVIATION * even)
        .collect();
    assay_core::sorting::sort_by(&mut leans, |(_, _, a), (_, _, b)| b.total_cmp(a));
    let heavier = leans.iter().filter(|(_, _, lean)| *lean > 0.0).count();
    let lighter = leans.len().saturating_sub(heavier);
    let (first, last) = (
        heavier.min(MAX_NAMED),
        leans.len().saturating_sub(lighter.min(MAX_NAMED)),
    );
    let worth = leans.iter().enumerate();
    worth
        .filter(|(at, _)| *at < first || *at >= last)
        .map(|(_, named)| *named)
        .collect()
}

fn even_weight(count: usize) -> f64 {
    1.0 / count.max(1) as f64
}
