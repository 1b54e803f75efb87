//! The page of a received invitation: what is asked, and the button that starts.

use assay_core::link::{
    DecodedLink, Invitation, LinkError, decode, payload_bytes, payload_from_bytes,
};
use assay_core::{Assessment, ReceivedInvitation, SectionIx, Stance};
use assay_locale::versions::describe_progress;
use assay_locale::{Messages, format_date};
use leptos::prelude::*;
use wasm_bindgen::JsValue;

use super::error::refused_link_page;
use super::shared_result::shared_page;
use crate::browser::console::log_error;
use crate::browser::store::PartialRead;
use crate::browser::{clock, dom};
use crate::parts::effort::invitation_effort;
use crate::parts::section_titles::section_titles;
use crate::parts::signals::set_if_alive;
use crate::state::{App, Session, StoredAssessment, load_assessments, load_earlier_assessments};
use crate::view::{AnyView, view};

/// Renders the page for a payload.
pub(crate) fn invitation_page(app: &App, payload: &str) -> AnyView {
    match decode(&[&*app.questionnaire.model], payload) {
        Ok(DecodedLink::Invitation { invitation, .. }) => invitation_view(app, *invitation),
        // A result under the address of an invitation is shown as a result.
        Ok(_) => shared_page(app, payload),
        Err(error) => {
            let refused = refused_link_page(app, Messages::invitation_bad, &error);
            view! { {refused}{earlier_version(app, payload, &error)} }
        }
    }
}

/// Renders what the reader started to answer for an invitation of another version, and what to do.
fn earlier_version(app: &App, payload: &str, error: &LinkError) -> Option<AnyView> {
    let model = app.questionnaire.model.clone();
    if app.questionnaire.parameter_for_link(error).is_some() {
        return None;
    }
    let of_model = matches!(error, LinkError::OtherModel { id, .. } if *id == model.id());
    let payload = payload_bytes(payload).ok().filter(|_| of_model);
    let payload = payload_from_bytes(&payload?);
    let begun = RwSignal::new(None::<(String, String)>);
    let messages = app.messages();
    let anew = messages.versions_invitation_anew(model.version());
    let saying = messages.clone();
    wasm_bindgen_futures::spawn_local(async move {
        let earlier = load_earlier_assessments(&model).await;
        let mut earlier = earlier.into_iter();
        let found = earlier.find(|one| one.invitation.as_deref() == Some(&payload));
        let progress = found.map(|one| {
            let counts = (one.answers, one.notes);
            let line = describe_progress(
                &saying,
                &one.version,
                counts,
                one.updated.as_deref().map(clock::to_local_time).as_deref(),
            );
            (one.version, line)
        });
        set_if_alive(begun, progress);
    });
    let mine = move || {
        let (version, line) = begun.get()?;
        Some(view! {
            <p data-earlier=version>{line}</p>
            <p>{messages.versions_invitation().to_owned()}</p>
            <p><a class="button quiet" href="#/workspace">{messages.versions_mine().to_owned()}</a></p>
        })
    };
    Some(view! { <div class="stack narrow">{mine}<p>{anew}</p></div> })
}

fn invitation_view(app: &App, mut invitation: Invitation) -> AnyView {
    let (questionnaire, messages) = (&app.questionnaire, app.messages());
    invitation.depth = App::default_depth(questionnaire, invitation.stance, invitation.depth);
    let begun = RwSignal::new(None::<StartedAssessment>);
    find_started(app, &invitation, begun);
    let side = match invitation.stance {
        Stance::Provide => messages.invitation_side_provide(),
        Stance::Adopt => messages.invitation_side_adopt(),
    };
    let effort = invitation_effort(&messages, &questionnaire.model, &invitation);
    let mail = match invitation.mail.as_str() {
        "" => messages.invitation_mail_none().to_owned(),
        mail => messages.invitation_mail(mail),
    };
    let (app, asking) = (app.clone(), invitation.clone());
    let buttons = {
        let app = app.clone();
        move || begun.with(|begun| buttons(&app, &asking, begun.as_ref()))
    };
    view! {
        <div class="stack wide narrow invitation">
            <h1 tabindex="-1">{messages.invitation_title().to_owned()}</h1>
            <p class="lead">{messages.invitation_lead().to_owned()}</p>
            {message(&app, &invitation)}
            <section class="stack">
                <h2>{messages.invitation_asked().to_owned()}</h2>
                <p>{side.to_owned()}</p>
                <p data-asked>{sections(&app, &invitation)}</p>
                <p class="small">{effort}</p>
                <p>{mail}</p>
            </section>
            {buttons}
            <p class="small">{messages.invitation_kept().to_owned()}</p>
        </div>
    }
}

