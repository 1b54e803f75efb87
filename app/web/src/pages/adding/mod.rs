//! Adding other people's results to a page: links that are pasted, files that are chosen or
//! dropped. The comparison and the team share it; what becomes of a result is theirs to say.

mod copies;
mod given;
mod locked;

use std::sync::Arc;

use crate::view::{AnyView, CollectView, Handle, IntoView, view};
use assay_core::link::Sealed;
use assay_core::{Adapted, Assessment};
use leptos::prelude::*;
use web_sys::{File, HtmlInputElement, HtmlTextAreaElement};

use crate::browser::{drops, files};
use crate::pages::shared;
use crate::state::App;
use copies::Copies;
pub(crate) use given::Given;
use locked::Locked;

/// Why a result cannot be added, or not yet.
enum Obstacle {
    /// A sentence that says why.
    Said(String),
    /// It waits for its passphrase.
    Sealed(Sealed),
    /// It was made with another version of the questionnaire: a copy can be added.
    Copy(Box<Adapted>),
}

/// A result to be added, with what to call where it is from in a sentence.
type Candidate = (String, Result<Given, Obstacle>);

/// What came of the last attempt.
#[derive(Clone, Default)]
pub(crate) struct Report {
    /// A sentence about what was added; empty for nothing.
    pub(crate) added: String,
    /// What was not, a sentence each.
    pub(crate) refused: Vec<String>,
}

type Enter = dyn Fn(Vec<(String, Given)>) -> Report + Send + Sync;

/// The fields, and what was said of the last thing put into them. Cloning it is cheap.
#[derive(Clone)]
pub(crate) struct Adding {
    app: App,
    locked: Locked,
    copies: Copies,
    report: ArcRwSignal<Report>,
    enter: Arc<Enter>,
}

impl Adding {
    /// `enter` takes results, each with what to call where it is from, into the page; `after` is
    /// the selector of what gets the focus when the last passphrase was given.
    pub(crate) fn new(
        app: &App,
        after: &'static str,
        enter: impl Fn(Vec<(String, Given)>) -> Report + Send + Sync + 'static,
    ) -> Self {
        Self {
            app: app.clone(),
            locked: Locked::new(after),
            copies: Copies::new(after),
            report: ArcRwSignal::new(Report::default()),
            enter: Arc::new(enter),
        }
    }

    /// The fields, once the page is `ready` to take something: what was there before must have come
    /// from the store, or it would be written over.
    pub(crate) fn fields_when(&self, ready: impl Fn() -> bool + Send + Sync + 'static) -> AnyView {
        let (adding, ready) = (self.clone(), Memo::new(move |_| ready()));
        let fields = move || ready.get().then(|| adding.fields());
        fields.into_any()
    }

    /// The fields, what came of them, and the forms for passphrases. Files can be dropped anywhere
    /// while the page is there.
    fn fields(&self) -> impl IntoView + use<> {
        let (dropped, opening) = (self.clone(), self.clone());
        drops::on_drop(move |files| dropped.read(files));
        let locked = self.locked.forms(&self.app, move |which, bytes| {
            opening.unsealed(which, bytes)
        });
        let adding = self.clone();
        let copies = self
            .copies
            .list(&self.app, move |which, copy| adding.copied(which, copy));
        view! {
            {self.links_field()}
            {self.files_field()}
            {self.said()}
            {locked}
            {copies}
        }
    }

    fn links_field(&self) -> impl IntoView + use<> {
        let words = self.app.words();
        let field = Handle::new();
        let (adding, written) = (self.clone(), field.clone());
        let add = move |event: web_sys::Event| {
            event.prevent_default();
            if let Some(field) = written.get::<HtmlTextAreaElement>() {
                adding.paste(&field);
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
        let words = self.app.words();
        let adding = self.clone();
        let choose = move |event| {
            let input: HtmlInputElement = event_target(&event);
            adding.read(files::all(input.files()));
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
    fn said(&self) -> impl IntoView + use<> {
        let words = self.app.words();
        let (added, report) = (self.report.clone(), self.report.clone());
        let refused = move || {
            let refused = report.get().refused;
            let lines = refused.iter().map(|line| view! { <li>{line.clone()}</li> });
            (!refused.is_empty()).then(|| view! {
                <p>{words.adding_refused(refused.len())}</p>
                <ul class="faults" data-refused=refused.len().to_string()>{lines.collect_view()}</ul>
            })
        };
        view! {
            <div class="came">
                <p role="status" data-added>{move || added.get().added}</p>
                <div role="alert">{refused}</div>
            </div>
        }
    }

    /// Adds what is in the field. What could not be added stays there to be looked at.
    fn paste(&self, field: &HtmlTextAreaElement) {
        let words = self.app.words();
        let text = field.value();
        if text.trim().is_empty() {
            return self.refuse(words.adding_refused_empty());
        }
        let found = given::of_text(&self.app, &text);
        if found.is_empty() {
            return self.refuse(words.adding_refused_nothing());
        }
        self.take(found);
        if self
            .report
            .with_untracked(|report| report.refused.is_empty())
        {
            field.set_value("");
        }
    }

    /// Says why nothing was added.
    pub(crate) fn refuse(&self, why: &str) {
        self.tell(Report {
            refused: vec![why.to_owned()],
            ..Report::default()
        });
    }

    /// Reads files one after the other, then adds what is in them.
    fn read(&self, chosen: Vec<File>) {
        let adding = self.clone();
        wasm_bindgen_futures::spawn_local(async move {
            let mut found = Vec::new();
            for file in chosen {
                let text = files::read(&file).await;
                found.extend(given::of_file(&adding.app, &file.name(), text));
            }
            adding.take(found);
        });
    }

    /// Adds what is in a link: its payload, or any address that holds it.
    pub(crate) fn link(&self, link: &str) {
        self.take(vec![given::of_link(&self.app, link)]);
    }

    /// Adds what was inside a link whose passphrase fitted.
    fn unsealed(&self, which: &str, bytes: &[u8]) {
        let found = given::inside_sealed(&self.app, bytes);
        self.take(vec![(which.to_owned(), found)]);
    }

    /// Adds a copy of what was made with another version of the questionnaire.
    fn copied(&self, which: &str, copy: Assessment) {
        let report = (self.enter)(vec![(which.to_owned(), Given::File(Box::new(copy)))]);
        self.tell(report);
    }

    /// Adds what can be added, and says why the rest cannot. A link that was opened with its
    /// passphrase a moment ago does not ask for it again.
    fn take(&self, found: Vec<Candidate>) {
        let words = self.app.words();
        let (mut sound, mut sealed, mut refused) = (Vec::new(), Vec::new(), Vec::new());
        let mut copies = Vec::new();
        for (which, mut result) in found {
            if let Err(Obstacle::Sealed(link)) = &result
                && let Some(bytes) = shared::unsealed(link)
            {
                result = given::inside_sealed(&self.app, &bytes);
            }
            match result {
                Ok(given) => sound.push((which, given)),
                Err(Obstacle::Sealed(link)) => sealed.push((which, link)),
                Err(Obstacle::Copy(adapted)) => copies.push((which, *adapted)),
                Err(Obstacle::Said(why)) => refused.push(words.adding_refused_line(&which, &why)),
            }
        }
        self.locked.wait_for(sealed);
        self.copies.offer(copies);
        let mut report = (self.enter)(sound);
        refused.append(&mut report.refused);
        self.tell(Report { refused, ..report });
    }

    /// Says what came of an attempt.
    pub(crate) fn tell(&self, report: Report) {
        self.report.set(report);
    }
}
