//! Listeners, effects and views that live until the app gives up the page.

use std::any::Any;
use std::cell::RefCell;

thread_local! {
    static LIVE_VALUES: RefCell<Vec<Box<dyn Any>>> = const { RefCell::new(Vec::new()) };
}

/// Keeps a value alive until [`run`].
pub(crate) fn keep_alive(thing: impl Any) {
    LIVE_VALUES.with_borrow_mut(|kept| kept.push(Box::new(thing)));
}

/// Drops every value, so that this app reacts to nothing any more. Not to be called from
/// a listener among them.
pub(crate) fn run() {
    drop(LIVE_VALUES.take());
}
