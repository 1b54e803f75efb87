//! The state of the page: which question is asked, and what is known after each answer.

use std::cell::Cell;
use std::rc::Rc;
use std::sync::Arc;

use assay_core::{
    Answer, Certainty, ConfidenceLevel, DEFAULT_DRAWS, Evaluation, QuestionIx, Score, Simulation,
};
use leptos::prelude::*;
use web_sys::{Element, ScrollLogicalPosition};

use crate::browser::{dom, slices};
use crate::parts::question::radios;
use crate::state::{App, Session};

/// Score and certainty for the answers at one time.
#[derive(Clone)]
pub(super) struct AskSnapshot {
    pub(super) score: Arc<Score>,
    pub(super) certainty: Arc<Certainty>,
}

/// State of the page. Its signals live as long as the page.
#[derive(Clone)]
pub(super) struct AskRun {
    pub(super) app: App,
    pub(super) session: Session,
    pub(super) current: ArcRwSignal<Option<AskSnapshot>>,
    pub(super) previous: ArcRwSignal<Option<AskSnapshot>>,
    pub(super) question: ArcRwSignal<Option<QuestionIx>>,
    pub(super) asked_count: ArcRwSignal<usize>,
    pub(super) skipped: ArcRwSignal<Vec<QuestionIx>>,
    pub(super) is_answered: ArcRwSignal<bool>,
    /// Whether the next question is being determined.
    pub(super) is_choosing: ArcRwSignal<bool>,
    /// Whether the last press on an answer came from a pointer. Arrow keys cause clicks, too.
    pub(super) is_pointer_press: Rc<Cell<bool>>,
}

impl AskRun {
    pub(super) fn new(app: &App) -> Self {
        Self {
            app: app.clone(),
            session: app.current_session(),
            current: ArcRwSignal::new(None),
            previous: ArcRwSignal::new(None),
            question: ArcRwSignal::new(None),
            asked_count: ArcRwSignal::new(0),
            skipped: ArcRwSignal::new(Vec::new()),
            is_answered: ArcRwSignal::new(false),
            is_choosing: ArcRwSignal::new(false),
            is_pointer_press: Rc::default(),
        }
    }

    /// Runs the simulation for the current answers, then shows the next question.
    pub(super) fn choose_next(&self) {
        if self.is_choosing.get_untracked() {
            return;
        }
        self.is_choosing.set(true);
        let (model, stance, answers) = (
            self.session.model().clone(),
            self.session.stance(),
            self.session.answers(),
        );
        let simulation = Simulation::new(Evaluation::new(&model, stance, &answers), DEFAULT_DRAWS);
        let run = self.clone();
        let arrive = move |certainty| {
            run.show_next(AskSnapshot {
                score: Arc::new(Evaluation::new(&model, stance, &answers).score()),
                certainty: Arc::new(certainty),
            });
        };
        slices::run_simulation(simulation, || true, arrive);
    }

    fn show_next(&self, snapshot: AskSnapshot) {
        let skipped = self.skipped.get_untracked();
        let next = snapshot
            .certainty
            .ask_next
            .iter()
            .find(|(question, bits)| *bits > 0.0 && !skipped.contains(question));
        let next = next
            .map(|(question, _)| *question)
            .filter(|_| snapshot.certainty.level != Some(ConfidenceLevel::Clear));
        let is_first = self.current.with_untracked(Option::is_none);
        let answered = self.is_answered.get_untracked();
        self.previous
            .set(self.current.get_untracked().filter(|_| answered));
        self.current.set(Some(snapshot));
        self.is_answered.set(false);
        self.is_choosing.set(false);
        if next.is_some() {
            self.asked_count.update(|count| *count += 1);
        }
        dom::mark_page_moved();
        self.question.set(next);
        // On arrival the heading has the focus.
        if !is_first {
            gloo::timers::callback::Timeout::new(0, focus_question).forget();
        }
    }

    /// Whether a question shows that is not being replaced.
    pub(super) fn can_answer(&self) -> bool {
        !self.is_choosing.get_untracked() && self.question.get_untracked().is_some()
    }

    pub(super) fn give_answer(&self, answer: Answer) {
        if let Some(question) = self.question.get_untracked() {
            self.session.set_answer(question, Some(answer));
            self.session.show_answers();
            radios::show_answered(&self.session.model().question(question).id, true);
            if answer == Answer::Unknown {
                self.skipped.update(|skipped| skipped.push(question));
            }
            self.is_answered.set(true);
        }
    }

    pub(super) fn clear_answer(&self) {
        if let Some(question) = self.question.get_untracked() {
            self.session.set_answer(question, None);
            self.session.show_answers();
            radios::clear_answer(&self.session.model().question(question).id);
            self.is_answered.set(false);
        }
    }

    pub(super) fn skip_question(&self) {
        if let Some(question) = self.question.get_untracked() {
            self.skipped.update(|skipped| skipped.push(question));
            self.choose_next();
        }
    }
}

/// Moves the focus to the first radio, so that number keys work at once, or to the heading if no
/// question is left.
fn focus_question() {
    match dom::query::<Element>("main[data-page=ask] fieldset") {
        Some(question) => {
            radios::focus_radio(&question);
            dom::scroll_into_view(&question, ScrollLogicalPosition::Nearest);
        }
        None => dom::restore_lost_focus("main h1"),
    }
}
