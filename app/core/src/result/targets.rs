//! The targets in the result file.

use serde::Serialize;

use super::entries::Entries;
use crate::{
    Aim, Day, Evaluation, Model, Roadmap, TargetOutcome, TargetOutlook, TargetState, Targets, Wave,
};

/// The targets of an assessment, in the order of the model.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct TargetsPart<'m> {
    /// The targets of sections by id.
    pub sections: Entries<'m, SectionTargetPart>,
    /// The targets of questions by id.
    pub questions: Entries<'m, QuestionTargetPart>,
}

/// The target of a section.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct SectionTargetPart {
    /// The score that it should reach, 0 to 100.
    pub score: f64,
    /// When it should be reached, as `2027-12-31`.
    pub date: Option<String>,
    /// What is missing, in percentage points: 0 if it is reached, `null` if the section has no value.
    pub gap: Option<f64>,
    /// What becomes of it with the roadmap.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub outlook: Option<OutlookPart>,
}

/// The target of a question.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct QuestionTargetPart {
    /// The level that it should reach, 0 to 4.
    pub level: u8,
    /// When it should be reached, as `2027-12-31`.
    pub date: Option<String>,
    /// What is missing, in levels: 0 if it is reached, `null` if the question is open, not applicable
    /// or not asked.
    pub gap: Option<f64>,
    /// What becomes of it with the roadmap.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub outlook: Option<OutlookPart>,
}

/// What becomes of a target with the actions of the roadmap.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct OutlookPart {
    /// The wave in which the actions reach it; `null` if it is reached without them, or not at all.
    pub reached_in: Option<Wave>,
    /// What is missing after the actions, as in `gap`.
    pub gap_after: Option<f64>,
}

impl<'m> TargetsPart<'m> {
    /// Creates the part without a roadmap; `None` without targets.
    pub(super) fn new(
        model: &'m Model,
        targets: &Targets,
        evaluation: Evaluation<'_>,
    ) -> Option<Self> {
        if targets.is_empty() {
            return None;
        }
        let progress = targets.progress(evaluation);
        let sections = progress.sections.iter().map(|(section, target, state)| {
            let part = SectionTargetPart {
                score: target.score.percent(),
                date: date(target.date),
                gap: state.gap(),
                outlook: None,
            };
            (model.section(*section).id.as_str(), part)
        });
        let questions = progress.questions.iter().map(|(question, target, state)| {
            let part = QuestionTargetPart {
                level: target.level.get(),
                date: date(target.date),
                gap: state.gap(),
                outlook: None,
            };
            (model.question(*question).id.as_str(), part)
        });
        Some(Self {
            sections: sections.collect(),
            questions: questions.collect(),
        })
    }

    /// Adds what becomes of the targets with a roadmap.
    pub(super) fn add_outlooks(&mut self, model: &Model, roadmap: &Roadmap) {
        for (id, part) in &mut self.sections.0 {
            let is_of = |aim| matches!(aim, Aim::Section(it, _) if model.section(it).id == *id);
            part.outlook = find_outlook(roadmap, is_of);
        }
        for (id, part) in &mut self.questions.0 {
            let is_of = |aim| matches!(aim, Aim::Question(it, _) if model.question(it).id == *id);
            part.outlook = find_outlook(roadmap, is_of);
        }
    }
}

fn date(day: Option<Day>) -> Option<String> {
    day.map(|day| day.to_string())
}

fn find_outlook(roadmap: &Roadmap, is_of: impl Fn(Aim) -> bool) -> Option<OutlookPart> {
    let found = roadmap.outlooks.iter().find(|outlook| is_of(outlook.aim));
    found.map(OutlookPart::from)
}

impl From<&TargetOutlook> for OutlookPart {
    fn from(outlook: &TargetOutlook) -> Self {
        let (reached_in, state) = match outlook.outcome {
            TargetOutcome::Reached => (None, TargetState::Reached),
            TargetOutcome::ReachedIn(wave) => (Some(wave), TargetState::Reached),
            TargetOutcome::NotReached(state) => (None, state),
        };
        Self {
            reached_in,
            gap_after: state.gap(),
        }
    }
}
