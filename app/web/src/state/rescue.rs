//! The answers as a file, for the page that a panic leaves behind.

use std::cell::RefCell;

use super::Session;

thread_local! {
    static PRESENT: RefCell<Option<Session>> = const { RefCell::new(None) };
}

/// Remembers which assessment a panic would have to save.
pub(crate) fn set_rescue_session(session: &Session) {
    PRESENT.with(|present| {
        if let Ok(mut present) = present.try_borrow_mut() {
            *present = Some(session.clone());
        }
    });
}

/// The present assessment as a file, as far as it can be read in the middle of a panic.
pub(crate) fn rescue_file() -> Option<String> {
    PRESENT.with(|present| present.try_borrow().ok()?.as_ref()?.try_to_json())
}
