//! Adding other people's results to a page: links that are pasted, files that are chosen or
//! dropped. The comparison and the team share it; what becomes of a result is theirs to say.

mod candidates;
mod copy_offers;
mod sealed_links;

use std::sync::Arc;

use crate::view::{AnyView, CollectView, Handle, IntoView, view};
use assay_core::link::SealedPayload;
use assay_core::{AdaptedAssessment, Assessment};
use leptos::prelude::*;
use web_sys::{File, HtmlInputElement, HtmlTextAreaElement};

use crate::browser::{file_drop, files};
use crate::pages::shared;
use crate::state::App;
pub(crate) use candidates::ReceivedResult;
use copy_offers::CopyOffers;
use sealed_links::SealedLinks;

/// Why a result cannot be added, or not yet.
enum Refusal {
    /// A sentence that says why.
    Message(String),
    /// It waits for its passphrase.
    Sealed(SealedPayload),
    /// It was made with another version of the questionnaire: a copy can be added.
    OtherVersion(Box<AdaptedAssessment>),
}

/// A result to be added, with what to call where it is from in a sentence.
type Candidate = (String, Result<ReceivedResult, Refusal>);

/// What came of the last attempt.
#[derive(Clone, Default)]
pub(crate) struct AddReport {
    /// A sentence about what was added; empty for nothing.
    pub(crate) summary: String,
    /// What was not, a sentence each.
    pub(crate) refusals: Vec<String>,
}

type AddHandler = dyn Fn(Vec<(String, ReceivedResult)>) -> AddReport + Send + Sync;

/// The fields, and what was said of the last thing put into them. Cloning it is cheap.
#[derive(Clone)]
pub(crate) struct AddResults {
    app: App,
    sealed_links: SealedLinks,
    copy_offers: CopyOffers,
    report: ArcRwSignal<AddReport>,
    on_add: Arc<AddHandler>,
}

impl AddResults {
    /// `on_add` takes results, each with what to call where it is from, into the page; `after` is
    /// the selector of what gets the focus when the last passphrase was given.
    pub(crate) fn new(
        app: &App,
        after: &'static str,
        enter: impl Fn(Vec<(String, ReceivedResult)>) -> AddReport + Send + Sync + 'static,
    ) -> Self {
        Self {
            app: app.clone(),
            sealed_links: SealedLinks::new(after),
            copy_offers: CopyOffers::new(after),
            report: ArcRwSignal::new(AddReport::default()),
            on_add: Arc::new(enter),
        }
    }

    /// The fields, once the page is `ready` to take something: what was there before must have come
    /// from the store, or it would be written over.
    pub(crate) fn view_when(&self, ready: impl Fn() -> bool + Send + Sync + 'static) -> AnyView {
        let (adding, ready) = (self.clone(), Memo::new(move |_| ready()));
        let fields = move || ready.get().then(|| adding.view());
        fields.into_any()
    }

    /// The fields, what came of them, and the forms for passphrases. Files can be dropped anywhere
    /// while the page is there.
    fn view(&self) -> impl IntoView + use<> {
        let (dropped, opening) = (self.clone(), self.clone());
        file_drop::on_file_drop(move |files| dropped.add_files(files));
        let locked = self.sealed_links.view(&self.app, move |which, bytes| {
            opening.add_unsealed(which, bytes)
        });
        let adding = self.clone();
        let copies = self
            .copy_offers
            .view(&self.app, move |which, copy| adding.add_copy(which, copy));
        view! {
            {self.links_field()}
            {self.files_field()}
            {self.report_view()}
            {locked}
            {copies}
        }
    }

    fn links_field(&self) -> impl IntoView + use<> {
        let words = self.app.messages();
        let field = Handle::new();
        let (adding, written) = (self.clone(), field.clone());
        let add = move |event: web_sys::Event| {
            event.prevent_default();
            if let Some(field) = written.get::<HtmlTextAreaElement>() {
                adding.add_pasted(&field);
            }
        };
        view! {
            <form class="stack" on:submit=add>
                <label class="field">
                    <span>{words.adding_links().to_owned()}" "<span class="small">{words.adding_links_help().to_owned()}</span></span>
                    <textarea name="links" rows="4" spellcheck="false" autocomplete="off" node_ref=field></textarea>
                </label>
                <div class="row"><button class="button" data-action="add-links">{words.adding_links_button().to_owned()}</button></div>
            </form>
        }
    }

