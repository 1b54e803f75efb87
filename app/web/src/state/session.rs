//! The present assessment: live answers, each with a signal of its own, stored as they are given.
//!
//! The cost of an answer does not depend on the number of questions: the sheet looks at the
//! question's dependents only, and only what changed wakes what shows it.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use assay_core::{
    Answer, Answers, Assessment, Count, Depth, GivenBy, Invited, Model, Notes, Profile, QuestionIx,
    SectionIx, Sheet, Stance,
};
use leptos::prelude::*;

use super::records;
use crate::browser::clock;

/// A handle to the present assessment; cloning it is cheap.
#[derive(Clone)]
pub(crate) struct Session(Arc<Inner>);

struct Inner {
    key: String,
    model: Arc<Model>,
    sheet: Mutex<Sheet>,
    asked: Vec<ArcRwSignal<bool>>,
    counts: Vec<ArcRwSignal<Count>>,
    count: ArcRwSignal<Count>,
    profile: ArcRwSignal<Profile>,
    depth: ArcRwSignal<Depth>,
    notes: Mutex<Notes>,
    given_by: Mutex<GivenBy>,
    invited: Mutex<Option<Invited>>,
    times: Mutex<Times>,
    /// Counts what came from elsewhere: another tab, an undo.
    outside: ArcRwSignal<u32>,
}

struct Times {
    created: String,
    updated: String,
    /// Whether the assessment is stored at all; an untouched one is not.
    stored: bool,
}

/// What an answer made appear or go.
pub(crate) struct Shift {
    pub(crate) appeared: Vec<QuestionIx>,
    pub(crate) disappeared: Vec<QuestionIx>,
}

impl Session {
    /// A new assessment, stored with its first answer.
    pub(crate) fn fresh(model: &Arc<Model>, stance: Stance, depth: Depth) -> Self {
        let now = clock::now();
        let mut assessment = Assessment::new(model, stance, depth);
        assessment.created = Some(now);
        Self::open(model, clock::fresh_key(), assessment, false)
    }

    /// An assessment from elsewhere (a link, a file, an example) as a new one of the reader's.
    pub(crate) fn adopt(model: &Arc<Model>, assessment: Assessment) -> Self {
        let session = Self::open(model, clock::fresh_key(), assessment, false);
        session.store_everything();
        session
    }

