//! Long computations in slices, so that the page reacts to input meanwhile.

use std::cell::RefCell;
use std::rc::Rc;

use assay_core::{Certainty, Simulation};
use gloo::timers::callback::Timeout;

use super::{clock, dom};

/// Duration of a slice in milliseconds: half a frame.
const BUDGET: f64 = 8.0;

/// Number of draws between two readings of the clock.
const DRAWS_A_STEP: usize = 250;

/// Runs a simulation while `wanted` is true, then calls `done` with its result.
pub(crate) fn run_simulation(
    simulation: Simulation,
    wanted: impl Fn() -> bool + Clone + 'static,
    done: impl FnOnce(Certainty) + 'static,
) {
    let simulation = Rc::new(RefCell::new(simulation));
    let step = {
        let (simulation, wanted) = (simulation.clone(), wanted.clone());
        move || !wanted() || simulation.borrow_mut().run(DRAWS_A_STEP)
    };
    run_in_slices(step, move || {
        if wanted() {
            done(simulation.borrow().finish());
        }
    });
}

/// Calls `step` in slices until it returns true, then `done`.
pub(crate) fn run_in_slices(
    mut step: impl FnMut() -> bool + 'static,
    done: impl FnOnce() + 'static,
) {
    Timeout::new(0, move || {
        let begun = now();
        loop {
            if step() {
                return done();
            }
            if now() - begun > BUDGET {
                return run_in_slices(step, done);
            }
        }
    })
    .forget();
}

/// The present slice of a computation that also waits for other things.
pub(crate) struct Slice {
    begun: f64,
}

impl Slice {
    /// Begins the first slice once what is being shown has been painted or is about to be.
    pub(crate) async fn begin() -> Self {
        let mut slice = Self { begun: 0.0 };
        slice.pause().await;
        slice
    }

    /// Lets the page react if the slice is over, and begins the next one then.
    pub(crate) async fn pause_when_over(&mut self) {
        if now() - self.begun > BUDGET {
            self.pause().await;
        }
    }

    async fn pause(&mut self) {
        // A timeout is never rejected.
        drop(clock::sleep(0).await);
        self.begun = now();
    }
}

fn now() -> f64 {
    dom::window()
        .and_then(|window| window.performance())
        .map_or(0.0, |clock| clock.now())
}
