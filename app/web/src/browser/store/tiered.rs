//! Which place a text goes to and comes from when the browser's database or its local storage fails.
//!
//! A write goes to local storage at once and then to the database; when the database has it, the
//! copy in local storage goes. A database that fails is opened once more and asked again; one that
//! still fails is `Unavailable`: what it holds cannot be read, which is never the same as "nothing there".
//! After a loss everything live is written again.

use std::cell::{Cell, RefCell};
use std::future::poll_fn;
use std::rc::Rc;
use std::task::{Poll, Waker};

/// Keys and what is stored under them. A list: a map's code would weigh more than all it holds.
pub(crate) type Entries = Vec<(String, String)>;

/// A key and its new text; without one the key is deleted.
pub(crate) type Change = (String, Option<String>);

/// The browser did not do what it was asked: nothing can be said about what is stored.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct StorageError;

/// The database cannot be read at present; this is what could be read elsewhere.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct PartialRead<T>(pub(crate) T);

/// What was read, or the part of it that could be.
pub(crate) type ReadResult<T> = Result<T, PartialRead<T>>;

/// Where answers are kept at present.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum StorageHealth {
    /// In the browser's database.
    Database,
    /// In local storage, because there is no database.
    LocalOnly,
    /// In local storage, because the database does not answer.
    Unavailable,
    /// Nowhere: the browser refuses.
    NoStorage,
    /// Nowhere: the last write found no place.
    Full,
}

/// What the browser offers. Keys of local storage are whole ones.
pub(super) trait StorageBackend: 'static {
    type Database: Clone;

    /// Opens the database, however long that takes, and says whether it was made anew.
    async fn open(&self) -> Result<(Self::Database, bool), StorageError>;
    async fn read(&self, database: &Self::Database, prefix: &str) -> Result<Entries, StorageError>;
    /// Makes all changes or none. They are asked for once no other tab can write any more. Says
    /// whether `needed` is there.
    async fn write(
        &self,
        database: &Self::Database,
        needed: &str,
        changes: impl FnOnce() -> Vec<Change> + 'static,
    ) -> Result<bool, StorageError>;
    async fn delete(&self, database: &Self::Database, prefix: &str) -> Result<(), StorageError>;

    /// Runs something beside what runs now.
    fn spawn(work: impl Future<Output = ()> + 'static);
    /// Waits for something so many milliseconds at most.
    async fn within<T>(millis: u32, work: impl Future<Output = T>) -> Option<T>;

    /// Whether local storage takes anything.
    fn has_local(&self) -> bool;
    fn local_keys(&self) -> Vec<String>;
    fn local(&self, key: &str) -> Option<String>;
    fn set_local(&self, key: &str, value: &str) -> bool;
    fn remove_local(&self, key: &str);

    fn report(&self, health: StorageHealth);
}

/// What begins the keys of this app in local storage, and those of texts that it keeps there. Such
/// a text begins with `=`; a lone `-` says that the key was deleted.
pub(super) const OWN: &str = "assay/";
const KEPT: &str = "assay/kept/";

/// Says in local storage that a database holds something.
const MARK: &str = "assay/database";

/// How long the database may take to open, in milliseconds.
const TO_OPEN: u32 = 2_000;

/// How long it may take to do something, in milliseconds.
const TO_ANSWER: u32 = 5_000;

type Callback = Rc<dyn Fn()>;

enum Handle<D> {
    /// The browser has no database, and nothing was kept in one.
    None,
    /// There is one, but it cannot be used now.
    Away,
    /// Open, for the n-th time.
    Open(u32, D),
}

pub(super) struct TieredStore<P: StorageBackend> {
    places: P,
    handle: RefCell<Handle<P::Database>>,
    opened: Cell<u32>,
    opening: Cell<bool>,
    /// The database has been waited for in vain; it is not waited for again until it comes.
    late: Cell<bool>,
    /// The database did not do what it was asked last.
    away: Cell<bool>,
    waiting: RefCell<Vec<Waker>>,
    marked: Cell<bool>,
    /// A write found no place.
    lost: Cell<bool>,
    restoring: Cell<bool>,
    live: RefCell<Vec<(u32, Callback)>>,
    came: RefCell<Option<Callback>>,
}

