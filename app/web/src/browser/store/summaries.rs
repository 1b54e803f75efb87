//! What is computed of assessments, stored beside them: it can be computed again, so a failure to read
//! or write it has no effect on anything else, and local storage is not used.
//!
//! | key | value |
//! | --- | --- |
//! | `list/KEY/rev` | the revision of an assessment's records, written with each change of them |
//! | `list/KEY/summary` | what the list shows of it, with the revision that it was computed from |
//! | `list/unlisted` | the number of records that belong to no listed assessment; it is there once all were read |

use std::rc::Rc;

use super::backend::{Change, Entries, Reply, Request, StorageBackend};
use super::revisions::revision_key;
use super::tiered::{Connection, TieredStore};

/// How long the database may take, in milliseconds.
const TIME_LIMIT: u32 = 2_000;

impl<B: StorageBackend> TieredStore<B> {
    /// All entries whose keys begin with `list/`, in the order of their keys; `None` where the database
    /// cannot be asked, or lacks records that only local storage has.
    pub(super) async fn read_summaries(&self) -> Option<Entries> {
        if !self.local_copies("a/").is_empty() {
            return None;
        }
        let work = self
            .backend
            .execute(self.database()?, Request::Read("list/".to_owned()));
        match self.backend.within(TIME_LIMIT, work).await {
            Ok(Reply::Entries(entries)) => Some(entries),
            _ => None,
        }
    }

    /// The number of all records of assessments; `None` where the database does not tell. It takes
    /// several times as long as reading the summaries.
    pub(super) async fn count_records(&self) -> Option<usize> {
        let work = self.backend.count(self.database()?, "a/");
        match self.backend.within(TIME_LIMIT, work).await {
            Ok(Reply::Counted(count)) => Some(count),
            _ => None,
        }
    }

    /// Stores the summary of an assessment, or deletes it. Where there is no such assessment, nothing
    /// is left.
    pub(super) async fn write_summary(&self, key: &str, summary: Option<String>) {
        let (summary_key, revision_key) = (format!("list/{key}/summary"), revision_key(key));
        let changes = move |owner_exists| match owner_exists {
            true => vec![(summary_key.clone(), summary.clone())],
            false => vec![(summary_key.clone(), None), (revision_key.clone(), None)],
        };
        self.write_quietly(format!("a/{key}/head"), changes).await;
    }

    /// Stores how many records belong to no listed assessment; `None` if there are no assessments.
    pub(super) async fn write_unlisted(&self, count: Option<usize>) {
        let value = count.map(|count| count.to_string());
        let changes = move |_| vec![("list/unlisted".to_owned(), value.clone())];
        self.write_quietly(String::new(), changes).await;
    }

    async fn write_quietly(&self, owner: String, changes: impl Fn(bool) -> Vec<Change> + 'static) {
        let Some(database) = self.database() else {
            return;
        };
        let changes = Rc::new(changes);
        let request = Request::Write { owner, changes };
        let work = self.backend.execute(database, request);
        // What could not be stored is computed again.
        drop(self.backend.within(TIME_LIMIT, work).await);
    }

    fn database(&self) -> Option<B::Database> {
        match &*self.connection.borrow() {
            Connection::Open(_, database) => Some(database.clone()),
            _ => None,
        }
    }
}
