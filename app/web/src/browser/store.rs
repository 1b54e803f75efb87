//! Keys and texts that outlive the page.
//!
//! A write goes to local storage at once (it survives a crash of the page in the same moment) and
//! then to IndexedDB; when the database has it, the copy in local storage goes. Where there is no
//! database the copy stays; where there is neither, [`health`] says so. Values of local storage
//! begin with `=`; a lone `-` says that the key was deleted.

use std::cell::RefCell;
use std::rc::Rc;

use idb::{Database, DatabaseEvent, Factory, KeyRange, ObjectStoreParams, Query, TransactionMode};
use leptos::prelude::*;
use wasm_bindgen::JsValue;
use web_sys::Storage;

use super::{dom, tabs};

const NAME: &str = "assay";
const TABLE: &str = "kept";
const PREFIX: &str = "assay/kept/";

/// Where answers are kept at present.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Health {
    /// In the browser's database.
    Database,
    /// In local storage.
    Local,
    /// Nowhere: the browser refuses.
    Nowhere,
    /// The last write found no room.
    Full,
}

struct Store {
    database: Option<Rc<Database>>,
    local: Option<Storage>,
    health: ArcRwSignal<Health>,
}

thread_local! {
    static STORE: RefCell<Option<Store>> = const { RefCell::new(None) };
}

/// Opens what the browser offers. Call once, before anything else here.
pub(crate) async fn open() {
    let database = open_database().await.ok().map(Rc::new);
    let local = usable_local_storage();
    let health = match (&database, &local) {
        (Some(_), _) => Health::Database,
        (None, Some(_)) => Health::Local,
        (None, None) => Health::Nowhere,
    };
    let store = Store {
        database,
        local,
        health: ArcRwSignal::new(health),
    };
    STORE.with(|slot| *slot.borrow_mut() = Some(store));
}

/// Where answers are kept, as a signal.
pub(crate) fn health() -> ArcRwSignal<Health> {
    with(|store| store.health.clone()).unwrap_or_else(|| ArcRwSignal::new(Health::Nowhere))
}

/// Where answers are kept at this moment.
pub(crate) fn health_now() -> Health {
    health().get_untracked()
}

/// Keys and what is stored under them. A list: a map's code would weigh more than all it holds.
pub(crate) type Found = Vec<(String, String)>;

/// What is stored under exactly this key.
pub(crate) async fn read_one(key: &str) -> Option<String> {
    let found = read(key).await;
    let of_key = found.into_iter().find(|(stored, _)| stored == key);
    of_key.map(|(_, value)| value)
}

/// Everything whose key begins with `prefix`, each key once.
pub(crate) async fn read(prefix: &str) -> Found {
    let database = with(|store| store.database.clone()).flatten();
    let mut found = match database {
        Some(database) => read_database(&database, prefix).await.unwrap_or_default(),
        None => Found::new(),
    };
    for (key, value) in with(|store| store.local.as_ref().map(|local| read_local(local, prefix)))
        .flatten()
        .unwrap_or_default()
    {
        found.retain(|(stored, _)| *stored != key);
        if let Some(text) = value.strip_prefix('=') {
            found.push((key, text.to_owned()));
        }
    }
    found
}

/// Stores a text under a key, or deletes what is there. `settled` is called once other tabs can
/// read it: a copy in local storage may reach them later than a message does.
pub(crate) fn write(key: &str, value: Option<&str>, settled: impl FnOnce() + 'static) {
    let marked = value.map_or_else(|| "-".to_owned(), |text| format!("={text}"));
    let noted = with(|store| {
        store
            .local
            .as_ref()
            .is_some_and(|local| local.set_item(&local_key(key), &marked).is_ok())
    });
    let noted = noted.unwrap_or(false);
    let Some(database) = with(|store| store.database.clone()).flatten() else {
        // Without a database the copy in local storage is all there is.
        report(if noted { Health::Local } else { Health::Full });
        return settled();
    };
    let (key, value) = (key.to_owned(), value.map(str::to_owned));
    wasm_bindgen_futures::spawn_local(async move {
        match write_database(&database, &key, value.as_deref()).await {
            Ok(()) => {
                forget_local(&key, &marked);
                report(Health::Database);
            }
            Err(_) => report(if noted { Health::Local } else { Health::Full }),
        }
        settled();
    });
}

