//! The results selected for the comparison. The selection is stored in this browser.
//!
//! Key: `compare/MODEL@VERSION`. Value: one line per result, `own:KEY` for an assessment of this
//! browser, `r:PAYLOAD` for a link or a file, `example:ID` for a fictional company.

use std::sync::Arc;

use assay_core::compare::{ComparedResult, MAX_RESULTS};
use assay_core::link::{
    AnswerDetail, LinkOptions, decode_bytes, encode, find_payload, payload_from_bytes,
};
use assay_locale::{Messages, join_list};
use leptos::prelude::*;

use super::source::{ADDRESS, Source};
use crate::browser::console::log_failure;
use crate::browser::{clock, dom, store};
use crate::parts::add_results::{AddReport, AddResults, ReceivedResult};
use crate::parts::chosen_assessments::take_chosen;
use crate::state::{App, StoredAssessment, load_assessments};

/// The attempt of which errors are logged.
const READ_LINK: &str = "read a selected link";

/// What is kept of a file: everything that the comparison shows.
const KEPT_CONTENT: LinkOptions = LinkOptions {
    profile: true,
    notes: false,
    answers: AnswerDetail::Exact,
    confidence: None,
};

/// A selected result.
#[derive(Clone)]
pub(super) struct SelectedResult {
    pub(super) source: Source,
    pub(super) result: ComparedResult,
}

impl SelectedResult {
    /// Returns the stored line, which identifies the result.
    pub(super) fn line(&self) -> String {
        self.source.to_line()
    }
}

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
                refused.push(messages.compare_fault_again(&name(&messages, &item.result)));
            } else if items.len() < MAX_RESULTS {
                added.push(name(&messages, &item.result));
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
        let (mut items, mut refused) = (Vec::new(), Vec::new());
        for (which, given) in given {
            match self.to_selected(given) {
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

    /// Converts a received result; a file is encoded as a link without a passphrase. `None` if it
    /// is too long for a link.
    fn to_selected(&self, given: ReceivedResult) -> Option<SelectedResult> {
        let model = &*self.app.questionnaire.model;
        match given {
            ReceivedResult::Link(opened, payload) => Some(SelectedResult {
                source: Source::Link(payload),
                result: ComparedResult::from_link(model, &opened)?,
            }),
            ReceivedResult::File(assessment) => {
                let assessment = clock::with_local_times(*assessment);
                let payload = encode(model, &assessment, KEPT_CONTENT).ok()?;
                self.find_result(Source::Link(payload))
            }
        }
    }

    /// Looks up a result by its source; `None` if it does not exist or its link cannot be read.
    pub(super) fn find_result(&self, source: Source) -> Option<SelectedResult> {
        let model = &*self.app.questionnaire.model;
        let result = match &source {
            Source::Own(key) => {
                let own = self.own_records.get_untracked();
                let record = own.iter().find(|record| record.key == *key)?;
                let assessment = clock::with_local_times(record.assessment.clone());
                ComparedResult::from_assessment(model, &assessment)
            }
            Source::Link(link) => {
                let bytes = log_failure(READ_LINK, find_payload(&[model], link))?;
                let opened = log_failure(READ_LINK, decode_bytes(&[model], &bytes))?;
                let result = ComparedResult::from_link(model, &opened)?;
                // The payload is normalised, so that equal links are equal sources.
                let source = Source::Link(payload_from_bytes(&bytes));
                return Some(SelectedResult { source, result });
            }
            Source::Example(id) => example_result(&self.app, id)?,
        };
        Some(SelectedResult { source, result })
    }

    /// Returns the name of a single result.
    pub(super) fn name(&self, result: &ComparedResult) -> String {
        name(&self.app.messages(), result)
    }

    /// Moves the focus to the list, because the pressed control disappears.
    pub(super) fn focus_heading(&self) {
        if let Some(heading) = dom::by_id("compared") {
            dom::focus(&heading);
        }
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

fn example_result(app: &App, id: &str) -> Option<ComparedResult> {
    let tag = app.locale.with_untracked(|locale| locale.language.tag());
    let mut examples = app.questionnaire.examples.iter();
    let example = examples.find(|example| example.id == id)?;
    let mut assessment = example.assessment.clone();
    assessment.profile.name = example.name(tag).to_owned();
    Some(ComparedResult::from_assessment(
        &app.questionnaire.model,
        &assessment,
    ))
}

fn name(messages: &Messages, result: &ComparedResult) -> String {
    match assay_locale::comparison::short_label(&result.name) {
        name if name.is_empty() => messages.compare_unnamed().to_owned(),
        name => name,
    }
}
