//! Reads results from links, pasted text and files.

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

/// A result that was sent by somebody.
pub(crate) enum ReceivedResult {
    /// Content of a link (answers or scores), and its payload without a passphrase.
    Link(DecodedLink, String),
    /// Content of a file.
    File(Box<Assessment>),
}

/// Reads every link in a text.
pub(super) fn candidates_in_text(app: &App, text: &str) -> Vec<Candidate> {
    let found = find_links(&[&*app.questionnaire.model], text).into_iter();
    let candidates = found.map(|link| (excerpt(&link.text), read_payload(app, link.bytes)));
    candidates.collect()
}

pub(super) fn candidate_of_link(app: &App, link: &str) -> Candidate {
    let payload = find_payload(&[&*app.questionnaire.model], link);
    (excerpt(link), read_payload(app, payload))
}

fn read_payload(app: &App, payload: Result<Vec<u8>, LinkError>) -> Result<ReceivedResult, Refusal> {
    match payload {
        Ok(bytes) => to_received_result(
            app,
            decode_bytes(&[&*app.questionnaire.model], &bytes),
            &bytes,
        ),
        Err(error) => Err(Refusal::Message(link_error_message(app, &error))),
    }
}

/// Reads the content of a link that was opened with its passphrase.
pub(super) fn read_unsealed(app: &App, bytes: &[u8]) -> Result<ReceivedResult, Refusal> {
    to_received_result(app, decode_unsealed(&app.questionnaire.model, bytes), bytes)
}

fn to_received_result(
    app: &App,
    opened: Result<DecodedLink, LinkError>,
    bytes: &[u8],
) -> Result<ReceivedResult, Refusal> {
    match opened {
        Ok(DecodedLink::Sealed(link)) => Err(Refusal::Sealed(link)),
        Ok(DecodedLink::Invitation { .. }) => {
            let why = app.messages().adding_refused_invitation().to_owned();
            Err(Refusal::Message(why))
        }
        Ok(result) => Ok(ReceivedResult::Link(result, payload_from_bytes(bytes))),
        Err(error) => Err(Refusal::Message(link_error_message(app, &error))),
    }
}

/// Reads a file: an assessment, or a text that contains links.
pub(super) fn candidates_in_file(
    app: &App,
    name: &str,
    text: Result<String, ReadError>,
) -> Vec<Candidate> {
    let text = match &text {
        Ok(text) => text.as_str(),
        Err(error) => {
            let why = read_error_message(&app.messages(), error);
            return vec![(name.to_owned(), Err(Refusal::Message(why)))];
        }
    };
    let begin = text.trim_start_matches('\u{feff}').trim_start();
    let links = candidates_in_text(app, text);
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
