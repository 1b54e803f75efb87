//! What the sender chose to share, and the link that follows from it.

use std::sync::Arc;

use assay_core::link::{Detail, EncodeError, Include, Opened, decode, encode, to_bytes};
use assay_locale::Words;
use leptos::prelude::*;

use super::super::{Origin, Shown};
use crate::brand::ResultLink;
use crate::browser::secrets;
use crate::parts::link_contents;
use crate::state::App;

/// The choices for one result, with the link. Cloning it is cheap.
#[derive(Clone)]
pub(in super::super) struct Sharing {
    pub(super) shown: Shown,
    /// Whether the panel is open.
    pub(in super::super) open: RwSignal<bool>,
    /// Whether it ever was: until then nobody has chosen anything.
    chosen: RwSignal<bool>,
    /// Name, industry and size.
    pub(super) profile: RwSignal<bool>,
    pub(super) notes: RwSignal<bool>,
    /// All answers, not only scores.
    pub(super) exact: RwSignal<bool>,
    /// A passphrase is wanted.
    pub(super) sealed: RwSignal<bool>,
    /// The passphrase that was set.
    pub(super) passphrase: RwSignal<Option<String>>,
    /// What happened last.
    pub(super) said: ArcRwSignal<String>,
    pub(super) link: Memo<Link>,
}

/// The link, or why there is none.
#[derive(Clone, PartialEq, Eq)]
pub(super) enum Link {
    /// Its whole address.
    Ready(String),
    /// No passphrase was set yet.
    Waiting,
    /// It is being put under the passphrase.
    Computing,
    /// A sentence that says why.
    Failed(String),
}

impl Link {
    pub(super) fn ready(self) -> Option<String> {
        match self {
            Self::Ready(address) => Some(address),
            _ => None,
        }
    }
}

/// A payload under a passphrase.
#[derive(Clone, PartialEq, Eq)]
struct Under {
    payload: String,
    passphrase: String,
    link: Link,
}

impl Under {
    fn is_of(&self, payload: &str, passphrase: &str) -> bool {
        self.payload == payload && self.passphrase == passphrase
    }
}

impl Sharing {
    /// The choices as they are before anybody chose: answers and name, no notes, no passphrase.
    pub(in super::super) fn new(shown: &Shown) -> Self {
        let include = Include::default();
        let (profile, notes) = (RwSignal::new(include.profile), RwSignal::new(include.notes));
        let exact = RwSignal::new(include.answers == Detail::Exact);
        let (sealed, passphrase) = (RwSignal::new(false), RwSignal::new(None));
        let under = ArcRwSignal::new(None::<Under>);
        let payload = {
            let shown = shown.clone();
            Memo::new(move |_| payload(&shown, profile.get(), notes.get(), exact.get()))
        };
        let wanted = Memo::new(move |_| match payload.get() {
            Ok(payload) if sealed.get() => passphrase.get().map(|phrase| (payload, phrase)),
            _ => None,
        });
        keep_sealed(wanted, under.clone(), shown.clone());
        let address = shown.clone();
        let link = Memo::new(move |_| match payload.get() {
            Err(why) => Link::Failed(why),
            Ok(payload) if !sealed.get() => Link::Ready(address.link(&payload)),
            Ok(_) => wanted.get().map_or(Link::Waiting, |(payload, phrase)| {
                let under = under.get().filter(|under| under.is_of(&payload, &phrase));
                under.map_or(Link::Computing, |under| under.link)
            }),
        });
        Self {
            shown: shown.clone(),
            open: RwSignal::new(false),
            chosen: RwSignal::new(false),
            profile,
            notes,
            exact,
            sealed,
            passphrase,
            said: ArcRwSignal::new(String::new()),
            link,
        }
    }

    /// Opens the panel, or closes it.
    pub(in super::super) fn toggle(&self) {
        self.chosen.set(true);
        self.open.update(|open| *open = !*open);
    }

    /// Says what happened.
    pub(super) fn tell(&self, said: &str) {
        self.said.set(said.to_owned());
    }

    /// The name, if it may be told.
    pub(super) fn name(&self) -> String {
        match self.profile.get() {
            true => self.shown.name(),
            false => String::new(),
        }
    }

    /// The link for the print: that of the sender's choices or, where nobody chose, one that tells
    /// no more than the print does.
    pub(super) fn printed(&self) -> Option<(String, String)> {
        if self.chosen.get() {
            return Some((self.link.get().ready()?, self.contents()));
        }
        bare(&self.shown)
    }

