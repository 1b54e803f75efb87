//! Decides which place a text is written to and read from while the browser's database or its
//! local storage fails.
//!
//! A write goes to local storage at once and then to the database; when the database has it, the
//! local copy is removed. A database that fails is reopened once and asked again. One that still
//! fails is [`Unavailable`](StorageHealth::Unavailable): its contents are unknown, which differs
//! from empty. After a loss every live value is written again.

use std::cell::{Cell, RefCell};
use std::rc::Rc;
use std::task::Waker;

use super::backend::{
    Change, Entries, PartialRead, ReadResult, Reply, Request, StorageBackend, StorageError,
    StorageHealth,
};
use super::connection::Connection;
use super::local_copies::{COPY_PREFIX, DATABASE_MARKER, KEY_PREFIX};

/// Called when a write has found its place, or failed.
pub(super) type Settled = Box<dyn FnOnce(Result<(), StorageError>)>;

pub(super) type Callback = Rc<dyn Fn()>;

/// A store of texts under keys, over a database and local storage.
pub(super) struct TieredStore<B: StorageBackend> {
    pub(super) backend: B,
    pub(super) connection: RefCell<Connection<B::Database>>,
    /// How often the database was opened.
    pub(super) openings: Cell<u32>,
    pub(super) is_opening: Cell<bool>,
    /// Whether opening exceeded its time; nobody waits for it again until it answers.
    pub(super) is_late: Cell<bool>,
    /// Whether the last request to the database failed.
    pub(super) is_unavailable: Cell<bool>,
    /// Who waits for the database to open.
    pub(super) wakers: RefCell<Vec<Waker>>,
    /// Whether local storage records that a database exists.
    pub(super) has_marker: Cell<bool>,
    /// Whether a write found no room anywhere.
    has_lost_write: Cell<bool>,
    is_rewriting: Cell<bool>,
    rewriters: RefCell<Vec<(u32, Callback)>>,
    /// Called when a database that was late answers.
    pub(super) on_late: RefCell<Option<Callback>>,
}

impl<B: StorageBackend> TieredStore<B> {
    pub(super) fn new(backend: B) -> Self {
        let has_marker = backend.local(DATABASE_MARKER).is_some();
        Self {
            backend,
            connection: RefCell::new(Connection::Unavailable),
            openings: Cell::new(0),
            is_opening: Cell::new(false),
            is_late: Cell::new(false),
            is_unavailable: Cell::new(false),
            wakers: RefCell::new(Vec::new()),
            has_marker: Cell::new(has_marker),
            has_lost_write: Cell::new(false),
            is_rewriting: Cell::new(false),
            rewriters: RefCell::new(Vec::new()),
            on_late: RefCell::new(None),
        }
    }

    /// Calls back when a database that exceeded its time to open answers after all.
    pub(super) fn on_late_database(&self, callback: Callback) {
        self.on_late.replace(Some(callback));
    }

    /// Registers a function that writes a live value again. Returns a number for
    /// [`unregister_rewrite`](Self::unregister_rewrite).
    pub(super) fn register_rewrite(&self, write: Callback) -> u32 {
        let mut rewriters = self.rewriters.borrow_mut();
        let number = rewriters
            .last()
            .map_or(0, |(number, _)| number.wrapping_add(1));
        rewriters.push((number, write));
        number
    }

    pub(super) fn unregister_rewrite(&self, number: u32) {
        let mut rewriters = self.rewriters.borrow_mut();
        rewriters.retain(|(known, _)| *known != number);
    }

    /// The entries whose keys begin with `prefix`, each key once.
    pub(super) async fn read(self: &Rc<Self>, prefix: &str) -> ReadResult<Entries> {
        let reply = self.request(Request::Read(prefix.to_owned())).await;
        let is_complete = reply.is_ok();
        let mut entries = match reply {
            Ok(Some(Reply::Entries(entries))) => entries,
            _ => Entries::new(),
        };
        for (key, value) in self.local_copies(prefix) {
            entries.retain(|(stored, _)| *stored != key);
            entries.extend(value.map(|text| (key, text)));
        }
        match is_complete {
            true => Ok(entries),
            false => Err(PartialRead(entries)),
        }
    }

