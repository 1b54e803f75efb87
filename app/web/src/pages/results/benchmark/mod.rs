//! Where the company stands in a benchmark, and what other studies found.

mod anchors;
mod group_table;
mod opened;
mod section_comparison;

use assay_core::cohort::{CohortGroup, SubgroupCounts};
use assay_locale::cohort::{Quartiles, describe_percentile, group_name};
use leptos::prelude::*;

use self::opened::{Benchmark, LoadState};
use super::result_view::ResultView;
use crate::parts::charts::level_scale::LevelScale;
use crate::parts::charts::meter::MeterSpan;
use crate::parts::company_size::size_name;
use crate::state::App;
use crate::view::{AnyView, CollectView, IntoView, view};

/// Renders the benchmark of the site, or a field to open one, and the published figures.
pub(super) fn benchmark_section(app: &App, result: &ResultView) -> impl IntoView + use<> {
    let messages = result.messages.clone();
    let state = opened::load_site_benchmark(app);
    let (shown, app) = (state.clone(), app.clone());
    let result = result.clone();
    let content = move || match shown.get() {
        LoadState::Opened(benchmark) => opened_view(&app, &result, &benchmark),
        LoadState::Loading => IntoView::into_any(()),
        LoadState::None | LoadState::Refused(_) => opened::open_form(&app, &shown),
    };
    let is_opened = {
        let state = state.clone();
        move || matches!(state.get(), LoadState::Opened(_))
    };
    // Figures that can be opened are not printed.
    let class = move || {
        if is_opened() {
            "stack"
        } else {
            "stack figures"
        }
    };
    view! {
        <section class=class data-benchmark>
            <h2>{messages.cohort_heading().to_owned()}</h2>
            {content}
            {anchors::anchors_section(&messages)}
        </section>
    }
}

/// Renders the position of the company, unless the benchmark is of another questionnaire.
fn opened_view(app: &App, result: &ResultView, benchmark: &Benchmark) -> AnyView {
    if let Err(error) = benchmark.cohort.cohort().check_model(&result.model) {
        let lines = assay_locale::cohort::describe_cohort_error(&result.messages, &error);
        return view! { {opened::refusal(&result.messages, &lines)}{opened::source_line(app, benchmark)} }.into_any();
    }
    let groups = benchmark.cohort.groups_of(&result.assessment.profile);
    let position = match (groups.first(), result.score.ai_content.value()) {
        (Some((group, counts)), Some(value)) => {
            let first = (group.clone(), counts.clone());
            position(result, benchmark, &groups, first, value)
        }
        (None, Some(_)) => view! { <p>{result.messages.cohort_thin().to_owned()}</p> }.into_any(),
        (_, None) => view! { <p>{result.messages.cohort_no_value().to_owned()}</p> }.into_any(),
    };
    view! { {position}{opened::source_line(app, benchmark)} }.into_any()
}

/// Renders the sentence, the scale and the tables for the first of the groups.
fn position(
    result: &ResultView,
    benchmark: &Benchmark,
    groups: &[(CohortGroup, SubgroupCounts)],
    (group, counts): (CohortGroup, SubgroupCounts),
    value: f64,
) -> AnyView {
    let messages = &result.messages;
    let name = name_of_group(result, &group);
    let sections = section_comparison::section_comparison(result, benchmark, &counts, &name);
    let sentence = {
        let (result, counts, name) = (result.clone(), counts.clone(), name.clone());
        // The plausible range widens the interval as soon as it is simulated.
        move || {
            let plausible = plausible_range(&result);
            let found = counts.ai_content.percentile(value, plausible)?;
            let share = format!("{:.2}", found.share);
            let sentence = describe_percentile(&result.messages, &name, &found);
            Some(view! { <p data-percentile=share>{sentence}</p> })
        }
    };
    view! {
        {sentence}
        {quartile_scale(result, &counts, &name, value)}
        {group_table::group_table(result, groups, value)}
        {sections}
        <p class="small">{messages.cohort_caution().to_owned()}</p>
    }
    .into_any()
}

fn plausible_range(result: &ResultView) -> Option<(f64, f64)> {
    result.certainty.get()?.plausible
}

fn name_of_group(result: &ResultView, group: &CohortGroup) -> String {
    group_name(&result.messages, group, |stored| {
        size_name(&result.messages, stored)
    })
}

/// Renders the certificate's scale with the quartiles of the group.
fn quartile_scale(
    result: &ResultView,
    counts: &SubgroupCounts,
    name: &str,
    value: f64,
) -> Option<AnyView> {
    let quartiles = Quartiles::of_histogram(&counts.ai_content)?;
    let report = result.report();
    let label = quartiles.describe_scale(&result.messages, &report.content_figure(), name);
    let median = quartiles.median.clamp(0.6, 99.4);
    let scale = LevelScale {
        level: result.score.ai_content.level,
        ranges: vec![
            MeterSpan::new(quartiles.low, quartiles.high, "possible"),
            MeterSpan::new(median - 0.6, median - 0.3, "mark"),
            MeterSpan::new(median + 0.3, median + 0.6, "mark"),
        ],
        value: Some(value),
    };
    let median = assay_locale::format_whole(quartiles.median);
    let legend = result.messages.cohort_scale_legend(name, &median);
    let parts = vec![
        scale.view(&report, label).into_any(),
        view! { <p class="small">{legend}</p> }.into_any(),
    ];
    Some(view! { <div>{parts.into_iter().collect_view()}</div> }.into_any())
}