impl<P: StorageBackend> TieredStore<P> {
    pub(super) fn new(places: P) -> Self {
        let marked = places.local(MARK).is_some();
        Self {
            places,
            handle: RefCell::new(Handle::Away),
            opened: Cell::new(0),
            opening: Cell::new(false),
            late: Cell::new(false),
            away: Cell::new(false),
            waiting: RefCell::new(Vec::new()),
            marked: Cell::new(marked),
            lost: Cell::new(false),
            restoring: Cell::new(false),
            live: RefCell::new(Vec::new()),
            came: RefCell::new(None),
        }
    }

    /// Opens the database for the first time; goes on without it after a while.
    pub(super) async fn open(self: &Rc<Self>) {
        let _ = self.reopen(0).await;
    }

    /// Calls `came` when a database that was late answers after all.
    pub(super) fn when_it_comes(&self, came: Rc<dyn Fn()>) {
        self.came.replace(Some(came));
    }

    /// Calls `write` whenever everything live has to be stored again, until the number is forgotten.
    pub(super) fn keep_live(&self, write: Rc<dyn Fn()>) -> u32 {
        let mut live = self.live.borrow_mut();
        let number = live.last().map_or(0, |(number, _)| number.wrapping_add(1));
        live.push((number, write));
        number
    }

    pub(super) fn forget_live(&self, number: u32) {
        self.live.borrow_mut().retain(|(known, _)| *known != number);
    }

    /// Everything whose key begins with `prefix`, each key once.
    pub(super) async fn read(self: &Rc<Self>, prefix: &str) -> ReadResult<Entries> {
        let places = &self.places;
        let asked = self
            .ask(async |database| places.read(database, prefix).await)
            .await;
        let whole = asked.is_ok();
        let mut found = asked.ok().flatten().unwrap_or_default();
        for (key, value) in self.local_copies(prefix) {
            found.retain(|(stored, _)| *stored != key);
            found.extend(value.map(|text| (key, text)));
        }
        if whole {
            Ok(found)
        } else {
            Err(PartialRead(found))
        }
    }

    /// Makes changes, all or none. What they belong to is stored under `needed` (or that is empty):
    /// where that is gone, everything live is written again. `settled` is called once other tabs
    /// can read them.
    pub(super) fn write(
        self: &Rc<Self>,
        changes: Vec<Change>,
        needed: String,
        settled: impl FnOnce(Result<(), StorageError>) + 'static,
    ) {
        let again = self.restoring.get();
        let noted = self.note(&changes);
        if matches!(*self.handle.borrow(), Handle::None) {
            // Without a database the copies in local storage are all there is.
            return settled(self.settle_without(noted.is_ok(), StorageHealth::LocalOnly, again));
        }
        let keeper = self.clone();
        P::spawn(async move {
            let places = &keeper.places;
            let write = async |database: &P::Database| {
                let changes = changes.clone();
                places.write(database, &needed, move || changes).await
            };
            let result = match keeper.ask(write).await {
                Ok(Some(there)) => {
                    keeper.forget(noted.unwrap_or_else(|standing| standing));
                    keeper.places.report(StorageHealth::Database);
                    let there = there || needed.is_empty() || keeper.is_local(&needed);
                    keeper.kept(!there, again);
                    Ok(())
                }
                Ok(None) => keeper.settle_without(noted.is_ok(), StorageHealth::LocalOnly, again),
                Err(StorageError) => {
                    keeper.settle_without(noted.is_ok(), StorageHealth::Unavailable, again)
                }
            };
            settled(result);
        });
    }

    /// Deletes all whose key begins with `prefix`, everywhere or nowhere.
    pub(super) async fn delete(self: &Rc<Self>, prefix: &str) -> Result<(), StorageError> {
        let places = &self.places;
        self.ask(async |database| places.delete(database, prefix).await)
            .await?;
        for (key, _) in self.local_copies(prefix) {
            places.remove_local(&format!("{KEPT}{key}"));
        }
        Ok(())
    }

    /// Deletes everything, also the choices that are kept beside the texts.
    pub(super) async fn erase(self: &Rc<Self>) -> Result<(), StorageError> {
        self.delete("").await?;
        for key in self.places.local_keys() {
            if key.starts_with(OWN) {
                self.places.remove_local(&key);
            }
        }
        self.marked.set(false);
        Ok(())
    }

