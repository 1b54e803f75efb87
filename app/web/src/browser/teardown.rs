//! Listeners, effects and views that live until the app gives up the page.

use std::any::Any;
use std::cell::RefCell;

thread_local! {
    static KEPT: RefCell<Vec<Box<dyn Any>>> = const { RefCell::new(Vec::new()) };
}

/// Keeps a value alive until [`run`].
pub(crate) fn keep_alive(thing: impl Any) {
    KEPT.with_borrow_mut(|kept| kept.push(Box::new(thing)));
}

/// Drops everything that was kept, so that this app reacts to nothing any more. Not to be called from
/// a listener that is kept.
pub(crate) fn run() {
    drop(KEPT.take());
}