    fn files_field(&self) -> impl IntoView + use<> {
        let words = self.app.messages();
        let adding = self.clone();
        let choose = move |event| {
            let input: HtmlInputElement = event_target(&event);
            adding.add_files(files::collect_files(input.files()));
            input.set_value("");
        };
        view! {
            <label class="field">
                <span>{words.adding_files().to_owned()}" "<span class="small">{words.adding_files_help().to_owned()}</span></span>
                <input type="file" multiple accept=".json,.txt,application/json,text/plain" data-action="import" on:change=choose/>
            </label>
        }
    }

    /// What came of it, read out as soon as it is known.
    fn report_view(&self) -> impl IntoView + use<> {
        let words = self.app.messages();
        let (added, report) = (self.report.clone(), self.report.clone());
        let refused = move || {
            let refused = report.get().refusals;
            let lines = refused.iter().map(|line| view! { <li>{line.clone()}</li> });
            (!refused.is_empty()).then(|| view! {
                <p>{words.adding_refused(refused.len())}</p>
                <ul class="faults" data-refused=refused.len().to_string()>{lines.collect_view()}</ul>
            })
        };
        view! {
            <div class="came">
                <p role="status" data-added>{move || added.get().summary}</p>
                <div role="alert">{refused}</div>
            </div>
        }
    }

    /// Adds what is in the field. What could not be added stays there to be looked at.
    fn add_pasted(&self, field: &HtmlTextAreaElement) {
        let words = self.app.messages();
        let text = field.value();
        if text.trim().is_empty() {
            return self.show_refusal(words.adding_refused_empty());
        }
        let found = candidates::candidates_in_text(&self.app, &text);
        if found.is_empty() {
            return self.show_refusal(words.adding_refused_nothing());
        }
        self.add_candidates(found);
        if self
            .report
            .with_untracked(|report| report.refusals.is_empty())
        {
            field.set_value("");
        }
    }

    /// Says why nothing was added.
    pub(crate) fn show_refusal(&self, why: &str) {
        self.show_report(AddReport {
            refusals: vec![why.to_owned()],
            ..AddReport::default()
        });
    }

    /// Reads files one after the other, then adds what is in them.
    fn add_files(&self, chosen: Vec<File>) {
        let adding = self.clone();
        wasm_bindgen_futures::spawn_local(async move {
            let mut found = Vec::new();
            for file in chosen {
                let text = files::read_text(&file).await;
                found.extend(candidates::candidates_in_file(
                    &adding.app,
                    &file.name(),
                    text,
                ));
            }
            adding.add_candidates(found);
        });
    }

    /// Adds what is in a link: its payload, or any address that holds it.
    pub(crate) fn add_link(&self, link: &str) {
        self.add_candidates(vec![candidates::candidate_of_link(&self.app, link)]);
    }

    /// Adds what was inside a link whose passphrase fitted.
    fn add_unsealed(&self, which: &str, bytes: &[u8]) {
        let found = candidates::read_unsealed(&self.app, bytes);
        self.add_candidates(vec![(which.to_owned(), found)]);
    }

    /// Adds a copy of what was made with another version of the questionnaire.
    fn add_copy(&self, which: &str, copy: Assessment) {
        let report = (self.on_add)(vec![(
            which.to_owned(),
            ReceivedResult::File(Box::new(copy)),
        )]);
        self.show_report(report);
    }

    /// Adds what can be added, and says why the rest cannot. A link that was opened with its
    /// passphrase a moment ago does not ask for it again.
    fn add_candidates(&self, found: Vec<Candidate>) {
        let words = self.app.messages();
        let (mut sound, mut sealed, mut refused) = (Vec::new(), Vec::new(), Vec::new());
        let mut copies = Vec::new();
        for (which, mut result) in found {
            if let Err(Refusal::Sealed(link)) = &result
                && let Some(bytes) = shared::recall_unsealed(link)
            {
                result = candidates::read_unsealed(&self.app, &bytes);
            }
            match result {
                Ok(given) => sound.push((which, given)),
                Err(Refusal::Sealed(link)) => sealed.push((which, link)),
                Err(Refusal::OtherVersion(adapted)) => copies.push((which, *adapted)),
                Err(Refusal::Message(why)) => refused.push(words.adding_refused_line(&which, &why)),
            }
        }
        self.sealed_links.add_links(sealed);
        self.copy_offers.add_offers(copies);
        let mut report = (self.on_add)(sound);
        refused.append(&mut report.refusals);
        self.show_report(AddReport {
            refusals: refused,
            ..report
        });
    }

    /// Says what came of an attempt.
    pub(crate) fn show_report(&self, report: AddReport) {
        self.report.set(report);
    }
}
