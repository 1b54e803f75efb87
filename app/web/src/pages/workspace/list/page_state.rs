//! The state of the list: what was read from the store, what is shown of it, what is chosen.

use std::cell::RefCell;
use std::sync::Arc;
use std::sync::atomic::AtomicBool;

use assay_core::ModelRef;
use gloo::timers::callback::Timeout;
use leptos::prelude::*;

use super::figures::FigureQueue;
use super::outcome::{Outcome, Undo};
use super::query::ListQuery;
use super::row_data::Row;
use crate::browser::store::PartialRead;
use crate::browser::tabs;
use crate::parts::focus::focus_later;
use crate::state::{
    App, DeletedAssessment, KnownModel, LoadedAssessment, load_deleted, load_listed, load_models,
    load_summarized,
};
use crate::view::Node;

/// The name of the query in the tab's storage.
const QUERY: &str = "assessment-list";

/// How long the list waits for further changes of another tab, in milliseconds.
const QUIET: u32 = 600;

/// What was read from the store.
#[derive(Clone)]
pub(super) struct Loaded {
    pub(super) rows: Arc<Vec<Arc<Row>>>,
    /// Whether everything could be read.
    pub(super) is_complete: bool,
}

/// The part of a row that is being edited.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum EditedPart {
    Name,
    Labels,
}

/// The state of the list. Cloning is cheap.
#[derive(Clone)]
pub(crate) struct ListPage {
    pub(super) app: App,
    /// `None` until the store has been read.
    pub(super) loaded: ArcRwSignal<Option<Loaded>>,
    pub(super) deleted: ArcRwSignal<Arc<Vec<DeletedAssessment>>>,
    /// The questionnaires at hand, the page's first.
    pub(super) models: ArcRwSignal<Arc<Vec<KnownModel>>>,
    pub(super) query: ArcRwSignal<ListQuery>,
    /// The keys of the chosen assessments.
    pub(super) chosen: ArcRwSignal<Vec<String>>,
    /// The row that is being edited.
    pub(super) edited: ArcRwSignal<Option<(String, EditedPart)>>,
    /// The text of the field in that row, which outlives a rebuilt row.
    pub(super) edited_text: ArcRwSignal<String>,
    pub(super) outcome: ArcRwSignal<Option<Outcome>>,
    /// The text in the open form that labels the chosen assessments.
    pub(super) chosen_labels: ArcRwSignal<Option<String>>,
    /// The assessments of the open dialog for the board.
    pub(super) board: ArcRwSignal<Option<Arc<Vec<Arc<Row>>>>>,
    pub(super) figures: FigureQueue,
    /// Whether records are being read for an action.
    pub(super) is_reading: Arc<AtomicBool>,
    /// Whether the table has been shown.
    pub(super) is_shown: Arc<AtomicBool>,
}

thread_local! {
    /// The state while the page is rebuilt because another assessment became the current one.
    static HELD: RefCell<Option<ListPage>> = const { RefCell::new(None) };
}

impl ListPage {
    /// The state for a page that is built: a new one, unless the page is rebuilt by the list itself.
    pub(crate) fn open(app: &App) -> Self {
        if let Some(held) = HELD.take() {
            return held;
        }
        let query = tabs::get_item(QUERY).and_then(|text| ListQuery::parse(&text));
        let models = ArcRwSignal::new(Arc::new(vec![KnownModel::of_page(app)]));
        let page = Self {
            app: app.clone(),
            loaded: ArcRwSignal::new(None),
            deleted: ArcRwSignal::new(Arc::default()),
            figures: FigureQueue::new(app, &models),
            models,
            query: ArcRwSignal::new(query.unwrap_or_default()),
            chosen: ArcRwSignal::new(Vec::new()),
            edited: ArcRwSignal::new(None),
            edited_text: ArcRwSignal::new(String::new()),
            outcome: ArcRwSignal::new(None),
            chosen_labels: ArcRwSignal::new(None),
            board: ArcRwSignal::new(None),
            is_reading: Arc::default(),
            is_shown: Arc::default(),
        };
        page.reload();
        page
    }

    /// Keeps the state for the page that is built next. To be called before another assessment
    /// becomes the current one.
    pub(super) fn hold(&self) {
        HELD.set(Some(self.clone()));
    }

    /// Reads the store again.
    pub(crate) fn reload(&self) {
        let page = self.clone();
        wasm_bindgen_futures::spawn_local(async move {
            page.load().await;
        });
    }

    async fn load(&self) {
        if let Some((listed, records)) = load_summarized().await {
            let wanted = self.show_with_deleted(listed, true).await;
            if records.is_of_all().await {
                return self.load_missing(wanted).await;
            }
        }
        let read = load_listed().await;
        let is_complete = read.is_ok();
        let listed = read.unwrap_or_else(|PartialRead(part)| part);
        let wanted = self.show_with_deleted(listed, is_complete).await;
        self.load_missing(wanted).await;
    }

