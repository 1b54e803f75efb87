//! A browser whose storage fails when a test wants it to.

use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::pin::{Pin, pin};
use std::rc::Rc;
use std::task::{Context, Poll, Waker};

use crate::browser::store::tiered::{
    Change, Entries, StorageBackend, StorageError, StorageHealth, TieredStore,
};

type Task = Pin<Box<dyn Future<Output = ()>>>;

thread_local! {
    static TASKS: RefCell<Vec<Task>> = const { RefCell::new(Vec::new()) };
    static TIME_IS_UP: Cell<bool> = const { Cell::new(false) };
}

/// What becomes of a request to open the database.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Opening {
    Works,
    Refused,
    Hangs,
}

/// The browser's state, which outlives a page.
pub(super) struct World {
    pub(super) opening: Cell<Opening>,
    /// Handles opened so far are dead; those opened later are not.
    pub(super) dead_up_to: Cell<u32>,
    /// Transactions that write are aborted.
    pub(super) aborts: Cell<bool>,
    pub(super) local_full: Cell<bool>,
    pub(super) database: RefCell<Option<BTreeMap<String, String>>>,
    pub(super) local: RefCell<BTreeMap<String, String>>,
    pub(super) health: Cell<Option<StorageHealth>>,
    pub(super) handles: Cell<u32>,
}

impl World {
    pub(super) fn new() -> Rc<Self> {
        Rc::new(Self {
            opening: Cell::new(Opening::Works),
            dead_up_to: Cell::new(0),
            aborts: Cell::new(false),
            local_full: Cell::new(false),
            database: RefCell::new(None),
            local: RefCell::default(),
            health: Cell::new(None),
            handles: Cell::new(0),
        })
    }

    /// A page that has opened the store.
    pub(super) fn page(self: &Rc<Self>) -> Rc<TieredStore<Fake>> {
        let keeper = Rc::new(TieredStore::new(Fake(self.clone())));
        let opening = keeper.clone();
        run(async move { opening.open().await });
        keeper
    }

    pub(super) fn in_database(&self, key: &str) -> Option<String> {
        self.database.borrow().as_ref()?.get(key).cloned()
    }

    pub(super) fn in_local(&self, key: &str) -> Option<String> {
        self.local
            .borrow()
            .get(&format!("assay/kept/{key}"))
            .cloned()
    }
}

pub(super) struct Fake(Rc<World>);

impl Fake {
    fn table<T>(
        &self,
        handle: u32,
        work: impl FnOnce(&mut BTreeMap<String, String>) -> T,
    ) -> Result<T, StorageError> {
        if handle <= self.0.dead_up_to.get() {
            return Err(StorageError);
        }
        self.0
            .database
            .borrow_mut()
            .as_mut()
            .map(work)
            .ok_or(StorageError)
    }
}

impl StorageBackend for Fake {
    type Database = u32;

    async fn open(&self) -> Result<(u32, bool), StorageError> {
        std::future::poll_fn(|_| match self.0.opening.get() {
            Opening::Hangs => Poll::Pending,
            _ => Poll::Ready(()),
        })
        .await;
        if self.0.opening.get() == Opening::Refused {
            return Err(StorageError);
        }
        let anew = self.0.database.borrow().is_none();
        self.0.database.borrow_mut().get_or_insert_default();
        self.0.handles.set(self.0.handles.get() + 1);
        Ok((self.0.handles.get(), anew))
    }

    async fn read(&self, database: &u32, prefix: &str) -> Result<Entries, StorageError> {
        self.table(*database, |table| {
            let found = table.iter().filter(|(key, _)| key.starts_with(prefix));
            found.map(|(k, v)| (k.clone(), v.clone())).collect()
        })
    }

    async fn write(
        &self,
        database: &u32,
        needed: &str,
        changes: impl FnOnce() -> Vec<Change> + 'static,
    ) -> Result<bool, StorageError> {
        if self.0.aborts.get() {
            return Err(StorageError);
        }
        self.table(*database, |table| {
            let there = table.contains_key(needed);
            for (key, value) in changes() {
                match value {
                    Some(text) => drop(table.insert(key, text)),
                    None => drop(table.remove(&key)),
                }
            }
            there
        })
    }

    async fn delete(&self, database: &u32, prefix: &str) -> Result<(), StorageError> {
        self.table(*database, |table| {
            table.retain(|key, _| !key.starts_with(prefix))
        })
    }

    fn spawn(work: impl Future<Output = ()> + 'static) {
        TASKS.with_borrow_mut(|tasks| tasks.push(Box::pin(work)));
    }

    async fn within<T>(_: u32, work: impl Future<Output = T>) -> Option<T> {
        let mut work = pin!(work);
        std::future::poll_fn(|context| match work.as_mut().poll(context) {
            Poll::Ready(done) => Poll::Ready(Some(done)),
            Poll::Pending if TIME_IS_UP.get() => Poll::Ready(None),
            Poll::Pending => Poll::Pending,
        })
        .await
    }

    fn has_local(&self) -> bool {
        !self.0.local_full.get()
    }

    fn local_keys(&self) -> Vec<String> {
        self.0.local.borrow().keys().cloned().collect()
    }

    fn local(&self, key: &str) -> Option<String> {
        self.0.local.borrow().get(key).cloned()
    }

    fn set_local(&self, key: &str, value: &str) -> bool {
        let room = !self.0.local_full.get();
        if room {
            let mut local = self.0.local.borrow_mut();
            local.insert(key.to_owned(), value.to_owned());
        }
        room
    }

    fn remove_local(&self, key: &str) {
        self.0.local.borrow_mut().remove(key);
    }

    fn report(&self, health: StorageHealth) {
        self.0.health.set(Some(health));
    }
}

/// Runs a future and all that it began until it is done and nothing moves; patience ends where
/// nothing moves any more.
pub(super) fn run<T>(work: impl Future<Output = T>) -> T {
    let mut work = pin!(work);
    let mut context = Context::from_waker(Waker::noop());
    let mut done = None;
    for round in 0..400 {
        TIME_IS_UP.set(round > 100 && round < 300);
        if done.is_none()
            && let Poll::Ready(result) = work.as_mut().poll(&mut context)
        {
            done = Some(result);
        }
        let tasks = TASKS.take();
        let waiting: Vec<Task> = tasks
            .into_iter()
            .filter_map(|mut task| {
                task.as_mut()
                    .poll(&mut context)
                    .is_pending()
                    .then_some(task)
            })
            .collect();
        TASKS.with_borrow_mut(|tasks| tasks.extend(waiting));
    }
    done.expect("it ends when time is up")
}
