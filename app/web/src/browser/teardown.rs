//! What lives as long as the program has the page: listeners, effects, what is mounted.

use std::any::Any;
use std::cell::RefCell;

thread_local! {
    static KEPT: RefCell<Vec<Box<dyn Any>>> = const { RefCell::new(Vec::new()) };
}

/// Keeps something until the program gives the page away.
pub(crate) fn keep_alive(thing: impl Any) {
    KEPT.with_borrow_mut(|kept| kept.push(Box::new(thing)));
}

/// Lets go of all that was kept: this program hears and shows nothing any more. Not while one of
/// the listeners is running, which cannot outlive itself.
pub(crate) fn run() {
    drop(KEPT.take());
}