    /// Shows what was read, then the deleted assessments. Returns the questionnaires that are not at
    /// hand.
    async fn show_with_deleted(
        &self,
        listed: Vec<LoadedAssessment>,
        is_complete: bool,
    ) -> Vec<ModelRef> {
        let wanted = self.missing_models(&listed);
        self.show(listed, is_complete);
        let deleted = load_deleted().await;
        if **self.deleted.read_untracked() != deleted {
            self.deleted.set(Arc::new(deleted));
        }
        wanted
    }

    /// Shows what was read. Unchanged rows keep their figures.
    fn show(&self, listed: Vec<LoadedAssessment>, is_complete: bool) {
        let before = self.loaded.get_untracked();
        let known = before.as_ref().map_or(&[][..], |loaded| &loaded.rows);
        let mut places = known.iter();
        let rows: Vec<Arc<Row>> = listed
            .into_iter()
            // Both lists are in the order of the keys.
            .map(
                |one| match places.find(|row| row.entry.key >= one.entry.key) {
                    Some(row) if row.entry == one.entry => row.clone(),
                    _ => {
                        let row = Row::new(one);
                        self.figures.show_if_stored(&row);
                        Arc::new(row)
                    }
                },
            )
            .collect();
        let same = before.as_ref().is_some_and(|before| {
            before.is_complete == is_complete
                && before.rows.len() == rows.len()
                && before
                    .rows
                    .iter()
                    .zip(&rows)
                    .all(|(a, b)| Arc::ptr_eq(a, b))
        });
        if same {
            return;
        }
        let stored = |key: &String| rows.iter().any(|row| row.entry.key == *key);
        if !self.chosen.read_untracked().iter().all(stored) {
            self.chosen.update(|chosen| chosen.retain(stored));
        }
        self.loaded.set(Some(Loaded {
            rows: Arc::new(rows),
            is_complete,
        }));
    }

    /// Whether the store has been read (reactive).
    pub(crate) fn is_read(&self) -> bool {
        self.loaded.with(Option::is_some)
    }

    /// The questionnaires of these assessments that are not at hand and were not looked for.
    fn missing_models(&self, listed: &[LoadedAssessment]) -> Vec<ModelRef> {
        let models = self.models.get_untracked();
        let mut missing: Vec<ModelRef> = Vec::new();
        for of in listed.iter().filter_map(|one| one.entry.model.as_ref()) {
            if !missing.contains(of) && !models.iter().any(|known| known.is(of)) {
                missing.push(of.clone());
            }
        }
        missing
    }

    async fn load_missing(&self, wanted: Vec<ModelRef>) {
        if wanted.is_empty() {
            return;
        }
        let language = self.app.locale.with_untracked(|locale| locale.language);
        let found = load_models(self.app.site, language, wanted).await;
        let mut models = Vec::clone(&self.models.get_untracked());
        let count = found.len();
        models.extend(found);
        if count > 0 {
            self.models.set(Arc::new(models));
        }
        if let Some(loaded) = self.loaded.get_untracked() {
            self.figures.settle_models(&loaded.rows);
        }
    }

    /// Shows an outcome and moves the focus to it, since the control that led here may be gone.
    pub(super) fn show_outcome(&self, text: String, undo: Option<Undo>) {
        self.outcome.set(Some(Outcome { text, undo }));
        focus_later(["[data-outcome]".to_owned(), "main h1".to_owned()]);
    }

    /// Changes what is shown, and keeps that for this tab.
    pub(super) fn update_query(&self, change: impl FnOnce(&mut ListQuery)) {
        self.query.update(change);
        tabs::set_item(QUERY, &self.query.read_untracked().to_text());
    }

    /// Reads the store again when another tab has changed an assessment. The returned node has to be
    /// part of the page.
    pub(super) fn follow_other_tabs(&self) -> Node {
        let page = self.clone();
        let timer: RefCell<Option<Timeout>> = RefCell::new(None);
        let listener = tabs::listen(move |key| {
            if key == tabs::ALL_KEYS || key.starts_with("a/") || key.starts_with("deleted/") {
                let page = page.clone();
                timer.replace(Some(Timeout::new(QUIET, move || page.reload())));
            }
        });
        Node::Kept(Box::new(listener))
    }

    /// The row of an assessment.
    pub(super) fn row(&self, key: &str) -> Option<Arc<Row>> {
        let loaded = self.loaded.get_untracked()?;
        loaded.rows.iter().find(|row| row.entry.key == key).cloned()
    }

    /// The chosen rows as they are now, in the order of the list's keys (reactive).
    pub(super) fn chosen_rows(&self) -> Vec<Arc<Row>> {
        let chosen = self.chosen.get();
        let loaded = self.loaded.get();
        let rows = loaded.iter().flat_map(|loaded| loaded.rows.iter());
        rows.filter(|row| chosen.contains(&row.entry.key))
            .cloned()
            .collect()
    }

    /// The questionnaire of a row, if it is at hand.
    pub(super) fn model_of(&self, row: &Row) -> Option<KnownModel> {
        self.figures.model_of(row)
    }
}
