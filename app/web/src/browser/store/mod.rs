//! Texts under keys that outlive the page.
//!
//! `operations` decides where a text is stored, `connection` opens and reopens the database,
//! `local_copies` holds what the database does not have yet, all over the state in `tiered`.
//! `revisions` and `summaries` keep what is computed of assessments. `browser_backend` and `indexed_db` are the browser's side.

mod backend;
mod browser_backend;
mod connection;
mod indexed_db;
mod local_copies;
mod operations;
mod revisions;
mod summaries;
mod tiered;

#[cfg(test)]
mod tests;

use std::cell::{Cell, OnceCell};
use std::rc::Rc;

use js_sys::Promise;
use leptos::prelude::*;
use wasm_bindgen_futures::JsFuture;

use self::backend::KEY_PREFIX;
pub(crate) use self::backend::{
    Change, Entries, PartialRead, ReadResult, StorageError, StorageHealth,
};
use self::browser_backend::BrowserBackend;
pub(crate) use self::revisions::assessment_key;
use self::tiered::TieredStore;
use super::web_storage::{self, storage_keys};
use super::{persistence, tabs};

type Store = Rc<TieredStore<BrowserBackend>>;

thread_local! {
    static STORE: OnceCell<(Store, ArcRwSignal<StorageHealth>)> = const { OnceCell::new() };
}

fn store_and_health() -> (Store, ArcRwSignal<StorageHealth>) {
    let create = || {
        let backend = BrowserBackend::new();
        let health = backend.health.clone();
        (Rc::new(TieredStore::new(backend)), health)
    };
    STORE.with(|store| store.get_or_init(create).clone())
}

fn store() -> Store {
    store_and_health().0
}

/// Opens the browser's storage, waiting at most two seconds. To be called before anything else here.
pub(crate) async fn open_store() {
    store().open().await;
}

/// Calls back when a database that exceeded its time to open answers after all.
pub(crate) fn on_late_database(callback: impl Fn() + 'static) {
    store().on_late_database(Rc::new(callback));
}

/// Has a live value written again whenever its stored state may be lost, until the returned guard
/// is dropped.
pub(crate) fn register_rewrite(write: impl Fn() + 'static) -> RewriteGuard {
    RewriteGuard(store().register_rewrite(Rc::new(write)))
}

/// Ends, when dropped, the registration of a live value.
#[must_use]
pub(crate) struct RewriteGuard(u32);

impl Drop for RewriteGuard {
    fn drop(&mut self) {
        store().unregister_rewrite(self.0);
    }
}

/// Where texts are stored, as a signal.
pub(crate) fn health_signal() -> ArcRwSignal<StorageHealth> {
    store_and_health().1
}

/// Where texts are stored at this moment.
pub(crate) fn current_health() -> StorageHealth {
    health_signal().get_untracked()
}

/// The text under exactly this key.
///
/// # Errors
/// What local storage has, if the database cannot be read at present.
pub(crate) async fn read_key(key: &str) -> ReadResult<Option<String>> {
    let of_key = |entries: Entries| {
        let mut entries = entries.into_iter().filter(|(stored, _)| stored == key);
        entries.next().map(|(_, value)| value)
    };
    match read_prefix(key).await {
        Ok(entries) => Ok(of_key(entries)),
        Err(PartialRead(entries)) => Err(PartialRead(of_key(entries))),
    }
}

/// The entries whose keys begin with `prefix`, each key once.
///
/// # Errors
/// What local storage has of them, if the database cannot be read at present.
pub(crate) async fn read_prefix(prefix: &str) -> ReadResult<Entries> {
    store().read(prefix).await
}

/// Stores a text under a key, or deletes it. `settled` is called when other tabs can read the
/// change: a copy in local storage may reach them later than a message does.
pub(crate) fn write_key(
    key: &str,
    value: Option<&str>,
    settled: impl FnOnce(Result<(), StorageError>) + 'static,
) {
    let change = (key.to_owned(), value.map(str::to_owned));
    write_changes(vec![change], String::new(), settled);
}

/// Makes changes, all or none. Where nothing is stored under `owner` (unless that is empty) every
/// live value is written again.
pub(crate) fn write_changes(
    changes: Vec<Change>,
    owner: String,
    settled: impl FnOnce(Result<(), StorageError>) + 'static,
) {
    persistence::request_persistence();
    store().write(changes, owner, Box::new(settled));
}

/// Makes changes, all or none, and waits until other tabs can read them.
///
/// # Errors
/// If no place has room for them.
pub(crate) async fn write_and_wait(changes: Vec<Change>) -> Result<(), StorageError> {
    if changes.is_empty() {
        return Ok(());
    }
    let outcome = Rc::new(Cell::new(Err(StorageError)));
    let mut changes = Some(changes);
    let promise = Promise::new(&mut |resolve, _| {
        let outcome = outcome.clone();
        let changes = changes.take().unwrap_or_default();
        write_changes(changes, String::new(), move |result| {
            outcome.set(result);
            // Calling a promise's own function does not throw.
            drop(resolve.call0(&resolve));
        });
    });
    // The promise is never rejected.
    drop(JsFuture::from(promise).await);
    outcome.get()
}

/// Deletes the entries whose keys begin with `prefix`.
///
/// # Errors
/// If the database does not answer; then nothing was deleted.
pub(crate) async fn delete_prefix(prefix: &str) -> Result<(), StorageError> {
    store().delete(prefix).await
}

/// What is stored under `list/`; `None` where the database does not have all records of assessments at
/// present.
pub(crate) async fn read_summaries() -> Option<Entries> {
    store().read_summaries().await
}

/// The number of all records of assessments; `None` where the database does not tell.
pub(crate) async fn count_records() -> Option<usize> {
    store().count_records().await
}

/// Stores what was computed of an assessment, or deletes it. A failure has no effect.
pub(crate) async fn write_summary(key: &str, summary: Option<String>) {
    store().write_summary(key, summary).await;
}

/// Stores how many records belong to no listed assessment; `None` if there are no assessments. A failure
/// has no effect.
pub(crate) async fn write_unlisted(count: Option<usize>) {
    store().write_unlisted(count).await;
}

/// Deletes everything that this site stored.
///
/// # Errors
/// If the database does not answer; then nothing was deleted.
pub(crate) async fn erase_all() -> Result<(), StorageError> {
    store().erase().await?;
    if let Some(storage) = web_storage::session_storage() {
        let keys = storage_keys(&storage).into_iter();
        for key in keys.filter(|key| key.starts_with(KEY_PREFIX)) {
            web_storage::remove_item(&storage, &key);
        }
    }
    tabs::announce_change(tabs::ALL_KEYS);
    Ok(())
}