    /// Asks the database, and once more after opening it anew; `None` where there is none.
    async fn ask<T>(
        self: &Rc<Self>,
        work: impl AsyncFn(&P::Database) -> Result<T, StorageError>,
    ) -> Result<Option<T>, StorageError> {
        let mut failed = 0;
        if let Ok(usable) = self.usable() {
            let Some((time, database)) = usable else {
                return Ok(None);
            };
            if let Some(Ok(done)) = P::within(TO_ANSWER, work(&database)).await {
                return Ok(Some(self.answered(done)));
            }
            failed = time;
        }
        match self.reopen(failed).await {
            Ok(None) => return Ok(None),
            Ok(Some((_, database))) => {
                if let Some(Ok(done)) = P::within(TO_ANSWER, work(&database)).await {
                    return Ok(Some(self.answered(done)));
                }
                self.handle.replace(Handle::Away);
            }
            Err(StorageError) => {}
        }
        self.places.report(StorageHealth::Unavailable);
        if !self.away.replace(true) {
            // What only the database holds may be out of reach after a reload.
            self.restore();
        }
        Err(StorageError)
    }

    fn answered<T>(self: &Rc<Self>, done: T) -> T {
        if self.away.replace(false) {
            self.places.report(StorageHealth::Database);
            let keeper = self.clone();
            P::spawn(async move { keeper.settle().await });
        }
        done
    }

    /// The open database, or what stands for one that has to be opened first.
    fn usable(&self) -> Result<Option<(u32, P::Database)>, StorageError> {
        match &*self.handle.borrow() {
            Handle::None => Ok(None),
            Handle::Open(time, database) => Ok(Some((*time, database.clone()))),
            Handle::Away => Err(StorageError),
        }
    }

    /// Opens the database anew, unless it has been since it `failed`.
    async fn reopen(
        self: &Rc<Self>,
        failed: u32,
    ) -> Result<Option<(u32, P::Database)>, StorageError> {
        match self.usable() {
            Ok(Some((time, _))) if time == failed => {}
            Ok(usable) => return Ok(usable),
            Err(StorageError) => {}
        }
        if !self.opening.replace(true) {
            let keeper = self.clone();
            P::spawn(async move {
                let opened = keeper.places.open().await;
                keeper.take(opened).await;
            });
        }
        let arrived = poll_fn(|context| {
            if !self.opening.get() {
                return Poll::Ready(());
            }
            self.waiting.borrow_mut().push(context.waker().clone());
            Poll::Pending
        });
        if self.late.get() || P::within(TO_OPEN, arrived).await.is_none() {
            self.late.set(true);
            self.handle.replace(Handle::Away);
            self.places.report(StorageHealth::Unavailable);
        }
        self.usable()
    }

    /// The database has answered.
    async fn take(self: &Rc<Self>, opened: Result<(P::Database, bool), StorageError>) {
        let late = self.late.replace(false);
        let mut erased = false;
        let (handle, health) = match opened {
            Ok((database, anew)) => {
                erased = anew && self.opened.get() > 0;
                self.opened.set(self.opened.get().wrapping_add(1));
                (
                    Handle::Open(self.opened.get(), database),
                    StorageHealth::Database,
                )
            }
            Err(StorageError) if self.marked.get() || self.opened.get() > 0 => {
                (Handle::Away, StorageHealth::Unavailable)
            }
            Err(StorageError) if self.places.has_local() => {
                (Handle::None, StorageHealth::LocalOnly)
            }
            Err(StorageError) => (Handle::None, StorageHealth::NoStorage),
        };
        self.handle.replace(handle);
        self.places.report(health);
        self.opening.set(false);
        for waker in self.waiting.take() {
            waker.wake();
        }
        self.settle().await;
        if late && let Some(came) = self.came.borrow().clone() {
            came();
        }
        if erased {
            self.restore();
        }
    }

