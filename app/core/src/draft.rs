//! An assessment that is being filled in: the whole content of an assessment file, with its answers
//! in an [`AnswerSheet`].
//!
//! A draft holds every field of the assessment, so [`Draft::assessment`] returns the input of
//! [`Draft::new`] plus the changes made since. The cost of changing an answer is that of
//! [`AnswerSheet::set_answer`].

use crate::{
    ActionIx, ActionPlan, Answer, AnswerSheet, Answers, AskedChange, Assessment, Depth, Model,
    PlannedAction, Profile, QuestionIx, QuestionTarget, ReceivedInvitation, SectionIx,
    SectionTarget, Stance, Targets,
};

/// An assessment that is being filled in. All methods must be called with the model that it was
/// created for.
///
/// ```
/// # let file = include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/models/standard.json"));
/// # let model = assay_core::Model::parse(file)?.value;
/// use assay_core::{Answer, Assessment, Depth, Draft, Stance};
///
/// let mut draft = Draft::new(&model, Assessment::new(&model, Stance::Adopt, Depth::Quick));
/// let question = model.find_question("data.domain").expect("in the standard model");
/// draft.set_answer(&model, question, Some(Answer::Unknown));
/// assert_eq!(draft.sheet().progress().answered, 1);
/// assert_eq!(draft.assessment().answers.len(), 1);
/// # Ok::<(), assay_core::Problems>(())
/// ```
#[derive(Debug, Clone, PartialEq)]
pub struct Draft {
    /// The assessment; its answers are empty, because the sheet holds them.
    rest: Assessment,
    sheet: AnswerSheet,
    /// The invitation, parsed from `rest`.
    invited: Option<ReceivedInvitation>,
}

impl Draft {
    /// Creates a draft of an assessment. Takes time in proportion to the size of the model.
    #[must_use]
    pub fn new(model: &Model, assessment: Assessment) -> Self {
        let mut rest = assessment;
        let answers = std::mem::replace(&mut rest.answers, Answers::empty(model));
        let invited = rest.received_invitation(model);
        let mut sheet = AnswerSheet::new(model, rest.profile.stance, rest.depth, answers);
        if let Some(invited) = &invited {
            sheet.limit_to_sections(model, &invited.sections);
        }
        Self {
            rest,
            sheet,
            invited,
        }
    }

    /// Returns the whole assessment.
    #[must_use]
    pub fn assessment(&self) -> Assessment {
        let mut assessment = self.rest.clone();
        assessment.answers = self.sheet.answers().clone();
        assessment
    }

    /// Returns the assessment without its entries by question (answers, notes, evidence and authors) and
    /// without the time of the last change.
    #[must_use]
    pub fn head(&self) -> Assessment {
        self.rest.head()
    }

    /// Returns the assessment with empty answers.
    pub(crate) fn without_answers(&self) -> &Assessment {
        &self.rest
    }

    /// Returns the assessment with empty answers, to change it.
    pub(crate) fn without_answers_mut(&mut self) -> &mut Assessment {
        &mut self.rest
    }

    /// Returns the answers with their visibility and progress.
    #[must_use]
    pub fn sheet(&self) -> &AnswerSheet {
        &self.sheet
    }

    /// Returns the profile of the assessed company.
    #[must_use]
    pub fn profile(&self) -> &Profile {
        &self.rest.profile
    }

    /// Returns the depth.
    #[must_use]
    pub fn depth(&self) -> Depth {
        self.rest.depth
    }

    /// Returns the language in which the assessment was started.
    #[must_use]
    pub fn locale(&self) -> Option<&str> {
        self.rest.locale.as_deref()
    }

    /// Returns the identifier of the series that this measurement belongs to.
    #[must_use]
    pub fn series(&self) -> Option<&str> {
        self.rest.series()
    }

    /// Returns the time of the last change.
    #[must_use]
    pub fn updated(&self) -> Option<&str> {
        self.rest.updated.as_deref()
    }

