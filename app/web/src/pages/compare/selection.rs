//! The results selected for the comparison. The selection is stored in this browser.
//!
//! Key: `compare/MODEL@VERSION`. Value: one line per result, `own:KEY` for an assessment of this
//! browser, `r:PAYLOAD` for a link or a file, `example:ID` for a fictional company.

use std::sync::Arc;

use assay_core::compare::{MAX_RESULTS, MIN_RESULTS};
use assay_locale::join_list;
use leptos::prelude::*;

use super::selected_result::SelectedResult;
use super::source::{ADDRESS, Source};
use crate::browser::{dom, store};
use crate::parts::add_results::{AddReport, AddResults, ReceivedResult};
use crate::parts::chosen_assessments::take_chosen;
use crate::state::{App, StoredAssessment, load_assessments};

/// The selection. Cloning is cheap.
#[derive(Clone)]
pub(super) struct Selection {
    app: App,
    /// `None` until the store has been read.
    items: ArcRwSignal<Option<Arc<Vec<SelectedResult>>>>,
    /// The assessments of this browser.
    own_records: ArcRwSignal<Arc<Vec<StoredAssessment>>>,
    /// Whether the store could not be read.
    is_unreadable: ArcRwSignal<bool>,
}

impl Selection {
    pub(super) fn new(app: &App) -> Self {
        Self {
            app: app.clone(),
            items: ArcRwSignal::new(None),
            own_records: ArcRwSignal::new(Arc::default()),
            is_unreadable: ArcRwSignal::new(false),
        }
    }

    /// Loads the stored selection and adds the result named by the address, and those that were
    /// chosen in the list of assessments.
    pub(super) fn load(&self, form: &AddResults, wanted: Option<&str>) {
        if wanted.is_some() {
            dom::replace_address(ADDRESS);
        }
        let mut wanted: Vec<Source> = wanted.and_then(Source::parse).into_iter().collect();
        wanted.extend(take_chosen().into_iter().map(Source::Own));
        let (loading, form) = (self.clone(), form.clone());
        wasm_bindgen_futures::spawn_local(async move {
            loading.load_stored(&form).await;
            if !loading.is_unreadable.get_untracked() {
                loading.add_wanted(&form, wanted);
            }
        });
    }

    async fn load_stored(&self, form: &AddResults) {
        let own = load_assessments(&self.app.questionnaire.model).await;
        let stored = store::read_key(&self.key()).await;
        // Without the stored selection nothing may be added: it would be overwritten.
        let whole = own.is_ok() && stored.is_ok();
        self.is_unreadable.set(!whole);
        let (Ok(own), Ok(stored)) = (own, stored) else {
            return;
        };
        self.own_records.set(Arc::new(own));
        let stored = stored.unwrap_or_default();
        let before: Vec<Source> = stored.lines().filter_map(Source::parse).collect();
        let found: Vec<SelectedResult> = before
            .iter()
            .filter_map(|source| self.find_result(source.clone()))
            .take(MAX_RESULTS)
            .collect();
        if found.len() < before.len() {
            form.show_refusal(self.app.messages().compare_fault_gone());
        }
        self.items.set(Some(Arc::new(found)));
    }

    fn add_wanted(&self, form: &AddResults, mut wanted: Vec<Source>) {
        // The address was opened before.
        wanted.retain(|source| !self.contains(source));
        let mut found = Vec::new();
        let mut is_gone = false;
        for source in wanted {
            match (self.find_result(source.clone()), source) {
                (Some(item), _) => found.push(item),
                (None, Source::Link(payload)) => return form.add_link(&payload),
                (None, _) => is_gone = true,
            }
        }
        if is_gone {
            form.show_refusal(self.app.messages().compare_fault_gone());
        }
        if !found.is_empty() {
            form.show_report(self.add(found));
        }
    }

    /// Returns whether the store could not be read (reactive).
    pub(super) fn is_unreadable(&self) -> bool {
        self.is_unreadable.get()
    }

    /// Returns the selected results (reactive); `None` until the store has been read.
    pub(super) fn items(&self) -> Option<Arc<Vec<SelectedResult>>> {
        self.items.get()
    }

