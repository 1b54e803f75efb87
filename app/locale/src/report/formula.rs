//! Derivations: each formula with the numbers of this result.

use assay_core::score::QuestionState;
use assay_core::{Aggregation, Answers, PathId, QuestionIx, Range, Scorer, SectionIx, Stance, Tag};

use super::Report;
use super::notation::{format_factor, format_number, format_weighted, join_sum};
use crate::localize_decimals;

/// A weighted mean with its terms.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MeanDerivation {
    /// The formula with its value, or that there is no value.
    pub formula: String,
    /// Averaged terms.
    pub terms: Vec<MeanTerm>,
}

/// A term of a weighted mean.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MeanTerm {
    /// Text of the question or name of the criterion.
    pub name: String,
    /// Weight; only ratios matter.
    pub weight: String,
    /// Value from 0 to 1, or that it is open.
    pub value: String,
    /// Threshold and whether it is reached; empty if there is none.
    pub threshold: String,
}

impl Report<'_> {
    /// The formula of the AI content; `None` without a value.
    #[must_use]
    pub fn content_formula(&self) -> Option<String> {
        let value = self.score.ai_content.value()?;
        let formula = power_mean(self.model.aggregation(), &self.shares()?);
        let formula = localize_decimals(self.messages, &formula);
        Some(
            self.messages
                .how_content_formula(&formula, &self.format_percent(value)),
        )
    }

    /// The formula's values for the lowest and highest possible answers; `None` if nothing is open.
    #[must_use]
    pub fn content_bounds(&self) -> Option<String> {
        let range = self.score.ai_content.range?;
        (range.width() > 0.0).then(|| {
            self.messages.how_bounds(
                &self.format_percent(range.low),
                &self.format_percent(range.high),
            )
        })
    }

    /// The arithmetic mean, from which imbalance is subtracted; `None` without a value.
    #[must_use]
    pub fn mean_formula(&self) -> Option<String> {
        let mean = self.score.ai_content.arithmetic?;
        let terms = self.shares()?;
        let terms = terms
            .iter()
            .map(|(weight, share)| format_weighted(*weight, &format_number(*share)));
        let sum = localize_decimals(self.messages, &join_sum(terms.collect()));
        Some(self.messages.how_mean(&sum, &self.format_percent(mean)))
    }

    /// Normalized weights and scores (0 to 1) of the sections that count.
    fn shares(&self) -> Option<Vec<(f64, f64)>> {
        let sections = self.model.sections().iter().zip(&self.score.sections);
        let counting = sections.filter_map(|(section, range)| Some((section.weight, (*range)?)));
        let shares: Option<Vec<(f64, f64)>> = counting
            .map(|(weight, range)| Some((weight, range.value? / 100.0)))
            .collect();
        let shares = shares?;
        let all: f64 = shares.iter().map(|(weight, _)| weight).sum();
        let shares = shares
            .into_iter()
            .map(|(weight, share)| (weight / all, share));
        Some(shares.collect())
    }

    /// Derivation of each section that counts.
    #[must_use]
    pub fn section_means(&self, stance: Stance, answers: &Answers) -> Vec<MeanDerivation> {
        let states = Scorer::new(self.model, stance).question_states(answers);
        let ranges = self.score.sections.iter().enumerate();
        ranges
            .filter_map(|(index, range)| Some((SectionIx::new(index), (*range)?)))
            .map(|(section, range)| {
                let questions = self.model.section_questions(section).iter().copied();
                let weighed = questions.map(|question| (question, self.question_weight(question)));
                self.question_mean(self.section_name(section), range, weighed, &states)
            })
            .collect()
    }

    /// Derivations of AI faith and all in.
    #[must_use]
    pub fn conviction_means(&self, stance: Stance, answers: &Answers) -> Vec<MeanDerivation> {
        let states = Scorer::new(self.model, stance).question_states(answers);
        let faith = (
            Tag::Faith,
            self.messages.faith_faith(),
            self.score.faith.range,
        );
        let all_in = (
            Tag::AllIn,
            self.messages.faith_all_in(),
            self.score.all_in.range,
        );
        [faith, all_in]
            .into_iter()
            .filter_map(|(tag, name, range)| {
                let tagged = self.model.question_ixs();
                let tagged =
                    tagged.filter(|question| self.model.question(*question).tag == Some(tag));
                let weighed = tagged.map(|question| (question, self.question_weight(question)));
                Some(self.question_mean(name, range?, weighed, &states))
            })
            .collect()
    }

    /// Derivation of each criterion that counts and that the stance's paths use.
    #[must_use]
    pub fn criterion_means(&self, stance: Stance, answers: &Answers) -> Vec<MeanDerivation> {
        let states = Scorer::new(self.model, stance).question_states(answers);
        let used = |index: usize| {
            let terms = PathId::ALL
                .into_iter()
                .flat_map(|path| self.model.path(stance, path));
            terms
                .into_iter()
                .find(|term| term.criterion.index() == index)
        };
        let ranges = self.score.criteria.iter().enumerate();
        ranges
            .filter_map(|(index, range)| {
                let criterion = used(index)?.criterion;
                let weighed = self.model.criterion(criterion).terms.iter().copied();
                Some(self.question_mean(
                    self.criterion_name(criterion),
                    (*range)?,
                    weighed,
                    &states,
                ))
            })
            .collect()
    }

    /// Derivation of each path's fit, in rank order, with thresholds.
    #[must_use]
    pub fn path_means(&self, stance: Stance) -> Vec<MeanDerivation> {
        let ranked = self.score.ranked().into_iter();
        ranked
            .map(|path| {
                let mut parts = Vec::new();
                let mut terms = Vec::new();
                for term in self.model.path(stance, path.id) {
                    let Some(range) = self.criterion_range(term.criterion) else {
                        continue;
                    };
                    let share = range.value.map(|value| value / 100.0);
                    parts.push((term.weight, share));
                    let blocked = path.blocked_by.contains(&term.criterion);
                    terms.push(MeanTerm {
                        name: self.criterion_name(term.criterion).to_owned(),
                        weight: self.number(term.weight),
                        value: self.share_or_open(share),
                        threshold: term.veto_below.map_or_else(String::new, |needed| {
                            self.threshold_text(needed, share.map(|_| !blocked))
                        }),
                    });
                }
                let formula =
                    self.weighted_mean_formula(self.path_name(path.id), path.fit_value(), &parts);
                MeanDerivation { formula, terms }
            })
            .collect()
    }

    fn criterion_range(&self, criterion: assay_core::CriterionIx) -> Option<Range> {
        self.score
            .criteria
            .get(criterion.index())
            .copied()
            .flatten()
    }

    fn threshold_text(&self, needed: f64, reached: Option<bool>) -> String {
        let needed = self.number(needed);
        match reached {
            Some(true) => self.messages.how_threshold_reached(&needed),
            Some(false) => self.messages.how_threshold_below(&needed),
            None => self.messages.how_threshold_open(&needed),
        }
    }

    fn question_weight(&self, question: QuestionIx) -> f64 {
        self.model.question(question).weight
    }

    /// The weighted mean over the questions that count.
    fn question_mean(
        &self,
        name: &str,
        range: Range,
        questions: impl Iterator<Item = (QuestionIx, f64)>,
        states: &[QuestionState],
    ) -> MeanDerivation {
        let mut parts = Vec::new();
        let mut terms = Vec::new();
        for (question, weight) in questions.filter(|(_, weight)| *weight > 0.0) {
            let share = match states.get(question.index()) {
                Some(QuestionState::Known(level)) => Some(level.fraction()),
                Some(QuestionState::Open) => None,
                Some(QuestionState::NotApplicable | QuestionState::Hidden) | None => continue,
            };
            parts.push((weight, share));
            terms.push(MeanTerm {
                name: self.question_text(question).to_owned(),
                weight: self.number(weight),
                value: self.share_or_open(share),
                threshold: String::new(),
            });
        }
        let formula = self.weighted_mean_formula(name, range.value, &parts);
        MeanDerivation { formula, terms }
    }

    /// "Data = (1·0.75 + 2·0.5) ÷ 3 = 58.3 %", over the known terms.
    fn weighted_mean_formula(
        &self,
        name: &str,
        value: Option<f64>,
        parts: &[(f64, Option<f64>)],
    ) -> String {
        let known = parts
            .iter()
            .filter_map(|(weight, share)| Some((*weight, (*share)?)));
        let known: Vec<(f64, f64)> = known.collect();
        let Some(value) = value else {
            return self.messages.how_no_value(name);
        };
        let all: f64 = known.iter().map(|(weight, _)| weight).sum();
        let terms = known
            .iter()
            .map(|(weight, share)| format_weighted(*weight, &format_number(*share)));
        let formula = format!("({}) ÷ {}", join_sum(terms.collect()), format_number(all));
        let formula = localize_decimals(self.messages, &formula);
        self.messages
            .how_sum(name, &formula, &self.format_percent(value))
    }

    fn share_or_open(&self, share: Option<f64>) -> String {
        share.map_or_else(
            || self.messages.how_open().to_owned(),
            |share| self.number(share),
        )
    }

    /// A number with at most four significant digits.
    pub(super) fn number(&self, value: f64) -> String {
        localize_decimals(self.messages, &format_number(value))
    }
}

/// The formula of the shifted weighted power mean, with weights that add up to 1.
fn power_mean(aggregation: Aggregation, parts: &[(f64, f64)]) -> String {
    let Aggregation { power, shift } = aggregation;
    let shift = format_number(shift);
    let terms = parts.iter().map(|(weight, share)| {
        let share = format_number(*share);
        if power == 0.0 {
            format_weighted(*weight, &format!("ln({share} + {shift})"))
        } else if power == 1.0 {
            format_weighted(*weight, &share)
        } else {
            format_weighted(
                *weight,
                &format!("({share} + {shift})^{}", format_factor(power)),
            )
        }
    });
    let inside = join_sum(terms.collect());
    if power == 0.0 {
        format!("exp({inside}) − {shift}")
    } else if power == 1.0 {
        inside
    } else {
        format!("({inside})^(1/{}) − {shift}", format_factor(power))
    }
}
