//! The reader's preferences, such as language and number keys. Where the browser stores nothing they
//! last as long as the page.

use std::cell::RefCell;

use web_sys::Storage;

use super::dom;

thread_local! {
    static CHOSEN: RefCell<Vec<(String, String)>> = const { RefCell::new(Vec::new()) };
}

/// The value of a preference, if it is set.
pub(crate) fn get(name: &str) -> Option<String> {
    let chosen = CHOSEN.with_borrow(|chosen| {
        let found = chosen.iter().find(|(known, _)| known == name);
        found.map(|(_, value)| value.clone())
    });
    chosen.or_else(|| storage()?.get_item(&key(name)).ok().flatten())
}

/// Sets a preference.
pub(crate) fn set(name: &str, value: &str) {
    CHOSEN.with_borrow_mut(|chosen| {
        chosen.retain(|(known, _)| known != name);
        chosen.push((name.to_owned(), value.to_owned()));
    });
    if let Some(storage) = storage() {
        // Where storage is full or refused, the preference lasts as long as the page.
        drop(storage.set_item(&key(name), value));
    }
}

/// Local storage; `None` where the browser refuses access.
fn storage() -> Option<Storage> {
    dom::window()?.local_storage().ok().flatten()
}

fn key(name: &str) -> String {
    format!("assay/{name}")
}
