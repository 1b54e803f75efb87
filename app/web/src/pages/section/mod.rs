//! The section page: all questions of a section, each a fieldset of native radios.
//!
//! The fieldsets are built once: radios keep their own state, and a conditional question is shown
//! or hidden. One listener per event type serves the page, which may have thousands of radios.

mod current_question;

use crate::view::{CollectView, Derived, IntoView, Node, follow, view};
use assay_core::{Answer, Depth, QuestionIx, SectionIx};
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, HtmlInputElement, HtmlTextAreaElement};

use crate::browser::{boot_registry, dom};
use crate::parts::progress::progress_bar;
use crate::parts::question::QuestionTemplate;
use crate::parts::question::keys::{KeyAction, key_action, keys_switch};
use crate::parts::question::radios;
use crate::route;
use crate::state::{App, Session, VisibilityChange};

/// Renders the page and scrolls to the question `begin_at`.
pub(crate) fn section_page(
    app: &App,
    section: SectionIx,
    begin_at: Option<String>,
) -> impl IntoView + use<> {
    let (messages, texts) = app
        .locale
        .with_untracked(|locale| (locale.messages.clone(), locale.texts.clone()));
    let session = app.current_session();
    let text = texts.section(section).clone();
    let questions = session.model().section_questions(section).iter();
    let template = QuestionTemplate::new(&messages);
    let questions = questions
        .map(|q| template.build_question(&session, &messages, &texts, *q, &session.is_asked(*q)))
        .collect_view();
    show_question_later(begin_at);
    let sections = session.asked_sections();
    let before = sections.iter().filter(|other| **other < section).count();
    let (at, of) = ((before + 1).to_string(), sections.len().to_string());
    view! {
        {progress_bar(app, &session, Some(section))}
        <form class="stack wide narrow" autocomplete="off"
            on:submit=|event| event.prevent_default()
            on:change=on_change(app, &session)
            on:click=on_click(app, &session)
            on:input=on_input(&session)
            on:keydown=on_keydown(app, &session)
            on:focusin=|event| current_question::follow_focus(&event)>
            <header class="stack">
                <span class="small">{messages.section_heading_count(&at, &of)}</span>
                <h1 tabindex="-1" lang=texts.lang() dir=texts.dir()>{text.title}</h1>
                <p lang=texts.lang() dir=texts.dir()>{text.intro}</p>
            </header>
            {show_outside_changes(&session, section)}
            {empty_note(&session, section, &messages)}
            <div>{questions}</div>
            {keys_switch(&messages)}
            {section_pager(app, &session, section)}
        </form>
    }
}

fn empty_note(
    session: &Session,
    section: SectionIx,
    messages: &assay_locale::Messages,
) -> impl IntoView + use<> {
    let count = session.section_count(section);
    let text = match session.asked_sections().contains(&section) {
        true => messages.section_empty(),
        false => messages.invited_not_asked(),
    };
    let text = text.to_owned();
    move || (count.get().asked == 0).then(|| view! { <p>{text.clone()}</p> })
}

/// Returns the question that contains the target of an event.
fn question_of(session: &Session, event: &web_sys::Event) -> Option<QuestionIx> {
    let fieldset: HtmlElement = dom::closest(event, "fieldset[data-question]")?;
    session
        .model()
        .find_question(&fieldset.get_attribute("data-question")?)
}

fn on_change(app: &App, session: &Session) -> impl Fn(web_sys::Event) + 'static + use<> {
    let (app, session) = (app.clone(), session.clone());
    move |event| {
        let Some(input) = event
            .target()
            .and_then(|target| target.dyn_into::<HtmlInputElement>().ok())
        else {
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
    let said: Vec<String> = appeared.chain(gone).collect();
    if !said.is_empty() {
        app.announcement.set(said.join(" "));
    }
}

fn on_click(app: &App, session: &Session) -> impl Fn(web_sys::MouseEvent) + 'static + use<> {
    let (app, session) = (app.clone(), session.clone());
    move |event| {
        let clears = dom::closest::<HtmlElement>(&event, "[data-clear]").is_some();
        if let Some(question) = question_of(&session, &event).filter(|_| clears) {
            clear_answer(&app, &session, question);
        }
    }
}

fn clear_answer(app: &App, session: &Session, question: QuestionIx) {
    radios::clear_answer(&session.model().question(question).id);
    store_answer(app, session, question, None);
}

fn on_input(session: &Session) -> impl Fn(web_sys::Event) + 'static + use<> {
    let session = session.clone();
    move |event| {
        let note = event
            .target()
            .and_then(|target| target.dyn_into::<HtmlTextAreaElement>().ok());
        if let Some((note, question)) = note.zip(question_of(&session, &event)) {
            session.set_note(question, &note.value());
        }
    }
}

fn on_keydown(app: &App, session: &Session) -> impl Fn(web_sys::KeyboardEvent) + 'static + use<> {
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

