//! The current assessment as a file, for the failure page after a panic.

use std::cell::RefCell;

use super::Session;

thread_local! {
    static PRESENT: RefCell<Option<Session>> = const { RefCell::new(None) };
}

/// Sets the assessment that the failure page offers as a file.
pub(crate) fn set_rescue_session(session: &Session) {
    PRESENT.with(|present| {
        if let Ok(mut present) = present.try_borrow_mut() {
            *present = Some(session.clone());
        }
    });
}

/// The current assessment as a file, if it can be read during a panic.
pub(crate) fn rescue_file() -> Option<String> {
    PRESENT.with(|present| present.try_borrow().ok()?.as_ref()?.try_to_json())
}
