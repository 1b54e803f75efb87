//! What a browser offers to store texts: one database and local storage.
//!
//! [`TieredStore`](super::tiered::TieredStore) decides which of them is used; the tests use a
//! backend that fails on demand.

use std::rc::Rc;

use crate::browser::LocalFuture;

/// The prefix of this app's keys in local storage.
pub(super) const KEY_PREFIX: &str = "assay/";

/// The prefix of the copies' keys. A copy is `=` with the text behind it, or `-` for a key that was
/// deleted.
pub(super) const COPY_PREFIX: &str = "assay/kept/";

/// Its presence in local storage records that a database exists.
pub(super) const DATABASE_MARKER: &str = "assay/database";

/// Keys with their texts. A list, since the code of a map costs more download than it saves time.
pub(crate) type Entries = Vec<(String, String)>;

/// A key with its new text; `None` deletes the key.
pub(crate) type Change = (String, Option<String>);

/// The browser did not do what it was asked to; what is stored is unknown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct StorageError;

/// The database could not be read; the value is what local storage has of it.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct PartialRead<T>(pub(crate) T);

/// What was read, or the part of it that could be read.
pub(crate) type ReadResult<T> = Result<T, PartialRead<T>>;

/// Where texts are stored at present.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum StorageHealth {
    /// In the browser's database.
    Database,
    /// In local storage, since the browser has no database.
    LocalOnly,
    /// In local storage, since the database does not answer.
    Unavailable,
    /// Nowhere: the browser refuses both.
    NoStorage,
    /// The last write found no room anywhere.
    Full,
}

/// A request to the database. One type for all requests, so that the code that repeats a failed
/// one exists once.
#[derive(Clone)]
pub(super) enum Request {
    /// The entries whose keys begin with this prefix.
    Read(String),
    /// All changes or none.
    Write {
        /// The key without which the changes are of no use; may be empty.
        owner: String,
        /// The changes. Called when the transaction has begun and no other tab can write, with whether
        /// there is an entry under the owner's key.
        changes: Rc<dyn Fn(bool) -> Vec<Change>>,
    },
    /// Delete the entries whose keys begin with this prefix.
    Delete(String),
}

/// The answer to a [`Request`].
pub(super) enum Reply {
    /// To [`Request::Read`].
    Entries(Entries),
    /// To [`StorageBackend::count`].
    Counted(usize),
    /// To [`Request::Write`].
    Written {
        /// Whether there is an entry under the owner's key.
        owner_exists: bool,
    },
    /// To everything else.
    Done,
}

/// The outcome of a request.
pub(super) type Outcome = Result<Reply, StorageError>;

/// What the browser offers. Keys of local storage are given whole.
pub(super) trait StorageBackend: 'static {
    /// A connection to the database.
    type Database: Clone + 'static;

    /// Opens the database, without a time limit. True if it was created by this call.
    fn open(&self) -> LocalFuture<'static, Result<(Self::Database, bool), StorageError>>;
    /// Executes a request. Dropping the future may leave the request executed or not.
    fn execute(&self, database: Self::Database, request: Request) -> LocalFuture<'static, Outcome>;
    /// The number of entries whose keys begin with `prefix`.
    fn count(
        &self,
        database: Self::Database,
        prefix: &'static str,
    ) -> LocalFuture<'static, Outcome>;
    /// Runs a task concurrently.
    fn spawn(&self, task: LocalFuture<'static, ()>);
    /// Waits for an idle moment. Who called first is first to go on.
    fn idle(&self) -> LocalFuture<'static, ()>;
    /// Awaits an outcome for a number of milliseconds; an error after that.
    fn within(
        &self,
        milliseconds: u32,
        work: LocalFuture<'static, Outcome>,
    ) -> LocalFuture<'static, Outcome>;

    /// Whether local storage accepts anything.
    fn has_local(&self) -> bool;
    /// All keys of local storage.
    fn local_keys(&self) -> Vec<String>;
    /// The text under a key of local storage.
    fn local(&self, key: &str) -> Option<String>;
    /// Puts a text into local storage; false if it refuses.
    fn set_local(&self, key: &str, value: &str) -> bool;
    /// Removes a key from local storage.
    fn remove_local(&self, key: &str);

    /// Publishes where texts are stored now.
    fn report(&self, health: StorageHealth);
}
