//! A result of the comparison, and how it is found by its source.

use assay_core::Model;
use assay_core::compare::ComparedResult;
use assay_core::link::{
    AnswerDetail, LinkOptions, decode_bytes, encode, find_payload, payload_from_bytes,
};
use assay_locale::Messages;
use assay_locale::comparison::short_label;
use leptos::prelude::WithUntracked;

use super::source::Source;
use crate::browser::clock;
use crate::browser::console::log_failure;
use crate::parts::add_results::ReceivedResult;
use crate::state::{App, StoredAssessment};

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
    /// Looks up a result; `None` if it does not exist or its link cannot be read.
    pub(super) fn find(app: &App, own: &[StoredAssessment], source: Source) -> Option<Self> {
        let model = &app.questionnaire.model;
        let result = match &source {
            Source::Own(key) => {
                let record = own.iter().find(|record| record.key == *key)?;
                let assessment = clock::with_local_times(record.assessment.clone());
                ComparedResult::from_assessment(model, &assessment)
            }
            Source::Link(link) => return Self::from_link(model, link),
            Source::Example(id) => example_result(app, id)?,
        };
        Some(Self { source, result })
    }

    /// Converts a received result; a file is encoded as a link without a passphrase. `None` if it
    /// is too long for a link.
    pub(super) fn from_received(model: &Model, received: ReceivedResult) -> Option<Self> {
        match received {
            ReceivedResult::Link(opened, payload) => Some(Self {
                source: Source::Link(payload),
                result: ComparedResult::from_link(model, &opened)?,
            }),
            ReceivedResult::File(assessment) => {
                let assessment = clock::with_local_times(*assessment);
                let payload = encode(model, &assessment, KEPT_CONTENT).ok()?;
                Self::from_link(model, &payload)
            }
        }
    }

    fn from_link(model: &Model, link: &str) -> Option<Self> {
        let bytes = log_failure(READ_LINK, find_payload(&[model], link))?;
        let opened = log_failure(READ_LINK, decode_bytes(&[model], &bytes))?;
        Some(Self {
            // The payload is normalised, so that equal links are equal sources.
            source: Source::Link(payload_from_bytes(&bytes)),
            result: ComparedResult::from_link(model, &opened)?,
        })
    }

    /// Returns the stored line, which identifies the result.
    pub(super) fn line(&self) -> String {
        self.source.to_line()
    }

    /// Returns the name of the result alone.
    pub(super) fn name(&self, messages: &Messages) -> String {
        match short_label(&self.result.name) {
            name if name.is_empty() => messages.compare_unnamed().to_owned(),
            name => name,
        }
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
