//! Keys and texts that outlive the page. `keeper` decides what is kept where and what happens when
//! a place fails; `browser` is what the browser offers.

mod browser;
mod keeper;

#[cfg(test)]
mod tests;

use std::cell::OnceCell;
use std::rc::Rc;

use leptos::prelude::*;

use self::browser::{Browser, keys_of};
pub(crate) use self::keeper::{Change, Failed, Found, Health, Read, Unread};
use self::keeper::{Keeper, OWN};
use super::{persistence, tabs};

thread_local! {
    static STORE: OnceCell<(Rc<Keeper<Browser>>, ArcRwSignal<Health>)> = const { OnceCell::new() };
}

fn store() -> (Rc<Keeper<Browser>>, ArcRwSignal<Health>) {
    let make = || {
        let browser = Browser::new();
        let health = browser.health.clone();
        (Rc::new(Keeper::new(browser)), health)
    };
    STORE.with(|store| store.get_or_init(make).clone())
}

fn keeper() -> Rc<Keeper<Browser>> {
    store().0
}

/// Opens what the browser offers, waiting two seconds at most. Call once, before anything else here.
pub(crate) async fn open() {
    keeper().open().await;
}

/// Calls back when a database that did not answer in time can be read after all.
pub(crate) fn when_it_comes(came: impl Fn() + 'static) {
    keeper().when_it_comes(Rc::new(came));
}

/// Has something live written again whenever what was stored of it may be lost, as long as the
/// result of this lives.
pub(crate) fn keep_live(write: impl Fn() + 'static) -> Live {
    Live(keeper().keep_live(Rc::new(write)))
}

/// Something live that is written again after a loss.
#[must_use]
pub(crate) struct Live(u32);

impl Drop for Live {
    fn drop(&mut self) {
        keeper().forget_live(self.0);
    }
}

/// Where answers are kept, as a signal.
pub(crate) fn health() -> ArcRwSignal<Health> {
    store().1
}

/// Where answers are kept at this moment.
pub(crate) fn health_now() -> Health {
    health().get_untracked()
}

/// What is stored under exactly this key.
///
/// # Errors
/// If the database cannot be read at present.
pub(crate) async fn read_one(key: &str) -> Read<Option<String>> {
    let of_key = |found: Found| {
        let mut found = found.into_iter().filter(|(stored, _)| stored == key);
        found.next().map(|(_, value)| value)
    };
    read(key)
        .await
        .map(of_key)
        .map_err(|Unread(part)| Unread(of_key(part)))
}

/// Everything whose key begins with `prefix`, each key once.
///
/// # Errors
/// What local storage has of it, if the database cannot be read at present.
pub(crate) async fn read(prefix: &str) -> Read<Found> {
    keeper().read(prefix).await
}

/// Stores a text under a key, or deletes what is there. `settled` is called once other tabs can
/// read it: a copy in local storage may reach them later than a message does.
pub(crate) fn write(
    key: &str,
    value: Option<&str>,
    settled: impl FnOnce(Result<(), Failed>) + 'static,
) {
    let change = (key.to_owned(), value.map(str::to_owned));
    write_all(vec![change], String::new(), settled);
}

/// Makes changes, all or none. What they belong to is stored under `needed` (empty where they
/// belong to nothing); where that is gone, everything live is written again.
pub(crate) fn write_all(
    changes: Vec<Change>,
    needed: String,
    settled: impl FnOnce(Result<(), Failed>) + 'static,
) {
    persistence::ask();
    keeper().write(changes, needed, settled);
}

/// Deletes everything whose key begins with `prefix`.
///
/// # Errors
/// If the database does not answer; then nothing was deleted.
pub(crate) async fn delete(prefix: &str) -> Result<(), Failed> {
    keeper().delete(prefix).await
}

/// Deletes everything that this site stored.
///
/// # Errors
/// If the database does not answer; then nothing was deleted.
pub(crate) async fn erase() -> Result<(), Failed> {
    keeper().erase().await?;
    if let Some(storage) = tabs::storage() {
        for key in keys_of(&storage).iter().filter(|key| key.starts_with(OWN)) {
            // It throws nowhere that it can be read.
            let _ = storage.remove_item(key);
        }
    }
    tabs::tell(tabs::EVERYTHING);
    Ok(())
}