/// Deletes everything that this site stored.
pub(crate) async fn erase() {
    if let Some(database) = with(|store| store.database.clone()).flatten() {
        let _ = clear_database(&database).await;
    }
    let local = with(|store| store.local.clone()).flatten();
    for storage in local.into_iter().chain(tabs::storage()) {
        let keys = local_keys(&storage).into_iter();
        for key in keys.filter(|key| key.starts_with("assay/")) {
            let _ = storage.remove_item(&key);
        }
    }
    tabs::tell(tabs::EVERYTHING);
}

fn with<T>(work: impl FnOnce(&Store) -> T) -> Option<T> {
    STORE.with(|slot| slot.borrow().as_ref().map(work))
}

fn report(now: Health) {
    let nowhere = with(|store| store.database.is_none() && store.local.is_none()).unwrap_or(true);
    let now = if nowhere { Health::Nowhere } else { now };
    if health_now() != now {
        health().set(now);
    }
}

async fn open_database() -> Result<Database, idb::Error> {
    let mut request = Factory::new()?.open(NAME, Some(1))?;
    request.on_upgrade_needed(|event| {
        if let Ok(database) = event.database() {
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
    Ok(database)
}

async fn read_database(database: &Database, prefix: &str) -> Result<Found, idb::Error> {
    let transaction = database.transaction(&[TABLE], TransactionMode::ReadOnly)?;
    let table = transaction.object_store(TABLE)?;
    let upper = format!("{prefix}\u{ffff}");
    let range = || {
        KeyRange::bound(
            &JsValue::from_str(prefix),
            &JsValue::from_str(&upper),
            None,
            None,
        )
    };
    let keys = table
        .get_all_keys(Some(Query::KeyRange(range()?)), None)?
        .await?;
    let values = table
        .get_all(Some(Query::KeyRange(range()?)), None)?
        .await?;
    let texts = keys
        .iter()
        .zip(&values)
        .filter_map(|(key, value)| key.as_string().zip(value.as_string()));
    Ok(texts.collect())
}

async fn write_database(
    database: &Database,
    key: &str,
    value: Option<&str>,
) -> Result<(), idb::Error> {
    let transaction = database.transaction(&[TABLE], TransactionMode::ReadWrite)?;
    let table = transaction.object_store(TABLE)?;
    let key = JsValue::from_str(key);
    match value {
        Some(text) => drop(table.put(&JsValue::from_str(text), Some(&key))?.await?),
        None => table.delete(Query::Key(key))?.await?,
    }
    transaction.commit()?.await?;
    Ok(())
}

async fn clear_database(database: &Database) -> Result<(), idb::Error> {
    let transaction = database.transaction(&[TABLE], TransactionMode::ReadWrite)?;
    transaction.object_store(TABLE)?.clear()?.await?;
    transaction.commit()?.await?;
    Ok(())
}

/// Local storage, if it is there and takes a value.
fn usable_local_storage() -> Option<Storage> {
    let local = dom::window()?.local_storage().ok()??;
    let probe = "assay/probe";
    local.set_item(probe, "1").ok()?;
    local.remove_item(probe).ok()?;
    Some(local)
}

fn local_key(key: &str) -> String {
    format!("{PREFIX}{key}")
}

fn local_keys(local: &Storage) -> Vec<String> {
    let count = local.length().unwrap_or(0);
    (0..count)
        .filter_map(|at| local.key(at).ok().flatten())
        .collect()
}

fn read_local(local: &Storage, prefix: &str) -> Vec<(String, String)> {
    let mut found = Vec::new();
    for stored in local_keys(local) {
        let Some(key) = stored
            .strip_prefix(PREFIX)
            .filter(|key| key.starts_with(prefix))
        else {
            continue;
        };
        if let Ok(Some(value)) = local.get_item(&stored) {
            found.push((key.to_owned(), value));
        }
    }
    found
}

/// Removes the copy in local storage, unless a later write has replaced it.
fn forget_local(key: &str, marked: &str) {
    with(|store| {
        if let Some(local) = &store.local {
            let stored = local_key(key);
            if local.get_item(&stored).ok().flatten().as_deref() == Some(marked) {
                let _ = local.remove_item(&stored);
            }
        }
    });
}
