//! The measurements of the company over time: figures, what changed since the last one, and which
//! actions of its roadmap are reached.

mod charts;
mod figures;
mod reached;
mod target_mark;

use std::sync::Arc;

use assay_core::compare::{ComparedResult, Figure, series_history};
use assay_locale::format_date;
use leptos::prelude::*;

use super::result_view::ResultView;
use crate::pages::compare::{ChangeList, ComparisonView, changes_between};
use crate::parts::signals::set_if_alive;
use crate::state::{App, Measurement, load_measurements};
use crate::view::{AnyView, CollectView, IntoView, view};

/// The measurements with the one of this page.
#[derive(Clone)]
struct Measurements {
    all: Arc<Vec<Measurement>>,
    view: ComparisonView,
    /// Index of the measurement of this page.
    current: usize,
}

impl Measurements {
    fn new(result: &ResultView, all: Vec<Measurement>, key: &str) -> Self {
        let results = all.iter();
        let results =
            results.map(|one| ComparedResult::from_assessment(&result.model, &one.assessment));
        Self {
            view: ComparisonView {
                messages: result.messages.clone(),
                texts: result.texts.clone(),
                model: result.model.clone(),
                results: Arc::new(results.collect()),
            },
            current: all
                .iter()
                .position(|one| one.key == key)
                .unwrap_or_default(),
            all: Arc::new(all),
        }
    }

    /// Returns the day of a measurement in words.
    fn day(&self, at: usize) -> String {
        let one = self.all.get(at);
        format_date(
            &self.view.messages,
            one.and_then(|one| one.assessment.last_changed()),
        )
    }
}

/// Renders the section of the reader's own result once the measurements are read; `None` unless it
/// belongs to a series. Nothing shows as long as there is one measurement.
pub(super) fn over_time(app: &App, result: &ResultView) -> Option<AnyView> {
    result.assessment.series()?;
    let found = RwSignal::new(None::<Arc<Vec<Measurement>>>);
    let session = app.current_session();
    let key = session.key().to_owned();
    wasm_bindgen_futures::spawn_local(async move {
        let measurements = load_measurements(&session).await;
        // The page may have been left meanwhile.
        set_if_alive(found, Some(Arc::new(measurements)));
    });
    let result = result.clone();
    let content = move || {
        let found = found.get()?;
        (found.len() > 1).then(|| {
            section(
                &result,
                &Measurements::new(&result, Vec::clone(&found), &key),
            )
        })
    };
    Some(content.into_any())
}

fn section(result: &ResultView, measurements: &Measurements) -> AnyView {
    let view = &measurements.view;
    let line = series_history(&view.results, Figure::AiContent);
    let sentences = view.comparison().history(std::slice::from_ref(&line));
    let sentences = sentences.into_iter().chain(version_notes(measurements));
    let sentences = sentences.map(|text| view! { <p>{text}</p> }).collect_view();
    view! {
        <section class="stack wide over-time" aria-labelledby="over-time" data-measurements=measurements.all.len().to_string()>
            <div class="stack">
                <h2 id="over-time">{view.messages.overtime_heading().to_owned()}</h2>
                {sentences}
            </div>
            {target_charts(result, view)}
            {figures::figures(measurements)}
            {since_last(result, measurements)}
        </section>
    }
}

/// Renders the charts, again whenever the owner changes a target.
fn target_charts(result: &ResultView, view: &ComparisonView) -> AnyView {
    let (targets, view) = (result.targets.clone(), view.clone());
    (move || charts::charts(&view, &targets.get())).into_any()
}

/// Returns a sentence for each measurement that was made with another version of the questionnaire.
fn version_notes(measurements: &Measurements) -> Vec<String> {
    let messages = &measurements.view.messages;
    let notes = measurements.all.iter().enumerate().filter_map(|(at, one)| {
        let other = one.other_version.as_ref()?;
        let day = measurements.day(at);
        Some(match other.lost {
            0 => messages.overtime_version_all(&day, &other.version),
            lost => messages.overtime_version(&day, &other.version, lost),
        })
    });
    notes.collect()
}

/// Renders what changed since the measurement before; `None` for the first one.
fn since_last(result: &ResultView, measurements: &Measurements) -> Option<AnyView> {
    let last = measurements.current.checked_sub(1)?;
    let view = &measurements.view;
    let list = ChangeList {
        only: true,
        is_open: false,
    };
    let heading = view.messages.overtime_changes(&measurements.day(last));
    Some(view! {
        <div class="stack since-last">
            <h3>{heading}</h3>
            {changes_between(view, last, measurements.current, list)}
        </div>
        {reached::reached(result, measurements, last)}
    })
}
