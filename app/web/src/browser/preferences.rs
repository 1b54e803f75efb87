//! Small choices of the reader that outlive the page: language, number keys.

use gloo::storage::{LocalStorage, Storage};

/// The preference, if it was stored and storage answers.
pub(crate) fn get(name: &str) -> Option<String> {
    LocalStorage::raw().get_item(&key(name)).ok().flatten()
}

/// Stores a preference; where storage refuses it lasts as long as the page.
pub(crate) fn set(name: &str, value: &str) {
    let _ = LocalStorage::raw().set_item(&key(name), value);
}

fn key(name: &str) -> String {
    format!("assay/{name}")
}
