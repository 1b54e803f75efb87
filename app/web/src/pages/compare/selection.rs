//! Which results are compared. The choice is kept in this browser, so that it survives a reload.
//!
//! It is stored under `compare/MODEL@VERSION`, a line for each: `own_records:KEY` for an assessment of this
//! browser, `r:PAYLOAD` for a link or a file, `example_result:ID` for a fictional company.

use std::sync::Arc;

use assay_core::compare::{ComparedResult, MAX_RESULTS};
use assay_core::link::{
    AnswerDetail, LinkOptions, decode_bytes, encode, find_payload, payload_from_bytes,
};
use assay_locale::{Messages, join_list};
use leptos::prelude::*;

use crate::browser::{clock, dom, store};
use crate::pages::adding::{AddReport, AddResults, ReceivedResult};
use crate::state::{App, StoredAssessment, load_assessments};

/// What is kept of a file: all that is compared.
const KEPT_CONTENT: LinkOptions = LinkOptions {
    profile: true,
    notes: false,
    answers: AnswerDetail::Exact,
    confidence: None,
};

/// Where a result is from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Source {
    /// An assessment of this browser, by its key.
    Own(String),
    /// A link, or a file as a link would hold it.
    Link(String),
    /// A fictional company, by its id.
    Example(String),
}

impl Source {
    fn to_line(&self) -> String {
        match self {
            Self::Own(key) => format!("own:{key}"),
            Self::Link(payload) => format!("r:{payload}"),
            Self::Example(id) => format!("example:{id}"),
        }
    }

    fn parse(line: &str) -> Option<Self> {
        let (kind, rest) = line.split_once(':')?;
        let rest = rest.to_owned();
        match kind {
            "own" => Some(Self::Own(rest)),
            "r" => Some(Self::Link(rest)),
            "example" => Some(Self::Example(rest)),
            _ => None,
        }
    }

    /// Where it is from, in a word or two.
    pub(super) fn name<'w>(&self, words: &'w Messages) -> &'w str {
        match self {
            Self::Own(_) => words.compare_from_own(),
            Self::Link(_) => words.compare_from_link(),
            Self::Example(_) => words.compare_from_example(),
        }
    }
}

/// One of the results that are compared.
#[derive(Clone)]
pub(super) struct SelectedResult {
    pub(super) source: Source,
    pub(super) result: ComparedResult,
}

impl SelectedResult {
    /// The line that stands for it in the store; no two results have the same.
    pub(super) fn line(&self) -> String {
        self.source.to_line()
    }
}

/// The choice. Cloning it is cheap.
#[derive(Clone)]
pub(super) struct Selection {
    app: App,
    /// `None` until the store has answered.
    items: ArcRwSignal<Option<Arc<Vec<SelectedResult>>>>,
    /// The assessments of this browser.
    own_records: ArcRwSignal<Arc<Vec<StoredAssessment>>>,
    /// Whether the database could not be read.
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

    /// Gets what was chosen last time, and adds what the address wants besides.
    pub(super) fn load(&self, adding: &AddResults, wanted: Option<&str>) {
        if wanted.is_some() {
            dom::replace_address(ADDRESS);
        }
        let wanted = wanted.and_then(Source::parse);
        let (loading, adding) = (self.clone(), adding.clone());
        wasm_bindgen_futures::spawn_local(async move {
            loading.load_stored(&adding).await;
            if let Some(source) = wanted.filter(|_| !loading.is_unreadable.get_untracked()) {
                loading.add_from_address(&adding, source);
            }
        });
    }

