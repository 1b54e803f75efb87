//! The AI content over time, where the results are of different days.

use std::sync::Arc;

use assay_charts::{Bar, Series, Tick};
use assay_core::compare::{self, HistoryLine, HistoryPoint};
use assay_locale::{Comparison, format_tenth};

use super::{ComparisonView, result_letter};
use crate::parts::canvas::chart_canvas;
use crate::view::{AnyView, CollectView, IntoView, view};

/// Nothing where there is no time to see.
pub(super) fn history_section(beside: &ComparisonView) -> Option<impl IntoView + use<>> {
    let lines = compare::content_history(&beside.results);
    if lines.is_empty() {
        return None;
    }
    let words = &beside.messages;
    let sentences = beside.comparison().history(&lines);
    let label = words.compare_history_label(&sentences.join(" "));
    let said = sentences.into_iter().map(|text| view! { <p>{text}</p> });
    let said = said.collect_view();
    Some(view! {
        <section class="stack">
            <h2>{words.compare_history().to_owned()}</h2>
            <div class="stack">{said}</div>
            <div class="time">{history_chart(beside, &lines, label)}</div>
            <p class="small">{words.compare_history_legend().to_owned()}</p>
            {table(beside, &lines)}
        </section>
    })
}

fn history_chart(beside: &ComparisonView, lines: &[HistoryLine], label: String) -> AnyView {
    let comparison = beside.comparison();
    let series: Arc<Vec<Series>> =
        Arc::new(lines.iter().map(|line| series(&comparison, line)).collect());
    let ticks = ticks(beside, lines);
    chart_canvas(label, assay_charts::trend_height, move |area, style| {
        assay_charts::trend(area, &series, &ticks, style)
    })
}

fn series(comparison: &Comparison<'_>, line: &HistoryLine) -> Series {
    let moments = line.points.iter().map(|moment| assay_charts::TrendPoint {
        day: moment.day.days(),
        series_style: moment.result,
        bar: Bar {
            label: format!(
                "{} {}",
                result_letter(moment.result),
                comparison.format_value(moment.result, moment.value(), format_tenth)
            ),
            low: moment.content.low,
            value: moment.content.value,
            high: moment.content.high,
        },
    });
    Series {
        points: moments.collect(),
    }
}

/// All moments, the earliest first.
fn sort_moments(lines: &[HistoryLine]) -> Vec<&HistoryPoint> {
    let mut moments: Vec<&HistoryPoint> = lines.iter().flat_map(|line| &line.points).collect();
    assay_core::sorting::sort_by_key(&mut moments, |moment| moment.day);
    moments
}

fn ticks(beside: &ComparisonView, lines: &[HistoryLine]) -> Vec<Tick> {
    let comparison = beside.comparison();
    let mut ticks: Vec<Tick> = Vec::new();
    for moment in sort_moments(lines) {
        let day = moment.day.days();
        if ticks.last().is_none_or(|tick| tick.day != day) {
            ticks.push(Tick {
                day,
                label: comparison.day(moment),
            });
        }
    }
    ticks
}

fn table(beside: &ComparisonView, lines: &[HistoryLine]) -> AnyView {
    let (words, comparison) = (&beside.messages, beside.comparison());
    let rows = sort_moments(lines).into_iter().map(|moment| {
        let label = comparison.label(moment.result).to_owned();
        view! {
            <tr data-moment=moment.day.to_string()>
                <th scope="row">{comparison.day(moment)}</th>
                <td><strong class="letter">{result_letter(moment.result)}</strong>" "<bdi>{label}</bdi></td>
                <td>{comparison.format_range(comparison.precision(moment.result), Some(moment.content))}</td>
            </tr>
        }
    });
    let rows = rows.collect_view();
    view! {
        <details class="figures">
            <summary class="small">{words.sections_table().to_owned()}</summary>
            <table>
                <thead><tr>
                    <th scope="col">{words.compare_history_column_day().to_owned()}</th>
                    <th scope="col">{words.compare_history_column_result().to_owned()}</th>
                    <th scope="col">{words.results_ai_content().to_owned()}</th>
                </tr></thead>
                <tbody>{rows}</tbody>
            </table>
        </details>
    }
}