    /// Returns the note on a question.
    #[must_use]
    pub fn note(&self, question: QuestionIx) -> Option<&str> {
        self.rest.notes.get(&question).map(String::as_str)
    }

    /// Returns the author of the answer to a question, where several people answered.
    #[must_use]
    pub fn author(&self, question: QuestionIx) -> Option<&str> {
        self.rest.given_by.get(&question).map(String::as_str)
    }

    /// Returns the invitation that the assessment answers, if there is one.
    #[must_use]
    pub fn received_invitation(&self) -> Option<&ReceivedInvitation> {
        self.invited.as_ref()
    }

    /// Sets the answer to a question; `None` removes it. The author recorded for the previous
    /// answer is removed, because the person at the keyboard gives the new one.
    pub fn set_answer(
        &mut self,
        model: &Model,
        question: QuestionIx,
        answer: Option<Answer>,
    ) -> AnswerChange {
        AnswerChange {
            author_removed: self.rest.given_by.remove(&question).is_some(),
            change: self.sheet.set_answer(model, question, answer),
        }
    }

    /// Sets the note on a question. A blank note is removed.
    pub fn set_note(&mut self, question: QuestionIx, note: &str) {
        if note.trim().is_empty() {
            self.rest.notes.remove(&question);
        } else {
            self.rest.notes.insert(question, note.to_owned());
        }
    }

    /// Replaces the profile. A change of stance changes the visible questions; answers are kept.
    pub fn set_profile(&mut self, model: &Model, profile: Profile) {
        let stance: Stance = profile.stance;
        self.rest.profile = profile;
        self.sheet.set_stance(model, stance);
    }

    /// Sets the depth; answers are kept.
    pub fn set_depth(&mut self, model: &Model, depth: Depth) {
        self.rest.depth = depth;
        self.sheet.set_depth(model, depth);
    }

    /// Removes the limit to the sections of the invitation.
    pub fn ask_all_sections(&mut self, model: &Model) {
        if let Some(invited) = &mut self.invited {
            invited.sections.clear();
        }
        self.rest
            .set_received_invitation(model, self.invited.as_ref());
        self.sheet.limit_to_sections(model, &[]);
    }

    /// Sets the language in which the assessment was started.
    pub fn set_locale(&mut self, locale: &str) {
        self.rest.locale = Some(locale.to_owned());
    }

    /// Makes this a measurement of a series.
    pub fn set_series(&mut self, series: &str) {
        self.rest.set_series(series);
    }

    /// Returns what is planned for the actions.
    #[must_use]
    pub fn action_plan(&self, model: &Model) -> ActionPlan {
        self.rest.action_plan(model)
    }

    /// Sets what is planned for an action.
    pub fn set_planned_action(&mut self, model: &Model, action: ActionIx, planned: &PlannedAction) {
        self.rest.set_planned_action(model, action, planned);
    }

    /// Returns the targets.
    #[must_use]
    pub fn targets(&self, model: &Model) -> Targets {
        self.rest.targets(model)
    }

    /// Sets the target of a section; `None` removes it.
    pub fn set_section_target(
        &mut self,
        model: &Model,
        section: SectionIx,
        target: Option<SectionTarget>,
    ) {
        self.rest.set_section_target(model, section, target);
    }

    /// Sets the target of a question; `None` removes it.
    pub fn set_question_target(
        &mut self,
        model: &Model,
        question: QuestionIx,
        target: Option<QuestionTarget>,
    ) {
        self.rest.set_question_target(model, question, target);
    }

    /// Sets the time of the last change.
    pub fn set_updated(&mut self, time: &str) {
        self.rest.updated = Some(time.to_owned());
    }
}

/// The effects of changing an answer.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct AnswerChange {
    /// Questions that became visible or hidden.
    pub change: AskedChange,
    /// Whether an author was recorded for the previous answer.
    pub author_removed: bool,
}
