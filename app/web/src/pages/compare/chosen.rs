//! Which results are compared. The choice is kept in this browser, so that it survives a reload.
//!
//! It is stored under `compare/MODEL@VERSION`, a line for each: `own:KEY` for an assessment of this
//! browser, `r:PAYLOAD` for a link or a file, `example:ID` for a fictional company.

use std::sync::Arc;

use assay_core::compare::{Compared, MOST};
use assay_core::link::{Detail, Include, decode_bytes, encode, from_bytes, payload_in};
use assay_locale::{Words, list};
use leptos::prelude::*;

use crate::browser::{clock, dom, store};
use crate::pages::adding::{Adding, Given, Report};
use crate::state::{App, Record, load_records};

/// What is kept of a file: all that is compared.
const SENT: Include = Include {
    profile: true,
    notes: false,
    answers: Detail::Exact,
    sureness: None,
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
    pub(super) fn name<'w>(&self, words: &'w Words) -> &'w str {
        match self {
            Self::Own(_) => words.compare_from_own(),
            Self::Link(_) => words.compare_from_link(),
            Self::Example(_) => words.compare_from_example(),
        }
    }
}

/// One of the results that are compared.
#[derive(Clone)]
pub(super) struct Item {
    pub(super) source: Source,
    pub(super) result: Compared,
}

impl Item {
    /// The line that stands for it in the store; no two results have the same.
    pub(super) fn line(&self) -> String {
        self.source.to_line()
    }
}

/// The choice. Cloning it is cheap.
#[derive(Clone)]
pub(super) struct Chosen {
    app: App,
    /// `None` until the store has answered.
    items: ArcRwSignal<Option<Arc<Vec<Item>>>>,
    /// The assessments of this browser.
    own: ArcRwSignal<Arc<Vec<Record>>>,
    /// Whether the database could not be read.
    unread: ArcRwSignal<bool>,
}

impl Chosen {
    pub(super) fn new(app: &App) -> Self {
        Self {
            app: app.clone(),
            items: ArcRwSignal::new(None),
            own: ArcRwSignal::new(Arc::default()),
            unread: ArcRwSignal::new(false),
        }
    }

    /// Gets what was chosen last time, and adds what the address wants besides.
    pub(super) fn load(&self, adding: &Adding, wanted: Option<&str>) {
        if wanted.is_some() {
            dom::replace_address(ADDRESS);
        }
        let wanted = wanted.and_then(Source::parse);
        let (loading, adding) = (self.clone(), adding.clone());
        wasm_bindgen_futures::spawn_local(async move {
            loading.fill(&adding).await;
            if let Some(source) = wanted.filter(|_| !loading.unread.get_untracked()) {
                loading.add_wanted(&adding, source);
            }
        });
    }

    async fn fill(&self, adding: &Adding) {
        let own = load_records(&self.app.library.model).await;
        let stored = store::read_one(&self.key()).await;
        // Nothing is added to a choice that cannot be read: it would be overwritten.
        let whole = own.is_ok() && stored.is_ok();
        self.unread.set(!whole);
        let (Ok(own), Ok(stored)) = (own, stored) else {
            return;
        };
        self.own.set(Arc::new(own));
        let stored = stored.unwrap_or_default();
        let before: Vec<Source> = stored.lines().filter_map(Source::parse).collect();
        let found: Vec<Item> = before
            .iter()
            .filter_map(|source| self.item(source.clone()))
            .take(MOST)
            .collect();
        if found.len() < before.len() {
            adding.refuse(self.app.words().compare_fault_gone());
        }
        self.items.set(Some(Arc::new(found)));
    }

    fn add_wanted(&self, adding: &Adding, source: Source) {
        // A reader who comes a second time by the same address has it already.
        if self.holds(&source) {
            return;
        }
        match (self.item(source.clone()), source) {
            (Some(item), _) => adding.tell(self.add(vec![item])),
            (None, Source::Link(payload)) => adding.link(&payload),
            (None, _) => adding.refuse(self.app.words().compare_fault_gone()),
        }
    }

    /// Whether the database could not be read, as a signal.
    pub(super) fn is_unread(&self) -> bool {
        self.unread.get()
    }

    /// What is chosen, as a signal; `None` until the store has answered.
    pub(super) fn items(&self) -> Option<Arc<Vec<Item>>> {
        self.items.get()
    }

    /// The assessments of this browser, as a signal.
    pub(super) fn own(&self) -> Arc<Vec<Record>> {
        self.own.get()
    }

    /// Whether a result of this source is chosen.
    pub(super) fn holds(&self, source: &Source) -> bool {
        let items = self.items.get_untracked().unwrap_or_default();
        items.iter().any(|item| item.source == *source)
    }

    pub(super) fn remove(&self, source: &Source) {
        let items = self.items.get_untracked().unwrap_or_default();
        let left = items.iter().filter(|item| item.source != *source);
        self.set(left.cloned().collect());
        self.focus();
    }

    pub(super) fn clear(&self) {
        self.set(Vec::new());
        self.focus();
    }

