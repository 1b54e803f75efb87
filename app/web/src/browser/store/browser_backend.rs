//! What a browser offers to keep texts: `IndexedDB` and local storage.

use std::cell::RefCell;
use std::pin::{Pin, pin};
use std::rc::Rc;
use std::task::Poll;

use gloo::timers::callback::Timeout;
use idb::{Database, DatabaseEvent, Factory, KeyRange, ObjectStore, ObjectStoreParams, Query};
use idb::{Transaction, TransactionMode};
use js_sys::{Function, Promise};
use leptos::prelude::*;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;
use web_sys::Storage;

use super::tiered::{Change, Entries, StorageBackend, StorageError, StorageHealth};
use crate::browser::dom;

const NAME: &str = "assay";
const TABLE: &str = "kept";

/// The browser's places, and the signal that says where answers are kept.
pub(super) struct BrowserBackend {
    local: Option<Storage>,
    takes: bool,
    pub(super) health: ArcRwSignal<StorageHealth>,
}

impl BrowserBackend {
    pub(super) fn new() -> Self {
        let local = dom::window().and_then(|window| window.local_storage().ok().flatten());
        let probe = "assay/probe";
        let takes = local.as_ref().is_some_and(|local| {
            local.set_item(probe, "1").is_ok() && local.remove_item(probe).is_ok()
        });
        Self {
            local,
            takes,
            health: ArcRwSignal::new(StorageHealth::Database),
        }
    }
}

impl From<idb::Error> for StorageError {
    fn from(_: idb::Error) -> Self {
        Self
    }
}

impl StorageBackend for BrowserBackend {
    type Database = Rc<Database>;

    async fn open(&self) -> Result<(Rc<Database>, bool), StorageError> {
        let anew = Rc::new(std::cell::Cell::new(false));
        let made = anew.clone();
        let mut request = Factory::new()?.open(NAME, Some(1))?;
        request.on_upgrade_needed(move |event| {
            made.set(true);
            if let Ok(database) = event.database() {
                // Where it fails the request fails too.
                let _ = database.create_object_store(TABLE, ObjectStoreParams::new());
            }
        });
        let mut database = request.await?;
        // Another tab wants to delete or upgrade the database: let it.
        database.on_version_change(|event| {
            if let Ok(database) = event.database() {
                database.close();
            }
        });
        Ok((Rc::new(database), anew.get()))
    }

    async fn read(&self, database: &Rc<Database>, prefix: &str) -> Result<Entries, StorageError> {
        let (database, prefix) = (database.clone(), prefix.to_owned());
        to_the_end(async move {
            let (_, table) = begin(&database, TransactionMode::ReadOnly)?;
            let keys = table.get_all_keys(Some(beginning(&prefix)?), None)?.await?;
            let values = table.get_all(Some(beginning(&prefix)?), None)?.await?;
            let texts = keys
                .iter()
                .zip(&values)
                .filter_map(|(key, value)| key.as_string().zip(value.as_string()));
            Ok(texts.collect())
        })
        .await
    }

    async fn write(
        &self,
        database: &Rc<Database>,
        needed: &str,
        changes: impl FnOnce() -> Vec<Change> + 'static,
    ) -> Result<bool, StorageError> {
        let (database, needed) = (database.clone(), needed.to_owned());
        to_the_end(async move {
            let (transaction, table) = begin(&database, TransactionMode::ReadWrite)?;
            // Once this is answered the transaction has begun.
            let key = Query::Key(JsValue::from_str(&needed));
            let there = table.count(Some(key))?.await? > 0;
            for (key, value) in changes() {
                let key = JsValue::from_str(&key);
                match value {
                    Some(text) => drop(table.put(&JsValue::from_str(&text), Some(&key))?),
                    None => drop(table.delete(Query::Key(key))?),
                }
            }
            end(transaction).await.map(|()| there)
        })
        .await
    }

    async fn delete(&self, database: &Rc<Database>, prefix: &str) -> Result<(), StorageError> {
        let (database, prefix) = (database.clone(), prefix.to_owned());
        to_the_end(async move {
            let (transaction, table) = begin(&database, TransactionMode::ReadWrite)?;
            drop(table.delete(beginning(&prefix)?)?);
            end(transaction).await
        })
        .await
    }

