//! Reads, writes and deletes texts, whichever of the database and local storage fails.
//!
//! A write goes to local storage at once, and to the database when the browser is idle; when the
//! database has it, the local copy is removed. A database that fails is reopened once and asked
//! again. One that still fails is [`Unavailable`](StorageHealth::Unavailable): its contents are
//! unknown, which differs from empty. After a loss every live value is written again.

use std::rc::Rc;

use super::backend::{
    COPY_PREFIX, Change, Entries, KEY_PREFIX, PartialRead, ReadResult, Reply, Request,
    StorageBackend, StorageError, StorageHealth,
};
use super::tiered::{Connection, TieredStore};
use crate::browser::LocalFuture;

/// Called when a write has found its place, or failed.
pub(super) type Settled = Box<dyn FnOnce(Result<(), StorageError>)>;

impl<B: StorageBackend> TieredStore<B> {
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
        let (store, turn) = (self.clone(), self.turn(has_copies));
        self.backend.spawn(Box::pin(async move {
            turn.await;
            let request = Request::Write {
                owner: owner.clone(),
                changes: Rc::new(move |_| changes.clone()),
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
        self.turn(false).await;
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

    /// Waits for an idle moment if a change can wait, since the database would delay the frame that
    /// shows it. Behind changes that wait, every change does, so that all keep the order of the calls.
    fn turn(self: &Rc<Self>, can_wait: bool) -> LocalFuture<'static, ()> {
        let waiting = self.waiting.get();
        if !can_wait && waiting == 0 {
            return Box::pin(std::future::ready(()));
        }
        self.waiting.set(waiting.saturating_add(1));
        let (store, idle) = (self.clone(), self.backend.idle());
        Box::pin(async move {
            idle.await;
            store.waiting.set(store.waiting.get().saturating_sub(1));
        })
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
}