/// Renders the sender's message as plain text.
fn message(app: &App, invitation: &Invitation) -> Option<AnyView> {
    let messages = app.messages();
    let message = invitation.message.trim().to_owned();
    (!message.is_empty()).then(|| {
        view! {
            <section class="stack" aria-labelledby="message">
                <h2 id="message">{messages.invitation_message().to_owned()}</h2>
                <blockquote class="message" dir="auto" data-message>{message}</blockquote>
                <p class="small">{messages.invitation_message_note().to_owned()}</p>
            </section>
        }
    })
}

fn sections(app: &App, invitation: &Invitation) -> String {
    let messages = app.messages();
    if invitation.sections.is_empty() {
        let all = (0..app.questionnaire.model.sections().len()).map(SectionIx::new);
        let all: Vec<SectionIx> = all.collect();
        messages.invitation_sections_all(&section_titles(app, &all))
    } else {
        messages.invitation_sections(&section_titles(app, &invitation.sections))
    }
}

/// An assessment of this browser that answers the invitation.
#[derive(Clone)]
struct StartedAssessment {
    key: String,
    assessment: Assessment,
}

/// Looks for an assessment that was started from the same link.
fn find_started(app: &App, invitation: &Invitation, begun: RwSignal<Option<StartedAssessment>>) {
    let model = app.questionnaire.model.clone();
    let payload = invitation_payload(app, invitation);
    wasm_bindgen_futures::spawn_local(async move {
        // An unreadable store is reported above; here it only means that no earlier start is
        // offered.
        let records = load_assessments(&model).await;
        let records = records.unwrap_or_else(|PartialRead(part)| part);
        let answers = |record: &StoredAssessment| {
            let invited = record.assessment.received_invitation(&model);
            invited.is_some_and(|invited| invited.payload == payload)
        };
        let found = records
            .into_iter()
            .find(answers)
            .map(|record| StartedAssessment {
                key: record.key,
                assessment: record.assessment,
            });
        set_if_alive(begun, found);
    });
}

/// Returns the canonical payload, which identifies the invitation.
fn invitation_payload(app: &App, invitation: &Invitation) -> String {
    let payload = invitation.encode(&app.questionnaire.model);
    let payload = payload.map_err(|error| JsValue::from_str(&error.to_string()));
    log_error("identify the invitation", payload).unwrap_or_default()
}

fn buttons(app: &App, invitation: &Invitation, begun: Option<&StartedAssessment>) -> AnyView {
    let messages = app.messages();
    let (starting, asked) = (app.clone(), invitation.clone());
    let begin = move |_| start_assessment(&starting, &asked);
    let Some(begun) = begun.cloned() else {
        return view! {
            <div class="row"><button class="button" data-action="begin" on:click=begin>{messages.invitation_begin().to_owned()}</button></div>
        };
    };
    let updated = begun
        .assessment
        .updated
        .as_deref()
        .map(clock::to_local_time);
    let day = format_date(&messages, updated.as_deref());
    let continuing = app.clone();
    let go_on = move |_| {
        let model = &continuing.questionnaire.model;
        let (key, assessment) = (begun.key.clone(), begun.assessment.clone());
        let session = Session::open(model, key, assessment, true);
        session.make_current();
        continuing.switch_to(session);
        dom::navigate("#/review");
    };
    view! {
        <p>{messages.invitation_begun(&day)}</p>
        <div class="row">
            <button class="button" data-action="continue" on:click=go_on>{messages.invitation_continue().to_owned()}</button>
            <button class="button quiet" data-action="begin" on:click=begin>{messages.invitation_anew().to_owned()}</button>
        </div>
    }
}

/// Starts a new assessment, limited to the invitation's sections.
fn start_assessment(app: &App, invitation: &Invitation) {
    let model = &app.questionnaire.model;
    let mut assessment = Assessment::new(model, invitation.stance, invitation.depth);
    let invited = ReceivedInvitation::from_link(invitation, &invitation_payload(app, invitation));
    assessment.set_received_invitation(model, Some(&invited));
    app.answer_invitation(assessment);
}
