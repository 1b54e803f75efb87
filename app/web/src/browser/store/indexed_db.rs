//! The browser's database (`IndexedDB`): one object store of texts under keys.
//!
//! Promises' own functions serve as event handlers, so that a request that nobody awaits any more
//! leaves nothing behind that the browser could call.

use std::cell::Cell;
use std::rc::Rc;

use js_sys::{Array, Promise, Reflect};
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{IdbDatabase, IdbKeyRange, IdbObjectStore, IdbTransaction, IdbTransactionMode};

use super::backend::{Entries, Outcome, Reply, Request, StorageError};
use super::revisions::with_revisions;
use crate::browser::{LocalFuture, clock, dom};

const NAME: &str = "assay";
const VERSION: u32 = 1;
const OBJECT_STORE: &str = "kept";

impl From<JsValue> for StorageError {
    /// Why a request failed changes nothing for a caller; that it failed is shown as the storage's
    /// health.
    fn from(_: JsValue) -> Self {
        Self
    }
}

/// Opens the database. True if it was created by this call.
pub(super) async fn open() -> Result<(IdbDatabase, bool), StorageError> {
    let factory = dom::window().ok_or(StorageError)?.indexed_db()?;
    let request = factory.ok_or(StorageError)?.open_with_u32(NAME, VERSION)?;
    let is_new = Rc::new(Cell::new(false));
    let (created, upgrading) = (is_new.clone(), request.clone());
    let upgrade = Closure::<dyn Fn()>::new(move || {
        created.set(true);
        if let Ok(database) = upgrading.result() {
            // Where this fails the opening fails with it.
            let database: &IdbDatabase = database.unchecked_ref();
            drop(database.create_object_store(OBJECT_STORE));
        }
    });
    request.set_onupgradeneeded(Some(upgrade.as_ref().unchecked_ref()));
    events(&request, "onsuccess", "onerror").await?;
    let database: IdbDatabase = request.result()?.unchecked_into();
    // Another tab wants to delete or upgrade the database.
    let closing = database.clone();
    let close = Closure::<dyn Fn()>::new(move || closing.close());
    database.set_onversionchange(Some(&close.into_js_value().unchecked_into()));
    Ok((database, is_new.get()))
}

/// Executes a request in a transaction of its own.
pub(super) async fn execute(database: IdbDatabase, request: Request) -> Outcome {
    let mode = match request {
        Request::Read(_) => IdbTransactionMode::Readonly,
        _ => IdbTransactionMode::Readwrite,
    };
    let transaction = database.transaction_with_str_and_mode(OBJECT_STORE, mode)?;
    let store = transaction.object_store(OBJECT_STORE)?;
    let reply = match request {
        Request::Read(prefix) => return read(&store, &prefix).await.map(Reply::Entries),
        Request::Write { owner, changes } => {
            let count = store.count_with_key(&JsValue::from_str(&owner))?;
            // The transaction has begun when the first of its requests is answered.
            events(&count, "onsuccess", "onerror").await?;
            let owner_exists = count.result()?.is_truthy();
            for (key, value) in with_revisions(changes(owner_exists), &clock::generate_key()) {
                let key = JsValue::from_str(&key);
                match value {
                    Some(text) => store.put_with_key(&JsValue::from_str(&text), &key)?,
                    None => store.delete(&key)?,
                };
            }
            Reply::Written { owner_exists }
        }
        Request::Delete(prefix) => {
            store.delete(&JsValue::from(keys_from(&prefix)?))?;
            Reply::Done
        }
    };
    committed(&transaction).await?;
    Ok(reply)
}

/// The number of entries whose keys begin with `prefix`. The browser visits each of them.
pub(super) async fn count(database: IdbDatabase, prefix: &str) -> Outcome {
    let transaction = database.transaction_with_str(OBJECT_STORE)?;
    let store = transaction.object_store(OBJECT_STORE)?;
    let count = store.count_with_key(&JsValue::from(keys_from(prefix)?))?;
    events(&count, "onsuccess", "onerror").await?;
    let count = count.result()?.as_f64().ok_or(StorageError)?;
    Ok(Reply::Counted(count as usize))
}

async fn read(store: &IdbObjectStore, prefix: &str) -> Result<Entries, StorageError> {
    let range = keys_from(prefix)?;
    let keys = store.get_all_keys_with_key(&range)?;
    let values = store.get_all_with_key(&range)?;
    // Requests of a transaction are answered in their order, and all fail if one fails.
    events(&values, "onsuccess", "onerror").await?;
    let keys: Array = keys.result()?.unchecked_into();
    let values: Array = values.result()?.unchecked_into();
    let texts = keys.iter().zip(values.iter());
    Ok(texts
        .filter_map(|(key, value)| key.as_string().zip(value.as_string()))
        .collect())
}

/// Waits until everything is on disk. A transaction that was aborted, for want of room for example,
/// has stored nothing. An error is always followed by an abort.
async fn committed(transaction: &IdbTransaction) -> Result<(), StorageError> {
    events(transaction, "oncomplete", "onabort").await
}

/// Waits for the first of two events; the second is an error. Boxed, so that the code that waits
/// exists once.
fn events(
    target: &JsValue,
    success: &str,
    failure: &str,
) -> LocalFuture<'static, Result<(), StorageError>> {
    let promise = Promise::new(&mut |resolve, reject| {
        for (handler, function) in [(success, resolve), (failure, reject)] {
            // These properties can be set on every request and transaction.
            drop(Reflect::set(target, &handler.into(), &function));
        }
    });
    Box::pin(async move {
        JsFuture::from(promise).await?;
        Ok(())
    })
}

/// All keys that begin with `prefix`.
fn keys_from(prefix: &str) -> Result<IdbKeyRange, JsValue> {
    let (lower, upper) = (prefix.into(), format!("{prefix}\u{ffff}").into());
    IdbKeyRange::bound(&lower, &upper)
}
