//! The signals of the current assessment: one for each section and count, so that an answer wakes
//! only what shows it.

use std::sync::{Mutex, MutexGuard, PoisonError};

use assay_core::{Depth, Draft, Model, Profile, Progress, QuestionIx, SectionIx};
use leptos::prelude::*;

/// The signals over a draft, which a [`SignalUpdate`] brings up to date.
pub(super) struct Signals {
    counts: Vec<ArcRwSignal<Progress>>,
    pub(super) count: ArcRwSignal<Progress>,
    pub(super) profile: ArcRwSignal<Profile>,
    pub(super) depth: ArcRwSignal<Depth>,
    /// Counts changes that were not made on this page.
    pub(super) external_changes: ArcRwSignal<u32>,
    /// Questions whose changes the counts do not show yet.
    changed: Mutex<Vec<QuestionIx>>,
}

impl Signals {
    pub(super) fn new(model: &Model, draft: &Draft) -> Self {
        let sheet = draft.sheet();
        let sections = (0..model.sections().len()).map(SectionIx::new);
        Self {
            counts: sections
                .map(|s| ArcRwSignal::new(sheet.section_progress(s)))
                .collect(),
            count: ArcRwSignal::new(sheet.progress()),
            profile: ArcRwSignal::new(draft.profile().clone()),
            depth: ArcRwSignal::new(draft.depth()),
            external_changes: ArcRwSignal::new(0),
            changed: Mutex::default(),
        }
    }

    pub(super) fn section_count(&self, section: SectionIx) -> &ArcRwSignal<Progress> {
        self.counts.get(section.index()).unwrap_or(&self.count)
    }

    /// Notes questions whose changes the counts do not show yet. Returns whether these are the first.
    pub(super) fn note_changed(&self, questions: impl Iterator<Item = QuestionIx>) -> bool {
        let mut changed = self.changed();
        let is_first = changed.is_empty();
        changed.extend(questions);
        is_first
    }

    /// Takes the questions whose changes the counts do not show yet.
    pub(super) fn take_changed(&self) -> Vec<QuestionIx> {
        std::mem::take(&mut *self.changed())
    }

    fn changed(&self) -> MutexGuard<'_, Vec<QuestionIx>> {
        self.changed.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// New values of signals. Read while the draft is locked and set after that, since a subscriber may
/// read the draft.
pub(super) struct SignalUpdate {
    counts: Vec<(SectionIx, Progress)>,
    count: Progress,
}

impl SignalUpdate {
    /// The values for the sections of these questions.
    pub(super) fn for_questions(
        model: &Model,
        draft: &Draft,
        questions: impl Iterator<Item = QuestionIx>,
    ) -> Self {
        let sheet = draft.sheet();
        let mut update = Self {
            counts: Vec::new(),
            count: sheet.progress(),
        };
        for question in questions {
            let section = model.question(question).section;
            if update.counts.iter().all(|(known, _)| *known != section) {
                update
                    .counts
                    .push((section, sheet.section_progress(section)));
            }
        }
        update
    }

    pub(super) fn apply(self, signals: &Signals) {
        for (section, count) in self.counts {
            signals.section_count(section).set(count);
        }
        signals.count.set(self.count);
    }
}
