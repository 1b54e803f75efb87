//! Undoing and redoing changes, and how that is shown. Part of the full app.

use std::cell::RefCell;
use std::collections::VecDeque;

use assay_core::Answer;
use assay_locale::Messages;
use gloo::timers::callback::Timeout;
use leptos::prelude::*;
use web_sys::{Element, ScrollLogicalPosition};

use crate::browser::dom;
use crate::parts::question::radios;
use crate::parts::undo_controls::UNDO;
use crate::state::App;
use crate::state::undo::{ChangeStep, Direction, RecordChange, StepOutcome, step_back_or_forth};

thread_local! {
    /// What was requested and is not done, in its order. The first one is being done.
    static REQUESTED: RefCell<VecDeque<(Direction, bool)>> = const { RefCell::new(VecDeque::new()) };
}

/// Undoes or redoes a change, by the `data-action` of the button, after what was requested before.
pub(crate) fn undo_or_redo(app: &App, action: &str, by_key: bool) {
    let request = (Direction::of_action(action), by_key);
    let is_busy = REQUESTED.with_borrow_mut(|all| {
        all.push_back(request);
        all.len() > 1
    });
    if is_busy {
        return;
    }
    let app = app.clone();
    wasm_bindgen_futures::spawn_local(async move {
        while let Some((direction, by_key)) = REQUESTED.with_borrow(|all| all.front().copied()) {
            run(&app, direction, by_key).await;
            REQUESTED.with_borrow_mut(VecDeque::pop_front);
        }
    });
}

async fn run(app: &App, direction: Direction, by_key: bool) {
    let session = app.current_session();
    let outcome = step_back_or_forth(&session, direction).await;
    let messages = app.messages();
    let (text, question) = match &outcome {
        StepOutcome::Nothing => {
            let text = match direction {
                Direction::Undo => messages.undo_nothing(),
                Direction::Redo => messages.undo_nothing_redo(),
            };
            (text.to_owned(), None)
        }
        StepOutcome::Done(step) => {
            let change = describe(app, step, direction);
            let text = match direction {
                Direction::Undo => messages.undo_undone(&change),
                Direction::Redo => messages.undo_redone(&change),
            };
            (text, question_id(step))
        }
        StepOutcome::Overwritten(step) => {
            let change = describe(app, step, direction);
            (messages.undo_overwritten(&change), question_id(step))
        }
    };
    // Another assessment may have been opened meanwhile. The present page is not about this one then.
    let is_current = app.current_session().key() == session.key();
    // The section page shows changes in place; other pages are built anew.
    if is_current && dom::query::<Element>("main[data-page=section]").is_none() {
        app.switch_to(session);
    }
    let question = question.filter(|_| is_current);
    let app = app.clone();
    Timeout::new(0, move || show_outcome(&app, text, question, by_key)).forget();
}

/// Shows what was done beside the buttons. After a key the focus moves to the question; if that is
/// on another page, a notice tells what was done.
fn show_outcome(app: &App, text: String, question: Option<String>, by_key: bool) {
    if let Some(place) = dom::query::<Element>("[data-undone]") {
        place.set_text_content(Some(&text));
    }
    let fieldset = question.and_then(|id| radios::fieldset(&id));
    let shown = fieldset.filter(|it| !it.has_attribute("hidden"));
    match shown {
        Some(fieldset) if by_key => {
            radios::focus_radio(&fieldset);
            dom::scroll_into_view(&fieldset, ScrollLogicalPosition::Center);
        }
        None if by_key => return app.show_notice(text),
        _ => dom::restore_lost_focus(UNDO),
    }
    app.announcement.set(text);
}

/// The id of the question that a step is about.
fn question_id(step: &ChangeStep) -> Option<String> {
    let (_, id) = step.subject()?.record.split_once('/')?;
    Some(id.to_owned())
}

/// What a step changed, in words.
fn describe(app: &App, step: &ChangeStep, direction: Direction) -> String {
    let locale = app.locale.get_untracked();
    let messages = &locale.messages;
    let count = step.questions().len();
    if count > 1 {
        return messages.undo_several(count);
    }
    let changes = step.changes_to(direction);
    let described = changes.first().and_then(|change| {
        let (kind, id) = change.record.split_once('/')?;
        let question = app.questionnaire.model.find_question(id)?;
        let question = &locale.texts.question(question).text;
        Some(match kind {
            "q" => describe_answer(messages, question, change),
            "e" => messages.answer_evidence_label(question),
            _ => messages.section_note_label(question),
        })
    });
    described.unwrap_or_else(|| messages.undo_profile().to_owned())
}

fn describe_answer(messages: &Messages, question: &str, change: &RecordChange) -> String {
    let answer = |value: &Option<String>| value.as_deref().and_then(Answer::parse);
    let (from, to) = (answer(&change.before), answer(&change.after));
    let to_text = match (from, to) {
        (Some(Answer::Level(_)), Some(Answer::Level(level))) => (level.get() + 1).to_string(),
        _ => answer_name(messages, to),
    };
    messages.undo_answer(question, &answer_name(messages, from), &to_text)
}

fn answer_name(messages: &Messages, answer: Option<Answer>) -> String {
    match answer {
        None => messages.answers_none().to_owned(),
        Some(Answer::Unknown) => messages.section_unknown().to_owned(),
        Some(Answer::NotApplicable) => messages.section_not_applicable().to_owned(),
        Some(Answer::Level(level)) => messages.undo_level(&(level.get() + 1).to_string()),
    }
}
