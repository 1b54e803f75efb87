//! The browser's local storage, and the storage of a single tab.

use web_sys::Storage;

use super::elements::window;
use super::infallible::infallible;

/// Local storage; `None` where the browser refuses access, which the state of the storage shows.
pub(crate) fn local_storage() -> Option<Storage> {
    window()?.local_storage().ok().flatten()
}

/// The storage of this tab; `None` where the browser refuses access, as above.
pub(crate) fn session_storage() -> Option<Storage> {
    window()?.session_storage().ok().flatten()
}

/// The text under a key.
pub(crate) fn get_item(storage: &Storage, key: &str) -> Option<String> {
    infallible(storage.get_item(key)).flatten()
}

/// Stores a text under a key. False where the storage is full or refused.
pub(crate) fn set_item(storage: &Storage, key: &str, value: &str) -> bool {
    storage.set_item(key, value).is_ok()
}

/// Deletes the text under a key.
pub(crate) fn remove_item(storage: &Storage, key: &str) {
    infallible(storage.remove_item(key));
}

/// All keys of a storage.
pub(crate) fn storage_keys(storage: &Storage) -> Vec<String> {
    let count = infallible(storage.length()).unwrap_or(0);
    (0..count)
        .filter_map(|at| infallible(storage.key(at)).flatten())
        .collect()
}
