//! Confidence of the recommendation, and the priorities under which each path is right (central
//! weights).

use assay_core::link::ConfidenceSummary;
use assay_core::{Certainty, ConfidenceLevel as Confidence, CriterionIx, PathId, Recommendation};

use super::Report;
use crate::{format_share, format_tenth, join_list};

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
const NAMED: usize = 2;

/// From this share of first ranks on, a path wins under almost any priorities.
const ALMOST_ANY: f64 = 0.9;

/// Smallest notable deviation, as a share of the even weight; less may be chance.
const CHANCE: f64 = 0.05;

/// Share of draws in which each path ranks first, the largest first; `None` stands for no path.
#[must_use]
pub fn first_rank_shares(certainty: &Certainty) -> Vec<(Option<PathId>, f64)> {
    let mut shares: Vec<_> = certainty
        .first_place_shares()
        .into_iter()
        .map(|(path, share)| (Some(path), share))
        .collect();
    let rest = 1.0 - shares.iter().map(|(_, share)| share).sum::<f64>();
    shares.push((None, rest.max(0.0)));
    assay_core::sorting::sort_by(&mut shares, |a, b| b.1.total_cmp(&a.1));
    shares
}

impl Report<'_> {
    /// Confidence of the recommendation in a sentence; `None` if it is unknown.
    #[must_use]
    pub fn confidence(&self, certainty: &Certainty) -> Option<String> {
        let share = format_share(certainty.confidence?);
        let word = certainty.level?;
        Some(match self.score.recommendation {
            // Here the share belongs to no path and must not sound like praise of the nearest one.
            Recommendation::FoundationsFirst { .. } => {
                self.foundations_confidence(certainty, word, &share)
            }
            _ => self.path_confidence(certainty, word, &share),
        })
    }

    /// Confidence in a few words; `None` if it is unknown or nothing is recommended.
    #[must_use]
    pub fn confidence_in_brief(&self, certainty: &Certainty) -> Option<String> {
        if self.score.recommendation == Recommendation::NotEnoughAnswers {
            return None;
        }
        let share = format_share(certainty.confidence?);
        Some(
            self.words
                .finding_confidence(self.confidence_word(certainty.level?), &share),
        )
    }

    /// The same, from the statement of a link without answers.
    #[must_use]
    pub fn stated_confidence_in_brief(&self, stated: ConfidenceSummary) -> Option<String> {
        if self.score.recommendation == Recommendation::NotEnoughAnswers {
            return None;
        }
        let words = self.words;
        let word = match stated {
            ConfidenceSummary::Simulated { .. } => return None,
            ConfidenceSummary::Level(level) => self.confidence_word(level),
            ConfidenceSummary::AtLeastLikely(true) => words.told_word_sure(),
            ConfidenceSummary::AtLeastLikely(false) => words.told_word_unsure(),
        };
        Some(words.finding_confidence_stated(word))
    }

    fn confidence_word(&self, level: Confidence) -> &str {
        let words = self.words;
        match level {
            Confidence::Clear => words.told_word_clear(),
            Confidence::Likely => words.told_word_likely(),
            Confidence::Leaning => words.told_word_leaning(),
            Confidence::TooClose => words.told_word_too_close(),
        }
    }

    /// Confidence as received in a link without answers; `None` if the link holds none, or exact
    /// figures.
    #[must_use]
    pub fn received_confidence(&self, sureness: ConfidenceSummary) -> Option<String> {
        let words = self.words;
        let foundations = match self.score.recommendation {
            Recommendation::NotEnoughAnswers => return None,
            Recommendation::FoundationsFirst { .. } => true,
            Recommendation::Path { .. } => false,
        };
        let said = match (sureness, foundations) {
            (ConfidenceSummary::Simulated { .. }, _) => return None,
            (ConfidenceSummary::Level(Confidence::Clear), false) => words.told_clear(),
            (ConfidenceSummary::Level(Confidence::Likely), false) => words.told_likely(),
            (ConfidenceSummary::Level(Confidence::Leaning), false) => words.told_leaning(),
            (ConfidenceSummary::Level(Confidence::TooClose), false) => words.told_too_close(),
            (ConfidenceSummary::AtLeastLikely(true), false) => words.told_sure(),
            (ConfidenceSummary::AtLeastLikely(false), false) => words.told_unsure(),
            (ConfidenceSummary::Level(Confidence::Clear), true) => words.told_foundations_clear(),
            (ConfidenceSummary::Level(Confidence::Likely), true) => words.told_foundations_likely(),
            (ConfidenceSummary::Level(Confidence::Leaning), true) => {
                words.told_foundations_leaning()
            }
            (ConfidenceSummary::Level(Confidence::TooClose), true) => {
                words.told_foundations_too_close()
            }
            (ConfidenceSummary::AtLeastLikely(true), true) => words.told_foundations_sure(),
            (ConfidenceSummary::AtLeastLikely(false), true) => words.told_foundations_unsure(),
        };
        Some(said.to_owned())
    }

    fn path_confidence(&self, certainty: &Certainty, word: Confidence, share: &str) -> String {
        let words = self.words;
        match word {
            Confidence::Clear => words.sure_clear(share),
            Confidence::Likely => words.sure_likely(share),
            Confidence::Leaning => words.sure_leaning(share),
            Confidence::TooClose => match self.closest_paths(certainty).as_slice() {
                [] | [_] => words.sure_too_close_alone(share),
                contest => words.sure_too_close(share, &join_list(words, contest)),
            },
        }
    }

    fn foundations_confidence(
        &self,
        certainty: &Certainty,
        word: Confidence,
        share: &str,
    ) -> String {
        let words = self.words;
        match word {
            Confidence::Clear => words.sure_foundations_clear(share),
            Confidence::Likely => words.sure_foundations_likely(share),
            Confidence::Leaning => words.sure_foundations_leaning(share),
            Confidence::TooClose => words.sure_foundations_too_close(
                share,
                &join_list(words, &self.closest_paths(certainty)),
            ),
        }
    }

    /// The two paths that rank first most often; one if no other ever does.
    fn closest_paths(&self, certainty: &Certainty) -> Vec<&str> {
        let first = certainty.first_place_shares().into_iter();
        first
            .filter(|(_, share)| *share > 0.0)
            .take(2)
            .map(|(path, _)| self.path_name(path))
            .collect()
    }

    /// How often each path, or none, ranks first; what never happens is omitted.
    #[must_use]
    pub fn first_ranks(&self, certainty: &Certainty) -> String {
        let shares = first_rank_shares(certainty).into_iter();
        let named: Vec<String> = shares
            .filter(|(_, share)| *share >= 0.005)
            .map(|(path, share)| {
                let name = path.map_or_else(|| self.words.sure_none(), |path| self.path_name(path));
                self.words.sure_share(name, &format_share(share))
            })
            .collect();
        self.words.sure_shares(&join_list(self.words, &named))
    }

    /// Explains the figures: the number of criteria and the even weight. `None` if no path ever
    /// wins.
    #[must_use]
    pub fn priorities_introduction(&self, certainty: &Certainty) -> Option<String> {
        let count = PathId::ALL
            .into_iter()
            .find_map(|path| certainty.central_weights(path))?
            .len();
        Some(self.words.priorities_lead(
            &count.to_string(),
            &self.format_percent(even(count) * 100.0),
        ))
    }

    /// The priorities of each path that wins in some draws, the most frequent winner first.
    #[must_use]
    pub fn priorities(&self, certainty: &Certainty) -> Vec<Priorities> {
        let told: Vec<_> = certainty
            .first_place_shares()
            .into_iter()
            .filter_map(|(path, _)| Some((path, named(certainty.central_weights(path)?))))
            .collect();
        let leans = told.iter().flat_map(|(_, named)| named);
        let greatest = leans.fold(0.0_f64, |most, (_, _, lean)| most.max(lean.abs()));
        told.into_iter()
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

    fn priorities_sentence(&self, path: PathId, share: f64, named: &[Named]) -> String {
        let names = |heavier: bool| -> Vec<&str> {
            let side = named.iter().filter(|(_, _, lean)| (*lean > 0.0) == heavier);
            side.map(|(criterion, ..)| self.criterion_name(*criterion))
                .collect()
        };
        let (more, less) = (names(true), names(false));
        let (said_more, said_less) = (join_list(self.words, &more), join_list(self.words, &less));
        let path = self.path_name(path);
        match (more.is_empty(), less.is_empty()) {
            (false, false) => self.words.priorities_both(path, &said_more, &said_less),
            (false, true) => self.words.priorities_more(path, &said_more),
            (true, false) => self.words.priorities_less(path, &said_less),
            (true, true) if share >= ALMOST_ANY => self.words.priorities_any(path),
            (true, true) => self.words.priorities_even(path),
        }
    }

    /// A percentage with one decimal and a percent sign.
    pub(super) fn format_percent(&self, percent: f64) -> String {
        self.words.figure_percent(&format_tenth(percent))
    }
}

/// A criterion, its weight, and the deviation from the even weight.
type Named = (CriterionIx, f64, f64);

/// The criteria to name: heavier ones from the heaviest down, then lighter ones, the lightest last.
fn named(weights: &[(CriterionIx, f64)]) -> Vec<Named> {
    let even = even(weights.len());
    let mut leans: Vec<Named> = weights
        .iter()
        .map(|&(criterion, weight)| (criterion, weight, weight - even))
        .filter(|(_, _, lean)| lean.abs() >= CHANCE * even)
        .collect();
    assay_core::sorting::sort_by(&mut leans, |(_, _, a), (_, _, b)| b.total_cmp(a));
    let heavier = leans.iter().filter(|(_, _, lean)| *lean > 0.0).count();
    let lighter = leans.len().saturating_sub(heavier);
    let (first, last) = (
        heavier.min(NAMED),
        leans.len().saturating_sub(lighter.min(NAMED)),
    );
    let worth = leans.iter().enumerate();
    worth
        .filter(|(at, _)| *at < first || *at >= last)
        .map(|(_, named)| *named)
        .collect()
}

fn even(count: usize) -> f64 {
    1.0 / count.max(1) as f64
}
