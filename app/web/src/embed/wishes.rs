//! What the page that holds the frame asks for: how the app should be, answers to begin with, a new
//! assessment, the result. None of it takes anything from the visitor that cannot be had back.

use assay_core::link::{Opened, decode};
use assay_core::{Assessment, Depth, Json, Stance};
use leptos::prelude::*;

use super::channel::{self, tell};
use super::message::{Heard, Options, Prefill, Told};
use super::{consent, height, offer};
use crate::browser::{dom, theme};
use crate::state::{App, Notice, Session};

/// Does what the page asks for.
pub(super) fn hear(app: &App, heard: Heard) {
    if channel::is_limited()
        && let Some(wish) = heard.needs_permission()
    {
        return refuse(app, wish);
    }
    match heard {
        Heard::Options(options) => follow(app, &options, false),
        Heard::Prefill { with, unless_begun } => {
            if !(unless_begun && app.present().is_touched()) {
                prefill(app, with);
            }
        }
        Heard::Reset => reset(app),
        Heard::GetResult => ask_for_result(app),
    }
}

/// Says why this page may not ask for something, for whoever looks after it.
pub(super) fn refuse(app: &App, wish: &str) {
    let why = if app.site.faults.is_empty() {
        "config.json of the app names no allowed_origins"
    } else {
        "config.json of the app has faults and is not used (`assay check config.json` lists them)"
    };
    tell(&Told::Error {
        code: "not-allowed",
        message: format!("“{wish}” was refused, and this page is told the height alone: {why}."),
    });
}

/// Is as the page wants it. What it wants `at_first` does not change what the visitor has begun.
pub(super) fn follow(app: &App, options: &Options, at_first: bool) {
    if let Some(language) = options.language {
        speak(app, app.site.language(language));
    }
    if let Some(wanted) = options.theme {
        theme::show(wanted.as_str());
    }
    if let Some(hides) = options.hides_results {
        app.site.frame.hides_results.set(hides);
    }
    if let Some(follows) = options.follows_content {
        height::follow_content(follows);
    }
    if options.depth.is_some() {
        app.site.frame.depth.set(options.depth);
    }
    begin_as(app, options.stance, options.depth, at_first);
}

fn speak(app: &App, language: assay_locale::Language) {
    if app.speech.with_untracked(|speech| speech.language) != language {
        let app = app.clone();
        wasm_bindgen_futures::spawn_local(async move { app.speak(language).await });
    }
}

fn begin_as(app: &App, stance: Option<Stance>, depth: Option<Depth>, at_first: bool) {
    let session = app.present();
    let (before, asked) = (session.stance(), session.depth().get_untracked());
    let stance = stance.unwrap_or(before);
    let depth = depth.map_or(asked, |depth| {
        App::default_depth(&app.library, stance, depth)
    });
    if (stance, depth) == (before, asked) {
        return;
    }
    if !session.is_touched() {
        app.switch_to(Session::fresh(&app.library.model, stance, depth));
    } else if !at_first {
        let mut profile = session.profile().get_untracked();
        profile.stance = stance;
        session.set_profile(profile);
        session.set_depth(depth);
    }
}

/// Begins a new assessment with the answers, if they are sound; the one before can be had back.
fn prefill(app: &App, with: Prefill) {
    let model = &app.library.model;
    let assessment = match with {
        Prefill::Link(link) => match decode(&[&**model], &link) {
            Ok(Opened::Assessment { assessment, .. }) => Ok(*assessment),
            Ok(Opened::Sealed(_)) => Err("The link is under a passphrase.".to_owned()),
            Ok(_) => Err("The link holds no answers.".to_owned()),
            Err(error) => Err(error.to_string()),
        },
        Prefill::Answers(json) => Assessment::from_json(model, &as_file(json, &app.present()))
            .map_err(|problems| problems.to_string()),
    };
    match assessment {
        Ok(assessment) => take(app, assessment),
        Err(message) => tell(&Told::Error {
            code: "prefill",
            message,
        }),
    }
}

/// A file as it is; answers alone in a file of their own, of the stance and depth at hand.
fn as_file(json: Json, present: &Session) -> Json {
    if json.get("format").is_some() {
        return json;
    }
    let text = |text: &str| Json::Text(text.to_owned());
    let stance = text(present.stance().as_str());
    let depth = text(present.depth().get_untracked().as_str());
    let profile = Json::Object(vec![("stance".to_owned(), stance)]);
    Json::Object(vec![
        ("format".to_owned(), text("assay.assessment/1")),
        ("depth".to_owned(), depth),
        ("profile".to_owned(), profile),
        ("answers".to_owned(), json),
    ])
}

fn take(app: &App, assessment: Assessment) {
    let begun = Session::begin_with(&app.library.model, assessment);
    replace(app, begun, app.words().embed_prefilled());
}

fn reset(app: &App) {
    let before = app.present();
    let depth = before.depth().get_untracked();
    let empty = Session::fresh(&app.library.model, before.stance(), depth);
    replace(app, empty, app.words().embed_emptied());
    dom::go("#/");
}

/// Makes another assessment the present one, says so, and lets the visitor take that back.
fn replace(app: &App, session: Session, text: &str) {
    let before = app.present();
    // Who is being asked sees the assessment before.
    consent::refuse(app);
    app.switch_to(session);
    let undo = before.is_touched().then_some(before);
    let text = text.to_owned();
    app.notice.set(Some(Notice { text, undo }));
}

fn ask_for_result(app: &App) {
    let frame = &app.site.frame;
    if frame.receiver.with_untracked(Option::is_none) {
        return tell(&Told::Declined {
            reason: "not-allowed",
        });
    }
    if app.present().count().get_untracked().answered == 0 {
        return tell(&Told::Declined {
            reason: "nothing-to-send",
        });
    }
    offer::show(app);
}
