//! The recommendation, and the status of each path.

use assay_core::{
    Answers, CriterionIx, Evaluation, PathId, PathScore, PathStatus, Recommendation, Stance,
};

use super::Report;
use crate::{format_share, format_whole, join_list};

/// The recommendation as a heading and sentences.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RecommendationText {
    /// Name of the path, or "foundations first", "a tie", "not enough answers yet".
    pub name: String,
    /// Description and reasons, each a whole sentence.
    pub sentences: Vec<String>,
}

/// A threshold that blocks a path.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnmetThreshold {
    /// "Base model 25 of the 60 it needs".
    pub sentence: String,
    /// The fewest answers to raise, as sentences; empty if no known answer reaches the threshold.
    pub raises: Vec<String>,
}

/// Greatest number of criteria named as carrying a path.
const MAX_CARRIERS: usize = 3;

impl Report<'_> {
    /// Describes the recommendation.
    #[must_use]
    pub fn describe_recommendation(&self, stance: Stance) -> RecommendationText {
        match &self.score.recommendation {
            Recommendation::Path {
                path,
                tied,
                runner_up,
            } if tied.is_empty() => self.describe_single_path(stance, *path, *runner_up),
            Recommendation::Path { path, tied, .. } => self.describe_tie(*path, tied),
            Recommendation::FoundationsFirst { nearest } => RecommendationText {
                name: self.messages.path_foundations().to_owned(),
                sentences: vec![
                    self.messages
                        .path_foundations_text(self.path_name(*nearest)),
                ],
            },
            Recommendation::NotEnoughAnswers => self.describe_missing_answers(),
        }
    }

    fn describe_single_path(
        &self,
        stance: Stance,
        path: PathId,
        runner_up: Option<PathId>,
    ) -> RecommendationText {
        let mut sentences = vec![self.texts.path(path).summary.clone()];
        sentences.extend(self.carrying_criteria(stance, path));
        sentences.push(self.runner_up_sentence(path, runner_up));
        sentences.extend(self.unverified_thresholds(stance, path));
        sentences.extend(self.commitment_warning());
        sentences.retain(|sentence| !sentence.is_empty());
        RecommendationText {
            name: self.path_name(path).to_owned(),
            sentences,
        }
    }

    fn describe_tie(&self, path: PathId, tied: &[PathId]) -> RecommendationText {
        let mut equal = vec![path];
        equal.extend(tied);
        let mut sentences = vec![self.messages.path_tied(&self.path_list(&equal))];
        sentences.extend(self.commitment_warning());
        RecommendationText {
            name: self.messages.path_tied_name().to_owned(),
            sentences,
        }
    }

    fn describe_missing_answers(&self) -> RecommendationText {
        let first = self
            .score
            .ranked()
            .into_iter()
            .next()
            .filter(|path| path.status.is_recommendable());
        let sentence = match first {
            Some(path) if self.score.ai_content.value().is_none() => self
                .messages
                .path_not_enough_provisional(self.path_name(path.id)),
            _ => self.messages.path_not_enough_text().to_owned(),
        };
        RecommendationText {
            name: self.messages.path_not_enough().to_owned(),
            sentences: vec![sentence],
        }
    }

    /// The criteria that contribute most to a path's fit, with values from 50.
    fn carrying_criteria(&self, stance: Stance, path: PathId) -> Option<String> {
        let mut carriers: Vec<(CriterionIx, f64, f64)> = self
            .model
            .path(stance, path)
            .iter()
            .filter_map(|term| {
                Some((
                    term.criterion,
                    self.criterion_value(term.criterion)?,
                    term.weight,
                ))
            })
            .filter(|(_, value, _)| *value >= 50.0)
            .collect();
        assay_core::sorting::sort_by(&mut carriers, |a, b| (b.1 * b.2).total_cmp(&(a.1 * a.2)));
        carriers.truncate(MAX_CARRIERS);
        let named: Vec<String> = carriers
            .iter()
            .map(|(criterion, value, _)| {
                self.messages
                    .path_criterion(self.criterion_name(*criterion), &format_whole(*value))
            })
            .collect();
        match named.as_slice() {
            [] => None,
            [one] => Some(self.messages.path_carried_by_one(one)),
            more => Some(
                self.messages
                    .path_carried_by_many(&join_list(self.messages, more)),
            ),
        }
    }

    fn runner_up_sentence(&self, path: PathId, runner_up: Option<PathId>) -> String {
        if !self.score.precision.includes_paths() {
            return String::new();
        }
        let Some(second) = runner_up else {
            return self.no_runner_up_sentence(path);
        };
        if self.score.precision.is_in_steps() {
            return self.messages.path_second(self.path_name(second));
        }
        let fit = |path: PathId| self.score.path(path).fit_value().unwrap_or(0.0);
        let margin = fit(path) - fit(second);
        if format_whole(margin) == "0" || margin < 0.0 {
            self.messages
                .path_runner_up_equal(self.path_name(second), &format_whole(fit(second)))
        } else {
            self.messages.path_runner_up(
                self.path_name(second),
                &format_whole(fit(second)),
                &format_whole(margin),
            )
        }
    }

    /// Why no other path can be recommended: it is blocked, or too little is known.
    fn no_runner_up_sentence(&self, path: PathId) -> String {
        let others = self.score.ranked().into_iter();
        let unknown: Vec<PathId> = others
            .filter(|other| other.id != path && other.status == PathStatus::Unknown)
            .map(|other| other.id)
            .collect();
        if unknown.is_empty() {
            return self.messages.path_no_runner_up().to_owned();
        }
        self.messages
            .path_no_runner_up_unknown(&self.path_list(&unknown))
    }

    /// "Provided that delivery reaches 30", for each threshold without a value.
    fn unverified_thresholds(&self, stance: Stance, path: PathId) -> Vec<String> {
        let unverified = self.score.path(path).unverified.iter();
        unverified
            .map(|criterion| {
                self.messages.path_unverified(
                    self.criterion_name(*criterion),
                    &self.threshold_figure(stance, path, *criterion),
                )
            })
            .collect()
    }

    /// A path's status in words, except for blocking thresholds.
    #[must_use]
    pub fn path_status(&self, stance: Stance, path: &PathScore) -> Vec<String> {
        let withheld = self.score.precision.is_in_steps();
        match path.status {
            PathStatus::Blocked if withheld => {
                vec![self.messages.path_blocked_withheld().to_owned()]
            }
            PathStatus::Unverified if withheld => {
                vec![self.messages.path_unverified_withheld().to_owned()]
            }
            PathStatus::Unknown if withheld => {
                vec![self.messages.path_unknown_withheld().to_owned()]
            }
            PathStatus::Open => vec![self.messages.path_open().to_owned()],
            PathStatus::Unverified => self.unverified_thresholds(stance, path.id),
            PathStatus::Blocked => Vec::new(),
            PathStatus::Unknown => vec![
                self.messages
                    .path_unknown(&format!("{} %", format_share(path.coverage))),
            ],
        }
    }

    /// The thresholds that block a path, each with the fewest answers to raise.
    #[must_use]
    pub fn unmet_thresholds(
        &self,
        stance: Stance,
        answers: &Answers,
        path: &PathScore,
    ) -> Vec<UnmetThreshold> {
        path.blocked_by
            .iter()
            .map(|criterion| self.unmet_threshold(stance, answers, path.id, *criterion))
            .collect()
    }

    fn unmet_threshold(
        &self,
        stance: Stance,
        answers: &Answers,
        path: PathId,
        criterion: CriterionIx,
    ) -> UnmetThreshold {
        let needed = self.threshold_figure(stance, path, criterion);
        let Some(value) = self.criterion_value(criterion) else {
            // A link without answers holds no criterion scores.
            return UnmetThreshold {
                sentence: self
                    .messages
                    .path_needs_more(self.criterion_name(criterion), &needed),
                raises: Vec::new(),
            };
        };
        let threshold = self.threshold(stance, path, criterion);
        let lifted = threshold.and_then(|threshold| {
            Evaluation::new(self.model, stance, answers).lift(criterion, threshold)
        });
        let raises = lifted.map(|lift| lift.raise).unwrap_or_default();
        let raises = raises
            .into_iter()
            .map(|(question, to)| self.raise(question, to));
        UnmetThreshold {
            sentence: self.messages.path_needs(
                self.criterion_name(criterion),
                &format_whole(value),
                &needed,
            ),
            raises: raises.collect(),
        }
    }

    fn threshold(&self, stance: Stance, path: PathId, criterion: CriterionIx) -> Option<f64> {
        self.model
            .path(stance, path)
            .iter()
            .find(|term| term.criterion == criterion)?
            .veto_below
    }

    fn threshold_figure(&self, stance: Stance, path: PathId, criterion: CriterionIx) -> String {
        self.threshold(stance, path, criterion)
            .map_or_else(String::new, format_share)
    }

    fn criterion_value(&self, criterion: CriterionIx) -> Option<f64> {
        self.score
            .criteria
            .get(criterion.index())
            .copied()
            .flatten()?
            .value
    }
}