    /// Adds results as far as there is room for them, each once.
    pub(super) fn add(&self, found: Vec<Item>) -> Report {
        let words = self.app.words();
        let mut items = Vec::clone(&self.items.get_untracked().unwrap_or_default());
        let (mut added, mut refused) = (Vec::new(), Vec::new());
        for item in found {
            if items.iter().any(|other| other.source == item.source) {
                refused.push(words.compare_fault_again(&name(&words, &item.result)));
            } else if items.len() < MOST {
                added.push(name(&words, &item.result));
                items.push(item);
            } else {
                let full = words.compare_fault_full(&MOST.to_string());
                if refused.last() != Some(&full) {
                    refused.push(full);
                }
            }
        }
        let mut report = Report {
            refused,
            ..Report::default()
        };
        if !added.is_empty() {
            report.added = words.compare_added(&list(&words, &added));
            self.set(items);
        }
        report
    }

    /// Adds what somebody sent.
    pub(super) fn enter(&self, given: Vec<(String, Given)>) -> Report {
        let words = self.app.words();
        let (mut items, mut refused) = (Vec::new(), Vec::new());
        for (which, given) in given {
            match self.sent(given) {
                Some(item) => items.push(item),
                None => {
                    refused.push(words.adding_refused_line(&which, words.compare_fault_long()));
                }
            }
        }
        let report = self.add(items);
        refused.extend(report.refused);
        Report { refused, ..report }
    }

    /// What somebody sent, kept as a link without a passphrase; none where it is too long for one.
    fn sent(&self, given: Given) -> Option<Item> {
        let model = &*self.app.library.model;
        match given {
            Given::Link(opened, payload) => Some(Item {
                source: Source::Link(payload),
                result: Compared::opened(model, &opened)?,
            }),
            Given::File(assessment) => {
                let assessment = clock::in_own_time(*assessment);
                let payload = encode(model, &assessment, SENT).ok()?;
                self.item(Source::Link(payload))
            }
        }
    }

    /// A result by its source, if it is there and needs no passphrase.
    pub(super) fn item(&self, source: Source) -> Option<Item> {
        let model = &*self.app.library.model;
        let result = match &source {
            Source::Own(key) => {
                let own = self.own.get_untracked();
                let record = own.iter().find(|record| record.key == *key)?;
                let assessment = clock::in_own_time(record.assessment.clone());
                Compared::assessment(model, &assessment)
            }
            Source::Link(link) => {
                let bytes = payload_in(&[model], link).ok()?;
                let opened = decode_bytes(&[model], &bytes).ok()?;
                let result = Compared::opened(model, &opened)?;
                // However the link was written, it is the same one.
                let source = Source::Link(from_bytes(&bytes));
                return Some(Item { source, result });
            }
            Source::Example(id) => example(&self.app, id)?,
        };
        Some(Item { source, result })
    }

    /// What a result is called while it stands alone.
    pub(super) fn name(&self, result: &Compared) -> String {
        name(&self.app.words(), result)
    }

    /// Puts the focus where the results are listed: the control that had it is gone.
    pub(super) fn focus(&self) {
        if let Some(heading) = dom::by_id("compared") {
            dom::focus(&heading);
        }
    }

    fn set(&self, items: Vec<Item>) {
        self.store(&items);
        self.items.set(Some(Arc::new(items)));
    }

    /// Keeps the choice stored as long as its page shows.
    pub(super) fn keep_stored(&self) {
        let chosen = self.clone();
        let live = store::keep_live(move || {
            if let Some(items) = chosen.items.get_untracked() {
                chosen.store(&items);
            }
        });
        let live = StoredValue::new_local(live);
        on_cleanup(move || live.dispose());
    }

    fn store(&self, items: &[Item]) {
        let lines: Vec<String> = items.iter().map(Item::line).collect();
        let text = Some(lines.join("\n")).filter(|text| !text.is_empty());
        store::write(&self.key(), text.as_deref(), |_| ());
    }

    fn key(&self) -> String {
        let model = &self.app.library.model;
        format!("compare/{}@{}", model.id(), model.version())
    }
}

/// The address of the page.
pub(crate) const ADDRESS: &str = "#/compare";

/// The address that adds an assessment of this browser to the comparison.
pub(crate) fn with_own(key: &str) -> String {
    with(Source::Own(key.to_owned()))
}

/// The address that adds what is in a link.
pub(crate) fn with_link(payload: &str) -> String {
    with(Source::Link(payload.to_owned()))
}

/// The address that adds a fictional company.
pub(crate) fn with_example(id: &str) -> String {
    with(Source::Example(id.to_owned()))
}

fn with(source: Source) -> String {
    format!("{ADDRESS}?add={}", source.to_line())
}

fn example(app: &App, id: &str) -> Option<Compared> {
    let tag = app.speech.with_untracked(|speech| speech.language.tag());
    let mut examples = app.library.examples.iter();
    let example = examples.find(|example| example.id == id)?;
    let mut assessment = example.assessment.clone();
    assessment.profile.name = example.name(tag).to_owned();
    Some(Compared::assessment(&app.library.model, &assessment))
}

fn name(words: &Words, result: &Compared) -> String {
    match assay_locale::comparison::short(&result.name) {
        name if name.is_empty() => words.compare_unnamed().to_owned(),
        name => name,
    }
}
