//! What is in the links and files that somebody was sent.

use assay_core::link::{LinkError, Opened, decode_bytes, from_bytes, links_in, payload_in};
use assay_core::{Assessment, Model, Problem, ProblemKind, Problems};

use super::{Candidate, Obstacle};
use crate::browser::files::ReadError;
use crate::pages::{fault, shared};
use crate::parts::passphrase::inside;
use crate::state::App;

/// A result that somebody sent.
pub(crate) enum Given {
    /// What a link holds, answers or scores, and its payload without a passphrase.
    Link(Opened, String),
    /// What a file holds.
    File(Box<Assessment>),
}

/// Everything in a text that means to be a link.
pub(super) fn of_text(app: &App, text: &str) -> Vec<Candidate> {
    let found = links_in(&[&*app.library.model], text).into_iter();
    let candidates = found.map(|link| (excerpt(&link.text), of_payload(app, link.bytes)));
    candidates.collect()
}

pub(super) fn of_link(app: &App, link: &str) -> Candidate {
    let payload = payload_in(&[&*app.library.model], link);
    (excerpt(link), of_payload(app, payload))
}

fn of_payload(app: &App, payload: Result<Vec<u8>, LinkError>) -> Result<Given, Obstacle> {
    match payload {
        Ok(bytes) => given(app, decode_bytes(&[&*app.library.model], &bytes), &bytes),
        Err(error) => Err(Obstacle::Said(shared::why(app, &error))),
    }
}

/// What was inside a link whose passphrase fitted.
pub(super) fn inside_sealed(app: &App, bytes: &[u8]) -> Result<Given, Obstacle> {
    given(app, inside(&app.library.model, bytes), bytes)
}

fn given(app: &App, opened: Result<Opened, LinkError>, bytes: &[u8]) -> Result<Given, Obstacle> {
    match opened {
        Ok(Opened::Sealed(link)) => Err(Obstacle::Sealed(link)),
        Ok(Opened::Invitation { .. }) => {
            let why = app.words().adding_refused_invitation().to_owned();
            Err(Obstacle::Said(why))
        }
        Ok(result) => Ok(Given::Link(result, from_bytes(bytes))),
        Err(error) => Err(Obstacle::Said(shared::why(app, &error))),
    }
}

/// What a file holds: an assessment, or a text with links.
pub(super) fn of_file(app: &App, name: &str, text: Result<String, ReadError>) -> Vec<Candidate> {
    let text = match &text {
        Ok(text) => text.as_str(),
        Err(error) => {
            let why = fault::unread(&app.words(), error);
            return vec![(name.to_owned(), Err(Obstacle::Said(why)))];
        }
    };
    let begin = text.trim_start_matches('\u{feff}').trim_start();
    let links = of_text(app, text);
    if !links.is_empty() && !begin.starts_with('{') {
        return links;
    }
    let found = Assessment::parse(&app.library.model, text)
        .map(|assessment| Given::File(Box::new(assessment)))
        .map_err(|problems| {
            let copy = copy(&app.library.model, text, &problems);
            copy.unwrap_or_else(|| Obstacle::Said(faults(app, &problems.locate(text))))
        });
    vec![(name.to_owned(), found)]
}

/// A copy of a file that belongs to another version, or to a questionnaire of which questions are in
/// this one.
fn copy(model: &Model, text: &str, problems: &Problems) -> Option<Obstacle> {
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
    useful.then(|| Obstacle::Copy(Box::new(adapted)))
}

/// The first fault of a file, and how many more there are.
fn faults(app: &App, problems: &Problems) -> String {
    let words = app.words();
    let lines = fault::lines(&words, problems);
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