    /// Returns the selected results (reactive); `None` as long as there is nothing to compare.
    pub(super) fn compared_items(&self) -> Option<Arc<Vec<SelectedResult>>> {
        self.items().filter(|items| items.len() >= MIN_RESULTS)
    }

    /// Returns the assessments of this browser (reactive).
    pub(super) fn own_records(&self) -> Arc<Vec<StoredAssessment>> {
        self.own_records.get()
    }

    /// Returns whether the selection contains a source.
    pub(super) fn contains(&self, source: &Source) -> bool {
        let items = self.items.get_untracked().unwrap_or_default();
        items.iter().any(|item| item.source == *source)
    }

    pub(super) fn remove(&self, source: &Source) {
        let items = self.items.get_untracked().unwrap_or_default();
        let left = items.iter().filter(|item| item.source != *source);
        self.set_items(left.cloned().collect());
        self.focus_heading();
    }

    pub(super) fn clear(&self) {
        self.set_items(Vec::new());
        self.focus_heading();
    }

    /// Adds results without duplicates, up to the limit of the comparison.
    pub(super) fn add(&self, found: Vec<SelectedResult>) -> AddReport {
        let messages = self.app.messages();
        let mut items = Vec::clone(&self.items.get_untracked().unwrap_or_default());
        let (mut added, mut refused) = (Vec::new(), Vec::new());
        for item in found {
            if items.iter().any(|other| other.source == item.source) {
                refused.push(messages.compare_fault_again(&item.name(&messages)));
            } else if items.len() < MAX_RESULTS {
                added.push(item.name(&messages));
                items.push(item);
            } else {
                let full = messages.compare_fault_full(&MAX_RESULTS.to_string());
                if refused.last() != Some(&full) {
                    refused.push(full);
                }
            }
        }
        let mut report = AddReport {
            refusals: refused,
            ..AddReport::default()
        };
        if !added.is_empty() {
            report.summary = messages.compare_added(&join_list(&messages, &added));
            self.set_items(items);
        }
        report
    }

    /// Adds results that were sent by somebody.
    pub(super) fn add_received(&self, given: Vec<(String, ReceivedResult)>) -> AddReport {
        let messages = self.app.messages();
        let model = &self.app.questionnaire.model;
        let (mut items, mut refused) = (Vec::new(), Vec::new());
        for (which, given) in given {
            match SelectedResult::from_received(model, given) {
                Some(item) => items.push(item),
                None => {
                    refused
                        .push(messages.adding_refused_line(&which, messages.compare_fault_long()));
                }
            }
        }
        let report = self.add(items);
        refused.extend(report.refusals);
        AddReport {
            refusals: refused,
            ..report
        }
    }

    /// Moves the focus to the list, because the pressed control disappears.
    pub(super) fn focus_heading(&self) {
        if let Some(heading) = dom::by_id("compared") {
            dom::focus(&heading);
        }
    }

    /// Looks up a result by its source; `None` if it does not exist or its link cannot be read.
    pub(super) fn find_result(&self, source: Source) -> Option<SelectedResult> {
        let own = self.own_records.get_untracked();
        SelectedResult::find(&self.app, &own, source)
    }

    fn set_items(&self, items: Vec<SelectedResult>) {
        self.store(&items);
        self.items.set(Some(Arc::new(items)));
    }

    /// Writes the selection again if the database was lost, as long as the page is open.
    pub(super) fn keep_stored(&self) {
        let selection = self.clone();
        let live = store::register_rewrite(move || {
            if let Some(items) = selection.items.get_untracked() {
                selection.store(&items);
            }
        });
        let live = StoredValue::new_local(live);
        on_cleanup(move || live.dispose());
    }

    fn store(&self, items: &[SelectedResult]) {
        let lines: Vec<String> = items.iter().map(SelectedResult::line).collect();
        let text = Some(lines.join("\n")).filter(|text| !text.is_empty());
        store::write_key(&self.key(), text.as_deref(), |_| ());
    }

    fn key(&self) -> String {
        let model = &self.app.questionnaire.model;
        format!("compare/{}@{}", model.id(), model.version())
    }
}
