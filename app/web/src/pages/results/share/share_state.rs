//! What the sender chose to share, and the link that follows from it.

use std::sync::Arc;

use assay_core::link::{
    AnswerDetail, DecodedLink, EncodeError, LinkOptions, decode, encode, payload_bytes,
};
use assay_locale::Messages;
use leptos::prelude::*;

use super::super::{Origin, ResultView};
use crate::brand::ResultLink;
use crate::browser::secrets;
use crate::parts::link_contents;
use crate::state::App;

/// The choices for one result, with the link. Cloning it is cheap.
#[derive(Clone)]
pub(in super::super) struct ShareState {
    pub(super) result: ResultView,
    /// Whether the panel is open.
    pub(in super::super) is_open: RwSignal<bool>,
    /// Whether it ever was: until then nobody has chosen anything.
    is_chosen: RwSignal<bool>,
    /// Name, industry and size.
    pub(super) includes_profile: RwSignal<bool>,
    pub(super) includes_notes: RwSignal<bool>,
    /// All answers, not only scores.
    pub(super) includes_answers: RwSignal<bool>,
    /// A passphrase is wanted.
    pub(super) uses_passphrase: RwSignal<bool>,
    /// The passphrase that was set.
    pub(super) passphrase: RwSignal<Option<String>>,
    /// What happened last.
    pub(super) message: ArcRwSignal<String>,
    pub(super) link: Memo<LinkState>,
}

/// The link, or why there is none.
#[derive(Clone, PartialEq, Eq)]
pub(super) enum LinkState {
    /// Its whole address.
    Ready(String),
    /// No passphrase was set yet.
    PassphraseMissing,
    /// It is being put under the passphrase.
    Computing,
    /// A sentence that says why.
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

/// A payload under a passphrase.
#[derive(Clone, PartialEq, Eq)]
struct EncryptedPayload {
    payload: String,
    passphrase: String,
    link: LinkState,
}

impl EncryptedPayload {
    fn matches(&self, payload: &str, passphrase: &str) -> bool {
        self.payload == payload && self.passphrase == passphrase
    }
}

impl ShareState {
    /// The choices as they are before anybody chose: answers and name, no notes, no passphrase.
    pub(in super::super) fn new(shown: &ResultView) -> Self {
        let include = LinkOptions::default();
        let (profile, notes) = (RwSignal::new(include.profile), RwSignal::new(include.notes));
        let exact = RwSignal::new(include.answers == AnswerDetail::Exact);
        let (sealed, passphrase) = (RwSignal::new(false), RwSignal::new(None));
        let under = ArcRwSignal::new(None::<EncryptedPayload>);
        let payload = {
            let shown = shown.clone();
            Memo::new(move |_| encode_payload(&shown, profile.get(), notes.get(), exact.get()))
        };
        let wanted = Memo::new(move |_| match payload.get() {
            Ok(payload) if sealed.get() => passphrase.get().map(|phrase| (payload, phrase)),
            _ => None,
        });
        seal_on_change(wanted, under.clone(), shown.clone());
        let address = shown.clone();
        let link = Memo::new(move |_| match payload.get() {
            Err(why) => LinkState::Failed(why),
            Ok(payload) if !sealed.get() => LinkState::Ready(address.link_address(&payload)),
            Ok(_) => wanted
                .get()
                .map_or(LinkState::PassphraseMissing, |(payload, phrase)| {
                    let under = under.get().filter(|under| under.matches(&payload, &phrase));
                    under.map_or(LinkState::Computing, |under| under.link)
                }),
        });
        Self {
            result: shown.clone(),
            is_open: RwSignal::new(false),
            is_chosen: RwSignal::new(false),
            includes_profile: profile,
            includes_notes: notes,
            includes_answers: exact,
            uses_passphrase: sealed,
            passphrase,
            message: ArcRwSignal::new(String::new()),
            link,
        }
    }

    /// Opens the panel, or closes it.
    pub(in super::super) fn toggle_panel(&self) {
        self.is_chosen.set(true);
        self.is_open.update(|open| *open = !*open);
    }

    /// Says what happened.
    pub(super) fn show_message(&self, said: &str) {
        self.message.set(said.to_owned());
    }

    /// The name, if it may be told.
    pub(super) fn shared_name(&self) -> String {
        match self.includes_profile.get() {
            true => self.result.name(),
            false => String::new(),
        }
    }

    /// The link for the print: that of the sender's choices or, where nobody chose, one that tells
    /// no more than the print does.
    pub(super) fn print_link(&self) -> Option<(String, String)> {
        if self.is_chosen.get() {
            return Some((self.link.get().into_address()?, self.link_contents()));
        }
        scores_link(&self.result)
    }