    /// Moves what stayed in local storage to the database.
    async fn settle(self: &Rc<Self>) {
        let Ok(Some((_, database))) = self.usable() else {
            return;
        };
        if self.local_copies("").is_empty() {
            return;
        }
        let moved = Rc::new(RefCell::new(Vec::new()));
        let (keeper, noting) = (self.clone(), moved.clone());
        let copies = move || {
            let copies = keeper.local_copies("");
            noting.replace(copies.clone());
            copies
        };
        let write = self.places.write(&database, "", copies);
        if let Some(Ok(_)) = P::within(TO_ANSWER, write).await {
            let standing = moved.take().into_iter();
            let standing = standing.map(|(key, value)| (key, Some(marked(value.as_deref()))));
            self.forget(standing.collect());
        }
    }

    /// Puts changes into local storage, all or none. Gives what stands there now for each key.
    fn note(&self, changes: &[Change]) -> Result<Standing, Standing> {
        let mut standing = Standing::new();
        let before: Vec<Option<String>> = changes
            .iter()
            .map(|(key, _)| self.places.local(&local_key(key)))
            .collect();
        for (key, value) in changes {
            let text = marked(value.as_deref());
            if !self.places.set_local(&local_key(key), &text) {
                for ((key, _), before) in changes.iter().zip(&before).take(standing.len()) {
                    self.put_back(key, before.as_deref());
                }
                let keys = changes.iter().map(|(key, _)| key.clone());
                return Err(keys.zip(before).collect());
            }
            standing.push((key.clone(), Some(text)));
        }
        Ok(standing)
    }

    fn put_back(&self, key: &str, before: Option<&str>) {
        match before {
            Some(text) => drop(self.places.set_local(&local_key(key), text)),
            None => self.places.remove_local(&local_key(key)),
        }
    }

    /// Removes copies that the database has, unless a later write has replaced them. An older copy
    /// goes too: it must not outrank what the database has.
    fn forget(&self, standing: Standing) {
        for (key, text) in standing {
            let key = local_key(&key);
            if text.is_some() && self.places.local(&key) == text {
                self.places.remove_local(&key);
            }
        }
        self.mark();
    }

    fn mark(&self) {
        if !self.marked.get() {
            self.marked.set(self.places.set_local(MARK, "1"));
        }
    }

    /// What became of a write that the database does not have.
    fn settle_without(
        self: &Rc<Self>,
        noted: bool,
        health: StorageHealth,
        again: bool,
    ) -> Result<(), StorageError> {
        if noted {
            self.places.report(health);
            self.kept(false, again);
            return Ok(());
        }
        self.lost.set(true);
        let nowhere = matches!(*self.handle.borrow(), Handle::None) && !self.places.has_local();
        self.places.report(if nowhere {
            StorageHealth::NoStorage
        } else {
            StorageHealth::Full
        });
        Err(StorageError)
    }

    /// A write found its place. If an earlier one did not, or what it belongs to is gone, everything
    /// live is written again; but not for a write that does so already.
    fn kept(self: &Rc<Self>, alone: bool, again: bool) {
        if !again && (self.lost.replace(false) || alone) {
            self.restore();
        }
    }

    /// Has everything live written again, once those who are writing now have ended.
    fn restore(self: &Rc<Self>) {
        let keeper = self.clone();
        P::spawn(async move {
            let live = keeper.live.borrow().clone();
            keeper.restoring.set(true);
            for (_, write) in live {
                write();
            }
            keeper.restoring.set(false);
        });
    }

    fn is_local(&self, key: &str) -> bool {
        let copy = self.places.local(&local_key(key));
        copy.is_some_and(|text| text.starts_with('='))
    }

    /// What local storage keeps of texts, by their keys without its own prefix.
    fn local_copies(&self, prefix: &str) -> Vec<Change> {
        let keys = self.places.local_keys().into_iter();
        keys.filter_map(|whole| {
            let key = whole.strip_prefix(KEPT)?;
            if !key.starts_with(prefix) {
                return None;
            }
            let text = self.places.local(&whole)?;
            let value = text.strip_prefix('=').map(str::to_owned);
            Some((key.to_owned(), value))
        })
        .collect()
    }
}

/// Keys, and what stands in local storage for each.
type Standing = Vec<(String, Option<String>)>;

fn local_key(key: &str) -> String {
    format!("{KEPT}{key}")
}

fn marked(value: Option<&str>) -> String {
    value.map_or_else(|| "-".to_owned(), |text| format!("={text}"))
}
