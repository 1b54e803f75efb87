//! The reader's preferences, such as language and number keys. Where the browser stores nothing they
//! last as long as the page.

use std::cell::RefCell;

use super::web_storage::{self, local_storage};

thread_local! {
    static CHOSEN: RefCell<Vec<(String, String)>> = const { RefCell::new(Vec::new()) };
}

/// The value of a preference, if it is set.
pub(crate) fn get(name: &str) -> Option<String> {
    let chosen = CHOSEN.with_borrow(|chosen| {
        let found = chosen.iter().find(|(known, _)| known == name);
        found.map(|(_, value)| value.clone())
    });
    chosen.or_else(|| web_storage::get_item(&local_storage()?, &key(name)))
}

/// Sets a preference.
pub(crate) fn set(name: &str, value: &str) {
    CHOSEN.with_borrow_mut(|chosen| {
        chosen.retain(|(known, _)| known != name);
        chosen.push((name.to_owned(), value.to_owned()));
    });
    if let Some(storage) = local_storage() {
        // Where storage is full or refused, the preference lasts as long as the page.
        web_storage::set_item(&storage, &key(name), value);
    }
}

fn key(name: &str) -> String {
    format!("assay/{name}")
}