    /// Makes changes, all or none. Where nothing is stored under `owner` (unless that is empty)
    /// every live value is written again. Calls `settled` when other tabs can read the changes.
    pub(super) fn write(self: &Rc<Self>, changes: Vec<Change>, owner: String, settled: Settled) {
        let is_rewrite = self.is_rewriting.get();
        let copies = self.write_copies(&changes);
        let has_copies = copies.is_ok();
        if matches!(*self.connection.borrow(), Connection::None) {
            // Without a database the copies are the stored texts.
            let result = self.settle_locally(has_copies, StorageHealth::LocalOnly, is_rewrite);
            return settled(result);
        }
        let store = self.clone();
        self.backend.spawn(Box::pin(async move {
            let request = Request::Write {
                owner: owner.clone(),
                changes: Rc::new(move || changes.clone()),
            };
            let result = match store.request(request).await {
                Ok(Some(reply)) => {
                    store.remove_copies(copies.unwrap_or_else(|before| before));
                    store.backend.report(StorageHealth::Database);
                    let owner_exists = matches!(reply, Reply::Written { owner_exists: true })
                        || owner.is_empty()
                        || store.has_copy(&owner);
                    store.after_success(!owner_exists, is_rewrite);
                    Ok(())
                }
                Ok(None) => store.settle_locally(has_copies, StorageHealth::LocalOnly, is_rewrite),
                Err(StorageError) => {
                    store.settle_locally(has_copies, StorageHealth::Unavailable, is_rewrite)
                }
            };
            settled(result);
        }));
    }

    /// Deletes the entries whose keys begin with `prefix`, everywhere or nowhere.
    pub(super) async fn delete(self: &Rc<Self>, prefix: &str) -> Result<(), StorageError> {
        self.request(Request::Delete(prefix.to_owned())).await?;
        for (key, _) in self.local_copies(prefix) {
            self.backend.remove_local(&format!("{COPY_PREFIX}{key}"));
        }
        Ok(())
    }

    /// Deletes everything, the preferences in local storage included.
    pub(super) async fn erase(self: &Rc<Self>) -> Result<(), StorageError> {
        self.delete("").await?;
        for key in self.backend.local_keys() {
            if key.starts_with(KEY_PREFIX) {
                self.backend.remove_local(&key);
            }
        }
        self.has_marker.set(false);
        Ok(())
    }

    /// The outcome of a write that the database does not have.
    fn settle_locally(
        self: &Rc<Self>,
        has_copies: bool,
        health: StorageHealth,
        is_rewrite: bool,
    ) -> Result<(), StorageError> {
        if has_copies {
            self.backend.report(health);
            self.after_success(false, is_rewrite);
            return Ok(());
        }
        self.has_lost_write.set(true);
        let has_database = !matches!(*self.connection.borrow(), Connection::None);
        self.backend
            .report(match has_database || self.backend.has_local() {
                true => StorageHealth::Full,
                false => StorageHealth::NoStorage,
            });
        Err(StorageError)
    }

    /// After a successful write: if an earlier one was lost, or the owner of this one is gone,
    /// every live value is written again, unless this write is part of that.
    fn after_success(self: &Rc<Self>, is_orphan: bool, is_rewrite: bool) {
        if !is_rewrite && (self.has_lost_write.replace(false) || is_orphan) {
            self.rewrite_live();
        }
    }

    /// Has every live value written again, once the writes in progress have ended.
    pub(super) fn rewrite_live(self: &Rc<Self>) {
        let store = self.clone();
        self.backend.spawn(Box::pin(async move {
            let rewriters = store.rewriters.borrow().clone();
            store.is_rewriting.set(true);
            for (_, write) in rewriters {
                write();
            }
            store.is_rewriting.set(false);
        }));
    }
}
