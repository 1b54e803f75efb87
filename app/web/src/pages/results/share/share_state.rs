//! The choices in the share dialog, and the link that follows from them.

use assay_core::link::{AnswerDetail, LinkOptions};
use leptos::prelude::*;

use super::super::result_view::ResultView;
use super::encryption::{EncryptedPayload, seal_on_change};
use super::link::{
    LinkState, ShareChoices, coarse_result, contents_of, encode_payload, scores_link,
};

/// The choices for one result. Cloning is cheap.
#[derive(Clone)]
pub(in super::super) struct ShareState {
    pub(super) result: ResultView,
    /// Whether the dialog is open.
    pub(in super::super) is_open: RwSignal<bool>,
    /// Whether the dialog was ever open. Before that the choices are nobody's.
    is_chosen: RwSignal<bool>,
    /// Name, industry and size.
    pub(super) includes_profile: RwSignal<bool>,
    pub(super) includes_notes: RwSignal<bool>,
    /// Whether the link contains all answers instead of scores.
    pub(super) includes_answers: RwSignal<bool>,
    /// Whether a passphrase is wanted.
    pub(super) uses_passphrase: RwSignal<bool>,
    /// The passphrase, once it is set.
    pub(super) passphrase: RwSignal<Option<String>>,
    /// Outcome of the last action.
    pub(super) message: ArcRwSignal<String>,
    choices: Memo<ShareChoices>,
    pub(super) link: Memo<LinkState>,
}

impl ShareState {
    /// Creates the default choices: answers and profile, without notes and passphrase.
    pub(in super::super) fn new(result: &ResultView) -> Self {
        let options = LinkOptions::default();
        let includes_profile = RwSignal::new(options.profile);
        let includes_notes = RwSignal::new(options.notes);
        let includes_answers = RwSignal::new(options.answers == AnswerDetail::Exact);
        let choices = Memo::new(move |_| ShareChoices {
            profile: includes_profile.get(),
            notes: includes_notes.get(),
            answers: includes_answers.get(),
        });
        let (uses_passphrase, passphrase) = (RwSignal::new(false), RwSignal::new(None));
        Self {
            result: result.clone(),
            is_open: RwSignal::new(false),
            is_chosen: RwSignal::new(false),
            includes_profile,
            includes_notes,
            includes_answers,
            uses_passphrase,
            passphrase,
            message: ArcRwSignal::new(String::new()),
            link: link_memo(result, choices, uses_passphrase, passphrase),
            choices,
        }
    }

    /// Opens the dialog.
    pub(in super::super) fn open_dialog(&self) {
        self.is_chosen.set(true);
        self.is_open.set(true);
    }

    /// Shows a message.
    pub(super) fn show_message(&self, text: &str) {
        self.message.set(text.to_owned());
    }

    /// Returns the name, if the profile is included (reactive).
    pub(super) fn shared_name(&self) -> String {
        match self.includes_profile.get() {
            true => self.result.name(),
            false => String::new(),
        }
    }

    /// Returns the link for the print with a list of its contents (reactive). Before anybody made a
    /// choice it contains no more than the print shows.
    pub(in super::super) fn print_link(&self) -> Option<(String, String)> {
        if self.is_chosen.get() {
            return Some((self.link.get().into_address()?, self.link_contents()));
        }
        scores_link(&self.result)
    }

    /// Returns the result that texts and pictures show (reactive): in coarse steps if the link
    /// contains no answers. `None` if encoding fails.
    pub(super) fn result_to_share(&self) -> Option<ResultView> {
        match self.includes_answers.get() {
            true => Some(self.result.clone()),
            false => coarse_result(&self.result),
        }
    }

    /// Returns what the link contains as a list in words (reactive).
    pub(super) fn link_contents(&self) -> String {
        contents_of(&self.result, self.choices.get())
    }
}

/// Derives the link from the choices, encrypted if a passphrase is wanted.
fn link_memo(
    result: &ResultView,
    choices: Memo<ShareChoices>,
    uses_passphrase: RwSignal<bool>,
    passphrase: RwSignal<Option<String>>,
) -> Memo<LinkState> {
    let payload = {
        let result = result.clone();
        Memo::new(move |_| encode_payload(&result, choices.get()))
    };
    let to_encrypt = Memo::new(move |_| match payload.get() {
        Ok(payload) if uses_passphrase.get() => passphrase.get().map(|phrase| (payload, phrase)),
        _ => None,
    });
    let encrypted = ArcRwSignal::new(None::<EncryptedPayload>);
    seal_on_change(to_encrypt, encrypted.clone(), result.clone());
    let result = result.clone();
    let encrypted_link = move || {
        let Some((payload, phrase)) = to_encrypt.get() else {
            return LinkState::PassphraseMissing;
        };
        let current = encrypted.get();
        let current = current.filter(|encrypted| encrypted.matches(&payload, &phrase));
        current.map_or(LinkState::Computing, |encrypted| encrypted.link)
    };
    Memo::new(move |_| match payload.get() {
        Err(reason) => LinkState::Failed(reason),
        Ok(payload) if !uses_passphrase.get() => LinkState::Ready(result.link_address(&payload)),
        Ok(_) => encrypted_link(),
    })
}
