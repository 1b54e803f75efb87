//! Reads results from links, pasted text and files.

use std::sync::Arc;

use assay_core::link::{
    DecodedLink, LinkError, decode_bytes, find_links, find_payload, payload_from_bytes,
};
use assay_core::{Assessment, Model, Problems};

use super::{Candidate, Refusal};
use crate::browser::files::ReadError;
use crate::parts::links::link_error::link_error_message;
use crate::parts::links::passphrase_form::decode_unsealed;
use crate::parts::problems::{problem_lines, read_error_message};
use crate::state::App;

/// A result from another person.
pub(crate) enum ReceivedResult {
    /// Content of a link (answers or scores), and its payload without a passphrase.
    Link(DecodedLink, String),
    /// Content of a file.
    File(Box<Assessment>),
}

/// The questionnaires whose links can be read: that of the page, then earlier versions of it.
pub(super) type KnownModels = [Arc<Model>];

fn references(known: &KnownModels) -> Vec<&Model> {
    known.iter().map(|model| &**model).collect()
}

/// Reads every link in a text.
pub(super) fn candidates_in_text(app: &App, known: &KnownModels, text: &str) -> Vec<Candidate> {
    let found = find_links(&references(known), text).into_iter();
    let candidates = found.map(|link| (excerpt(&link.text), read_payload(app, known, link.bytes)));
    candidates.collect()
}

pub(super) fn candidate_of_link(app: &App, known: &KnownModels, link: &str) -> Candidate {
    let payload = find_payload(&references(known), link);
    (excerpt(link), read_payload(app, known, payload))
}

fn read_payload(
    app: &App,
    known: &KnownModels,
    payload: Result<Vec<u8>, LinkError>,
) -> Result<ReceivedResult, Refusal> {
    let bytes = payload.map_err(|error| refuse_link(app, &error))?;
    let opened = decode_bytes(&references(known), &bytes);
    to_received_result(app, known, opened, &bytes)
}

/// Reads the content of a link that was opened with its passphrase.
pub(super) fn read_unsealed(
    app: &App,
    known: &KnownModels,
    bytes: &[u8],
) -> Result<ReceivedResult, Refusal> {
    let opened = decode_unsealed(&references(known), bytes);
    to_received_result(app, known, opened, bytes)
}

fn to_received_result(
    app: &App,
    known: &KnownModels,
    opened: Result<DecodedLink, LinkError>,
    bytes: &[u8],
) -> Result<ReceivedResult, Refusal> {
    match opened {
        Ok(DecodedLink::Sealed(link)) => Err(Refusal::Sealed(link)),
        Ok(DecodedLink::Invitation { .. }) => {
            let why = app.messages().adding_refused_invitation().to_owned();
            Err(Refusal::Message(why))
        }
        Ok(DecodedLink::Assessment { model, assessment }) if model > 0 => {
            Err(offer_copy(app, known.get(model), &assessment))
        }
        Ok(DecodedLink::Scores { model, .. }) if model > 0 => Err(Refusal::Message(
            scores_of_other_version(app, known.get(model)),
        )),
        Ok(result) => Ok(ReceivedResult::Link(result, payload_from_bytes(bytes))),
        Err(error) => Err(refuse_link(app, &error)),
    }
}

/// Returns why a link cannot be added, or which earlier version of the questionnaire reads it.
fn refuse_link(app: &App, error: &LinkError) -> Refusal {
    let message = link_error_message(app, error);
    match app.questionnaire.earlier_version_for_link(error) {
        Some(version) => Refusal::EarlierVersion { version, message },
        None => Refusal::Message(message),
    }
}

/// Offers a copy of the answers that a link of an earlier version contains.
fn offer_copy(app: &App, model: Option<&Arc<Model>>, assessment: &Assessment) -> Refusal {
    let file = model.map(|model| assessment.to_json(model));
    let adapted = file.map(|file| Assessment::adapt(&app.questionnaire.model, &file));
    match adapted {
        Some(Ok(adapted)) => Refusal::OtherVersion(Box::new(adapted)),
        Some(Err(problems)) => Refusal::Message(first_problem(app, &problems)),
        None => Refusal::Message(link_error_message(app, &LinkError::Damaged)),
    }
}

/// Scores without answers cannot be copied to another version.
fn scores_of_other_version(app: &App, model: Option<&Arc<Model>>) -> String {
    let version = model.map_or("", |model| model.version());
    app.messages()
        .versions_link(version, app.questionnaire.model.version())
}

/// Reads a file: an assessment, or a text that contains links.
pub(super) fn candidates_in_file(
    app: &App,
    known: &KnownModels,
    name: &str,
    text: &Result<String, ReadError>,
) -> Vec<Candidate> {
    let text = match text {
        Ok(text) => text.as_str(),
        Err(error) => {
            let why = read_error_message(&app.messages(), error);
            return vec![(name.to_owned(), Err(Refusal::Message(why)))];
        }
    };
    let begin = text.trim_start_matches('\u{feff}').trim_start();
    let links = candidates_in_text(app, known, text);
    if !links.is_empty() && !begin.starts_with('{') {
        return links;
    }
    let found = Assessment::parse(&app.questionnaire.model, text)
        .map(|assessment| ReceivedResult::File(Box::new(assessment)))
        .map_err(|problems| {
            let copy = find_other_version(&app.questionnaire.model, text, &problems);
            copy.unwrap_or_else(|| Refusal::Message(first_problem(app, &problems.locate(text))))
        });
    vec![(name.to_owned(), found)]
}

/// Returns the offer of a copy, if the file belongs to another version of this questionnaire or
/// shares questions with it.
fn find_other_version(model: &Model, text: &str, problems: &Problems) -> Option<Refusal> {
    let found = problems.other_model()?;
    let adapted = Assessment::adapt(model, text).ok()?;
    let useful = found.id == model.id() || !adapted.assessment.answers.is_empty();
    useful.then(|| Refusal::OtherVersion(Box::new(adapted)))
}

/// Returns the first problem of a file and the number of further ones.
fn first_problem(app: &App, problems: &Problems) -> String {
    let messages = app.messages();
    let lines = problem_lines(&messages, problems);
    let first = lines.first().cloned().unwrap_or_default();
    match lines.len().saturating_sub(1) {
        0 => first,
        more => messages.list_sentences(&first, &messages.adding_refused_more(more)),
    }
}

/// Returns the start of a link, at most 28 characters, as its name in messages.
fn excerpt(link: &str) -> String {
    const LONG: usize = 28;
    let start: String = link.chars().take(LONG).collect();
    match link.chars().nth(LONG) {
        Some(_) => format!("{start}…"),
        None if start.is_empty() => "#/r/".to_owned(),
        None => start,
    }
}
