//! The visitor's consent: what would be sent, word for word, and to whom, before it is.

use std::cell::RefCell;
use std::rc::Rc;
use std::sync::Arc;

use crate::view::{AnyView, Handle, IntoView, view};
use assay_core::link::{Include, encode};
use assay_core::{Assessment, Certainty, DRAWS, Model, ResultFile, Simulation, score};
use leptos::prelude::*;
use web_sys::HtmlDialogElement;

use super::arming::arm_when_seen;
use super::channel::tell;
use super::message::Told;
use super::offer::receiver;
use super::progress;
use crate::browser::slices::in_slices;
use crate::browser::{clock, dom};
use crate::parts::fold::fold;
use crate::parts::link_contents;
use crate::state::App;

/// How many draws are made between two looks at the clock.
const SLICE: usize = 250;

/// The dialog, while the visitor is being asked.
pub(crate) fn consent(app: &App) -> AnyView {
    let app = app.clone();
    let sending = app.site.frame.sending.clone();
    (move || {
        sending
            .get()
            .then(|| receiver(&app))
            .flatten()
            .map(|to| dialog(&app, to))
    })
    .into_any()
}

/// What the visitor decides about while the dialog is open. Cloning it is cheap.
#[derive(Clone)]
struct Parcel {
    model: Arc<Model>,
    /// What the link begins with.
    page: Arc<str>,
    assessment: Arc<Assessment>,
    profile: RwSignal<bool>,
    notes: RwSignal<bool>,
    certainty: RwSignal<Option<Arc<Certainty>>>,
}

impl Parcel {
    fn new(app: &App) -> Self {
        let parcel = Self {
            model: app.library.model.clone(),
            page: app.library.page_address().into(),
            assessment: Arc::new(clock::in_own_time(app.present().assessment())),
            profile: RwSignal::new(true),
            notes: RwSignal::new(false),
            certainty: RwSignal::new(None),
        };
        parcel.compute();
        parcel
    }

    fn compute(&self) {
        let (stance, answers) = (self.assessment.profile.stance, &self.assessment.answers);
        let simulation = Rc::new(RefCell::new(Simulation::new(
            &self.model,
            stance,
            answers,
            DRAWS,
        )));
        let step = {
            let simulation = simulation.clone();
            move || simulation.borrow_mut().run(SLICE)
        };
        let certainty = self.certainty;
        in_slices(step, move || {
            // The dialog may have been closed in the meantime.
            let _ = certainty.try_set(Some(Arc::new(simulation.borrow().finish())));
        });
    }

    /// What the visitor lets the link say.
    fn include(&self) -> Include {
        Include {
            profile: self.profile.get(),
            notes: self.notes.get(),
            ..Include::default()
        }
    }

    /// What would be sent; `None` as long as it is being computed, or where no link can be made.
    fn content(&self) -> Option<Told> {
        let certainty = self.certainty.get()?;
        let stance = self.assessment.profile.stance;
        let score = score(&self.model, stance, &self.assessment.answers);
        let payload = encode(&self.model, &self.assessment, self.include()).ok()?;
        Some(Told::Result {
            result: ResultFile::new(&self.model, stance, &score, &certainty).to_json(),
            link: format!("{}#/r/{payload}", self.page),
        })
    }
}

