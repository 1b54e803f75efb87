//! The page "ask what matters": asks the open question with the largest expected effect, chosen
//! anew after each answer, until the path is clear or the reader stops.

mod confidence_state;
mod run;

use assay_core::{Answer, ConfidenceLevel, QuestionIx};
use leptos::prelude::*;
use web_sys::{HtmlElement, HtmlInputElement, HtmlTextAreaElement};

use self::confidence_state::confidence_state;
use self::run::{AskRun, AskSnapshot};
use crate::browser::dom;
use crate::parts::question::QuestionViews;
use crate::parts::question::keys::{KeyAction, key_action};
use crate::state::App;
use crate::view::{AnyView, IntoView, view};

/// Renders the page.
pub(crate) fn ask_page(app: &App) -> impl IntoView + use<> {
    let run = AskRun::new(app);
    run.choose_next();
    let messages = app.messages();
    let state = {
        let run = run.clone();
        move || {
            run.current
                .get()
                .map(|snapshot| confidence_state(&run, &snapshot))
        }
    };
    let body = {
        let run = run.clone();
        move || body(&run)
    };
    let to_results = {
        let run = run.clone();
        move || to_results(&run)
    };
    // The first question would move it.
    let is_computing = {
        let run = run.clone();
        move || run.current.get().is_none()
    };
    view! {
        <div class="stack wide narrow" on:keydown=on_keydown(&run)>
            <h1 tabindex="-1">{messages.ask_title().to_owned()}</h1>
            <p>{messages.ask_lead().to_owned()}</p>
            <div class="sheet ask-state" aria-live="polite">{state}</div>
            {body}
            <div class="row pager" hidden=is_computing>
                <a class="button quiet" href="#/review" data-action="review">{messages.section_to_review().to_owned()}</a>
                {to_results}
            </div>
        </div>
    }
}

/// Renders the way to the result: the primary action only once no question is left to ask.
fn to_results(run: &AskRun) -> impl IntoView + use<> {
    let messages = run.app.messages();
    let is_asking = run.question.get().is_some() || run.current.get().is_none();
    let (class, text) = match is_asking {
        true => ("button quiet", messages.ask_enough()),
        false => ("button", messages.section_to_results()),
    };
    view! { <a class=class href="#/results" data-action="results">{text.to_owned()}</a> }
}

fn body(run: &AskRun) -> AnyView {
    let messages = run.app.messages();
    let Some(snapshot) = run.current.get_untracked() else {
        // Tracked, so that the first question appears once it is determined.
        run.current.track();
        return view! { <p role="status">{messages.ask_computing().to_owned()}</p> }.into_any();
    };
    let Some(at) = run.question.get() else {
        let clear = snapshot.certainty.level == Some(ConfidenceLevel::Clear);
        let skipped = run.skipped.with_untracked(|skipped| !skipped.is_empty());
        let text = match (clear, skipped) {
            (true, _) => messages.ask_clear(),
            (false, true) => messages.ask_all_skipped(),
            (false, false) => messages.ask_nothing(),
        };
        return view! { <p role="status"><strong>{text.to_owned()}</strong></p> }.into_any();
    };
    form(run, &snapshot, at).into_any()
}

fn form(run: &AskRun, snapshot: &AskSnapshot, at: QuestionIx) -> impl IntoView + use<> {
    let messages = run.app.messages();
    let texts = run.app.locale.with_untracked(|locale| locale.texts.clone());
    let progress = messages.ask_progress(
        &run.asked_count.get_untracked().to_string(),
        &snapshot.score.answered.open.to_string(),
    );
    let section = texts
        .section(run.session.model().question(at).section)
        .title
        .clone();
    let views = QuestionViews::new(&run.app);
    let question = views.build(&[at], |_| true);
    let (next, skip) = (run.clone(), run.clone());
    let answered = run.is_answered.clone();
    let pointer = run.is_pointer_press.clone();
    let pointed = move |event: web_sys::PointerEvent| {
        pointer.set(dom::closest::<HtmlElement>(&event, "label").is_some());
    };
    view! {
        <form autocomplete="off" on:submit=|event| event.prevent_default()
            on:change=on_change(run) on:click=on_click(run, views, at)
            on:input=on_input(run, at) on:pointerdown=pointed>
            <p class="small">{progress}" · "<span lang=texts.lang() dir=texts.dir()>{section}</span></p>
            {question}
            <div class="row">
                <button type="button" class="button" data-action="ask-next" disabled=move || !answered.get() on:click=move |_| next.choose_next()>{messages.ask_next().to_owned()}</button>
                <button type="button" class="plain" data-action="skip" on:click=move |_| skip.skip_question()>{messages.ask_skip().to_owned()}</button>
            </div>
        </form>
    }
}

fn on_change(run: &AskRun) -> impl Fn(web_sys::Event) + 'static + use<> {
    let run = run.clone();
    move |event| {
        let input = dom::event_target::<HtmlInputElement>(&event);
        if let Some(answer) = input.and_then(|input| Answer::parse(&input.value())) {
            run.give_answer(answer);
        }
    }
}

/// A pointer press continues with the next question; arrow keys only select.
fn on_click(
    run: &AskRun,
    views: QuestionViews,
    at: QuestionIx,
) -> impl Fn(web_sys::MouseEvent) + 'static + use<> {
    let run = run.clone();
    move |event| {
        if dom::closest::<HtmlElement>(&event, "[data-clear]").is_some() {
            run.clear_answer();
        } else if dom::closest::<HtmlElement>(&event, "[data-note]").is_some() {
            views.toggle_note(at);
        } else if is_radio(&event) && run.is_pointer_press.replace(false) {
            // `click` precedes `change`.
            let run = run.clone();
            gloo::timers::callback::Timeout::new(0, move || run.choose_next()).forget();
        }
    }
}

fn is_radio(event: &web_sys::Event) -> bool {
    let input = dom::event_target::<HtmlInputElement>(event);
    input.is_some_and(|input| input.type_() == "radio")
}

/// Keys answer from anywhere on the page, since on arrival the heading has the focus.
fn on_keydown(run: &AskRun) -> impl Fn(web_sys::KeyboardEvent) + 'static + use<> {
    let run = run.clone();
    move |event| {
        run.is_pointer_press.set(false);
        let Some(pressed) = key_action(&event).filter(|_| run.can_answer()) else {
            return;
        };
        event.prevent_default();
        match pressed {
            KeyAction::Answer(answer) => {
                run.give_answer(answer);
                run.choose_next();
            }
            KeyAction::Clear => run.clear_answer(),
        }
    }
}

fn on_input(run: &AskRun, at: QuestionIx) -> impl Fn(web_sys::Event) + 'static + use<> {
    let session = run.session.clone();
    move |event| {
        if let Some(note) = dom::event_target::<HtmlTextAreaElement>(&event) {
            session.set_note(at, &note.value());
        }
    }
}