    /// The assessment under a key; `stored` says whether anything of it was entered and stored.
    pub(crate) fn open(
        model: &Arc<Model>,
        key: String,
        assessment: Assessment,
        stored: bool,
    ) -> Self {
        let invited = assessment.invited(model);
        let mut sheet = Sheet::new(
            model,
            assessment.profile.stance,
            assessment.depth,
            assessment.answers,
        );
        limit(&mut sheet, model, invited.as_ref());
        let created = assessment.created.unwrap_or_else(clock::now);
        let times = Times {
            updated: assessment.updated.unwrap_or_else(|| created.clone()),
            created,
            stored,
        };
        let sections = 0..model.sections().len();
        Self(Arc::new(Inner {
            key,
            asked: model
                .question_ixs()
                .map(|q| ArcRwSignal::new(sheet.is_asked(q)))
                .collect(),
            counts: sections
                .map(|s| ArcRwSignal::new(sheet.section_count(SectionIx::new(s))))
                .collect(),
            count: ArcRwSignal::new(sheet.count()),
            profile: ArcRwSignal::new(assessment.profile),
            depth: ArcRwSignal::new(assessment.depth),
            notes: Mutex::new(assessment.notes),
            given_by: Mutex::new(assessment.given_by),
            invited: Mutex::new(invited),
            times: Mutex::new(times),
            outside: ArcRwSignal::new(0),
            sheet: Mutex::new(sheet),
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
        lock(&self.0.sheet).get(question)
    }

    pub(crate) fn answers(&self) -> Answers {
        lock(&self.0.sheet).answers().clone()
    }

    /// Whether the question is asked at present, as a signal.
    pub(crate) fn asked(&self, question: QuestionIx) -> ArcRwSignal<bool> {
        self.0
            .asked
            .get(question.index())
            .cloned()
            .unwrap_or_else(|| ArcRwSignal::new(false))
    }

    /// How much of a section is answered, as a signal.
    pub(crate) fn section_count(&self, section: SectionIx) -> ArcRwSignal<Count> {
        self.0
            .counts
            .get(section.index())
            .cloned()
            .unwrap_or_else(|| self.0.count.clone())
    }

    /// How much is answered in all, as a signal.
    pub(crate) fn count(&self) -> ArcRwSignal<Count> {
        self.0.count.clone()
    }

    pub(crate) fn profile(&self) -> ArcRwSignal<Profile> {
        self.0.profile.clone()
    }

    pub(crate) fn stance(&self) -> Stance {
        self.0.profile.with_untracked(|profile| profile.stance)
    }

    pub(crate) fn depth(&self) -> ArcRwSignal<Depth> {
        self.0.depth.clone()
    }

    /// The invitation that is answered here, if there is one.
    pub(crate) fn invited(&self) -> Option<Invited> {
        lock(&self.0.invited).clone()
    }

    /// Whether an invitation asks some sections only.
    pub(crate) fn is_limited(&self) -> bool {
        let invited = lock(&self.0.invited);
        invited.as_ref().is_some_and(|it| !it.sections.is_empty())
    }

    /// The sections that are asked at all, in the order of the model.
    pub(crate) fn sections(&self) -> Vec<SectionIx> {
        let invited = lock(&self.0.invited);
        match invited.as_ref().map(|it| it.sections.as_slice()) {
            None | Some([]) => (0..self.0.model.sections().len())
                .map(SectionIx::new)
                .collect(),
            Some(named) => named.to_vec(),
        }
    }

    /// Asks all sections from now on, whatever the invitation names.
    pub(crate) fn ask_everything(&self) {
        if let Some(invited) = lock(&self.0.invited).as_mut() {
            invited.sections.clear();
        }
        lock(&self.0.sheet).limit_to(&self.0.model, &[]);
        self.show_everything();
        self.store_meta();
    }

    /// Rises when something changed that the reader did not do on this page.
    pub(crate) fn outside(&self) -> ArcRwSignal<u32> {
        self.0.outside.clone()
    }

    pub(crate) fn note(&self, question: QuestionIx) -> Option<String> {
        lock(&self.0.notes).get(&question).cloned()
    }

    /// Whether anything was entered.
    pub(crate) fn is_touched(&self) -> bool {
        lock(&self.0.times).stored
    }

    /// Gives or takes back an answer, stores it, and says what appeared or went.
    pub(crate) fn set_answer(&self, question: QuestionIx, answer: Option<Answer>) -> Shift {
        self.store_once();
        records::write_answer(&self.0.key, &self.0.model, question, answer);
        // Who changes an answer has given it.
        if lock(&self.0.given_by).remove(&question).is_some() {
            records::write_giver(&self.0.key, &self.0.model, question, None);
        }
        self.touch();
        self.apply_answer(question, answer)
    }

    fn apply_answer(&self, question: QuestionIx, answer: Option<Answer>) -> Shift {
        let change = lock(&self.0.sheet).set(&self.0.model, question, answer);
        self.show_count(question);
        for &changed in change.appeared.iter().chain(&change.disappeared) {
            self.show_asked(changed);
            self.show_count(changed);
        }
        Shift {
            appeared: change.appeared,
            disappeared: change.disappeared,
        }
    }

    /// Writes or deletes a note.
    pub(crate) fn set_note(&self, question: QuestionIx, note: &str) {
        self.store_once();
        let mut notes = lock(&self.0.notes);
        if note.trim().is_empty() {
            notes.remove(&question);
        } else {
            notes.insert(question, note.to_owned());
        }
        records::write_note(
            &self.0.key,
            &self.0.model,
            question,
            notes.get(&question).map(String::as_str),
        );
        drop(notes);
        self.touch();
    }

    /// Changes the profile; another stance asks other questions.
    pub(crate) fn set_profile(&self, profile: Profile) {
        let stance = profile.stance;
        self.0.profile.set(profile);
        let mut sheet = lock(&self.0.sheet);
        sheet.set_stance(&self.0.model, stance);
        drop(sheet);
        self.show_everything();
        self.store_meta();
    }

    /// Asks quickly or in full. Answers are kept either way.
    pub(crate) fn set_depth(&self, depth: Depth) {
        self.0.depth.set(depth);
        lock(&self.0.sheet).set_depth(&self.0.model, depth);
        self.show_everything();
        if self.is_touched() {
            self.store_meta();
        }
    }

    /// The whole assessment, as a file or a link holds it.
    pub(crate) fn assessment(&self) -> Assessment {
        let mut assessment = self.head();
        assessment.answers = self.answers();
        assessment.notes = lock(&self.0.notes).clone();
        assessment.given_by = lock(&self.0.given_by).clone();
        assessment
    }

    /// Takes over what another tab stored under a key of this assessment.
    pub(crate) fn hear(&self, stored: Assessment) {
        self.0.profile.set(stored.profile.clone());
        self.0.depth.set(stored.depth);
        let invited = stored.invited(&self.0.model);
        *lock(&self.0.notes) = stored.notes;
        *lock(&self.0.given_by) = stored.given_by;
        let mut sheet = Sheet::new(
            &self.0.model,
            stored.profile.stance,
            stored.depth,
            stored.answers,
        );
        limit(&mut sheet, &self.0.model, invited.as_ref());
        *lock(&self.0.sheet) = sheet;
        *lock(&self.0.invited) = invited;
        self.show_everything();
        self.0.outside.update(|n| *n += 1);
    }

    fn head(&self) -> Assessment {
        let profile = self.0.profile.get_untracked();
        let mut head = Assessment::new(&self.0.model, profile.stance, self.0.depth.get_untracked());
        let times = lock(&self.0.times);
        head.profile = profile;
        head.set_invited(&self.0.model, lock(&self.0.invited).as_ref());
        head.created = Some(times.created.clone());
        head.updated = Some(times.updated.clone());
        head
    }

    fn show_asked(&self, question: QuestionIx) {
        let asked = lock(&self.0.sheet).is_asked(question);
        if let Some(signal) = self.0.asked.get(question.index())
            && signal.get_untracked() != asked
        {
            signal.set(asked);
        }
    }

    fn show_count(&self, question: QuestionIx) {
        let section = self.0.model.question(question).section;
        let sheet = lock(&self.0.sheet);
        let (of_section, in_all) = (sheet.section_count(section), sheet.count());
        drop(sheet);
        self.section_count(section).set(of_section);
        self.0.count.set(in_all);
    }

    fn show_everything(&self) {
        for question in self.0.model.question_ixs() {
            self.show_asked(question);
        }
        for section in self
            .0
            .model
            .sections()
            .iter()
            .enumerate()
            .map(|(s, _)| SectionIx::new(s))
        {
            let count = lock(&self.0.sheet).section_count(section);
            self.section_count(section).set(count);
        }
        let count = lock(&self.0.sheet).count();
        self.0.count.set(count);
    }

    /// Stores what there is before the first answer.
    fn store_once(&self) {
        if !self.is_touched() {
            self.store_everything();
        }
    }

    /// Another tab deleted the assessment. What shows here is stored anew with the next answer.
    pub(crate) fn lose_store(&self) {
        lock(&self.0.times).stored = false;
    }

    fn store_meta(&self) {
        lock(&self.0.times).stored = true;
        records::write_head(&self.0.key, &self.0.model, &self.head());
        records::write_current(&self.0.model, &self.0.key);
    }

    /// Makes this the assessment that is opened next time.
    pub(crate) fn make_current(&self) {
        records::write_current(&self.0.model, &self.0.key);
    }

    /// Writes all of it to the store.
    pub(crate) fn store_everything(&self) {
        self.store_meta();
        for (question, answer) in self.answers().iter() {
            records::write_answer(&self.0.key, &self.0.model, question, Some(answer));
        }
        for (question, note) in lock(&self.0.notes).iter() {
            records::write_note(&self.0.key, &self.0.model, *question, Some(note));
        }
        for (question, name) in lock(&self.0.given_by).iter() {
            records::write_giver(&self.0.key, &self.0.model, *question, Some(name));
        }
    }

    /// Notes the time of a change, once a minute.
    fn touch(&self) {
        let now = clock::now();
        let mut times = lock(&self.0.times);
        if times.updated.get(..16) != now.get(..16) {
            times.updated.clone_from(&now);
            records::write_updated(&self.0.key, &now);
        }
    }

    /// The assessment as a file, even from within a panic: `None` where it is being changed.
    pub(crate) fn rescue(&self) -> Option<String> {
        let mut assessment = Assessment::new(&self.0.model, Stance::Provide, Depth::Full);
        assessment.profile = self.0.profile.try_get_untracked()?;
        assessment.answers = self.0.sheet.try_lock().ok()?.answers().clone();
        assessment.notes = self.0.notes.try_lock().ok()?.clone();
        assessment.given_by = self.0.given_by.try_lock().ok()?.clone();
        let invited = self.0.invited.try_lock().ok()?;
        assessment.set_invited(&self.0.model, invited.as_ref());
        Some(assessment.to_json(&self.0.model))
    }
}

fn limit(sheet: &mut Sheet, model: &Model, invited: Option<&Invited>) {
    if let Some(invited) = invited {
        sheet.limit_to(model, &invited.sections);
    }
}

/// A poisoned lock cannot occur: a panic ends the program.
fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
