//! Form with which a page accepts results of other people: pasted links, chosen or dropped files.
//! Used by the comparison and the team.

mod candidates;
mod copy_offers;
mod form_view;
mod sealed_links;

use std::sync::Arc;

use assay_core::link::SealedPayload;
use assay_core::{AdaptedAssessment, Assessment};
use leptos::prelude::*;
use web_sys::{File, HtmlTextAreaElement};

use super::links::unsealed_link::recall_unsealed;
use crate::browser::files;
use crate::state::{App, Questionnaire};
use candidates::KnownModels;
pub(crate) use candidates::ReceivedResult;
use copy_offers::CopyOffers;
use sealed_links::SealedLinks;

/// Why a result cannot be added (yet).
enum Refusal {
    /// A sentence with the reason.
    Message(String),
    /// A passphrase is required.
    Sealed(SealedPayload),
    /// Only an earlier version of the questionnaire reads the link.
    EarlierVersion {
        version: &'static str,
        message: String,
    },
    /// The file or link belongs to another version of the questionnaire; a copy can be added.
    OtherVersion(Box<AdaptedAssessment>),
}

/// A result with the name of its source, for messages.
type Candidate = (String, Result<ReceivedResult, Refusal>);

/// Outcome of an attempt to add results.
#[derive(Clone, Default)]
pub(crate) struct AddReport {
    /// A sentence about what was added; empty if nothing was.
    pub(crate) summary: String,
    /// A sentence for each result that was not added.
    pub(crate) refusals: Vec<String>,
}

type AddHandler = dyn Fn(Vec<(String, ReceivedResult)>) -> AddReport + Send + Sync;

/// The form with the outcome of the last attempt. Cloning is cheap.
#[derive(Clone)]
pub(crate) struct AddResults {
    app: App,
    sealed_links: SealedLinks,
    copy_offers: CopyOffers,
    report: ArcRwSignal<AddReport>,
    on_add: Arc<AddHandler>,
}

impl AddResults {
    /// Creates the form. `enter` adds results, each with the name of its source, to the page.
    /// `after` is the selector of the element that receives the focus after the last
    /// passphrase form was removed.
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

    /// Returns whether something was refused, or waits for a passphrase or a decision (reactive).
    pub(crate) fn needs_attention(&self) -> bool {
        let refused = self.report.with(|report| !report.refusals.is_empty());
        refused || self.sealed_links.is_waiting() || self.copy_offers.is_waiting()
    }

    /// Adds the links in the field. Links that could not be added stay in the field.
    fn add_pasted(&self, field: &HtmlTextAreaElement) {
        let messages = self.app.messages();
        let text = field.value();
        if text.trim().is_empty() {
            return self.show_refusal(messages.adding_refused_empty());
        }
        let (form, field) = (self.clone(), field.clone());
        let read = {
            let (app, text) = (self.app.clone(), text.clone());
            move |known: &KnownModels| candidates::candidates_in_text(&app, known, &text)
        };
        wasm_bindgen_futures::spawn_local(async move {
            let found = form.read_with_earlier_versions(read).await;
            if found.is_empty() {
                return form.show_refusal(messages.adding_refused_nothing());
            }
            form.add_candidates(found);
            let all_added = form
                .report
                .with_untracked(|report| report.refusals.is_empty());
            // The visitor may have typed meanwhile.
            if all_added && field.value() == text {
                field.set_value("");
            }
        });
    }

    /// Reads results. If only an earlier version of the questionnaire reads a link, loads that
    /// version and reads again.
    async fn read_with_earlier_versions(
        &self,
        read: impl Fn(&KnownModels) -> Vec<Candidate>,
    ) -> Vec<Candidate> {
        let mut known = vec![self.app.questionnaire.model.clone()];
        let found = read(&known);
        let version = found.iter().find_map(|(_, result)| match result {
            Err(Refusal::EarlierVersion { version, .. }) => Some(*version),
            _ => None,
        });
        let Some(version) = version else { return found };
        let Ok(earlier) = Questionnaire::load_earlier_standard(version).await else {
            let messages = self.app.messages();
            self.app
                .show_notice(messages.adding_version_missing(version));
            return found;
        };
        known.push(earlier.model);
        read(&known)
    }

    /// Shows why nothing was added.
    pub(crate) fn show_refusal(&self, why: &str) {
        self.show_report(AddReport {
            refusals: vec![why.to_owned()],
            ..AddReport::default()
        });
    }

    /// Reads files in order, then adds their contents.
    fn add_files(&self, chosen: Vec<File>) {
        let form = self.clone();
        wasm_bindgen_futures::spawn_local(async move {
            let mut contents = Vec::new();
            for file in chosen {
                contents.push((file.name(), files::read_text(&file).await));
            }
            let read = |known: &KnownModels| {
                let contents = contents.iter();
                let found = contents.flat_map(|(name, text)| {
                    candidates::candidates_in_file(&form.app, known, name, text)
                });
                found.collect()
            };
            let found = form.read_with_earlier_versions(read).await;
            form.add_candidates(found);
        });
    }

    /// Adds the content of a link: a payload, or an address that contains it.
    pub(crate) fn add_link(&self, link: &str) {
        let (form, link) = (self.clone(), link.to_owned());
        wasm_bindgen_futures::spawn_local(async move {
            let read =
                |known: &KnownModels| vec![candidates::candidate_of_link(&form.app, known, &link)];
            let found = form.read_with_earlier_versions(read).await;
            form.add_candidates(found);
        });
    }

    /// Adds the content of a link that was opened with its passphrase.
    fn add_unsealed(&self, label: &str, bytes: &[u8]) {
        let (form, label, bytes) = (self.clone(), label.to_owned(), bytes.to_vec());
        wasm_bindgen_futures::spawn_local(async move {
            let read = |known: &KnownModels| {
                let found = candidates::read_unsealed(&form.app, known, &bytes);
                vec![(label.clone(), found)]
            };
            let found = form.read_with_earlier_versions(read).await;
            form.add_candidates(found);
        });
    }

    /// Adds a copy of a file that belongs to another version of the questionnaire.
    fn add_copy(&self, label: &str, copy: Assessment) {
        let report = (self.on_add)(vec![(
            label.to_owned(),
            ReceivedResult::File(Box::new(copy)),
        )]);
        self.show_report(report);
    }

    /// Adds what can be added and reports the rest. A link that was opened on this page before
    /// needs no passphrase again.
    fn add_candidates(&self, found: Vec<Candidate>) {
        let messages = self.app.messages();
        let (mut sound, mut sealed, mut refused) = (Vec::new(), Vec::new(), Vec::new());
        let mut copies = Vec::new();
        for (label, mut result) in found {
            if let Err(Refusal::Sealed(link)) = &result
                && let Some(bytes) = recall_unsealed(link)
            {
                let known = [self.app.questionnaire.model.clone()];
                result = candidates::read_unsealed(&self.app, &known, &bytes);
            }
            match result {
                Ok(received) => sound.push((label, received)),
                Err(Refusal::Sealed(link)) => sealed.push((label, link)),
                Err(Refusal::OtherVersion(adapted)) => copies.push((label, *adapted)),
                Err(Refusal::Message(why) | Refusal::EarlierVersion { message: why, .. }) => {
                    refused.push(messages.adding_refused_line(&label, &why))
                }
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

    /// Shows the outcome of an attempt.
    pub(crate) fn show_report(&self, report: AddReport) {
        self.report.set(report);
    }
}
