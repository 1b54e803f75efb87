//! The targets of the current assessment, which are stored as they change.

use std::sync::Arc;

use assay_core::{
    Day, Level, QuestionIx, QuestionTarget, SectionIx, SectionTarget, TargetScore, TargetState,
    Targets,
};
use assay_locale::{question_target_state, section_target_state};
use leptos::prelude::*;

use super::super::result_view::ResultView;
use crate::state::Session;

/// Sets the targets and shows their state.
#[derive(Clone)]
pub(super) struct TargetEditor {
    session: Session,
    result: ResultView,
}

impl TargetEditor {
    pub(super) fn new(session: Session, result: &ResultView) -> Self {
        Self {
            session,
            result: result.clone(),
        }
    }

    /// Returns the number of targets (reactive).
    pub(super) fn count(&self) -> usize {
        let targets = self.result.targets.get();
        targets.sections.len() + targets.questions.len()
    }

    /// Returns the target of a section now.
    pub(super) fn section(&self, section: SectionIx) -> Option<SectionTarget> {
        let targets = self.result.targets.get_untracked();
        targets.sections.get(&section).copied()
    }

    /// Returns the target of a question now.
    pub(super) fn question(&self, question: QuestionIx) -> Option<QuestionTarget> {
        let targets = self.result.targets.get_untracked();
        targets.questions.get(&question).copied()
    }

    /// Returns the questions that have a target now.
    pub(super) fn questions(&self) -> Vec<QuestionIx> {
        let targets = self.result.targets.get_untracked();
        targets.questions.keys().copied().collect()
    }

    /// Returns the date of a section's target (reactive).
    pub(super) fn section_date(&self, section: SectionIx) -> TargetDate {
        let targets = self.result.targets.get();
        TargetDate(targets.sections.get(&section).map(|target| target.date))
    }

    /// Returns the date of a question's target (reactive).
    pub(super) fn question_date(&self, question: QuestionIx) -> TargetDate {
        let targets = self.result.targets.get();
        TargetDate(targets.questions.get(&question).map(|target| target.date))
    }

    /// Returns the state of a section's target in words (reactive); `None` without a target.
    pub(super) fn section_state(&self, section: SectionIx) -> Option<String> {
        let targets = self.result.targets.get();
        let state = targets.section_state(section, &self.result.score)?;
        Some(section_target_state(&self.result.messages, state))
    }

    /// Returns the state of a question's target in words (reactive); `None` without a target.
    pub(super) fn question_state(&self, question: QuestionIx) -> Option<String> {
        let targets = self.result.targets.get();
        let evaluation = self.result.assessment.evaluation(&self.result.model);
        let state: TargetState = targets.question_state(question, evaluation)?;
        Some(question_target_state(&self.result.messages, state))
    }

    /// Sets the score of a section's target, whose date is kept; `None` removes the target.
    pub(super) fn set_score(&self, section: SectionIx, score: Option<TargetScore>) {
        let date = self.section(section).and_then(|target| target.date);
        let target = score.map(|score| SectionTarget { score, date });
        self.session.set_section_target(section, target);
        self.update();
    }

    /// Sets the date of a section's target, if it has one.
    pub(super) fn set_section_date(&self, section: SectionIx, date: Option<Day>) {
        if let Some(target) = self.section(section) {
            let target = SectionTarget { date, ..target };
            self.session.set_section_target(section, Some(target));
            self.update();
        }
    }

    /// Sets the level of a question's target, whose date is kept; `None` removes the target.
    pub(super) fn set_level(&self, question: QuestionIx, level: Option<Level>) {
        let date = self.question(question).and_then(|target| target.date);
        let target = level.map(|level| QuestionTarget { level, date });
        self.session.set_question_target(question, target);
        self.update();
    }

    /// Sets the date of a question's target, if it has one.
    pub(super) fn set_question_date(&self, question: QuestionIx, date: Option<Day>) {
        if let Some(target) = self.question(question) {
            let target = QuestionTarget { date, ..target };
            self.session.set_question_target(question, Some(target));
            self.update();
        }
    }

    /// Shows the stored targets.
    fn update(&self) {
        let targets: Targets = self.session.targets();
        self.result.targets.set(Arc::new(targets));
    }
}

/// The date of a target; none where there is no target.
#[derive(Clone, Copy)]
pub(super) struct TargetDate(Option<Option<Day>>);

impl TargetDate {
    /// Returns whether there is a target.
    pub(super) fn has_target(self) -> bool {
        self.0.is_some()
    }

    /// Formats the date for a date field; empty for none.
    pub(super) fn field_text(self) -> String {
        let date = self.0.flatten();
        date.map_or_else(String::new, |date| date.to_string())
    }
}
