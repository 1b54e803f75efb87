//! The visitor's consent: what would be sent, word for word, and to whom, before it is.

use std::cell::RefCell;
use std::rc::Rc;
use std::sync::Arc;

use crate::view::{AnyView, Handle, IntoView, view};
use assay_core::link::{LinkOptions, encode};
use assay_core::{Assessment, Certainty, DEFAULT_DRAWS, Model, ResultFile, Simulation};
use leptos::prelude::*;
use web_sys::HtmlDialogElement;

use super::channel::send;
use super::message::OutgoingMessage;
use super::progress;
use super::send_guard::arm_when_visible;
use super::send_offer::find_receiver;
use crate::browser::slices::run_in_slices;
use crate::browser::{clock, dom};
use crate::parts::fold::fold;
use crate::parts::link_contents;
use crate::state::App;

/// How many draws are made between two looks at the clock.
const DRAWS_PER_SLICE: usize = 250;

/// The dialog, while the visitor is being asked.
pub(crate) fn consent_dialog(app: &App) -> AnyView {
    let app = app.clone();
    let sending = app.site.frame.consent_open.clone();
    (move || {
        sending
            .get()
            .then(|| find_receiver(&app))
            .flatten()
            .map(|to| dialog(&app, to))
    })
    .into_any()
}

/// What the visitor decides about while the dialog is open. Cloning it is cheap.
#[derive(Clone)]
struct ConsentRequest {
    model: Arc<Model>,
    /// What the link begins with.
    link_base: Arc<str>,
    assessment: Arc<Assessment>,
    profile: RwSignal<bool>,
    notes: RwSignal<bool>,
    certainty: RwSignal<Option<Arc<Certainty>>>,
}

impl ConsentRequest {
    fn new(app: &App) -> Self {
        let parcel = Self {
            model: app.questionnaire.model.clone(),
            link_base: app.questionnaire.page_address().into(),
            assessment: Arc::new(clock::with_local_times(app.current_session().assessment())),
            profile: RwSignal::new(true),
            notes: RwSignal::new(false),
            certainty: RwSignal::new(None),
        };
        parcel.start_simulation();
        parcel
    }

    fn start_simulation(&self) {
        let evaluation = self.assessment.evaluation(&self.model);
        let simulation = Rc::new(RefCell::new(Simulation::new(evaluation, DEFAULT_DRAWS)));
        let step = {
            let simulation = simulation.clone();
            move || simulation.borrow_mut().run(DRAWS_PER_SLICE)
        };
        let certainty = self.certainty;
        run_in_slices(step, move || {
            // The dialog may have been closed in the meantime.
            let _ = certainty.try_set(Some(Arc::new(simulation.borrow().finish())));
        });
    }

    /// What the visitor lets the link say.
    fn include(&self) -> LinkOptions {
        LinkOptions {
            profile: self.profile.get(),
            notes: self.notes.get(),
            ..LinkOptions::default()
        }
    }

    /// What would be sent; `None` as long as it is being computed, or where no link can be made.
    fn result_message(&self) -> Option<OutgoingMessage> {
        let certainty = self.certainty.get()?;
        let stance = self.assessment.profile.stance;
        let score = self.assessment.evaluation(&self.model).score();
        let payload = encode(&self.model, &self.assessment, self.include()).ok()?;
        Some(OutgoingMessage::Result {
            result: ResultFile::new(&self.model, stance, &score, &certainty).to_json(),
            link: format!("{}#/r/{payload}", self.link_base),
        })
    }
}

