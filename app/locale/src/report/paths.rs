//! The recommendation, and each path's standing in words and figures.

use assay_core::{Answers, CriterionIx, PathId, PathScore, Recommendation, Stance, Standing, lift};

use super::Report;
use crate::{list, percent, rounded};

/// The recommendation as a heading and sentences.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Verdict {
    /// The path's name, or "foundations first", "a tie", "not enough answers yet".
    pub name: String,
    /// What it is and why, each a whole sentence.
    pub sentences: Vec<String>,
}

/// What a path lacks for one criterion.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Need {
    /// "Base model 25 of the 60 it needs".
    pub sentence: String,
    /// The fewest answers to raise, as sentences; empty where nothing known reaches the threshold.
    pub raises: Vec<String>,
}

/// At most so many criteria are named as carrying a path.
const CARRIERS: usize = 3;

impl Report<'_> {
    /// The recommendation in words.
    #[must_use]
    pub fn verdict(&self, stance: Stance) -> Verdict {
        match &self.score.recommendation {
            Recommendation::Path {
                path,
                tied,
                runner_up,
            } if tied.is_empty() => self.one_path(stance, *path, *runner_up),
            Recommendation::Path { path, tied, .. } => self.tie(*path, tied),
            Recommendation::FoundationsFirst { nearest } => Verdict {
                name: self.words.path_foundations().to_owned(),
                sentences: vec![self.words.path_foundations_text(self.path(*nearest))],
            },
            Recommendation::NotEnoughAnswers => self.not_enough(),
        }
    }

    fn one_path(&self, stance: Stance, path: PathId, runner_up: Option<PathId>) -> Verdict {
        let mut sentences = vec![self.texts.path(path).summary.clone()];
        sentences.extend(self.carried_by(stance, path));
        sentences.push(self.runner_up(path, runner_up));
        sentences.extend(self.unverified(stance, path));
        sentences.extend(self.presupposes_commitment());
        sentences.retain(|sentence| !sentence.is_empty());
        Verdict {
            name: self.path(path).to_owned(),
            sentences,
        }
    }

    fn tie(&self, path: PathId, tied: &[PathId]) -> Verdict {
        let mut equal = vec![path];
        equal.extend(tied);
        let mut sentences = vec![self.words.path_tied(&self.path_list(&equal))];
        sentences.extend(self.presupposes_commitment());
        Verdict {
            name: self.words.path_tied_name().to_owned(),
            sentences,
        }
    }

    fn not_enough(&self) -> Verdict {
        let first = self
            .score
            .ranked()
            .into_iter()
            .next()
            .filter(|path| path.standing.is_possible());
        let sentence = match first {
            Some(path) if self.score.ai_content.value().is_none() => {
                self.words.path_not_enough_provisional(self.path(path.id))
            }
            _ => self.words.path_not_enough_text().to_owned(),
        };
        Verdict {
            name: self.words.path_not_enough().to_owned(),
            sentences: vec![sentence],
        }
    }

    /// The criteria that carry a path: those that add most to its fit, of 50 and above.
    fn carried_by(&self, stance: Stance, path: PathId) -> Option<String> {
        let mut carriers: Vec<(CriterionIx, f64, f64)> = self
            .model
            .path(stance, path)
            .iter()
            .filter_map(|term| Some((term.criterion, self.value(term.criterion)?, term.weight)))
            .filter(|(_, value, _)| *value >= 50.0)
            .collect();
        assay_core::sorting::sort_by(&mut carriers, |a, b| (b.1 * b.2).total_cmp(&(a.1 * a.2)));
        carriers.truncate(CARRIERS);
        let named: Vec<String> = carriers
            .iter()
            .map(|(criterion, value, _)| {
                self.words
                    .path_criterion(self.criterion(*criterion), &rounded(*value))
            })
            .collect();
        match named.as_slice() {
            [] => None,
            [one] => Some(self.words.path_carried_by_one(one)),
            more => Some(self.words.path_carried_by_many(&list(self.words, more))),
        }
    }

    fn runner_up(&self, path: PathId, runner_up: Option<PathId>) -> String {
        if !self.score.precision.tells_paths() {
            return String::new();
        }
        let Some(second) = runner_up else {
            return self.no_runner_up(path);
        };
        if self.score.precision.is_in_steps() {
            return self.words.path_second(self.path(second));
        }
        let fit = |path: PathId| self.score.path(path).fit_value().unwrap_or(0.0);
        let margin = fit(path) - fit(second);
        if rounded(margin) == "0" || margin < 0.0 {
            self.words
                .path_runner_up_equal(self.path(second), &rounded(fit(second)))
        } else {
            self.words
                .path_runner_up(self.path(second), &rounded(fit(second)), &rounded(margin))
        }
    }

    /// No other path can be recommended: because of what each lacks, or because nobody knows yet.
    fn no_runner_up(&self, path: PathId) -> String {
        let others = self.score.ranked().into_iter();
        let unknown: Vec<PathId> = others
            .filter(|other| other.id != path && other.standing == Standing::Unknown)
            .map(|other| other.id)
            .collect();
        if unknown.is_empty() {
            return self.words.path_no_runner_up().to_owned();
        }
        self.words
            .path_no_runner_up_unknown(&self.path_list(&unknown))
    }

    /// "Provided that delivery reaches 30", for each threshold that nothing is known about.
    fn unverified(&self, stance: Stance, path: PathId) -> Vec<String> {
        let unverified = self.score.path(path).unverified.iter();
        unverified
            .map(|criterion| {
                self.words.path_unverified(
                    self.criterion(*criterion),
                    &self.needed(stance, path, *criterion),
                )
            })
            .collect()
    }

    /// A path's standing in words, but for what blocks it.
    #[must_use]
    pub fn standing(&self, stance: Stance, path: &PathScore) -> Vec<String> {
        let untold = self.score.precision.is_in_steps();
        match path.standing {
            Standing::Blocked if untold => vec![self.words.path_blocked_untold().to_owned()],
            Standing::Unverified if untold => vec![self.words.path_unverified_untold().to_owned()],
            Standing::Unknown if untold => vec![self.words.path_unknown_untold().to_owned()],
            Standing::Open => vec![self.words.path_open().to_owned()],
            Standing::Unverified => self.unverified(stance, path.id),
            Standing::Blocked => Vec::new(),
            Standing::Unknown => vec![
                self.words
                    .path_unknown(&format!("{} %", percent(path.coverage))),
            ],
        }
    }

    /// What blocks a path, and the fewest raised answers that would lift each veto.
    #[must_use]
    pub fn needs(&self, stance: Stance, answers: &Answers, path: &PathScore) -> Vec<Need> {
        path.blocked_by
            .iter()
            .map(|criterion| self.need(stance, answers, path.id, *criterion))
            .collect()
    }

    fn need(
        &self,
        stance: Stance,
        answers: &Answers,
        path: PathId,
        criterion: CriterionIx,
    ) -> Need {
        let needed = self.needed(stance, path, criterion);
        let Some(value) = self.value(criterion) else {
            // A link without answers tells no scores of criteria.
            return Need {
                sentence: self
                    .words
                    .path_needs_more(self.criterion(criterion), &needed),
                raises: Vec::new(),
            };
        };
        let threshold = self.threshold(stance, path, criterion);
        let lifted =
            threshold.and_then(|threshold| lift(self.model, stance, answers, criterion, threshold));
        let raises = lifted.map(|lift| lift.raise).unwrap_or_default();
        let raises = raises.into_iter().map(|(question, to)| {
            let from = answers
                .level(question)
                .map_or_else(String::new, |level| (level.get() + 1).to_string());
            self.words
                .path_raise(self.question(question), &from, &(to.get() + 1).to_string())
        });
        Need {
            sentence: self
                .words
                .path_needs(self.criterion(criterion), &rounded(value), &needed),
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

    fn needed(&self, stance: Stance, path: PathId, criterion: CriterionIx) -> String {
        self.threshold(stance, path, criterion)
            .map_or_else(String::new, percent)
    }

    fn value(&self, criterion: CriterionIx) -> Option<f64> {
        self.score
            .criteria
            .get(criterion.index())
            .copied()
            .flatten()?
            .value
    }
}
