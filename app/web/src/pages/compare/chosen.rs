//! Which results are compared. The choice is kept in this browser, so that it survives a reload.
//!
//! It is stored under `compare/MODEL@VERSION`, a line for each: `own:KEY` for an assessment of this
//! browser, `r:PAYLOAD` for a link or a file, `example:ID` for a fictional company.

use std::sync::Arc;

use assay_core::Assessment;
use assay_core::compare::{Compared, MOST};
use assay_core::link::{Detail, Include, LinkError, Opened, decode, encode, from_bytes};
use assay_locale::{Words, list};
use leptos::prelude::*;

use crate::browser::{dom, store};
use crate::pages::adding::{Locked, Obstacle, excerpt};
use crate::pages::{fault, shared};
use crate::parts::passphrase::inside;
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

    /// What to call it in a sentence about what is wrong with it.
    fn called(&self, words: &Words) -> String {
        match self {
            Self::Link(payload) => excerpt(payload),
            Self::Own(_) | Self::Example(_) => self.name(words).to_owned(),
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

/// A result to be added, with what to call where it is from.
pub(super) type Candidate = (String, Result<Item, Obstacle>);

/// The choice. Cloning it is cheap.
#[derive(Clone)]
pub(super) struct Chosen {
    app: App,
    /// `None` until the store has answered.
    items: ArcRwSignal<Option<Arc<Vec<Item>>>>,
    /// The assessments of this browser.
    own: ArcRwSignal<Arc<Vec<Record>>>,
    /// What could not be added, and why.
    faults: ArcRwSignal<Vec<String>>,
    /// Links that wait for their passphrases.
    pub(super) locked: Locked,
}

impl Chosen {
    /// What was chosen last time, and what the address wants besides.
    pub(super) fn load(app: &App, wanted: Option<&str>) -> Self {
        let chosen = Self {
            app: app.clone(),
            items: ArcRwSignal::new(None),
            own: ArcRwSignal::new(Arc::default()),
            faults: ArcRwSignal::new(Vec::new()),
            locked: Locked::new("#compared"),
        };
        if wanted.is_some() {
            dom::replace_address(ADDRESS);
        }
        let wanted = wanted.map(str::to_owned);
        let loading = chosen.clone();
        wasm_bindgen_futures::spawn_local(async move { loading.fill(wanted).await });
        chosen
    }

    async fn fill(self, wanted: Option<String>) {
        let own = load_records(&self.app.library.model).await;
        self.own.set(Arc::new(own));
        let key = self.key();
        let stored = store::read_one(&key).await.unwrap_or_default();
        let before: Vec<Source> = stored.lines().filter_map(Source::parse).collect();
        let found: Vec<Item> = before
            .iter()
            .filter_map(|source| self.item(source.clone()).ok())
            .take(MOST)
            .collect();
        if found.len() < before.len() {
            let gone = self.app.words().compare_fault_gone().to_owned();
            self.faults.set(vec![gone]);
        }
        self.items.set(Some(Arc::new(found)));
        let Some(source) = wanted.and_then(|wanted| Source::parse(&wanted)) else {
            return;
        };
        // A reader who comes a second time by the same address has it already.
        if self.holds(&source) {
            return;
        }
        let which = source.called(&self.words());
        let item = self.item(source);
        // Whoever opened it a moment ago is not asked for its passphrase again.
        let known = match &item {
            Err(Obstacle::Sealed(link)) => shared::unsealed(link),
            _ => None,
        };
        match known {
            Some(bytes) if self.holds(&Source::Link(from_bytes(&bytes))) => {}
            Some(bytes) => self.unsealed(&which, &bytes),
            None => self.add(vec![(which, item)]),
        }
    }

    /// What is chosen, as a signal; `None` until the store has answered.
    pub(super) fn items(&self) -> Option<Arc<Vec<Item>>> {
        self.items.get()
    }

    /// The assessments of this browser, as a signal.
    pub(super) fn own(&self) -> Arc<Vec<Record>> {
        self.own.get()
    }

    /// What could not be added, as a signal.
    pub(super) fn faults(&self) -> Vec<String> {
        self.faults.get()
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

    /// Adds what could be opened, and says what could not, and what was there already. Each is
    /// given with what to call where it is from.
    pub(super) fn add(&self, found: Vec<Candidate>) {
        let words = self.app.words();
        let mut items = Vec::clone(&self.items.get_untracked().unwrap_or_default());
        let (mut added, mut faults, mut sealed) = (Vec::new(), Vec::new(), Vec::new());
        for (which, item) in found {
            match item {
                Err(Obstacle::Said(why)) => faults.push(words.adding_refused_line(&which, &why)),
                Err(Obstacle::Sealed(link)) => sealed.push((which, link)),
                Ok(item) if items.iter().any(|other| other.source == item.source) => {
                    faults.push(words.compare_fault_again(&name(&words, &item.result)));
                }
                Ok(_) if items.len() >= MOST => {
                    let full = words.compare_fault_full(&MOST.to_string());
                    if faults.last() != Some(&full) {
                        faults.push(full);
                    }
                }
                Ok(item) => {
                    added.push(name(&words, &item.result));
                    items.push(item);
                }
            }
        }
        self.faults.set(faults);
        self.locked.wait_for(sealed);
        if !added.is_empty() {
            self.app
                .said
                .set(words.compare_added(&list(&words, &added)));
            self.set(items);
        }
    }

    /// Says why nothing was added.
    pub(super) fn refuse(&self, why: &str) {
        self.faults.set(vec![why.to_owned()]);
    }

    /// A result by its source, or why there is none.
    pub(super) fn item(&self, source: Source) -> Result<Item, Obstacle> {
        let (app, model) = (&self.app, &*self.app.library.model);
        let result = match &source {
            Source::Own(key) => {
                let own = self.own.get_untracked();
                let record = own.iter().find(|record| record.key == *key);
                record.map(|record| Compared::assessment(model, &record.assessment))
            }
            Source::Link(payload) => Some(compared(app, decode(&[model], payload))?),
            Source::Example(id) => example(app, id),
        };
        let gone = || Obstacle::Said(app.words().compare_fault_gone().to_owned());
        let result = result.ok_or_else(gone)?;
        Ok(Item { source, result })
    }

    /// A result from the text of a file, or what is wrong with the file.
    pub(super) fn file(&self, text: &str) -> Result<Item, Obstacle> {
        let (words, model) = (self.app.words(), &*self.app.library.model);
        let assessment = Assessment::parse(model, text)
            .map_err(|problems| Obstacle::Said(fault::lines(&words, &problems).join(" ")))?;
        let payload = encode(model, &assessment, SENT);
        let long = |_| Obstacle::Said(words.compare_fault_long().to_owned());
        self.item(Source::Link(payload.map_err(long)?))
    }

    /// Adds what was inside a link whose passphrase fitted. It is kept as a link without one.
    pub(super) fn unsealed(&self, which: &str, bytes: &[u8]) {
        let opened = inside(&self.app.library.model, bytes);
        let item = compared(&self.app, opened).map(|result| Item {
            source: Source::Link(from_bytes(bytes)),
            result,
        });
        self.add(vec![(which.to_owned(), item)]);
    }

    pub(super) fn words(&self) -> Arc<Words> {
        self.app.words()
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
        let lines: Vec<String> = items.iter().map(Item::line).collect();
        let text = Some(lines.join("\n")).filter(|text| !text.is_empty());
        store::write(&self.key(), text.as_deref(), || ());
        self.items.set(Some(Arc::new(items)));
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

/// The result that an opened link holds.
fn compared(app: &App, opened: Result<Opened, LinkError>) -> Result<Compared, Obstacle> {
    let said = |why: &str| Obstacle::Said(why.to_owned());
    match opened {
        Ok(Opened::Sealed(link)) => Err(Obstacle::Sealed(link)),
        Ok(opened) => Compared::opened(&app.library.model, &opened)
            .ok_or_else(|| said(app.words().compare_fault_invitation())),
        Err(error) => Err(said(&shared::why(app, &error))),
    }
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
