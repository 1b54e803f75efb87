//! Opening the database, asking it, and reopening one that failed.

use std::cell::RefCell;
use std::future::poll_fn;
use std::rc::Rc;
use std::task::Poll;

use super::backend::{Reply, Request, StorageBackend, StorageError, StorageHealth};
use super::local_copies::marked;
use super::tiered::{Connection, TieredStore};

/// How long the database may take to open, in milliseconds.
const TIME_TO_OPEN: u32 = 2_000;

/// How long the database may take to execute a request, in milliseconds.
const TIME_TO_ANSWER: u32 = 5_000;

/// The open database with the number of its opening; `None` where the browser has no database.
type Opened<D> = Option<(u32, D)>;

impl<B: StorageBackend> TieredStore<B> {
    /// Opens the database for the first time; returns without it when its time is over.
    pub(super) async fn open(self: &Rc<Self>) {
        // The result is reported as the storage's health.
        drop(self.reopen(0).await);
    }

    /// Sends a request to the database, and once more after reopening it; `None` where the browser
    /// has no database.
    pub(super) async fn request(
        self: &Rc<Self>,
        request: Request,
    ) -> Result<Option<Reply>, StorageError> {
        let mut failed = 0;
        for is_last in [false, true] {
            let opened = match is_last {
                false => self.opened(),
                true => self.reopen(failed).await,
            };
            let Ok(opened) = opened else { continue };
            let Some((number, database)) = opened else {
                return Ok(None);
            };
            let work = self.backend.execute(database, request.clone());
            if let Ok(reply) = self.backend.within(TIME_TO_ANSWER, work).await {
                self.set_available();
                return Ok(Some(reply));
            }
            failed = number;
            if is_last {
                self.connection.replace(Connection::Unavailable);
            }
        }
        self.backend.report(StorageHealth::Unavailable);
        if !self.is_unavailable.replace(true) {
            // What only the database has may be out of reach after a reload.
            self.rewrite_live();
        }
        Err(StorageError)
    }

    fn set_available(self: &Rc<Self>) {
        if self.is_unavailable.replace(false) {
            self.backend.report(StorageHealth::Database);
            let store = self.clone();
            self.backend
                .spawn(Box::pin(async move { store.move_copies().await }));
        }
    }

    /// The open database; an error where it has to be opened first.
    fn opened(&self) -> Result<Opened<B::Database>, StorageError> {
        match &*self.connection.borrow() {
            Connection::None => Ok(None),
            Connection::Open(number, database) => Ok(Some((*number, database.clone()))),
            Connection::Unavailable => Err(StorageError),
        }
    }

    /// Reopens the database, unless it was reopened since the opening with the number `failed`.
    async fn reopen(self: &Rc<Self>, failed: u32) -> Result<Opened<B::Database>, StorageError> {
        match self.opened() {
            Ok(Some((number, _))) if number == failed => {}
            Err(StorageError) => {}
            Ok(opened) => return Ok(opened),
        }
        if !self.is_opening.replace(true) {
            let store = self.clone();
            self.backend.spawn(Box::pin(async move {
                let opened = store.backend.open().await;
                store.set_connection(opened).await;
            }));
        }
        let store = self.clone();
        let has_opened = poll_fn(move |context| {
            if !store.is_opening.get() {
                return Poll::Ready(Ok(Reply::Done));
            }
            store.wakers.borrow_mut().push(context.waker().clone());
            Poll::Pending
        });
        if self.is_late.get()
            || self
                .backend
                .within(TIME_TO_OPEN, Box::pin(has_opened))
                .await
                .is_err()
        {
            self.is_late.set(true);
            self.connection.replace(Connection::Unavailable);
            self.backend.report(StorageHealth::Unavailable);
        }
        self.opened()
    }

    /// Records whether the database opened.
    async fn set_connection(self: &Rc<Self>, opened: Result<(B::Database, bool), StorageError>) {
        let was_late = self.is_late.replace(false);
        let mut was_erased = false;
        let (connection, health) = match opened {
            Ok((database, is_new)) => {
                was_erased = is_new && self.openings.get() > 0;
                let number = self.openings.get().wrapping_add(1);
                self.openings.set(number);
                (Connection::Open(number, database), StorageHealth::Database)
            }
            Err(StorageError) if self.has_marker.get() || self.openings.get() > 0 => {
                (Connection::Unavailable, StorageHealth::Unavailable)
            }
            Err(StorageError) if self.backend.has_local() => {
                (Connection::None, StorageHealth::LocalOnly)
            }
            Err(StorageError) => (Connection::None, StorageHealth::NoStorage),
        };
        self.connection.replace(connection);
        self.backend.report(health);
        self.is_opening.set(false);
        for waker in self.wakers.take() {
            waker.wake();
        }
        self.move_copies().await;
        if was_late && let Some(callback) = self.on_late.borrow().clone() {
            callback();
        }
        if was_erased {
            self.rewrite_live();
        }
    }

    /// Moves the copies in local storage to the database.
    async fn move_copies(self: &Rc<Self>) {
        let Ok(Some((_, database))) = self.opened() else {
            return;
        };
        if self.local_copies("").is_empty() {
            return;
        }
        let moved = Rc::new(RefCell::new(Vec::new()));
        let (store, record) = (self.clone(), moved.clone());
        let request = Request::Write {
            owner: String::new(),
            changes: Rc::new(move |_| {
                let copies = store.local_copies("");
                record.replace(copies.clone());
                copies
            }),
        };
        let work = self.backend.execute(database, request);
        if self.backend.within(TIME_TO_ANSWER, work).await.is_ok() {
            let copies = moved.take().into_iter();
            let copies = copies.map(|(key, value)| (key, Some(marked(value.as_deref()))));
            self.remove_copies(copies.collect());
        }
    }
}
