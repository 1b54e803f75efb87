//! A backend whose database and local storage fail on demand.

use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::future::poll_fn;
use std::pin::pin;
use std::rc::Rc;
use std::task::{Context, Poll, Waker};

use crate::browser::LocalFuture;
use crate::browser::store::backend::{
    Outcome, Reply, Request, StorageBackend, StorageError, StorageHealth,
};
use crate::browser::store::revisions::with_revisions;
use crate::browser::store::tiered::TieredStore;

type Task = LocalFuture<'static, ()>;
type Records = BTreeMap<String, String>;

thread_local! {
    static TASKS: RefCell<Vec<Task>> = const { RefCell::new(Vec::new()) };
    static TIME_IS_UP: Cell<bool> = const { Cell::new(false) };
}

/// How the database reacts to being opened.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Opening {
    Works,
    Refused,
    Hangs,
}

/// The state of the browser, which outlives a page.
pub(super) struct World {
    pub(super) opening: Cell<Opening>,
    /// Connections with numbers up to this one fail; later ones work.
    pub(super) dead_up_to: Cell<u32>,
    /// Whether writing transactions are aborted.
    pub(super) aborts: Cell<bool>,
    pub(super) local_full: Cell<bool>,
    pub(super) database: RefCell<Option<Records>>,
    pub(super) local: RefCell<Records>,
    pub(super) health: Cell<Option<StorageHealth>>,
    pub(super) handles: Cell<u32>,
    texts: Cell<u32>,
    /// How often a page asked for an idle moment, and whose turn is next.
    idle_calls: Cell<u32>,
    idle_turn: Cell<u32>,
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
            texts: Cell::new(0),
            idle_calls: Cell::new(0),
            idle_turn: Cell::new(0),
        })
    }

    /// A page that has opened the store.
    pub(super) fn page(self: &Rc<Self>) -> Rc<TieredStore<Fake>> {
        let store = Rc::new(TieredStore::new(Fake(self.clone())));
        let opening = store.clone();
        run(async move { opening.open().await });
        store
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

impl World {
    fn with_records<T>(
        &self,
        connection: u32,
        work: impl FnOnce(&mut Records) -> T,
    ) -> Result<T, StorageError> {
        if connection <= self.dead_up_to.get() {
            return Err(StorageError);
        }
        let mut records = self.database.borrow_mut();
        records.as_mut().map(work).ok_or(StorageError)
    }

    fn execute(&self, connection: u32, request: Request) -> Outcome {
        match request {
            Request::Read(prefix) => self.with_records(connection, |records| {
                let found = records.iter().filter(|(key, _)| key.starts_with(&prefix));
                Reply::Entries(found.map(|(k, v)| (k.clone(), v.clone())).collect())
            }),
            Request::Write { .. } if self.aborts.get() => Err(StorageError),
            Request::Write { owner, changes } => self.with_records(connection, |records| {
                let owner_exists = records.contains_key(&owner);
                for (key, value) in with_revisions(changes(owner_exists), &self.unique_text()) {
                    match value {
                        Some(text) => drop(records.insert(key, text)),
                        None => drop(records.remove(&key)),
                    }
                }
                Reply::Written { owner_exists }
            }),
            Request::Delete(prefix) => self.with_records(connection, |records| {
                records.retain(|key, _| !key.starts_with(&prefix));
                Reply::Done
            }),
        }
    }

    fn unique_text(&self) -> String {
        self.texts.set(self.texts.get() + 1);
        format!("r{}", self.texts.get())
    }

    async fn open(&self) -> Result<(u32, bool), StorageError> {
        poll_fn(|_| match self.opening.get() {
            Opening::Hangs => Poll::Pending,
            _ => Poll::Ready(()),
        })
        .await;
        if self.opening.get() == Opening::Refused {
            return Err(StorageError);
        }
        let is_new = self.database.borrow().is_none();
        self.database.borrow_mut().get_or_insert_default();
        self.handles.set(self.handles.get() + 1);
        Ok((self.handles.get(), is_new))
    }
}

impl StorageBackend for Fake {
    type Database = u32;

    fn open(&self) -> LocalFuture<'static, Result<(u32, bool), StorageError>> {
        let world = self.0.clone();
        Box::pin(async move { world.open().await })
    }

    fn execute(&self, connection: u32, request: Request) -> LocalFuture<'static, Outcome> {
        let world = self.0.clone();
        Box::pin(async move { world.execute(connection, request) })
    }

    fn count(&self, connection: u32, prefix: &'static str) -> LocalFuture<'static, Outcome> {
        let world = self.0.clone();
        Box::pin(async move {
            world.with_records(connection, |records| {
                let found = records.keys().filter(|key| key.starts_with(prefix));
                Reply::Counted(found.count())
            })
        })
    }

    fn spawn(&self, task: Task) {
        TASKS.with_borrow_mut(|tasks| tasks.push(task));
    }

    fn idle(&self) -> LocalFuture<'static, ()> {
        let (world, mut is_first) = (self.0.clone(), true);
        let turn = world.idle_calls.replace(world.idle_calls.get() + 1);
        Box::pin(poll_fn(move |_| {
            if std::mem::take(&mut is_first) || world.idle_turn.get() != turn {
                return Poll::Pending;
            }
            world.idle_turn.set(turn + 1);
            Poll::Ready(())
        }))
    }

    fn within(
        &self,
        _: u32,
        mut work: LocalFuture<'static, Outcome>,
    ) -> LocalFuture<'static, Outcome> {
        Box::pin(poll_fn(move |context| match work.as_mut().poll(context) {
            Poll::Pending if TIME_IS_UP.get() => Poll::Ready(Err(StorageError)),
            polled => polled,
        }))
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

/// Runs a future and the tasks that it spawned until nothing is left to do. Time limits are exceeded
/// in the rounds in which nothing would move without that.
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
