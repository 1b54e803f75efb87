//! The page "ask what matters": asks the open question with the largest expected effect, chosen
//! anew after each answer, until the path is clear or the reader stops.

use std::cell::Cell;
use std::rc::Rc;
use std::sync::Arc;

use crate::view::{AnyView, IntoView, view};
use assay_core::{
    Answer, Certainty, ConfidenceLevel as Confidence, DEFAULT_DRAWS, Evaluation, PathId,
    QuestionIx, Recommendation, Score, Simulation,
};
use assay_locale::format_share;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, HtmlInputElement, ScrollLogicalPosition};

use crate::browser::{dom, slices};
use crate::parts::charts::meter::{MeterSpan, meter};
use crate::parts::question::keys::{KeyAction, key_action};
use crate::parts::question::{QuestionTemplate, radios};
use crate::state::{App, Session};

/// Score and certainty for the answers at one time.
#[derive(Clone)]
struct AskSnapshot {
    score: Arc<Score>,
    certainty: Arc<Certainty>,
}

/// State of the page. Its signals live as long as the page.
#[derive(Clone)]
struct AskRun {
    app: App,
    session: Session,
    current: ArcRwSignal<Option<AskSnapshot>>,
    previous: ArcRwSignal<Option<AskSnapshot>>,
    question: ArcRwSignal<Option<QuestionIx>>,
    asked_count: ArcRwSignal<usize>,
    skipped: ArcRwSignal<Vec<QuestionIx>>,
    is_answered: ArcRwSignal<bool>,
    /// Whether the next question is being determined.
    is_choosing: ArcRwSignal<bool>,
    /// Whether the last press on an answer came from a pointer. Arrow keys cause clicks, too.
    is_pointer_press: Rc<Cell<bool>>,
}

/// Renders the page.
pub(crate) fn ask_page(app: &App) -> impl IntoView + use<> {
    let run = AskRun {
        app: app.clone(),
        session: app.current_session(),
        current: ArcRwSignal::new(None),
        previous: ArcRwSignal::new(None),
        question: ArcRwSignal::new(None),
        asked_count: ArcRwSignal::new(0),
        skipped: ArcRwSignal::new(Vec::new()),
        is_answered: ArcRwSignal::new(false),
        is_choosing: ArcRwSignal::new(false),
        is_pointer_press: Rc::default(),
    };
    run.choose_next();
    let messages = app.messages();
    let state = {
        let run = run.clone();
        move || run.current.get().map(|look| confidence_state(&run, &look))
    };
    let body = {
        let run = run.clone();
        move || body(&run)
    };
    view! {
        <div class="stack wide narrow">
            <h1 tabindex="-1">{messages.ask_title().to_owned()}</h1>
            <p>{messages.ask_lead().to_owned()}</p>
            <div class="sheet ask-state" aria-live="polite">{state}</div>
            {body}
            <div class="row pager">
                <a class="button quiet" href="#/review" data-action="review">{messages.section_to_review().to_owned()}</a>
                <a class="button" href="#/results" data-action="results">{messages.ask_enough().to_owned()}</a>
            </div>
        </div>
    }
}

impl AskRun {
    /// Runs the simulation for the current answers, then shows the next question.
    fn choose_next(&self) {
        if self.is_choosing.get_untracked() {
            return;
        }
        self.is_choosing.set(true);
        let (model, stance, answers) = (
            self.session.model().clone(),
            self.session.stance(),
            self.session.answers(),
        );
        let simulation = Simulation::new(Evaluation::new(&model, stance, &answers), DEFAULT_DRAWS);
        let run = self.clone();
        let arrive = move |certainty| {
            run.show_next(AskSnapshot {
                score: Arc::new(Evaluation::new(&model, stance, &answers).score()),
                certainty: Arc::new(certainty),
            });
        };
        slices::run_simulation(simulation, || true, arrive);
    }

    fn show_next(&self, look: AskSnapshot) {
        let skipped = self.skipped.get_untracked();
        let next = look
            .certainty
            .ask_next
            .iter()
            .find(|(question, bits)| *bits > 0.0 && !skipped.contains(question));
        let next = next
            .map(|(question, _)| *question)
            .filter(|_| look.certainty.level != Some(Confidence::Clear));
        let answered = self.is_answered.get_untracked();
        self.previous
            .set(self.current.get_untracked().filter(|_| answered));
        self.current.set(Some(look));
        self.is_answered.set(false);
        self.is_choosing.set(false);
        if next.is_some() {
            self.asked_count.update(|count| *count += 1);
        }
        dom::mark_page_moved();
        self.question.set(next);
        gloo::timers::callback::Timeout::new(0, focus_question).forget();
    }

    fn give_answer(&self, answer: Answer) {
        if let Some(question) = self.question.get_untracked() {
            self.session.set_answer(question, Some(answer));
            radios::show_answered(&self.session.model().question(question).id, true);
            if answer == Answer::Unknown {
                self.skipped.update(|skipped| skipped.push(question));
            }
            self.is_answered.set(true);
        }
    }

    fn clear_answer(&self) {
        if let Some(question) = self.question.get_untracked() {
            self.session.set_answer(question, None);
            radios::clear_answer(&self.session.model().question(question).id);
            self.is_answered.set(false);
        }
    }

    fn skip_question(&self) {
        if let Some(question) = self.question.get_untracked() {
            self.skipped.update(|skipped| skipped.push(question));
            self.choose_next();
        }
    }
}

