//! Computes the figures of rows in slices, the rows in sight first.

use std::sync::Arc;

use leptos::prelude::*;

use super::row_data::{Row, RowFigures};
use crate::browser::slices;
use crate::state::{App, KnownModel};

/// Rows whose figures are to be computed. Cloning is cheap.
#[derive(Clone)]
pub(super) struct FigureQueue {
    app: App,
    /// The questionnaires at hand, the page's first.
    models: ArcRwSignal<Arc<Vec<KnownModel>>>,
    /// The next row last.
    waiting: ArcRwSignal<Vec<Arc<Row>>>,
    is_running: ArcRwSignal<bool>,
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
            is_running: ArcRwSignal::new(false),
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
                .with_untracked(|it| matches!(it, RowFigures::Pending))
        };
        let rows = all.iter().rev().chain(in_sight.iter().rev());
        let waiting: Vec<Arc<Row>> = rows.filter(is_pending).cloned().collect();
        let is_idle = waiting.is_empty();
        self.waiting.update_untracked(|it| *it = waiting);
        if is_idle || self.is_running.get_untracked() {
            return;
        }
        self.is_running.update_untracked(|it| *it = true);
        let (queue, ended) = (self.clone(), self.clone());
        slices::run_in_slices(
            move || queue.step(),
            move || {
                ended.is_running.update_untracked(|it| *it = false);
                ended.rounds.update(|count| *count = count.wrapping_add(1));
            },
        );
    }

    /// Computes the next row. True if there is none.
    fn step(&self) -> bool {
        let mut next = None;
        self.waiting
            .update_untracked(|waiting| next = waiting.pop());
        let Some(row) = next else { return true };
        if row
            .figures
            .with_untracked(|it| matches!(it, RowFigures::Pending))
        {
            match self.model_of(&row) {
                Some(known) => row.figures.set(row.compute(&self.app.messages(), &known)),
                None if self.has_looked.get_untracked() => row.figures.set(RowFigures::NoModel),
                // Its questionnaire is being loaded.
                None => {}
            }
        }
        false
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
