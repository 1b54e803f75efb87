//! The browser's local storage, and the storage of a single tab.

use web_sys::Storage;

use super::console::log_error;
use super::elements::window;

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
    log_error("read local storage", storage.get_item(key)).flatten()
}

/// Stores a text under a key. False where the storage is full or refused.
pub(crate) fn set_item(storage: &Storage, key: &str, value: &str) -> bool {
    storage.set_item(key, value).is_ok()
}

/// Deletes the text under a key.
pub(crate) fn remove_item(storage: &Storage, key: &str) {
    log_error("delete from local storage", storage.remove_item(key));
}

/// All keys of a storage.
pub(crate) fn storage_keys(storage: &Storage) -> Vec<String> {
    const ATTEMPT: &str = "list what local storage holds";
    let count = log_error(ATTEMPT, storage.length()).unwrap_or(0);
    (0..count)
        .filter_map(|at| log_error(ATTEMPT, storage.key(at)).flatten())
        .collect()
}