fn dialog(app: &App, (name, origin): (String, String)) -> AnyView {
    let words = app.messages();
    let parcel = ConsentRequest::new(app);
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
        checkbox(
            words.share_include_profile(),
            "include-profile",
            parcel.profile,
        )
    });
    let notes = (!parcel.assessment.notes.is_empty())
        .then(|| checkbox(words.share_include_notes(), "include-notes", parcel.notes));
    let answers = parcel.assessment.answers.len();
    let ready = parcel.clone();
    let (armed, act) = (RwSignal::new(false), Handle::new());
    act.on_load(move |act: web_sys::Element| arm_when_visible(&act, armed));
    let contents = {
        let (words, parcel) = (words.clone(), parcel.clone());
        move || {
            link_contents::contents_sentence(
                &words,
                &parcel.model,
                &parcel.assessment,
                &parcel.include(),
            )
        }
    };
    view! {
        <dialog node_ref=node class="sheet consent" aria-labelledby="consent-title" on:close=move |_: web_sys::Event| decline(&declined)>
            <h2 id="consent-title" tabindex="-1" autofocus>{words.consent_ask(&name)}</h2>
            {owner_statement(app, &name)}
            <h3>{words.consent_what().to_owned()}</h3>
            <ul class="consent-parts">
                <li>{words.consent_part_figures().to_owned()}</li>
                <li>{words.consent_part_link(answers)}</li>
                <li data-consent-contains>{contents}</li>
            </ul>
            {profile}{notes}
            {exact_content(app, &parcel)}
            <div node_ref=act class="consent-act">
            <p>{words.consent_to(&name, &origin)}</p>
            <p>{words.consent_final().to_owned()}</p>
            <div class="row">
                <button class="button" data-action="confirm-send" disabled=move || !armed.get() || ready.result_message().is_none() on:click=send_handler(app, &parcel, &name, &origin)>{words.consent_send(&name)}</button>
                <button class="button quiet" data-action="refuse" on:click=move |_| decline(&refused)>{words.consent_refuse().to_owned()}</button>
            </div>
            </div>
            <p class="small">{words.consent_armed().to_owned()}</p>
        </dialog>
    }
}

fn checkbox(label: &str, name: &'static str, on: RwSignal<bool>) -> AnyView {
    view! {
        <label><input type="checkbox" name=name prop:checked=on on:change=move |event| on.set(event_target_checked(&event))/>" "{label.to_owned()}</label>
    }
}

/// What the owner says about it, marked as the owner's.
fn owner_statement(app: &App, name: &str) -> AnyView {
    let speech = app.locale.get_untracked();
    let consent = &app.site.config.consent;
    let text = consent.text.as_ref().map(|text| {
        view! { <p>{speech.messages.consent_says(name, text.get(speech.language))}</p> }
    });
    let privacy = consent.privacy.clone().map(|address| {
        view! { <p><a href=address target="_blank" rel="noopener">{speech.messages.consent_privacy(name)}</a></p> }
    });
    view! { {text}{privacy} }
}

/// The very texts.
fn exact_content(app: &App, parcel: &ConsentRequest) -> AnyView {
    let words = app.messages();
    let heading = words.consent_exact().to_owned();
    let parcel = parcel.clone();
    let content = move || match parcel.result_message() {
        Some(OutgoingMessage::Result { result, link }) => format!("{link}\n\n{result}"),
        _ => words.consent_preparing().to_owned(),
    };
    fold("consent-exact", heading, move || {
        let content = content.clone();
        view! { <pre tabindex="0">{content}</pre> }
    })
    .into_any()
}

fn send_handler(
    app: &App,
    parcel: &ConsentRequest,
    name: &str,
    origin: &str,
) -> impl Fn(web_sys::MouseEvent) + 'static + use<> {
    let (app, parcel) = (app.clone(), parcel.clone());
    let (name, origin) = (name.to_owned(), origin.to_owned());
    move |_| {
        let Some(content) = parcel.result_message() else {
            return;
        };
        send(&content);
        progress::remember_sent(&parcel.assessment);
        app.site.frame.consent_open.set(false);
        app.site.frame.result_requested.set(false);
        app.show_notice(app.messages().consent_sent(&name, &origin));
    }
}

/// Sends nothing, and says so, once. Nothing where the visitor is not being asked.
pub(super) fn decline(app: &App) {
    let frame = &app.site.frame;
    if frame.consent_open.get_untracked() || frame.result_requested.get_untracked() {
        frame.consent_open.set(false);
        frame.result_requested.set(false);
        send(&OutgoingMessage::Declined { reason: "declined" });
        app.show_notice(app.messages().consent_refused().to_owned());
    }
}
