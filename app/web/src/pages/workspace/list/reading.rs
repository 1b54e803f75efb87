//! Reads the records of rows for an action with them.

use std::sync::Arc;
use std::sync::atomic::Ordering;

use super::page_state::ListPage;
use super::row_data::Row;
use crate::state::StoredRecords;

/// Reads the records of rows, then acts with them; tells how many rows have none, because they were
/// deleted in another tab. Presses have no effect meanwhile, so that two of them act once.
pub(super) fn with_records(
    page: &ListPage,
    rows: &[Arc<Row>],
    act: impl FnOnce(&ListPage, Vec<(Arc<Row>, StoredRecords)>) + 'static,
) {
    if page.is_reading.swap(true, Ordering::Relaxed) {
        return;
    }
    let (page, rows) = (page.clone(), rows.to_vec());
    wasm_bindgen_futures::spawn_local(async move {
        let keys: Vec<String> = rows.iter().map(|row| row.entry.key.clone()).collect();
        let read = StoredRecords::load_several(&keys).await;
        page.is_reading.store(false, Ordering::Relaxed);
        let messages = page.app.messages();
        let Ok(records) = read else {
            return page.show_outcome(messages.workspace_failed().to_owned(), None);
        };
        let pairs = rows.iter().cloned().zip(records);
        let found: Vec<_> = pairs.filter(|(_, of)| !of.records().is_empty()).collect();
        let gone = rows.len().saturating_sub(found.len());
        if gone > 0 {
            page.show_outcome(messages.workspace_left_out(gone), None);
        }
        if !found.is_empty() {
            act(&page, found);
        }
    });
}

/// The same for one row.
pub(super) fn with_records_of(
    page: &ListPage,
    row: &Arc<Row>,
    act: impl FnOnce(&ListPage, &Row, &StoredRecords) + 'static,
) {
    with_records(page, std::slice::from_ref(row), move |page, found| {
        if let [(row, records)] = found.as_slice() {
            act(page, row, records);
        }
    });
}
