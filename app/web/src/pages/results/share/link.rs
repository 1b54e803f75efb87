//! The link of a result, by the sender's choices.

use std::sync::Arc;

use assay_core::link::{AnswerDetail, DecodedLink, LinkOptions, decode, encode};
use leptos::prelude::*;

use super::super::origin::Origin;
use super::super::result_view::ResultView;
use crate::brand::ResultLink;
use crate::browser::console::log_failure;
use crate::parts::links::link_contents::contents_list;
use crate::parts::links::link_error::encode_error_message;
use crate::state::App;

/// The link, or why there is none.
#[derive(Clone, PartialEq, Eq)]
pub(super) enum LinkState {
    /// The address.
    Ready(String),
    /// The passphrase is not set yet.
    PassphraseMissing,
    /// The link is being encrypted.
    Computing,
    /// A sentence with the reason.
    Failed(String),
}

impl LinkState {
    pub(super) fn into_address(self) -> Option<String> {
        match self {
            Self::Ready(address) => Some(address),
            _ => None,
        }
    }
}

/// What the sender lets others see.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) struct ShareChoices {
    /// Name, industry and size.
    pub(super) profile: bool,
    /// Notes, which are part of answers only.
    pub(super) notes: bool,
    /// All answers instead of scores.
    pub(super) answers: bool,
}

impl ShareChoices {
    /// No more than the print of a result shows.
    const PRINT: Self = Self {
        profile: true,
        notes: false,
        answers: false,
    };
    /// Answers and profile.
    const FULL: Self = Self {
        profile: true,
        notes: false,
        answers: true,
    };
    /// Scores alone.
    const SCORES: Self = Self {
        profile: false,
        notes: false,
        answers: false,
    };

    fn link_options(self) -> LinkOptions {
        LinkOptions {
            profile: self.profile,
            notes: self.notes && self.answers,
            answers: if self.answers {
                AnswerDetail::Exact
            } else {
                AnswerDetail::ScoresOnly
            },
            confidence: None,
        }
    }
}

/// Returns the payload of the choices, or a sentence that says why there is none (reactive).
pub(super) fn encode_payload(result: &ResultView, choices: ShareChoices) -> Result<String, String> {
    let certainty = (!choices.answers).then(|| result.certainty.get()).flatten();
    let options = LinkOptions {
        confidence: certainty.and_then(|certainty| certainty.level),
        ..choices.link_options()
    };
    encode(&result.model, &result.assessment, options)
        .map_err(|error| encode_error_message(&result.messages, &error))
}

/// Returns what a link of the choices contains as a list in words.
pub(super) fn contents_of(result: &ResultView, choices: ShareChoices) -> String {
    let options = choices.link_options();
    contents_list(
        &result.messages,
        &result.model,
        &result.assessment,
        &options,
    )
}

/// Returns a link that contains no more than the print, with a list of its contents (reactive);
/// `None` for a fictional company or while the simulation runs.
pub(in super::super) fn scores_link(result: &ResultView) -> Option<(String, String)> {
    result.certainty.get()?;
    let choices = ShareChoices::PRINT;
    let payload = match &result.origin {
        Origin::Own | Origin::Link(_) => log_failure(
            "make the link of the print",
            encode_payload(result, choices),
        )?,
        Origin::Scores(_) => result.printed_payload.clone()?,
        Origin::Example(..) => return None,
    };
    Some((result.link_address(&payload), contents_of(result, choices)))
}

/// Returns the result as a link without answers contains it; `None` if encoding fails.
pub(super) fn coarse_result(result: &ResultView) -> Option<ResultView> {
    const ATTEMPT: &str = "make a link without answers";
    let payload = log_failure(ATTEMPT, encode_payload(result, ShareChoices::SCORES))?;
    let decoded = log_failure(ATTEMPT, decode(&[&*result.model], &payload))?;
    let DecodedLink::Scores { scores, .. } = decoded else {
        return None;
    };
    Some(ResultView {
        score: Arc::new(scores.score),
        confidence: scores.confidence,
        certainty: ArcRwSignal::new(None),
        ..result.clone()
    })
}

/// Returns the link with answers and profile for the call to action; `None` if encoding fails or
/// the link would not open elsewhere.
pub(in super::super) fn full_link(app: &App, result: &ResultView) -> Option<ResultLink> {
    if app.questionnaire.is_local_only() {
        return None;
    }
    let payload = encode_payload(result, ShareChoices::FULL);
    let payload = log_failure("make the link of the call to action", payload)?;
    let contents = contents_of(result, ShareChoices::FULL);
    Some(ResultLink {
        address: result.link_address(&payload),
        contents: result.messages.share_contains(&contents),
    })
}
