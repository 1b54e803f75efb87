//! Requests of the host page: options, prefilled answers, a reset, the result. The visitor can undo
//! each of them.

use assay_core::link::{DecodedLink, decode};
use assay_core::{Assessment, Depth, Json, Stance};
use leptos::prelude::*;

use super::message::{IncomingMessage, Options, OutgoingMessage, Prefill};
use super::port::{self, send};
use super::{consent_dialog, height, page_colours, send_offer};
use crate::browser::{dom, theme};
use crate::state::{App, Notice, Session};

/// Handles a message. A restricted host page gets an error for requests that need permission.
pub(super) fn handle_message(app: &App, message: IncomingMessage) {
    if port::is_height_only()
        && let Some(name) = message.needs_permission()
    {
        return refuse_request(app, name);
    }
    match message {
        IncomingMessage::Options(options) => apply_options(app, &options, false),
        IncomingMessage::Prefill {
            source,
            unless_begun,
        } => {
            if !(unless_begun && app.current_session().has_entries()) {
                prefill(app, source);
            }
        }
        IncomingMessage::Reset => reset(app),
        IncomingMessage::GetResult => request_result(app),
    }
}

/// Sends an error that explains to the site's maintainer why a request was refused. `name` is the
/// name of the request in the protocol.
pub(super) fn refuse_request(app: &App, name: &str) {
    let why = if app.site.faults.is_empty() {
        "config.json of the app names no allowed_origins"
    } else {
        "config.json of the app has faults and is not used (`assay check config.json` lists them)"
    };
    send(&OutgoingMessage::Error {
        code: "not-allowed",
        message: format!("“{name}” was refused, and this page receives the height alone: {why}."),
    });
}

/// Applies options. With `at_first` the options do not change an assessment that has entries.
pub(super) fn apply_options(app: &App, options: &Options, at_first: bool) {
    if let Some(language) = options.language {
        set_language(app, app.site.resolve_language(language));
    }
    if let Some(colours) = options.colours {
        page_colours::apply_colours(app.site, colours);
    }
    if let Some(wanted) = options.theme {
        theme::apply_theme(wanted.as_str());
    }
    if let Some(hides) = options.hides_results {
        app.site.frame.hides_results.set(hides);
    }
    if let Some(follows) = options.auto_height {
        height::set_auto_height(follows);
    }
    if options.depth.is_some() {
        app.site.frame.depth.set(options.depth);
    }
    apply_stance_and_depth(app, options.stance, options.depth, at_first);
}

fn set_language(app: &App, language: assay_locale::Language) {
    if app.locale.with_untracked(|locale| locale.language) != language {
        let app = app.clone();
        wasm_bindgen_futures::spawn_local(async move { app.switch_language(language).await });
    }
}

fn apply_stance_and_depth(app: &App, stance: Option<Stance>, depth: Option<Depth>, at_first: bool) {
    let session = app.current_session();
    let (before, asked) = (session.stance(), session.depth().get_untracked());
    let stance = stance.unwrap_or(before);
    let depth = depth.map_or(asked, |depth| {
        App::default_depth(&app.questionnaire, stance, depth)
    });
    if (stance, depth) == (before, asked) {
        return;
    }
    if !session.has_entries() {
        app.switch_to(Session::new_assessment(
            &app.questionnaire.model,
            stance,
            depth,
        ));
    } else if !at_first {
        let mut profile = session.profile().get_untracked();
        profile.stance = stance;
        session.set_profile(profile);
        session.set_depth(depth);
    }
}

/// Starts a new assessment with the given answers, or sends an error that says why they cannot be
/// used.
fn prefill(app: &App, source: Prefill) {
    let model = &app.questionnaire.model;
    let assessment = match source {
        Prefill::Link(link) => match decode(&[&**model], &link) {
            Ok(DecodedLink::Assessment { assessment, .. }) => Ok(*assessment),
            Ok(DecodedLink::Sealed(_)) => Err("The link is under a passphrase.".to_owned()),
            Ok(_) => Err("The link holds no answers.".to_owned()),
            Err(error) => Err(error.to_string()),
        },
        Prefill::Answers(json) => {
            Assessment::from_json(model, &to_assessment_file(json, &app.current_session()))
                .map_err(|problems| problems.to_string())
        }
    };
    match assessment {
        Ok(assessment) => start_from(app, assessment),
        Err(message) => send(&OutgoingMessage::Error {
            code: "prefill",
            message,
        }),
    }
}

/// Wraps plain answers in an assessment file of the current stance and depth. A file is returned
/// unchanged.
fn to_assessment_file(json: Json, current: &Session) -> Json {
    if json.get("format").is_some() {
        return json;
    }
    let text = |text: &str| Json::Text(text.to_owned());
    let stance = text(current.stance().as_str());
    let depth = text(current.depth().get_untracked().as_str());
    let profile = Json::Object(vec![("stance".to_owned(), stance)]);
    Json::Object(vec![
        ("format".to_owned(), text("assay.assessment/1")),
        ("depth".to_owned(), depth),
        ("profile".to_owned(), profile),
        ("answers".to_owned(), json),
    ])
}

fn start_from(app: &App, assessment: Assessment) {
    let session = Session::start_from(&app.questionnaire.model, assessment);
    replace_session(app, session, app.messages().embed_prefilled());
}

fn reset(app: &App) {
    let before = app.current_session();
    let depth = before.depth().get_untracked();
    let empty = Session::new_assessment(&app.questionnaire.model, before.stance(), depth);
    replace_session(app, empty, app.messages().embed_emptied());
    dom::navigate("#/");
}

/// Makes another assessment the current one and shows a notice with an undo.
fn replace_session(app: &App, session: Session, text: &str) {
    let before = app.current_session();
    // An open consent dialog shows the previous assessment.
    consent_dialog::decline(app);
    app.switch_to(session);
    let undo = before.has_entries().then_some(before);
    let text = text.to_owned();
    app.notice.set(Some(Notice::new(text, undo)));
}

fn request_result(app: &App) {
    let frame = &app.site.frame;
    if frame.receiver.with_untracked(Option::is_none) {
        return send(&OutgoingMessage::Declined {
            reason: "not-allowed",
        });
    }
    if app.current_session().count().get_untracked().answered == 0 {
        return send(&OutgoingMessage::Declined {
            reason: "nothing-to-send",
        });
    }
    send_offer::show_offer(app);
}
