//! The section page: all questions of a section, each a fieldset of native radios.
//!
//! The fieldsets are built once: radios keep their own state, and what an answer makes appear or
//! disappear is shown or hidden. One listener per event type serves the page, which may have thousands of radios.

mod current_question;
mod events;
mod pager;
mod questions;

use assay_core::{QuestionIx, SectionIx};
use assay_locale::Messages;
use leptos::prelude::*;
use web_sys::Element;

use self::events::{on_change, on_click, on_input, on_keydown};
use self::pager::section_pager;
use self::questions::section_questions;
use crate::browser::dom;
use crate::parts::progress::{ArrangeLinks, progress_bar};
use crate::parts::question::keys::keys_switch;
use crate::parts::question::{QuestionViews, radios};
use crate::parts::undo_controls::undo_controls;
use crate::state::{App, Session};
use crate::view::{AnyView, IntoView, Node, follow, view};

/// Renders the page and scrolls to the question `begin_at`.
pub(crate) fn section_page(
    app: &App,
    section: SectionIx,
    begin_at: Option<String>,
    arrange: ArrangeLinks,
) -> impl IntoView + use<> {
    let messages = app.messages();
    let session = app.current_session();
    let views = QuestionViews::new(app);
    let at_once = begin_at.is_some() || is_shown(&session, section);
    let questions = section_questions(&session, &views, section, at_once);
    show_question_later(begin_at);
    view! {
        {progress_bar(app, &session, Some(section), arrange)}
        <form class="stack wide narrow" autocomplete="off"
            on:submit=|event| event.prevent_default()
            on:change=on_change(app, &session)
            on:click=on_click(app, &session, &views)
            on:input=on_input(&session)
            on:keydown=on_keydown(app, &session)
            on:focusin=|event| current_question::follow_focus(&event)>
            {heading(app, &session, section)}
            {show_outside_changes(&session, &views, section)}
            {empty_note(&session, section, &messages)}
            {questions}
            {keys_switch(&messages)}
            {undo_controls(&messages)}
            {section_pager(app, &session, section)}
        </form>
    }
}

/// Renders the title of the section, with its position among the asked sections.
fn heading(app: &App, session: &Session, section: SectionIx) -> AnyView {
    let locale = app.locale.get_untracked();
    let texts = locale.texts;
    let text = texts.section(section);
    let sections = session.asked_sections();
    let before = sections.iter().filter(|other| **other < section).count();
    let (at, of) = ((before + 1).to_string(), sections.len().to_string());
    view! {
        <header class="stack">
            <span class="small">{locale.messages.section_heading_count(&at, &of)}</span>
            <h1 tabindex="-1" lang=texts.lang() dir=texts.dir()>{text.title.clone()}</h1>
            <p lang=texts.lang() dir=texts.dir()>{text.intro.clone()}</p>
        </header>
    }
    .into_any()
}

fn empty_note(session: &Session, section: SectionIx, messages: &Messages) -> impl IntoView + use<> {
    let count = session.section_count(section);
    let text = match session.asked_sections().contains(&section) {
        true => messages.section_empty(),
        false => messages.invited_not_asked(),
    };
    let text = text.to_owned();
    move || (count.get().asked == 0).then(|| view! { <p>{text.clone()}</p> })
}

/// Shows changes made in another tab or by an undo, and the questions of another depth or stance.
fn show_outside_changes(session: &Session, views: &QuestionViews, section: SectionIx) -> Node {
    let (session, views) = (session.clone(), views.clone());
    let outside = session.external_changes();
    let (depth, profile) = (session.depth(), session.profile());
    let choice = move || (depth.get(), profile.with(|profile| profile.stance));
    let mut seen = (outside.get_untracked(), untrack(&choice));
    follow(move || {
        let now = (outside.get(), choice());
        let before = std::mem::replace(&mut seen, now);
        if before == now {
            return;
        }
        let questions = session.model().section_questions(section);
        radios::show_asked(&session, questions);
        if before.0 != now.0 {
            for question in questions {
                show_entries(&session, &views, *question);
            }
        }
        current_question::keep_focus_visible();
    })
}

/// Shows the answer and the note that a question has now.
fn show_entries(session: &Session, views: &QuestionViews, question: QuestionIx) {
    let id = &session.model().question(question).id;
    match session.answer(question) {
        Some(answer) => radios::show_answer(id, answer),
        None => radios::show_no_answer(id),
    }
    views.update_note(question);
}

/// Whether this page replaces itself, in another language perhaps, so that its scroll position stays.
fn is_shown(session: &Session, section: SectionIx) -> bool {
    let shown = dom::query::<Element>("main").and_then(|main| main.get_attribute("data-section"));
    shown.as_ref() == Some(&session.model().section(section).id)
}

/// Scrolls to a question once the page is in the document.
fn show_question_later(question: Option<String>) {
    if let Some(id) = question {
        gloo::timers::callback::Timeout::new(0, move || current_question::focus_question(&id))
            .forget();
    }
}
