//! The current assessment: a draft that is stored as it changes, with signals over it.
//!
//! The draft holds the whole assessment, so that storing, handing over and saving omit nothing. The
//! cost of an answer does not depend on the number of questions: the draft visits the question's
//! dependents only, and only the signals of what changed are set.

mod change;
mod persist;
mod several;
mod signals;
mod targets;
#[cfg(test)]
mod tests;

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use assay_core::{
    ActionIx, Answer, Answers, Assessment, Depth, Draft, Evidence, Model, PlannedAction, Profile,
    Progress, QuestionIx, ReceivedInvitation, SectionIx, Stance,
};
use leptos::prelude::*;

use crate::browser::{clock, dom};
use crate::state::undo::RecordedSteps;
use signals::Signals;

/// A handle to an assessment; cloning it is cheap.
#[derive(Clone)]
pub(crate) struct Session(Arc<Inner>);

struct Inner {
    key: String,
    model: Arc<Model>,
    draft: Mutex<Draft>,
    signals: Signals,
    /// Whether the assessment is stored; it is not before the first entry.
    stored: AtomicBool,
    steps: Mutex<RecordedSteps>,
}

/// The questions that an answer showed or hid.
pub(crate) struct VisibilityChange {
    pub(crate) appeared: Vec<QuestionIx>,
    pub(crate) disappeared: Vec<QuestionIx>,
}

impl Session {
    /// A new assessment, which is stored with its first entry.
    pub(crate) fn new_assessment(model: &Arc<Model>, stance: Stance, depth: Depth) -> Self {
        let mut assessment = Assessment::new(model, stance, depth);
        assessment.created = Some(clock::now());
        Self::open(model, clock::generate_key(), assessment, false)
    }

    /// Stores an assessment from a link, a file or an example as a new one.
    pub(crate) fn from_assessment(model: &Arc<Model>, assessment: Assessment) -> Self {
        let session = Self::open(model, clock::generate_key(), assessment, false);
        session.store_all();
        session
    }

    /// The same for an assessment that is continued here: sets the time of its creation and its
    /// language if they are missing.
    pub(crate) fn start_from(model: &Arc<Model>, mut assessment: Assessment) -> Self {
        assessment.created.get_or_insert_with(clock::now);
        assessment.locale = assessment.locale.or_else(dom::page_language);
        Self::from_assessment(model, assessment)
    }

    /// Opens the assessment under a key; `stored` states whether it is in the store.
    pub(crate) fn open(
        model: &Arc<Model>,
        key: String,
        assessment: Assessment,
        stored: bool,
    ) -> Self {
        let draft = Draft::new(model, assessment);
        Self(Arc::new(Inner {
            key,
            signals: Signals::new(model, &draft),
            draft: Mutex::new(draft),
            stored: AtomicBool::new(stored),
            steps: Mutex::default(),
            model: model.clone(),
        }))
    }

    pub(crate) fn key(&self) -> &str {
        &self.0.key
    }

    pub(crate) fn model(&self) -> &Arc<Model> {
        &self.0.model
    }

    pub(crate) fn answer(&self, question: QuestionIx) -> Option<Answer> {
        self.draft().sheet().answer(question)
    }

    pub(crate) fn answers(&self) -> Answers {
        self.draft().sheet().answers().clone()
    }

    /// Whether the question is asked.
    pub(crate) fn is_asked(&self, question: QuestionIx) -> bool {
        self.draft().sheet().is_asked(question)
    }

    /// The progress in a section, as a signal.
    pub(crate) fn section_count(&self, section: SectionIx) -> ArcRwSignal<Progress> {
        self.show_answers();
        self.0.signals.section_count(section).clone()
    }

    /// The progress in all sections, as a signal.
    pub(crate) fn count(&self) -> ArcRwSignal<Progress> {
        self.show_answers();
        self.0.signals.count.clone()
    }

    /// The progress in the questions without a condition.
    pub(crate) fn unconditional_count(&self) -> Progress {
        self.draft().sheet().unconditional_progress()
    }

    /// Whether a section has a question without a condition.
    pub(crate) fn is_unconditional(&self, section: SectionIx) -> bool {
        let draft = self.draft();
        draft.sheet().is_unconditional(&self.0.model, section)
    }

    pub(crate) fn profile(&self) -> ArcRwSignal<Profile> {
        self.0.signals.profile.clone()
    }

    pub(crate) fn stance(&self) -> Stance {
        self.draft().profile().stance
    }

    pub(crate) fn depth(&self) -> ArcRwSignal<Depth> {
        self.0.signals.depth.clone()
    }

    /// The invitation that this assessment answers.
    pub(crate) fn invitation(&self) -> Option<ReceivedInvitation> {
        self.draft().received_invitation().cloned()
    }

    /// Whether the invitation asks some sections only.
    pub(crate) fn is_section_limited(&self) -> bool {
        let draft = self.draft();
        draft
            .received_invitation()
            .is_some_and(|it| !it.sections.is_empty())
    }

    /// The sections that are asked, in the order of the model.
    pub(crate) fn asked_sections(&self) -> Vec<SectionIx> {
        match self
            .draft()
            .received_invitation()
            .map(|it| it.sections.as_slice())
        {
            None | Some([]) => (0..self.0.model.sections().len())
                .map(SectionIx::new)
                .collect(),
            Some(named) => named.to_vec(),
        }
    }

    /// The first section with a question for this stance and depth (reactive).
    pub(crate) fn first_asked_section(&self) -> SectionIx {
        let asked = |section: &SectionIx| self.section_count(*section).get().asked > 0;
        let mut sections = (0..self.model().sections().len()).map(SectionIx::new);
        sections.find(asked).unwrap_or_else(|| SectionIx::new(0))
    }

    /// Counts changes that were not made on this page: by another tab, by an undo.
    pub(crate) fn external_changes(&self) -> ArcRwSignal<u32> {
        self.0.signals.external_changes.clone()
    }

    pub(crate) fn note(&self, question: QuestionIx) -> Option<String> {
        self.draft().note(question).map(str::to_owned)
    }

    /// The evidence for an answer.
    pub(crate) fn evidence(&self, question: QuestionIx) -> Option<Evidence> {
        self.draft().evidence(question)
    }

    /// Whether any answer has evidence.
    pub(crate) fn has_evidence(&self) -> bool {
        self.draft().has_evidence()
    }

    /// What is planned for an action.
    pub(crate) fn planned_action(&self, action: ActionIx) -> PlannedAction {
        let plan = self.draft().action_plan(&self.0.model);
        plan.get(&action).cloned().unwrap_or_default()
    }

    /// Whether anything was entered, and so is stored.
    pub(crate) fn has_entries(&self) -> bool {
        self.0.stored.load(Ordering::Relaxed)
    }

    /// A copy of the whole assessment.
    pub(crate) fn assessment(&self) -> Assessment {
        self.draft().assessment()
    }

    /// The assessment as a file, also during a panic; `None` while it is being changed.
    pub(crate) fn try_to_json(&self) -> Option<String> {
        let draft = self.0.draft.try_lock().ok()?;
        Some(draft.assessment().to_json(&self.0.model))
    }

    /// Limits the number of steps from now on, given the keys of those that are stored.
    pub(crate) fn limit_steps(&self, stored: Vec<String>) {
        self.steps().limit(stored);
    }

    fn steps(&self) -> MutexGuard<'_, RecordedSteps> {
        self.0.steps.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Locks the draft; no signal may be set meanwhile. The lock is never poisoned, since a panic ends
    /// the program.
    fn draft(&self) -> MutexGuard<'_, Draft> {
        self.0.draft.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
