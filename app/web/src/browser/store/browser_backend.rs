//! The browser's storage: `IndexedDB` and local storage.

use std::future::poll_fn;
use std::pin::Pin;
use std::task::Poll;

use leptos::prelude::*;
use web_sys::{IdbDatabase, Storage};

use super::backend::{Outcome, Request, StorageBackend, StorageError, StorageHealth};
use super::indexed_db;
use crate::browser::web_storage::{self, storage_keys};
use crate::browser::{LocalFuture, boot_registry, clock};

/// The browser's storage, and a signal with the place where texts are stored.
pub(super) struct BrowserBackend {
    local: Option<Storage>,
    has_local: bool,
    pub(super) health: ArcRwSignal<StorageHealth>,
}

impl BrowserBackend {
    pub(super) fn new() -> Self {
        let local = web_storage::local_storage();
        let probe = "assay/probe";
        let has_local = local.as_ref().is_some_and(|local| {
            local.set_item(probe, "1").is_ok() && local.remove_item(probe).is_ok()
        });
        Self {
            local,
            has_local,
            health: ArcRwSignal::new(StorageHealth::Database),
        }
    }
}

impl StorageBackend for BrowserBackend {
    type Database = IdbDatabase;

    fn open(&self) -> LocalFuture<'static, Result<(IdbDatabase, bool), StorageError>> {
        Box::pin(indexed_db::open())
    }

    fn execute(&self, database: IdbDatabase, request: Request) -> LocalFuture<'static, Outcome> {
        Box::pin(indexed_db::execute(database, request))
    }

    fn count(&self, database: IdbDatabase, prefix: &'static str) -> LocalFuture<'static, Outcome> {
        Box::pin(indexed_db::count(database, prefix))
    }

    fn spawn(&self, task: LocalFuture<'static, ()>) {
        wasm_bindgen_futures::spawn_local(task);
    }

    fn idle(&self) -> LocalFuture<'static, ()> {
        Box::pin(boot_registry::wait_until_idle())
    }

    fn within(
        &self,
        milliseconds: u32,
        mut work: LocalFuture<'static, Outcome>,
    ) -> LocalFuture<'static, Outcome> {
        let mut time = clock::sleep(milliseconds);
        Box::pin(poll_fn(move |context| match work.as_mut().poll(context) {
            Poll::Ready(outcome) => Poll::Ready(outcome),
            Poll::Pending => Pin::new(&mut time).poll(context).map(|_| Err(StorageError)),
        }))
    }

    fn has_local(&self) -> bool {
        self.has_local
    }

    fn local_keys(&self) -> Vec<String> {
        self.local.as_ref().map(storage_keys).unwrap_or_default()
    }

    fn local(&self, key: &str) -> Option<String> {
        web_storage::get_item(self.local.as_ref()?, key)
    }

    fn set_local(&self, key: &str, value: &str) -> bool {
        let local = self.local.as_ref();
        local.is_some_and(|local| web_storage::set_item(local, key, value))
    }

    fn remove_local(&self, key: &str) {
        if let Some(local) = &self.local {
            web_storage::remove_item(local, key);
        }
    }

    fn report(&self, health: StorageHealth) {
        if self.health.get_untracked() != health {
            self.health.set(health);
        }
    }
}