    /// The result that texts and pictures beside the link show: in steps where the link holds no
    /// answers. `None` if it cannot be put into steps.
    pub(super) fn result_to_share(&self) -> Option<ResultView> {
        match self.includes_answers.get() {
            true => Some(self.result.clone()),
            false => coarse_result(&self.result),
        }
    }

    /// What the link tells whoever opens it, as a list in words.
    pub(super) fn link_contents(&self) -> String {
        contents(
            &self.result,
            self.includes_profile.get(),
            self.includes_notes.get(),
            self.includes_answers.get(),
        )
    }
}

/// A link that tells no more than the print of a result does, and what that is; none for a
/// fictional company, or while the simulation still runs.
pub(super) fn scores_link(shown: &ResultView) -> Option<(String, String)> {
    shown.certainty.get()?;
    let payload = match &shown.origin {
        Origin::Own | Origin::Link(_) => encode_payload(shown, true, false, false).ok()?,
        Origin::Scores(link) => link.unsealed.clone(),
        Origin::Example(..) => return None,
    };
    Some((
        shown.link_address(&payload),
        contents(shown, true, false, false),
    ))
}

/// The result as a link without answers tells it.
fn coarse_result(shown: &ResultView) -> Option<ResultView> {
    let payload = encode_payload(shown, false, false, false).ok()?;
    let Ok(DecodedLink::Scores { scores, .. }) = decode(&[&*shown.model], &payload) else {
        return None;
    };
    Some(ResultView {
        score: Arc::new(scores.score),
        sureness: scores.confidence,
        certainty: ArcRwSignal::new(None),
        ..shown.clone()
    })
}

/// The link with all answers and the profile, if there can be one that opens elsewhere.
pub(in super::super) fn full_link(app: &App, shown: &ResultView) -> Option<ResultLink> {
    if app.questionnaire.is_local_only() {
        return None;
    }
    let payload = encode_payload(shown, true, false, true).ok()?;
    let parts = contents(shown, true, false, true);
    Some(ResultLink {
        address: shown.link_address(&payload),
        contents: shown.messages.share_contains(&parts),
    })
}

/// The payload of these choices, or a sentence that says why there is none.
fn encode_payload(
    shown: &ResultView,
    profile: bool,
    notes: bool,
    exact: bool,
) -> Result<String, String> {
    let include = LinkOptions {
        confidence: match exact {
            true => None,
            false => shown.certainty.get().and_then(|certainty| certainty.level),
        },
        ..include(profile, notes, exact)
    };
    encode(&shown.model, &shown.assessment, include)
        .map_err(|error| encode_error_message(&shown.messages, &error))
}

fn encode_error_message(words: &Messages, error: &EncodeError) -> String {
    match error {
        EncodeError::TooLong { length, limit } => {
            words.share_too_long(&length.to_string(), &limit.to_string())
        }
        // A result goes to no mail address.
        EncodeError::NotAMailAddress { .. } => error.to_string(),
    }
}

fn contents(shown: &ResultView, profile: bool, notes: bool, exact: bool) -> String {
    let include = include(profile, notes, exact);
    link_contents::contents_list(&shown.messages, &shown.model, &shown.assessment, &include)
}

fn include(profile: bool, notes: bool, exact: bool) -> LinkOptions {
    LinkOptions {
        profile,
        notes: notes && exact,
        answers: if exact {
            AnswerDetail::Exact
        } else {
            AnswerDetail::ScoresOnly
        },
        confidence: None,
    }
}

/// Puts the payload under the passphrase whenever one of them changes.
fn seal_on_change(
    wanted: Memo<Option<(String, String)>>,
    under: ArcRwSignal<Option<EncryptedPayload>>,
    shown: ResultView,
) {
    Effect::new(move |_| {
        let Some((payload, passphrase)) = wanted.get() else {
            return;
        };
        let (under, shown) = (under.clone(), shown.clone());
        wasm_bindgen_futures::spawn_local(async move {
            let link = seal_payload(&payload, &passphrase).await.map_or_else(
                || LinkState::Failed(shown.messages.share_passphrase_failed().to_owned()),
                |payload| LinkState::Ready(shown.link_address(&payload)),
            );
            under.set(Some(EncryptedPayload {
                payload,
                passphrase,
                link,
            }));
        });
    });
}

/// The payload under the passphrase; `None` if the browser refuses, or if it gets too long.
async fn seal_payload(payload: &str, passphrase: &str) -> Option<String> {
    let bytes = payload_bytes(payload).ok()?;
    secrets::seal(&bytes, passphrase).await.ok()?.encode().ok()
}