/// Moves the focus to the first radio, so that number keys work at once, or to the heading if no
/// question is left.
fn focus_question() {
    match dom::query::<Element>("main[data-page=ask] fieldset") {
        Some(question) => {
            radios::focus_radio(&question);
            dom::scroll_into_view(&question, ScrollLogicalPosition::Nearest);
        }
        None => dom::restore_lost_focus("main h1"),
    }
}

fn body(run: &AskRun) -> AnyView {
    let messages = run.app.messages();
    let Some(look) = run.current.get_untracked() else {
        // Tracked, so that the first question appears once it is determined.
        run.current.track();
        return view! { <p role="status">{messages.ask_computing().to_owned()}</p> }.into_any();
    };
    let Some(at) = run.question.get() else {
        let clear = look.certainty.level == Some(Confidence::Clear);
        let skipped = run.skipped.with_untracked(|skipped| !skipped.is_empty());
        let text = match (clear, skipped) {
            (true, _) => messages.ask_clear(),
            (false, true) => messages.ask_all_skipped(),
            (false, false) => messages.ask_nothing(),
        };
        return view! { <p role="status"><strong>{text.to_owned()}</strong></p> }.into_any();
    };
    form(run, &look, at).into_any()
}

fn form(run: &AskRun, look: &AskSnapshot, at: QuestionIx) -> impl IntoView + use<> {
    let messages = run.app.messages();
    let texts = run.app.locale.with_untracked(|locale| locale.texts.clone());
    let progress = messages.ask_progress(
        &run.asked_count.get_untracked().to_string(),
        &look.score.answered.open.to_string(),
    );
    let section = texts
        .section(run.session.model().question(at).section)
        .title
        .clone();
    let always = ArcRwSignal::new(true);
    let (next, skip) = (run.clone(), run.clone());
    let answered = run.is_answered.clone();
    let pointer = run.is_pointer_press.clone();
    let pointed = move |event: web_sys::PointerEvent| {
        pointer.set(dom::closest::<HtmlElement>(&event, "label").is_some());
    };
    view! {
        <form autocomplete="off" on:submit=|event| event.prevent_default()
            on:change=on_change(run) on:click=on_click(run) on:keydown=on_keydown(run)
            on:input=on_input(run, at) on:pointerdown=pointed>
            <p class="small">{progress}" · "<span lang=texts.lang() dir=texts.dir()>{section}</span></p>
            <div>{QuestionTemplate::new(&messages).build_question(&run.session, &messages, &texts, at, &always)}</div>
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
        let input = event
            .target()
            .and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
        if let Some(answer) = input.and_then(|input| Answer::parse(&input.value())) {
            run.give_answer(answer);
        }
    }
}

/// A pointer press continues with the next question; arrow keys only select.
fn on_click(run: &AskRun) -> impl Fn(web_sys::MouseEvent) + 'static + use<> {
    let run = run.clone();
    move |event| {
        if dom::closest::<HtmlElement>(&event, "[data-clear]").is_some() {
            run.clear_answer();
        } else if is_radio(&event) && run.is_pointer_press.replace(false) {
            // `click` precedes `change`.
            let run = run.clone();
            gloo::timers::callback::Timeout::new(0, move || run.choose_next()).forget();
        }
    }
}

fn is_radio(event: &web_sys::Event) -> bool {
    let target = event.target();
    let input = target.and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
    input.is_some_and(|input| input.type_() == "radio")
}

fn on_keydown(run: &AskRun) -> impl Fn(web_sys::KeyboardEvent) + 'static + use<> {
    let run = run.clone();
    move |event| {
        run.is_pointer_press.set(false);
        let Some(pressed) = key_action(&event).filter(|_| !run.is_choosing.get_untracked()) else {
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
        let note = event
            .target()
            .and_then(|target| target.dyn_into::<web_sys::HtmlTextAreaElement>().ok());
        if let Some(note) = note {
            session.set_note(at, &note.value());
        }
    }
}

/// Renders the confidence and its change by the last answer.
fn confidence_state(run: &AskRun, look: &AskSnapshot) -> impl IntoView + use<> {
    let known = look.certainty.confidence.is_some();
    let share = look.certainty.confidence.unwrap_or(0.0);
    let messages = run.app.messages();
    let label = messages.ask_share(&format_share(share));
    view! {
        <p class="ask-sentence" data-confidence=format!("{share:.2}")>{sentence(run, look)}</p>
        {known.then(|| view! {
            {meter("sure-bar", vec![MeterSpan::new(0.0, share * 100.0, "winner"), MeterSpan::new(share * 100.0, 100.0, "other")])}
            <p class="visually-hidden">{label}</p>
        })}
    }
}

fn sentence(run: &AskRun, look: &AskSnapshot) -> String {
    let messages = run.app.messages();
    let name = |path: PathId| {
        run.app
            .locale
            .with_untracked(|locale| locale.texts.path(path).title.clone())
    };
    let share = format_share(look.certainty.confidence.unwrap_or(0.0));
    let earlier = run.previous.get_untracked();
    let earlier_path = earlier
        .as_ref()
        .and_then(|look| look.score.recommendation.path());
    match &look.score.recommendation {
        Recommendation::NotEnoughAnswers => messages.ask_state_none().to_owned(),
        Recommendation::FoundationsFirst { .. } => messages.ask_state_foundations(&share),
        Recommendation::Path { path, .. } => match (earlier_path, earlier) {
            (Some(before), _) if before != *path => {
                messages.ask_state_changed(&name(*path), &share, &name(before))
            }
            (Some(_), Some(look)) => {
                let before = format_share(look.certainty.confidence.unwrap_or(0.0));
                messages.ask_state_moved(&name(*path), &share, &before)
            }
            _ => messages.ask_state(&name(*path), &share),
        },
    }
}
