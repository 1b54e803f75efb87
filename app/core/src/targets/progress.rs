//! How far the targets are reached.

use super::{QuestionTarget, SectionTarget, Targets};
use crate::{Evaluation, Level, QuestionIx, Score, SectionIx, Visibility, near};

/// How far one target is from the present.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum TargetState {
    /// The present score or level is the target or higher.
    Reached,
    /// The present score or level is lower.
    Below(TargetDistance),
    /// Nothing is known: no answer counts, or the question is not asked.
    Unknown,
}

/// What is missing to a target: percentage points for a section, levels for a question.
#[derive(Debug, Clone, Copy, PartialEq, PartialOrd)]
pub struct TargetDistance(f64);

impl TargetDistance {
    /// Returns the distance, greater than 0.
    #[must_use]
    pub const fn get(self) -> f64 {
        self.0
    }
}

impl TargetState {
    /// Returns the state of a target of a score or level.
    pub(crate) fn of(target: f64, present: Option<f64>) -> Self {
        match present {
            None => Self::Unknown,
            Some(present) if near::at_least(present, target) => Self::Reached,
            Some(present) => Self::Below(TargetDistance(target - present)),
        }
    }

    /// Returns what is missing; 0 where the target is reached, `None` where nothing is known.
    #[must_use]
    pub fn gap(self) -> Option<f64> {
        match self {
            Self::Reached => Some(0.0),
            Self::Below(distance) => Some(distance.get()),
            Self::Unknown => None,
        }
    }
}

/// The targets with what is missing to each of them, in the order of the model.
#[derive(Debug, Clone, PartialEq, Default)]
#[non_exhaustive]
pub struct TargetProgress {
    /// The targets of sections.
    pub sections: Vec<(SectionIx, SectionTarget, TargetState)>,
    /// The targets of questions.
    pub questions: Vec<(QuestionIx, QuestionTarget, TargetState)>,
}

impl Targets {
    /// Returns the state of a section's target; `None` if it has no target.
    #[must_use]
    pub fn section_state(&self, section: SectionIx, score: &Score) -> Option<TargetState> {
        let target = self.section_percent(section)?;
        let range = score.sections.get(section.index()).copied().flatten();
        let present = range.and_then(|range| range.value);
        Some(TargetState::of(target, present))
    }

    /// Returns the state of a question's target; `None` if it has no target.
    #[must_use]
    pub fn question_state(
        &self,
        question: QuestionIx,
        evaluation: Evaluation<'_>,
    ) -> Option<TargetState> {
        let target = self.questions.get(&question)?;
        let visibility = Visibility::new(evaluation);
        Some(question_state(
            target.level,
            level(question, evaluation, &visibility),
        ))
    }

    /// Returns how far the targets are reached with the answers of an evaluation.
    #[must_use]
    pub fn progress(&self, evaluation: Evaluation<'_>) -> TargetProgress {
        let score = evaluation.score();
        let visibility = Visibility::new(evaluation);
        let mut progress = TargetProgress::default();
        for (&section, &target) in self.sections.iter() {
            let state = self.section_state(section, &score);
            let state = state.unwrap_or(TargetState::Unknown);
            progress.sections.push((section, target, state));
        }
        for (&question, &target) in self.questions.iter() {
            let state = question_state(target.level, level(question, evaluation, &visibility));
            progress.questions.push((question, target, state));
        }
        progress
    }
}

fn question_state(target: Level, present: Option<Level>) -> TargetState {
    let number = |level: Level| f64::from(level.get());
    TargetState::of(number(target), present.map(number))
}

/// Returns the level of a visible question.
fn level(
    question: QuestionIx,
    evaluation: Evaluation<'_>,
    visibility: &Visibility,
) -> Option<Level> {
    let level = evaluation.answers.get(question)?.level();
    level.filter(|_| visibility.is_visible(question))
}
