//! Opens a benchmark: that of the site, or without one a file of the visitor until the page is
//! loaded anew.

use std::sync::{Arc, LazyLock};

use assay_core::cohort::{MAX_COHORT_SIZE, PublishedCohort};
use assay_core::{Model, Problems, decode_text};
use assay_locale::cohort::describe_cohort_error;
use assay_locale::{Messages, sanitize_line};
use leptos::prelude::*;
use web_sys::{File, HtmlInputElement};

use crate::browser::{files, net};
use crate::parts::drop_area::drop_area;
use crate::parts::problems::{problem_lines, read_error_message};
use crate::state::App;
use crate::view::{AnyView, CollectView, IntoView, view};

/// A benchmark and the name of its file.
#[derive(Clone)]
pub(super) struct Benchmark {
    pub(super) cohort: Arc<PublishedCohort>,
    file: String,
}

/// What is known of the benchmark.
#[derive(Clone, Default)]
pub(super) enum LoadState {
    /// None is opened.
    #[default]
    None,
    /// That of the site is being fetched.
    Loading,
    Opened(Benchmark),
    /// Why it cannot be used, one sentence for each problem.
    Refused(Vec<String>),
}

/// The benchmark of this page load: a file that the visitor opened stays open on every result.
static BENCHMARK: LazyLock<ArcRwSignal<LoadState>> = LazyLock::new(Default::default);

/// Returns the state, and begins to fetch the benchmark of the site if nothing is opened.
pub(super) fn load_site_benchmark(app: &App) -> ArcRwSignal<LoadState> {
    let state = BENCHMARK.clone();
    let is_idle = matches!(state.get_untracked(), LoadState::None);
    if let Some(file) = app.site.config.cohort.clone().filter(|_| is_idle) {
        state.set(LoadState::Loading);
        let (app, state) = (app.clone(), state.clone());
        wasm_bindgen_futures::spawn_local(async move {
            let found = fetch_benchmark(&app, file).await;
            state.set(found);
        });
    }
    state
}

async fn fetch_benchmark(app: &App, file: String) -> LoadState {
    let messages = app.messages();
    let bytes = match net::fetch_bytes(&file).await {
        Ok(bytes) => bytes,
        Err(error) => {
            let line = messages.cohort_unavailable(&sanitize_line(&file), &error.reason);
            return LoadState::Refused(vec![line]);
        }
    };
    match decode_text(&bytes) {
        Ok(text) => parse_benchmark(&messages, &app.questionnaire.model, file, &text),
        Err(kind) => LoadState::Refused(problem_lines(&messages, &Problems::single(kind))),
    }
}

fn parse_benchmark(messages: &Messages, model: &Model, file: String, text: &str) -> LoadState {
    match PublishedCohort::open(model, text) {
        Ok(cohort) => LoadState::Opened(Benchmark {
            cohort: Arc::new(cohort),
            file,
        }),
        Err(error) => LoadState::Refused(describe_cohort_error(messages, &error)),
    }
}

/// Renders the field to open a file, and why the last one was refused.
pub(super) fn open_form(app: &App, state: &ArcRwSignal<LoadState>) -> AnyView {
    let messages = app.messages();
    let refused = match state.get_untracked() {
        LoadState::Refused(lines) => Some(refusal(&messages, &lines)),
        _ => None,
    };
    let open = {
        let (app, state) = (app.clone(), state.clone());
        move |file: File| read_file(&app, &state, file)
    };
    let choose = {
        let open = open.clone();
        move |event| {
            let input: HtmlInputElement = event_target(&event);
            if let Some(file) = input.files().and_then(|files| files.get(0)) {
                open(file);
            }
            input.set_value("");
        }
    };
    let content = view! {
        <p>{messages.cohort_lead().to_owned()}</p>
        <label class="field">
            <span>{messages.cohort_open().to_owned()}" "<span class="small">{messages.cohort_open_help().to_owned()}</span></span>
            <input type="file" accept=".json,.cohort,application/json" data-action="open-cohort" on:change=choose/>
        </label>
        <div role="alert">{refused}</div>
    };
    drop_area(content, open)
}

fn read_file(app: &App, state: &ArcRwSignal<LoadState>, file: File) {
    let (app, state) = (app.clone(), state.clone());
    wasm_bindgen_futures::spawn_local(async move {
        let messages = app.messages();
        let found = match files::read_text_within(&file, MAX_COHORT_SIZE).await {
            Ok(text) => parse_benchmark(&messages, &app.questionnaire.model, file.name(), &text),
            Err(error) => LoadState::Refused(vec![read_error_message(&messages, &error)]),
        };
        state.set(found);
    });
}

/// Renders why a benchmark is refused.
pub(super) fn refusal(messages: &Messages, lines: &[String]) -> AnyView {
    let items = lines.iter().map(|line| view! { <li>{line.clone()}</li> });
    let items = items.collect_view();
    view! { <p>{messages.cohort_refused().to_owned()}</p><ul class="faults">{items}</ul> }
        .into_any()
}

/// Renders the name of the file, and the button that closes it.
pub(super) fn source_line(app: &App, benchmark: &Benchmark) -> AnyView {
    let messages = app.messages();
    let state = BENCHMARK.clone();
    let is_of_site = app.site.config.cohort.as_ref() == Some(&benchmark.file);
    let close = (!is_of_site).then(|| {
        let close = move |_| state.set(LoadState::None);
        view! { <button class="button quiet" data-action="close-cohort" on:click=close>{messages.cohort_close().to_owned()}</button> }
    });
    let file = sanitize_line(&benchmark.file).into_owned();
    view! { <p class="small row"><bdi>{file}</bdi>{close}</p> }.into_any()
}
