//! Long computations in slices, so that nothing the reader does has to wait.

use std::cell::RefCell;
use std::rc::Rc;

use assay_core::{Certainty, Simulation};
use gloo::timers::callback::Timeout;

use super::dom;

/// How long a slice may take, in milliseconds: half a frame.
const BUDGET: f64 = 8.0;

/// How many draws are made between two looks at the clock.
const DRAWS_A_STEP: usize = 250;

/// Makes the draws of a simulation as long as they are wanted, then hands on what they say.
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

/// Calls `step` until it says that it is done, a few milliseconds at a time, then `done`.
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

fn now() -> f64 {
    dom::window()
        .and_then(|window| window.performance())
        .map_or(0.0, |clock| clock.now())
}
