//! Reads the records of rows for an action with them.

use std::sync::Arc;
use std::sync::atomic::Ordering;

use super::page_state::ListPage;
use super::row_data::Row;
use crate::browser::store::StorageError;
use crate::state::StoredRecords;

/// Reads the records of rows, then acts with them. Presses have no effect meanwhile, so that two of
/// them act once.
pub(super) fn with_records(
    page: &ListPage,
    rows: &[Arc<Row>],
    act: impl FnOnce(&ListPage, Vec<StoredRecords>) + 'static,
) {
    if page.is_reading.swap(true, Ordering::Relaxed) {
        return;
    }
    let keys: Vec<String> = rows.iter().map(|row| row.entry.key.clone()).collect();
    let page = page.clone();
    wasm_bindgen_futures::spawn_local(async move {
        let read = StoredRecords::load_several(&keys).await;
        page.is_reading.store(false, Ordering::Relaxed);
        match read {
            Ok(records) => act(&page, records),
            Err(StorageError) => {
                page.show_outcome(page.app.messages().workspace_failed().to_owned(), None);
            }
        }
    });
}

/// The same for one row.
pub(super) fn with_records_of(
    page: &ListPage,
    row: &Arc<Row>,
    act: impl FnOnce(&ListPage, &Row, &StoredRecords) + 'static,
) {
    let one = row.clone();
    with_records(page, std::slice::from_ref(row), move |page, records| {
        if let [records] = records.as_slice() {
            act(page, &one, records);
        }
    });
}