    async fn load_stored(&self, adding: &AddResults) {
        let own = load_assessments(&self.app.questionnaire.model).await;
        let stored = store::read_key(&self.key()).await;
        // Nothing is added to a choice that cannot be read: it would be overwritten.
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
            adding.show_refusal(self.app.messages().compare_fault_gone());
        }
        self.items.set(Some(Arc::new(found)));
    }

    fn add_from_address(&self, adding: &AddResults, source: Source) {
        // A reader who comes a second time by the same address has it already.
        if self.contains(&source) {
            return;
        }
        match (self.find_result(source.clone()), source) {
            (Some(item), _) => adding.show_report(self.add(vec![item])),
            (None, Source::Link(payload)) => adding.add_link(&payload),
            (None, _) => adding.show_refusal(self.app.messages().compare_fault_gone()),
        }
    }

    /// Whether the database could not be read, as a signal.
    pub(super) fn is_unreadable(&self) -> bool {
        self.is_unreadable.get()
    }

    /// What is chosen, as a signal; `None` until the store has answered.
    pub(super) fn items(&self) -> Option<Arc<Vec<SelectedResult>>> {
        self.items.get()
    }

    /// The assessments of this browser, as a signal.
    pub(super) fn own_records(&self) -> Arc<Vec<StoredAssessment>> {
        self.own_records.get()
    }

    /// Whether a result of this source is chosen.
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

    /// Adds results as far as there is room for them, each once.
    pub(super) fn add(&self, found: Vec<SelectedResult>) -> AddReport {
        let words = self.app.messages();
        let mut items = Vec::clone(&self.items.get_untracked().unwrap_or_default());
        let (mut added, mut refused) = (Vec::new(), Vec::new());
        for item in found {
            if items.iter().any(|other| other.source == item.source) {
                refused.push(words.compare_fault_again(&name(&words, &item.result)));
            } else if items.len() < MAX_RESULTS {
                added.push(name(&words, &item.result));
                items.push(item);
            } else {
                let full = words.compare_fault_full(&MAX_RESULTS.to_string());
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
            report.summary = words.compare_added(&join_list(&words, &added));
            self.set_items(items);
        }
        report
    }

    /// Adds what somebody sent.
    pub(super) fn add_received(&self, given: Vec<(String, ReceivedResult)>) -> AddReport {
        let words = self.app.messages();
        let (mut items, mut refused) = (Vec::new(), Vec::new());
        for (which, given) in given {
            match self.to_selected(given) {
                Some(item) => items.push(item),
                None => {
                    refused.push(words.adding_refused_line(&which, words.compare_fault_long()));
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

    /// What somebody sent, kept as a link without a passphrase; none where it is too long for one.
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

    /// A result by its source, if it is there and needs no passphrase.
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
                let bytes = find_payload(&[model], link).ok()?;
                let opened = decode_bytes(&[model], &bytes).ok()?;
                let result = ComparedResult::from_link(model, &opened)?;
                // However the link was written, it is the same one.
                let source = Source::Link(payload_from_bytes(&bytes));
                return Some(SelectedResult { source, result });
            }
            Source::Example(id) => example_result(&self.app, id)?,
        };
        Some(SelectedResult { source, result })
    }

    /// What a result is called while it stands alone.
    pub(super) fn name(&self, result: &ComparedResult) -> String {
        name(&self.app.messages(), result)
    }

    /// Puts the focus where the results are listed: the control that had it is gone.
    pub(super) fn focus_heading(&self) {
        if let Some(heading) = dom::by_id("compared") {
            dom::focus(&heading);
        }
    }

    fn set_items(&self, items: Vec<SelectedResult>) {
        self.store(&items);
        self.items.set(Some(Arc::new(items)));
    }

    /// Keeps the choice stored as long as its page shows.
    pub(super) fn keep_stored(&self) {
        let chosen = self.clone();
        let live = store::register_rewrite(move || {
            if let Some(items) = chosen.items.get_untracked() {
                chosen.store(&items);
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

/// The address of the page.
pub(crate) const ADDRESS: &str = "#/compare";

/// The address that adds an assessment of this browser to the comparison.
pub(crate) fn address_with_own(key: &str) -> String {
    address_with(Source::Own(key.to_owned()))
}

/// The address that adds what is in a link.
pub(crate) fn address_with_link(payload: &str) -> String {
    address_with(Source::Link(payload.to_owned()))
}

/// The address that adds a fictional company.
pub(crate) fn address_with_example(id: &str) -> String {
    address_with(Source::Example(id.to_owned()))
}

fn address_with(source: Source) -> String {
    format!("{ADDRESS}?add={}", source.to_line())
}

fn example_result(app: &App, id: &str) -> Option<ComparedResult> {
    let tag = app.locale.with_untracked(|speech| speech.language.tag());
    let mut examples = app.questionnaire.examples.iter();
    let example = examples.find(|example| example.id == id)?;
    let mut assessment = example.assessment.clone();
    assessment.profile.name = example.name(tag).to_owned();
    Some(ComparedResult::from_assessment(
        &app.questionnaire.model,
        &assessment,
    ))
}

fn name(words: &Messages, result: &ComparedResult) -> String {
    match assay_locale::comparison::short_label(&result.name) {
        name if name.is_empty() => words.compare_unnamed().to_owned(),
        name => name,
    }
}
