//! How sure each recommendation is: told by the sender of scores, computed in slices for the rest.

use std::cell::{Cell, RefCell};
use std::collections::{BTreeMap, VecDeque};
use std::rc::Rc;

use assay_core::{DEFAULT_DRAWS, Evaluation, Simulation, link};
use leptos::prelude::*;
use send_wrapper::SendWrapper;

use super::selection::SelectedResult;
use crate::browser::slices::run_in_slices;
use crate::state::App;

/// How many draws are made between two looks at the clock.
const SLICE: usize = 250;

/// The confidences that are known so far, by the line that a result is stored as. Cloning it is
/// cheap.
#[derive(Clone)]
pub(super) struct ConfidenceLoader {
    app: App,
    known: ArcRwSignal<BTreeMap<String, Option<f64>>>,
    queue: Rc<RefCell<VecDeque<SelectedResult>>>,
    is_busy: Rc<Cell<bool>>,
    /// Whether the page has been left.
    is_closed: Rc<Cell<bool>>,
}

/// What is known about a confidence.
pub(super) enum ConfidenceState {
    Computing,
    /// In a word that came in a link.
    Level(link::ConfidenceSummary),
    /// `None` where no path is recommended, or nobody told.
    Share(Option<f64>),
}

impl ConfidenceLoader {
    pub(super) fn new(app: &App) -> Self {
        let left = Rc::new(Cell::new(false));
        let leaving = SendWrapper::new(left.clone());
        on_cleanup(move || leaving.set(true));
        Self {
            app: app.clone(),
            known: ArcRwSignal::new(BTreeMap::new()),
            queue: Rc::default(),
            is_busy: Rc::default(),
            is_closed: left,
        }
    }

    /// The confidence of a result, as a signal.
    pub(super) fn state_of(&self, item: &SelectedResult) -> ConfidenceState {
        if item.result.answers.is_none() {
            let told = item.result.confidence;
            return match told {
                Some(
                    word @ (link::ConfidenceSummary::Level(_)
                    | link::ConfidenceSummary::AtLeastLikely(_)),
                ) => ConfidenceState::Level(word),
                told => ConfidenceState::Share(told.and_then(link::ConfidenceSummary::confidence)),
            };
        }
        let known = self.known.with(|known| known.get(&item.line()).copied());
        known.map_or(ConfidenceState::Computing, ConfidenceState::Share)
    }

    /// Computes what is not known yet, one result after the other.
    pub(super) fn compute_missing(&self, items: &[SelectedResult]) {
        let known = self.known.get_untracked();
        let missing = items.iter().filter(|item| {
            let is_known = known.contains_key(&item.line());
            item.result.answers.is_some() && !is_known
        });
        *self.queue.borrow_mut() = missing.cloned().collect();
        if !self.is_busy.get() {
            self.compute_next();
        }
    }

    fn compute_next(&self) {
        let next = self.queue.borrow_mut().pop_front();
        self.is_busy.set(next.is_some());
        let Some(item) = next.filter(|_| !self.is_closed.get()) else {
            return;
        };
        let (model, stance) = (&self.app.questionnaire.model, item.result.stance);
        let Some(answers) = &item.result.answers else {
            return self.compute_next();
        };
        let simulation = Simulation::new(Evaluation::new(model, stance, answers), DEFAULT_DRAWS);
        let simulation = Rc::new(RefCell::new(simulation));
        let (step, left, sureness) = (simulation.clone(), self.is_closed.clone(), self.clone());
        run_in_slices(
            move || left.get() || step.borrow_mut().run(SLICE),
            move || {
                if sureness.is_closed.get() {
                    return;
                }
                let confidence = simulation.borrow().finish().confidence;
                sureness.known.update(|known| {
                    known.insert(item.line(), confidence);
                });
                sureness.compute_next();
            },
        );
    }
}