fn dialog(app: &App, (name, origin): (String, String)) -> AnyView {
    let words = app.words();
    let parcel = Parcel::new(app);
    let node = Handle::new();
    node.on_load(|dialog: HtmlDialogElement| {
        // Only a dialog that stands in the document can be shown as a modal one.
        gloo::timers::callback::Timeout::new(0, move || dom::show_dialog(&dialog)).forget();
    });
    let (refused, declined) = (app.clone(), app.clone());
    let profile = &parcel.assessment.profile;
    // A size alone is sent, too.
    let has_profile = [&profile.name, &profile.industry, &profile.size]
        .into_iter()
        .any(|text| !text.is_empty());
    let profile = has_profile.then(|| {
        choice(
            words.share_include_profile(),
            "include-profile",
            parcel.profile,
        )
    });
    let notes = (!parcel.assessment.notes.is_empty())
        .then(|| choice(words.share_include_notes(), "include-notes", parcel.notes));
    let answers = parcel.assessment.answers.len();
    let ready = parcel.clone();
    let contents = {
        let (words, parcel) = (words.clone(), parcel.clone());
        move || {
            link_contents::sentence(&words, &parcel.model, &parcel.assessment, &parcel.include())
        }
    };
    let (armed, act) = (RwSignal::new(false), Handle::new());
    act.on_load(move |act: web_sys::Element| arm_when_seen(&act, armed));
    view! {
        <dialog node_ref=node class="sheet consent" aria-labelledby="consent-title" on:close=move |_: web_sys::Event| refuse(&declined)>
            <h2 id="consent-title" tabindex="-1" autofocus>{words.consent_ask(&name)}</h2>
            {says(app, &name)}
            <h3>{words.consent_what().to_owned()}</h3>
            <ul class="consent-parts">
                <li>{words.consent_part_figures().to_owned()}</li>
                <li>{words.consent_part_link(answers)}</li>
                <li data-consent-contains>{contents}</li>
            </ul>
            {profile}{notes}
            {exact(app, &parcel)}
            <div node_ref=act class="consent-act">
            <p>{words.consent_to(&name, &origin)}</p>
            <p>{words.consent_final().to_owned()}</p>
            <div class="row">
                <button class="button" data-action="confirm-send" disabled=move || !armed.get() || ready.content().is_none() on:click=send(app, &parcel, &name, &origin)>{words.consent_send(&name)}</button>
                <button class="button quiet" data-action="refuse" on:click=move |_| refuse(&refused)>{words.consent_refuse().to_owned()}</button>
            </div>
            </div>
            <p class="small">{words.consent_armed().to_owned()}</p>
        </dialog>
    }
}

fn choice(label: &str, name: &'static str, on: RwSignal<bool>) -> AnyView {
    view! {
        <label><input type="checkbox" name=name prop:checked=on on:change=move |event| on.set(event_target_checked(&event))/>" "{label.to_owned()}</label>
    }
}

/// What the owner says about it, marked as the owner's.
fn says(app: &App, name: &str) -> AnyView {
    let speech = app.speech.get_untracked();
    let consent = &app.site.config.consent;
    let text = consent.text.as_ref().map(|text| {
        view! { <p>{speech.words.consent_says(name, text.get(speech.language))}</p> }
    });
    let privacy = consent.privacy.clone().map(|address| {
        view! { <p><a href=address target="_blank" rel="noopener">{speech.words.consent_privacy(name)}</a></p> }
    });
    view! { {text}{privacy} }
}

/// The very texts.
fn exact(app: &App, parcel: &Parcel) -> AnyView {
    let words = app.words();
    let heading = words.consent_exact().to_owned();
    let parcel = parcel.clone();
    let content = move || match parcel.content() {
        Some(Told::Result { result, link }) => format!("{link}\n\n{result}"),
        _ => words.consent_preparing().to_owned(),
    };
    fold("consent-exact", heading, move || {
        let content = content.clone();
        view! { <pre tabindex="0">{content}</pre> }
    })
    .into_any()
}

fn send(
    app: &App,
    parcel: &Parcel,
    name: &str,
    origin: &str,
) -> impl Fn(web_sys::MouseEvent) + 'static + use<> {
    let (app, parcel) = (app.clone(), parcel.clone());
    let (name, origin) = (name.to_owned(), origin.to_owned());
    move |_| {
        let Some(content) = parcel.content() else {
            return;
        };
        tell(&content);
        progress::remember_sent(&parcel.assessment);
        app.site.frame.sending.set(false);
        app.site.frame.wanted.set(false);
        app.tell(app.words().consent_sent(&name, &origin));
    }
}

/// Sends nothing, and says so, once. Nothing where the visitor is not being asked.
pub(super) fn refuse(app: &App) {
    let frame = &app.site.frame;
    if frame.sending.get_untracked() || frame.wanted.get_untracked() {
        frame.sending.set(false);
        frame.wanted.set(false);
        tell(&Told::Declined { reason: "declined" });
        app.tell(app.words().consent_refused().to_owned());
    }
}
