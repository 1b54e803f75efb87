//! Changes to several questions as one step, which one press of "Undo" takes back.

use assay_core::{Draft, Model, QuestionIx};
use leptos::prelude::*;

use super::Session;
use crate::browser::clock;
use crate::browser::store::Change;
use crate::state::assessment_records::question_records;

impl Session {
    /// Changes answers, notes and evidence of these questions, and stores all of it in one transaction
    /// with one step. `change` may change nothing else.
    pub(crate) fn change_questions(
        &self,
        questions: &[QuestionIx],
        change: impl FnOnce(&Model, &mut Draft),
    ) {
        let before = self.records_of(questions);
        change(&self.0.model, &mut self.draft());
        let after = self.records_of(questions);
        let mut steps = self.steps();
        steps.end_text();
        let changes = steps.record(&self.0.key, &clock::moment(), before, after, None);
        drop(steps);
        if changes.is_empty() {
            return;
        }
        self.write(changes);
        self.show_everything();
        self.0.signals.external_changes.update(|n| *n += 1);
    }

    fn records_of(&self, questions: &[QuestionIx]) -> Vec<Change> {
        question_records(&self.0.model, &self.draft(), questions)
    }
}
