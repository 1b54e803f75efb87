//! The targets of the current assessment.

use assay_core::{QuestionIx, QuestionTarget, SectionIx, SectionTarget, Targets};

use super::Session;

impl Session {
    /// The targets.
    pub(crate) fn targets(&self) -> Targets {
        self.draft().targets(&self.0.model)
    }

    /// Sets the target of a section; `None` removes it.
    pub(crate) fn set_section_target(&self, section: SectionIx, target: Option<SectionTarget>) {
        let mut draft = self.draft();
        draft.set_section_target(&self.0.model, section, target);
        drop(draft);
        self.persist_head();
    }

    /// Sets the target of a question; `None` removes it.
    pub(crate) fn set_question_target(&self, question: QuestionIx, target: Option<QuestionTarget>) {
        let mut draft = self.draft();
        draft.set_question_target(&self.0.model, question, target);
        drop(draft);
        self.persist_head();
    }
}
