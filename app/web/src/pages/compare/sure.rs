//! How sure each recommendation is: told by the sender of scores, computed in slices for the rest.

use std::cell::{Cell, RefCell};
use std::collections::{BTreeMap, VecDeque};
use std::rc::Rc;

use assay_core::{DRAWS, Simulation, link};
use leptos::prelude::*;
use send_wrapper::SendWrapper;

use super::chosen::Item;
use crate::browser::slices::in_slices;
use crate::state::App;

/// How many draws are made between two looks at the clock.
const SLICE: usize = 250;

/// The confidences that are known so far, by the line that a result is stored as. Cloning it is
/// cheap.
#[derive(Clone)]
pub(super) struct Sureness {
    app: App,
    known: ArcRwSignal<BTreeMap<String, Option<f64>>>,
    waiting: Rc<RefCell<VecDeque<Item>>>,
    is_busy: Rc<Cell<bool>>,
    /// Whether the page has been left.
    left: Rc<Cell<bool>>,
}

/// What is known about a confidence.
pub(super) enum Confidence {
    Computing,
    /// In a word that came in a link.
    Word(link::Sureness),
    /// `None` where no path is recommended, or nobody told.
    Known(Option<f64>),
}

impl Sureness {
    pub(super) fn new(app: &App) -> Self {
        let left = Rc::new(Cell::new(false));
        let leaving = SendWrapper::new(left.clone());
        on_cleanup(move || leaving.set(true));
        Self {
            app: app.clone(),
            known: ArcRwSignal::new(BTreeMap::new()),
            waiting: Rc::default(),
            is_busy: Rc::default(),
            left,
        }
    }

    /// The confidence of a result, as a signal.
    pub(super) fn of(&self, item: &Item) -> Confidence {
        if item.result.answers.is_none() {
            let told = item.result.sureness;
            return match told {
                Some(word @ (link::Sureness::Word(_) | link::Sureness::Likely(_))) => {
                    Confidence::Word(word)
                }
                told => Confidence::Known(told.and_then(link::Sureness::confidence)),
            };
        }
        let known = self.known.with(|known| known.get(&item.line()).copied());
        known.map_or(Confidence::Computing, Confidence::Known)
    }

    /// Computes what is not known yet, one result after the other.
    pub(super) fn compute(&self, items: &[Item]) {
        let known = self.known.get_untracked();
        let missing = items.iter().filter(|item| {
            let is_known = known.contains_key(&item.line());
            item.result.answers.is_some() && !is_known
        });
        *self.waiting.borrow_mut() = missing.cloned().collect();
        if !self.is_busy.get() {
            self.next();
        }
    }

    fn next(&self) {
        let next = self.waiting.borrow_mut().pop_front();
        self.is_busy.set(next.is_some());
        let Some(item) = next.filter(|_| !self.left.get()) else {
            return;
        };
        let (model, stance) = (&self.app.library.model, item.result.stance);
        let Some(answers) = &item.result.answers else {
            return self.next();
        };
        let simulation = Simulation::new(model, stance, answers, DRAWS);
        let simulation = Rc::new(RefCell::new(simulation));
        let (step, left, sureness) = (simulation.clone(), self.left.clone(), self.clone());
        in_slices(
            move || left.get() || step.borrow_mut().run(SLICE),
            move || {
                if sureness.left.get() {
                    return;
                }
                let confidence = simulation.borrow().finish().confidence;
                sureness.known.update(|known| {
                    known.insert(item.line(), confidence);
                });
                sureness.next();
            },
        );
    }
}
