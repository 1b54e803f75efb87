//! Opens a benchmark: that of the site, or without one a file of the visitor until the page is
//! loaded anew.

use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Arc, LazyLock};

use assay_core::cohort::{CohortError, MAX_COHORT_SIZE, PublishedCohort};
use assay_core::{Model, Problems, decode_text};
use assay_locale::cohort::describe_cohort_error;
use assay_locale::{Messages, sanitize_line};
use leptos::prelude::*;
use web_sys::{Event, File};

use crate::browser::files::{self, ReadError};
use crate::browser::net;
use crate::parts::drop_area::drop_area;
use crate::parts::file_field::FileField;
use crate::parts::problems::read_error_message;
use crate::state::App;
use crate::view::{AnyView, CollectView, IntoView, view};

/// A benchmark and where it is from.
#[derive(Clone)]
pub(super) struct Benchmark {
    pub(super) cohort: Arc<PublishedCohort>,
    file: BenchmarkFile,
}

/// The file of a benchmark.
#[derive(Clone)]
struct BenchmarkFile {
    name: String,
    /// Whether the owner of the site named it, rather than the visitor.
    is_of_site: bool,
}

/// Why a benchmark cannot be used.
#[derive(Clone)]
pub(super) enum Refusal {
    /// The file of the site cannot be loaded.
    Unavailable { file: String, reason: String },
    /// The file cannot be read.
    Unreadable(ReadError),
    /// The file is no benchmark for this questionnaire.
    Cohort(CohortError),
}

impl Refusal {
    fn describe(&self, messages: &Messages) -> Vec<String> {
        match self {
            Self::Unavailable { file, reason } => {
                vec![messages.cohort_unavailable(&sanitize_line(file), reason)]
            }
            Self::Unreadable(error) => vec![read_error_message(messages, error)],
            Self::Cohort(error) => describe_cohort_error(messages, error),
        }
    }
}

/// The state of the benchmark.
#[derive(Clone, Default)]
pub(super) enum LoadState {
    /// No benchmark is open.
    #[default]
    None,
    /// The app is fetching the site's benchmark.
    Loading,
    Opened(Benchmark),
    /// The last one cannot be used.
    Refused(Refusal),
}

/// The benchmark of this page load: a file that the visitor opened stays open on every result.
static BENCHMARK: LazyLock<ArcRwSignal<LoadState>> = LazyLock::new(Default::default);

/// Number of benchmarks that were requested on this page load. Of two that load at the same time, the
/// later request determines the state.
static REQUESTS: AtomicU32 = AtomicU32::new(0);

/// Registers a request for a benchmark. Returns a function that sets the state, unless another
/// benchmark was requested in the meantime.
fn request_benchmark(state: &ArcRwSignal<LoadState>) -> impl FnOnce(LoadState) + use<> {
    let count = || REQUESTS.load(Ordering::Relaxed);
    let request = count().wrapping_add(1);
    REQUESTS.store(request, Ordering::Relaxed);
    let state = state.clone();
    move |loaded| {
        if count() == request {
            state.set(loaded);
        }
    }
}

/// Returns the state, and begins to fetch the benchmark of the site if nothing is opened.
pub(super) fn load_site_benchmark(app: &App) -> ArcRwSignal<LoadState> {
    let state = BENCHMARK.clone();
    let is_idle = matches!(state.get_untracked(), LoadState::None);
    if let Some(file) = app.site.config.cohort.clone().filter(|_| is_idle) {
        state.set(LoadState::Loading);
        let (app, finish) = (app.clone(), request_benchmark(&state));
        wasm_bindgen_futures::spawn_local(async move {
            finish(fetch_benchmark(&app, file).await);
        });
    }
    state
}

async fn fetch_benchmark(app: &App, file: String) -> LoadState {
    let bytes = match net::fetch_bytes(&file).await {
        Ok(bytes) => bytes,
        Err(error) => {
            let reason = error.reason;
            return LoadState::Refused(Refusal::Unavailable { file, reason });
        }
    };
    let file = BenchmarkFile {
        name: file,
        is_of_site: true,
    };
    match decode_text(&bytes) {
        Ok(text) => parse_benchmark(&app.questionnaire.model, file, &text),
        Err(kind) => LoadState::Refused(Refusal::Cohort(Problems::single(kind).into())),
    }
}

fn parse_benchmark(model: &Model, file: BenchmarkFile, text: &str) -> LoadState {
    match PublishedCohort::open(model, text) {
        Ok(cohort) => LoadState::Opened(Benchmark {
            cohort: Arc::new(cohort),
            file,
        }),
        Err(error) => LoadState::Refused(Refusal::Cohort(error)),
    }
}

/// Renders the field to open a file in a fold, and why the last one was refused.
pub(super) fn open_form(app: &App, state: &ArcRwSignal<LoadState>) -> AnyView {
    let messages = app.messages();
    let refused = match state.get_untracked() {
        LoadState::Refused(reason) => Some(refusal_view(&messages, &reason)),
        _ => None,
    };
    let open = {
        let (app, state) = (app.clone(), state.clone());
        move |file: File| read_file(&app, &state, file)
    };
    let choose = {
        let open = open.clone();
        move |event: Event| files::take_chosen(&event).into_iter().for_each(&open)
    };
    let field = FileField {
        action: "open-cohort",
        title: messages.cohort_open().to_owned(),
        hint: messages.cohort_open_help().to_owned(),
        accept: ".json,.cohort,application/json",
        takes_several: false,
    };
    let field = field.render(&messages, choose);
    let content = view! {
        <p>{messages.cohort_lead().to_owned()}</p>
        {field}
        <div role="alert">{refused}</div>
    };
    let is_refused = matches!(state.get_untracked(), LoadState::Refused(_));
    view! {
        <details class="open-benchmark" open=is_refused>
            <summary>{messages.cohort_open_summary().to_owned()}</summary>
            {drop_area(content, open)}
        </details>
    }
    .into_any()
}

fn read_file(app: &App, state: &ArcRwSignal<LoadState>, file: File) {
    let (app, finish) = (app.clone(), request_benchmark(state));
    wasm_bindgen_futures::spawn_local(async move {
        let found = match files::read_text_within(&file, MAX_COHORT_SIZE).await {
            Ok(text) => {
                let file = BenchmarkFile {
                    name: file.name(),
                    is_of_site: false,
                };
                parse_benchmark(&app.questionnaire.model, file, &text)
            }
            Err(error) => LoadState::Refused(Refusal::Unreadable(error)),
        };
        finish(found);
    });
}

/// Renders why a benchmark is refused.
fn refusal_view(messages: &Messages, refusal: &Refusal) -> AnyView {
    let lines = refusal.describe(messages).into_iter();
    let items = lines.map(|line| view! { <li>{line}</li> }).collect_view();
    view! { <p>{messages.cohort_refused().to_owned()}</p><ul class="faults">{items}</ul> }
        .into_any()
}

/// Renders the name of the file, and the button that closes it.
pub(super) fn source_line(app: &App, benchmark: &Benchmark) -> AnyView {
    let messages = app.messages();
    let state = BENCHMARK.clone();
    let close = (!benchmark.file.is_of_site).then(|| {
        let close = move |_| request_benchmark(&state)(LoadState::None);
        view! { <button class="button quiet" data-action="close-cohort" on:click=close>{messages.cohort_close().to_owned()}</button> }
    });
    let file = sanitize_line(&benchmark.file.name).into_owned();
    view! { <p class="small row"><bdi>{file}</bdi>{close}</p> }.into_any()
}