    /// The result that texts and pictures beside the link show: in steps where the link holds no
    /// answers. `None` if it cannot be put into steps.
    pub(super) fn result_to_share(&self) -> Option<Shown> {
        match self.exact.get() {
            true => Some(self.shown.clone()),
            false => in_steps(&self.shown),
        }
    }

    /// What the link tells whoever opens it, as a list in words.
    pub(super) fn contents(&self) -> String {
        contents(
            &self.shown,
            self.profile.get(),
            self.notes.get(),
            self.exact.get(),
        )
    }
}

/// A link that tells no more than the print of a result does, and what that is; none for a
/// fictional company, or while the simulation still runs.
pub(super) fn bare(shown: &Shown) -> Option<(String, String)> {
    shown.certainty.get()?;
    let payload = match &shown.origin {
        Origin::Own | Origin::Link(_) => payload(shown, true, false, false).ok()?,
        Origin::Scores(link) => link.open.clone(),
        Origin::Example(..) => return None,
    };
    Some((shown.link(&payload), contents(shown, true, false, false)))
}

/// The result as a link without answers tells it.
fn in_steps(shown: &Shown) -> Option<Shown> {
    let payload = payload(shown, false, false, false).ok()?;
    let Ok(Opened::Scores { scores, .. }) = decode(&[&*shown.model], &payload) else {
        return None;
    };
    Some(Shown {
        score: Arc::new(scores.score),
        sureness: scores.sureness,
        certainty: ArcRwSignal::new(None),
        ..shown.clone()
    })
}

/// The link with all answers and the profile, if there can be one that opens elsewhere.
pub(in super::super) fn plain_link(app: &App, shown: &Shown) -> Option<ResultLink> {
    if app.library.is_kept() {
        return None;
    }
    let payload = payload(shown, true, false, true).ok()?;
    let parts = contents(shown, true, false, true);
    Some(ResultLink {
        address: shown.link(&payload),
        contents: shown.words.share_contains(&parts),
    })
}

/// The payload of these choices, or a sentence that says why there is none.
fn payload(shown: &Shown, profile: bool, notes: bool, exact: bool) -> Result<String, String> {
    let include = Include {
        sureness: match exact {
            true => None,
            false => shown.certainty.get().and_then(|certainty| certainty.words),
        },
        ..include(profile, notes, exact)
    };
    encode(&shown.model, &shown.assessment, include).map_err(|error| why(&shown.words, &error))
}

fn why(words: &Words, error: &EncodeError) -> String {
    match error {
        EncodeError::TooLong { length, limit } => {
            words.share_too_long(&length.to_string(), &limit.to_string())
        }
        // A result goes to no mail address.
        EncodeError::NotAMailAddress { .. } => error.to_string(),
    }
}

fn contents(shown: &Shown, profile: bool, notes: bool, exact: bool) -> String {
    let include = include(profile, notes, exact);
    link_contents::parts(&shown.words, &shown.model, &shown.assessment, &include)
}

fn include(profile: bool, notes: bool, exact: bool) -> Include {
    Include {
        profile,
        notes: notes && exact,
        answers: if exact {
            Detail::Exact
        } else {
            Detail::ScoresOnly
        },
        sureness: None,
    }
}

/// Puts the payload under the passphrase whenever one of them changes.
fn keep_sealed(
    wanted: Memo<Option<(String, String)>>,
    under: ArcRwSignal<Option<Under>>,
    shown: Shown,
) {
    Effect::new(move |_| {
        let Some((payload, passphrase)) = wanted.get() else {
            return;
        };
        let (under, shown) = (under.clone(), shown.clone());
        wasm_bindgen_futures::spawn_local(async move {
            let link = sealed(&payload, &passphrase).await.map_or_else(
                || Link::Failed(shown.words.share_passphrase_failed().to_owned()),
                |payload| Link::Ready(shown.link(&payload)),
            );
            under.set(Some(Under {
                payload,
                passphrase,
                link,
            }));
        });
    });
}

/// The payload under the passphrase; `None` if the browser refuses, or if it gets too long.
async fn sealed(payload: &str, passphrase: &str) -> Option<String> {
    let bytes = to_bytes(payload).ok()?;
    secrets::seal(&bytes, passphrase).await.ok()?.encode().ok()
}