/// Shows changes made in another tab or by an undo.
fn show_outside_changes(session: &Session, section: SectionIx) -> Node {
    let session = session.clone();
    let outside = session.external_changes();
    let mut seen = outside.get_untracked();
    follow(move || {
        let now = outside.get();
        if std::mem::replace(&mut seen, now) != now {
            for question in session.model().section_questions(section) {
                let id = &session.model().question(*question).id;
                match session.answer(*question) {
                    Some(answer) => radios::show_answer(id, answer),
                    None => radios::show_no_answer(id),
                }
                radios::show_note(id, &session.note(*question).unwrap_or_default());
            }
            current_question::keep_focus_visible();
        }
    })
}

/// Scrolls to a question once the page is in the document.
fn show_question_later(question: Option<String>) {
    if let Some(id) = question {
        gloo::timers::callback::Timeout::new(0, move || current_question::focus_question(&id))
            .forget();
    }
}

/// Renders the end of the page: number of open questions, previous and next page, full depth.
fn section_pager(app: &App, session: &Session, section: SectionIx) -> impl IntoView + use<> {
    let messages = app.messages();
    let count = session.section_count(section);
    let open = {
        let messages = messages.clone();
        move || match count.get().asked.saturating_sub(count.get().answered) {
            0 => messages.section_open_none().to_owned(),
            open => messages.section_open(open),
        }
    };
    let on = Derived::new({
        let session = session.clone();
        move || adjacent_sections(&session, section)
    });
    let ways = {
        let (app, session, on) = (app.clone(), session.clone(), on.clone());
        move || {
            let (before, after) = on.get();
            let id =
                |section: SectionIx| route::section_address(&session.model().section(section).id);
            let back = before.map_or_else(|| "#/profile".to_owned(), id);
            let title = |section: SectionIx| {
                app.locale
                    .with_untracked(|locale| locale.texts.section(section).title.clone())
            };
            let messages = app.messages();
            let next = after.map(|s| view! { <a class="button" href=id(s) data-action="next">{messages.section_next(&title(s))}</a> });
            let last = after
                .is_none()
                .then(|| last_section_links(&session, &messages));
            view! {
                <a class="button quiet" href=back data-action="back">{messages.section_back().to_owned()}</a>
                {next}{last}
            }
        }
    };
    let others = {
        let (app, session) = (app.clone(), session.clone());
        move || {
            on.get()
                .1
                .is_none()
                .then(|| all_sections_button(&app, &session))
        }
    };
    view! {
        {full_depth_button(app, session)}
        {others}
        <div class="row pager">
            {ways}
            <span class="small pager-open">{open}</span>
        </div>
    }
}

/// Renders the links after the last section: with quick depth first to "ask what matters", then to
/// the review.
fn last_section_links(
    session: &Session,
    messages: &assay_locale::Messages,
) -> impl IntoView + use<> {
    let quick = session.depth().get_untracked() == Depth::Quick && !session.is_section_limited();
    let ask = quick.then(|| view! { <a class="button" href="#/ask" data-action="ask">{messages.ask_offer().to_owned()}</a> });
    let style = if quick { "button quiet" } else { "button" };
    view! { {ask}<a class=style href="#/review" data-action="review">{messages.section_to_review().to_owned()}</a> }
}

/// Returns the nearest sections before and after this one that have questions (reactive). An answer
/// can add a section.
fn adjacent_sections(
    session: &Session,
    section: SectionIx,
) -> (Option<SectionIx>, Option<SectionIx>) {
    let here = section.index();
    let asked = |index: &usize| session.section_count(SectionIx::new(*index)).get().asked > 0;
    let before = (0..here).rev().find(asked);
    let after = (here + 1..session.model().sections().len()).find(asked);
    (before.map(SectionIx::new), after.map(SectionIx::new))
}

/// Renders the button that extends an invitation's sections to all sections.
fn all_sections_button(app: &App, session: &Session) -> Option<impl IntoView + use<>> {
    session.is_section_limited().then(|| {
        let (app, session) = (app.clone(), session.clone());
        let label = app.messages().invited_everything().to_owned();
        let ask = move |_| {
            session.ask_all_sections();
            app.show_notice(app.messages().invited_everything_done().to_owned());
            // The page shows more sections now.
            app.switch_to(session.clone());
            dom::restore_lost_focus("main h1");
        };
        view! { <p><button type="button" class="plain" data-action="everything" on:click=ask>{label}</button></p> }
    })
}

/// Renders the button that changes the depth from quick to full. Answers are kept.
fn full_depth_button(app: &App, session: &Session) -> impl IntoView + use<> {
    let (app, session) = (app.clone(), session.clone());
    let depth = session.depth();
    move || {
        (depth.get() == Depth::Quick).then(|| {
            let (app, session) = (app.clone(), session.clone());
            let messages = app.messages();
            let exists = session.model().existing_questions(session.stance()).into_iter().filter(|exists| *exists).count();
            let label = messages.section_grow(&exists.to_string());
            let grow = move |_| {
                session.set_depth(Depth::Full);
                app.show_notice(app.messages().section_grown().to_owned());
                current_question::focus_open_question();
            };
            view! { <p><button type="button" class="plain" data-action="grow" on:click=grow>{label}</button></p> }
        })
    }
}