    fn spawn(work: impl Future<Output = ()> + 'static) {
        wasm_bindgen_futures::spawn_local(work);
    }

    async fn within<T>(millis: u32, work: impl Future<Output = T>) -> Option<T> {
        let mut timer = None;
        let mut over = JsFuture::from(Promise::new(&mut |resolve: Function, _| {
            timer = Some(Timeout::new(millis, move || {
                let _ = resolve.call0(&JsValue::NULL);
            }));
        }));
        let mut work = pin!(work);
        std::future::poll_fn(|context| match work.as_mut().poll(context) {
            Poll::Ready(done) => Poll::Ready(Some(done)),
            Poll::Pending => Pin::new(&mut over).poll(context).map(|_| None),
        })
        .await
    }

    fn has_local(&self) -> bool {
        self.takes
    }

    fn local_keys(&self) -> Vec<String> {
        self.local.as_ref().map(storage_keys).unwrap_or_default()
    }

    fn local(&self, key: &str) -> Option<String> {
        self.local.as_ref()?.get_item(key).ok().flatten()
    }

    fn set_local(&self, key: &str, value: &str) -> bool {
        let local = self.local.as_ref();
        local.is_some_and(|local| local.set_item(key, value).is_ok())
    }

    fn remove_local(&self, key: &str) {
        if let Some(local) = &self.local {
            // It throws nowhere that it can be read.
            let _ = local.remove_item(key);
        }
    }

    fn report(&self, health: StorageHealth) {
        if self.health.get_untracked() != health {
            self.health.set(health);
        }
    }
}

pub(super) fn storage_keys(storage: &Storage) -> Vec<String> {
    let count = storage.length().unwrap_or(0);
    (0..count)
        .filter_map(|at| storage.key(at).ok().flatten())
        .collect()
}

fn begin(
    database: &Database,
    mode: TransactionMode,
) -> Result<(Transaction, ObjectStore), idb::Error> {
    let transaction = database.transaction(&[TABLE], mode)?;
    let table = transaction.object_store(TABLE)?;
    Ok((transaction, table))
}

/// Runs something to its end even if nobody waits for it any more: the browser calls back into it.
async fn to_the_end<T: 'static>(
    work: impl Future<Output = Result<T, StorageError>> + 'static,
) -> Result<T, StorageError> {
    let result = Rc::new(RefCell::new(Err(StorageError)));
    let slot = result.clone();
    let mut work = Some(work);
    let ended = Promise::new(&mut |resolve: Function, _| {
        let (slot, work) = (slot.clone(), work.take());
        wasm_bindgen_futures::spawn_local(async move {
            if let Some(work) = work {
                *slot.borrow_mut() = work.await;
            }
            let _ = resolve.call0(&JsValue::NULL);
        });
    });
    // It is never refused.
    let _ = JsFuture::from(ended).await;
    result.replace(Err(StorageError))
}

/// Waits until everything is on disk. A transaction that was aborted, as for want of room, has
/// stored nothing. An error is always followed by an abort, and nothing comes after that.
async fn end(mut transaction: Transaction) -> Result<(), StorageError> {
    let ended = Promise::new(&mut |resolve: Function, _| {
        let complete = resolve.clone();
        transaction.on_complete(move |_| drop(complete.call1(&JsValue::NULL, &JsValue::TRUE)));
        transaction.on_abort(move |_| drop(resolve.call1(&JsValue::NULL, &JsValue::FALSE)));
    });
    let complete = JsFuture::from(ended).await;
    if complete.is_ok_and(|complete| complete.is_truthy()) {
        Ok(())
    } else {
        Err(StorageError)
    }
}

/// All keys that begin so.
fn beginning(prefix: &str) -> Result<Query, idb::Error> {
    let (lower, upper) = (prefix, format!("{prefix}\u{ffff}"));
    let (lower, upper) = (JsValue::from_str(lower), JsValue::from_str(&upper));
    KeyRange::bound(&lower, &upper, None, None).map(Query::KeyRange)
}
