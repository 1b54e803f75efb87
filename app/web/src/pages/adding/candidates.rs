//! What is in the links and files that somebody was sent.

use assay_core::link::{
    DecodedLink, LinkError, decode_bytes, find_links, find_payload, payload_from_bytes,
};
use assay_core::{Assessment, Model, Problem, ProblemKind, Problems};

use super::{Candidate, Refusal};
use crate::browser::files::ReadError;
use crate::pages::{fault, shared};
use crate::parts::passphrase::decode_unsealed;
use crate::state::App;

/// A result that somebody sent.
pub(crate) enum ReceivedResult {
    /// What a link holds, answers or scores, and its payload without a passphrase.
    Link(DecodedLink, String),
    /// What a file holds.
    File(Box<Assessment>),
}

/// Everything in a text that means to be a link.
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
        Err(error) => Err(Refusal::Message(shared::link_error_message(app, &error))),
    }
}

/// What was inside a link whose passphrase fitted.
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
        Err(error) => Err(Refusal::Message(shared::link_error_message(app, &error))),
    }
}

/// What a file holds: an assessment, or a text with links.
pub(super) fn candidates_in_file(
    app: &App,
    name: &str,
    text: Result<String, ReadError>,
) -> Vec<Candidate> {
    let text = match &text {
        Ok(text) => text.as_str(),
        Err(error) => {
            let why = fault::read_error_message(&app.messages(), error);
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

/// A copy of a file that belongs to another version, or to a questionnaire of which questions are in
/// this one.
fn find_other_version(model: &Model, text: &str, problems: &Problems) -> Option<Refusal> {
    let [
        Problem {
            kind: ProblemKind::OtherModel { found, .. },
            ..
        },
    ] = problems.0.as_slice()
    else {
        return None;
    };
    let adapted = Assessment::adapt(model, text).ok()?;
    let useful = found.id == model.id() || !adapted.assessment.answers.is_empty();
    useful.then(|| Refusal::OtherVersion(Box::new(adapted)))
}

/// The first fault of a file, and how many more there are.
fn first_problem(app: &App, problems: &Problems) -> String {
    let words = app.messages();
    let lines = fault::problem_lines(&words, problems);
    let first = lines.first().cloned().unwrap_or_default();
    match lines.len().saturating_sub(1) {
        0 => first,
        more => words.list_sentences(&first, &words.adding_refused_more(more)),
    }
}

/// The beginning of a link, to tell it from the others.
fn excerpt(link: &str) -> String {
    const LONG: usize = 28;
    let start: String = link.chars().take(LONG).collect();
    match link.chars().nth(LONG) {
        Some(_) => format!("{start}…"),
        None if start.is_empty() => "#/r/".to_owned(),
        None => start,
    }
}
