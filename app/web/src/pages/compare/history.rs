//! The AI content over time, if the results have different days.

use assay_charts::Series;
use assay_core::compare::{self, HistoryLine, HistoryPoint};
use assay_locale::{Comparison, format_tenth};

use super::comparison_view::{ComparisonView, result_letter};
use crate::parts::charts::trend_chart::{day_ticks, labelled_bar, trend_chart};
use crate::view::{AnyView, CollectView, IntoView, view};

/// Renders the section; `None` if no company has results of two days.
pub(super) fn history_section(view: &ComparisonView) -> Option<impl IntoView + use<>> {
    let lines = compare::content_history(&view.results);
    if lines.is_empty() {
        return None;
    }
    let messages = &view.messages;
    let sentences = view.comparison().history(&lines);
    let label = messages.compare_history_label(&sentences.join(" "));
    let paragraphs = sentences.into_iter().map(|text| view! { <p>{text}</p> });
    let paragraphs = paragraphs.collect_view();
    Some(view! {
        <section class="stack">
            <h2>{messages.compare_history().to_owned()}</h2>
            <div class="stack">{paragraphs}</div>
            <div class="time">{history_chart(view, &lines, label)}</div>
            <p class="small">{messages.compare_history_legend().to_owned()}</p>
            {table(view, &lines)}
        </section>
    })
}

fn history_chart(view: &ComparisonView, lines: &[HistoryLine], label: String) -> AnyView {
    let comparison = view.comparison();
    let series = lines.iter().map(|line| series(&comparison, line));
    let ticks = day_ticks(sort_moments(lines).into_iter(), |moment| {
        comparison.day(moment)
    });
    trend_chart(label, series.collect(), ticks)
}

fn series(comparison: &Comparison<'_>, line: &HistoryLine) -> Series {
    let moments = line.points.iter().map(|moment| assay_charts::TrendPoint {
        day: moment.day.days(),
        series_style: moment.result,
        bar: labelled_bar(
            format!(
                "{} {}",
                result_letter(moment.result),
                comparison.format_value(moment.result, moment.value(), format_tenth)
            ),
            moment.range,
        ),
    });
    Series {
        points: moments.collect(),
    }
}

/// Returns all moments in order of their days.
fn sort_moments(lines: &[HistoryLine]) -> Vec<&HistoryPoint> {
    let mut moments: Vec<&HistoryPoint> = lines.iter().flat_map(|line| &line.points).collect();
    assay_core::sorting::sort_by_key(&mut moments, |moment| moment.day);
    moments
}

fn table(view: &ComparisonView, lines: &[HistoryLine]) -> AnyView {
    let (messages, comparison) = (&view.messages, view.comparison());
    let rows = sort_moments(lines).into_iter().map(|moment| {
        let label = comparison.label(moment.result).to_owned();
        view! {
            <tr data-moment=moment.day.to_string()>
                <th scope="row">{comparison.day(moment)}</th>
                <td><strong class="letter">{result_letter(moment.result)}</strong>" "<bdi>{label}</bdi></td>
                <td>{comparison.format_range(comparison.precision(moment.result), Some(moment.range))}</td>
            </tr>
        }
    });
    let rows = rows.collect_view();
    view! {
        <details class="figures">
            <summary class="small">{messages.sections_table().to_owned()}</summary>
            <table>
                <thead><tr>
                    <th scope="col">{messages.compare_history_column_day().to_owned()}</th>
                    <th scope="col">{messages.compare_history_column_result().to_owned()}</th>
                    <th scope="col">{messages.results_ai_content().to_owned()}</th>
                </tr></thead>
                <tbody>{rows}</tbody>
            </table>
        </details>
    }
}
