//! The store over a database and local storage: its state, and the live values that are written
//! again after a loss.

use std::cell::{Cell, RefCell};
use std::rc::Rc;
use std::task::Waker;

use super::backend::{DATABASE_MARKER, StorageBackend};

pub(super) type Callback = Rc<dyn Fn()>;

/// The state of the database.
pub(super) enum Connection<D> {
    /// The browser has no database, and nothing was stored in one.
    None,
    /// There is one, but it cannot be used now.
    Unavailable,
    /// Open; counts from 1 how often it was opened.
    Open(u32, D),
}

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
    pub(super) has_lost_write: Cell<bool>,
    pub(super) is_rewriting: Cell<bool>,
    /// The number of changes that wait for an idle moment.
    pub(super) waiting: Cell<usize>,
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
            waiting: Cell::new(0),
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
