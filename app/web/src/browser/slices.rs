//! Long computations in slices, so that nothing the reader does has to wait.

use gloo::timers::callback::Timeout;

use super::dom;

/// How long a slice may take, in milliseconds: half a frame.
const BUDGET: f64 = 8.0;

/// Calls `step` until it says that it is done, a few milliseconds at a time, then `done`.
pub(crate) fn in_slices(mut step: impl FnMut() -> bool + 'static, done: impl FnOnce() + 'static) {
    Timeout::new(0, move || {
        let begun = now();
        loop {
            if step() {
                return done();
            }
            if now() - begun > BUDGET {
                return in_slices(step, done);
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
