//! Computes the figures that are not stored in slices, the rows in sight first, and stores them.

use std::sync::Arc;

use leptos::prelude::*;

use super::row_data::{Row, RowFigures};
use crate::browser::slices::Slice;
use crate::browser::store;
use crate::state::{
    self, App, FigureSource, KnownModel, ListFigures, StoredFigures, StoredRecords,
};

/// How many rows are read and stored at the same time: the database takes longer than the figures.
const WORKERS: usize = 6;

/// Rows whose figures are to be computed. Cloning is cheap.
#[derive(Clone)]
pub(super) struct FigureQueue {
    app: App,
    /// The questionnaires at hand, the page's first.
    models: ArcRwSignal<Arc<Vec<KnownModel>>>,
    /// The next row last.
    waiting: ArcRwSignal<Vec<Arc<Row>>>,
    /// The number of workers that run.
    workers: ArcRwSignal<usize>,
    /// The rows that workers read, compute or store at present.
    in_work: ArcRwSignal<Vec<Arc<Row>>>,
    /// Whether questionnaires that are not at hand were looked for.
    has_looked: ArcRwSignal<bool>,
    /// Counts how often the queue became empty.
    rounds: ArcRwSignal<u32>,
}

impl FigureQueue {
    pub(super) fn new(app: &App, models: &ArcRwSignal<Arc<Vec<KnownModel>>>) -> Self {
        Self {
            app: app.clone(),
            models: models.clone(),
            waiting: ArcRwSignal::new(Vec::new()),
            workers: ArcRwSignal::new(0),
            in_work: ArcRwSignal::new(Vec::new()),
            has_looked: ArcRwSignal::new(false),
            rounds: ArcRwSignal::new(0),
        }
    }

    /// Follows when all figures have been computed (reactive).
    pub(super) fn track_rounds(&self) {
        self.rounds.track();
    }

    /// Computes the figures of these rows, those in sight first.
    pub(super) fn compute(&self, in_sight: &[Arc<Row>], all: &[Arc<Row>]) {
        let is_pending = |row: &&Arc<Row>| {
            row.figures
                .with_untracked(|it| matches!(it, RowFigures::Pending(_)))
        };
        let rows = all.iter().rev().chain(in_sight.iter().rev());
        let waiting: Vec<Arc<Row>> = rows.filter(is_pending).cloned().collect();
        let is_idle = waiting.is_empty();
        self.waiting.update_untracked(|it| *it = waiting);
        if is_idle {
            return;
        }
        for _ in self.workers.get_untracked()..WORKERS {
            self.workers
                .update_untracked(|count| *count = count.saturating_add(1));
            let queue = self.clone();
            wasm_bindgen_futures::spawn_local(async move {
                queue.run().await;
                queue
                    .workers
                    .update_untracked(|count| *count = count.saturating_sub(1));
                if queue.workers.get_untracked() == 0 {
                    queue.rounds.update(|count| *count = count.wrapping_add(1));
                }
            });
        }
    }

    async fn run(&self) {
        let mut slice = Slice::begin().await;
        loop {
            let mut next = None;
            self.waiting
                .update_untracked(|waiting| next = waiting.pop());
            let Some(row) = next else { return };
            // `waiting` has each row in sight twice: among all, and before them.
            if self.is_in_work(&row) {
                continue;
            }
            self.in_work.update_untracked(|it| it.push(row.clone()));
            self.settle(&row).await;
            self.in_work
                .update_untracked(|it| it.retain(|other| !Arc::ptr_eq(other, &row)));
            slice.pause_when_over().await;
        }
    }

    fn is_in_work(&self, row: &Arc<Row>) -> bool {
        let in_work = self.in_work.read_untracked();
        in_work.iter().any(|other| Arc::ptr_eq(other, row))
    }

    /// Shows the figures of a row, and stores those that were computed for that.
    async fn settle(&self, row: &Row) {
        let RowFigures::Pending(source) = row.figures.get_untracked() else {
            return;
        };
        let Some(known) = self.model_of(row) else {
            // Otherwise its questionnaire is being loaded.
            if self.has_looked.get_untracked() {
                row.figures.set(RowFigures::NoModel);
                if matches!(source, FigureSource::Records(_)) {
                    store_summary(row, None).await;
                }
            }
            return;
        };
        if self.show_stored(row, &known) {
            return;
        }
        let records = match source {
            FigureSource::Records(records) => records,
            FigureSource::Summary(_) => match StoredRecords::load(&row.entry.key).await {
                Ok(records) => Arc::new(records),
                // The figures are missing until the list is read again.
                Err(store::StorageError) => return,
            },
        };
        let model = &known.model;
        let figures = records.read(model);
        let figures = figures.map(|stored| Arc::new(ListFigures::of_assessment(model, stored)));
        let digest = known.digest;
        let computed = StoredFigures { digest, figures };
        row.show_figures(&self.app.messages(), &known, &computed);
        store_summary(row, Some(&computed)).await;
    }

    /// Shows the figures of a row if they are stored and its questionnaire is at hand.
    pub(super) fn show_if_stored(&self, row: &Row) {
        if let Some(known) = self.model_of(row) {
            self.show_stored(row, &known);
        }
    }

    /// Whether the stored figures are of this questionnaire, and show now.
    fn show_stored(&self, row: &Row, known: &KnownModel) -> bool {
        let RowFigures::Pending(FigureSource::Summary(Some(stored))) = row.figures.get_untracked()
        else {
            return false;
        };
        let is_of_model = stored.digest == known.digest;
        if is_of_model {
            row.show_figures(&self.app.messages(), known, &stored);
        }
        is_of_model
    }

    /// Computes what waited for questionnaires, which were loaded as far as possible.
    pub(super) fn settle_models(&self, rows: &[Arc<Row>]) {
        self.has_looked.update_untracked(|it| *it = true);
        self.compute(&[], rows);
    }

    /// The questionnaire of a row, if it is at hand.
    pub(super) fn model_of(&self, row: &Row) -> Option<KnownModel> {
        let models = self.models.read_untracked();
        let Some(of) = &row.entry.model else {
            return models.first().cloned();
        };
        models.iter().find(|known| known.is(of)).cloned()
    }
}

/// Stores what the list shows of a row, so that it is not computed when the list opens again.
async fn store_summary(row: &Row, figures: Option<&StoredFigures>) {
    if let Some(text) = state::write_summary(&row.entry, figures) {
        store::write_summary(&row.entry.key, Some(text)).await;
    }
}
