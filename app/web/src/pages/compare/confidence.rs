//! Confidence of each recommendation: read from links without answers, simulated for the other
//! results.

use std::cell::{Cell, RefCell};
use std::collections::{BTreeMap, VecDeque};
use std::rc::Rc;

use assay_core::{DEFAULT_DRAWS, Evaluation, Simulation, link};
use leptos::prelude::*;
use send_wrapper::SendWrapper;

use super::selected_result::SelectedResult;
use crate::browser::slices::run_simulation;
use crate::state::App;

/// The confidences known so far, by the stored line of the result. Cloning is cheap.
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
    /// The level that a link contains.
    Level(link::ConfidenceSummary),
    /// The share of draws; `None` if no path is recommended or the link does not contain it.
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

    /// Returns the confidence of a result (reactive).
    pub(super) fn state_of(&self, item: &SelectedResult) -> ConfidenceState {
        if item.result.answers.is_none() {
            let confidence = item.result.confidence;
            return match confidence {
                Some(
                    word @ (link::ConfidenceSummary::Level(_)
                    | link::ConfidenceSummary::AtLeastLikely(_)),
                ) => ConfidenceState::Level(word),
                confidence => {
                    ConfidenceState::Share(confidence.and_then(link::ConfidenceSummary::confidence))
                }
            };
        }
        let known = self.known.with(|known| known.get(&item.line()).copied());
        known.map_or(ConfidenceState::Computing, ConfidenceState::Share)
    }

    /// Simulates the results whose confidence is unknown, one after the other.
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
        let Some(answers) = &item.result.answers else {
            return self.compute_next();
        };
        let (model, stance) = (&self.app.questionnaire.model, item.result.stance);
        let simulation = Simulation::new(Evaluation::new(model, stance, answers), DEFAULT_DRAWS);
        let (is_closed, loader) = (self.is_closed.clone(), self.clone());
        run_simulation(
            simulation,
            move || !is_closed.get(),
            move |certainty| {
                loader.known.update(|known| {
                    known.insert(item.line(), certainty.confidence);
                });
                loader.compute_next();
            },
        );
    }
}
