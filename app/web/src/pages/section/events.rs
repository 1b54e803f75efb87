//! Events of the section's form: answers, keys, notes, clearing.

use assay_core::{Answer, QuestionIx};
use leptos::prelude::*;
use web_sys::{HtmlElement, HtmlInputElement, HtmlTextAreaElement};

use super::current_question;
use crate::browser::{boot_registry, dom};
use crate::parts::question::keys::{KeyAction, key_action};
use crate::parts::question::{QuestionViews, radios};
use crate::state::{App, Session, VisibilityChange};

/// Returns the question that contains the target of an event.
fn question_of(session: &Session, event: &web_sys::Event) -> Option<QuestionIx> {
    let fieldset: HtmlElement = dom::closest(event, "fieldset[data-question]")?;
    session
        .model()
        .find_question(&fieldset.get_attribute("data-question")?)
}

pub(super) fn on_change(app: &App, session: &Session) -> impl Fn(web_sys::Event) + 'static + use<> {
    let (app, session) = (app.clone(), session.clone());
    move |event| {
        let Some(input) = dom::event_target::<HtmlInputElement>(&event) else {
            return;
        };
        if input.type_() != "radio" {
            return;
        }
        if let Some((question, answer)) =
            question_of(&session, &event).zip(Answer::parse(&input.value()))
        {
            store_answer(&app, &session, question, Some(answer));
        }
    }
}

/// Stores an answer and announces the questions that appear or disappear with it.
fn store_answer(app: &App, session: &Session, question: QuestionIx, answer: Option<Answer>) {
    let shift = session.set_answer(question, answer);
    boot_registry::prefetch_full_app();
    radios::show_answered(&session.model().question(question).id, answer.is_some());
    radios::show_asked(session, &shift.appeared);
    radios::show_asked(session, &shift.disappeared);
    announce_shift(app, &shift);
    current_question::keep_focus_visible();
}

fn announce_shift(app: &App, shift: &VisibilityChange) {
    let text = |question: &QuestionIx| {
        app.locale
            .with_untracked(|locale| locale.texts.question(*question).text.clone())
    };
    let messages = app.messages();
    let appeared = shift
        .appeared
        .iter()
        .map(|q| messages.section_appeared(&text(q)));
    let gone = shift
        .disappeared
        .iter()
        .map(|q| messages.section_disappeared(&text(q)));
    let changes: Vec<String> = appeared.chain(gone).collect();
    if !changes.is_empty() {
        app.announcement.set(changes.join(" "));
    }
}

pub(super) fn on_click(
    app: &App,
    session: &Session,
    views: &QuestionViews,
) -> impl Fn(web_sys::MouseEvent) + 'static + use<> {
    let (app, session, views) = (app.clone(), session.clone(), views.clone());
    move |event| {
        let is_at = |selector| dom::closest::<HtmlElement>(&event, selector).is_some();
        let (clears, opens_note) = (is_at("[data-clear]"), is_at("[data-note]"));
        if let Some(question) = question_of(&session, &event).filter(|_| clears || opens_note) {
            match clears {
                true => clear_answer(&app, &session, question),
                false => views.toggle_note(question),
            }
        }
    }
}

fn clear_answer(app: &App, session: &Session, question: QuestionIx) {
    radios::clear_answer(&session.model().question(question).id);
    store_answer(app, session, question, None);
}

pub(super) fn on_input(session: &Session) -> impl Fn(web_sys::Event) + 'static + use<> {
    let session = session.clone();
    move |event| {
        let note = dom::event_target::<HtmlTextAreaElement>(&event);
        if let Some((note, question)) = note.zip(question_of(&session, &event)) {
            session.set_note(question, &note.value());
        }
    }
}

pub(super) fn on_keydown(
    app: &App,
    session: &Session,
) -> impl Fn(web_sys::KeyboardEvent) + 'static + use<> {
    let (app, session) = (app.clone(), session.clone());
    move |event| {
        let Some(pressed) = key_action(&event) else {
            return;
        };
        let meant = current_question::question_of_key(&event)
            .and_then(|id| session.model().find_question(&id));
        let Some(question) = meant else {
            return;
        };
        event.prevent_default();
        let id = session.model().question(question).id.clone();
        match pressed {
            KeyAction::Answer(answer) => {
                radios::show_answer(&id, answer);
                store_answer(&app, &session, question, Some(answer));
                // Only for keys: after a press the next question would move under the pointer.
                current_question::focus_next_question(&id);
            }
            KeyAction::Clear => clear_answer(&app, &session, question),
        }
    }
}
