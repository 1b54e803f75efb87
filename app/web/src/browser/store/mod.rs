//! Keys and texts that outlive the page. `tiered` decides what is kept where and what happens when
//! a place fails; `browser_backend` is what the browser offers.

mod browser_backend;
mod tiered;

#[cfg(test)]
mod tests;

use std::cell::OnceCell;
use std::rc::Rc;

use leptos::prelude::*;

use self::browser_backend::{BrowserBackend, storage_keys};
pub(crate) use self::tiered::{
    Change, Entries, PartialRead, ReadResult, StorageError, StorageHealth,
};
use self::tiered::{OWN, TieredStore};
use super::{persistence, tabs};

thread_local! {
    static STORE: OnceCell<(Rc<TieredStore<BrowserBackend>>, ArcRwSignal<StorageHealth>)> = const { OnceCell::new() };
}

fn store() -> (Rc<TieredStore<BrowserBackend>>, ArcRwSignal<StorageHealth>) {
    let make = || {
        let browser = BrowserBackend::new();
        let health = browser.health.clone();
        (Rc::new(TieredStore::new(browser)), health)
    };
    STORE.with(|store| store.get_or_init(make).clone())
}

fn keeper() -> Rc<TieredStore<BrowserBackend>> {
    store().0
}

/// Opens what the browser offers, waiting two seconds at most. Call once, before anything else here.
pub(crate) async fn open_store() {
    keeper().open().await;
}

/// Calls back when a database that did not answer in time can be read after all.
pub(crate) fn on_late_database(came: impl Fn() + 'static) {
    keeper().when_it_comes(Rc::new(came));
}

/// Has something live written again whenever what was stored of it may be lost, as long as the
/// result of this lives.
pub(crate) fn register_rewrite(write: impl Fn() + 'static) -> RewriteGuard {
    RewriteGuard(keeper().keep_live(Rc::new(write)))
}

/// Something live that is written again after a loss.
#[must_use]
pub(crate) struct RewriteGuard(u32);

impl Drop for RewriteGuard {
    fn drop(&mut self) {
        keeper().forget_live(self.0);
    }
}

/// Where answers are kept, as a signal.
pub(crate) fn health_signal() -> ArcRwSignal<StorageHealth> {
    store().1
}

/// Where answers are kept at this moment.
pub(crate) fn current_health() -> StorageHealth {
    health_signal().get_untracked()
}

/// What is stored under exactly this key.
///
/// # Errors
/// If the database cannot be read at present.
pub(crate) async fn read_key(key: &str) -> ReadResult<Option<String>> {
    let of_key = |found: Entries| {
        let mut found = found.into_iter().filter(|(stored, _)| stored == key);
        found.next().map(|(_, value)| value)
    };
    read_prefix(key)
        .await
        .map(of_key)
        .map_err(|PartialRead(part)| PartialRead(of_key(part)))
}

/// Everything whose key begins with `prefix`, each key once.
///
/// # Errors
/// What local storage has of it, if the database cannot be read at present.
pub(crate) async fn read_prefix(prefix: &str) -> ReadResult<Entries> {
    keeper().read(prefix).await
}

/// Stores a text under a key, or deletes what is there. `settled` is called once other tabs can
/// read it: a copy in local storage may reach them later than a message does.
pub(crate) fn write_key(
    key: &str,
    value: Option<&str>,
    settled: impl FnOnce(Result<(), StorageError>) + 'static,
) {
    let change = (key.to_owned(), value.map(str::to_owned));
    write_changes(vec![change], String::new(), settled);
}

/// Makes changes, all or none. What they belong to is stored under `needed` (empty where they
/// belong to nothing); where that is gone, everything live is written again.
pub(crate) fn write_changes(
    changes: Vec<Change>,
    needed: String,
    settled: impl FnOnce(Result<(), StorageError>) + 'static,
) {
    persistence::request_persistence();
    keeper().write(changes, needed, settled);
}

/// Deletes everything whose key begins with `prefix`.
///
/// # Errors
/// If the database does not answer; then nothing was deleted.
pub(crate) async fn delete_prefix(prefix: &str) -> Result<(), StorageError> {
    keeper().delete(prefix).await
}

/// Deletes everything that this site stored.
///
/// # Errors
/// If the database does not answer; then nothing was deleted.
pub(crate) async fn erase_all() -> Result<(), StorageError> {
    keeper().erase().await?;
    if let Some(storage) = tabs::session_storage() {
        for key in storage_keys(&storage)
            .iter()
            .filter(|key| key.starts_with(OWN))
        {
            // It throws nowhere that it can be read.
            let _ = storage.remove_item(key);
        }
    }
    tabs::announce_change(tabs::ALL_KEYS);
    Ok(())
}
