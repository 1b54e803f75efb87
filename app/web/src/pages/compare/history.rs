//! The AI content over time, where the results are of different days.

use std::sync::Arc;

use assay_charts::{Bar, Series, Tick};
use assay_core::compare::{self, Line, Moment};
use assay_locale::{Comparison, to_tenth};

use super::{Beside, letter};
use crate::parts::canvas::picture;
use crate::view::{AnyView, CollectView, IntoView, view};

/// Nothing where there is no time to see.
pub(super) fn history(beside: &Beside) -> Option<impl IntoView + use<>> {
    let lines = compare::history(&beside.results);
    if lines.is_empty() {
        return None;
    }
    let words = &beside.words;
    let sentences = beside.comparison().history(&lines);
    let label = words.compare_history_label(&sentences.join(" "));
    let said = sentences.into_iter().map(|text| view! { <p>{text}</p> });
    let said = said.collect_view();
    Some(view! {
        <section class="stack">
            <h2>{words.compare_history().to_owned()}</h2>
            <div class="stack">{said}</div>
            <div class="time">{drawing(beside, &lines, label)}</div>
            <p class="small">{words.compare_history_legend().to_owned()}</p>
            {table(beside, &lines)}
        </section>
    })
}

fn drawing(beside: &Beside, lines: &[Line], label: String) -> AnyView {
    let comparison = beside.comparison();
    let series: Arc<Vec<Series>> =
        Arc::new(lines.iter().map(|line| series(&comparison, line)).collect());
    let ticks = ticks(beside, lines);
    picture(label, assay_charts::trend_height, move |area, style| {
        assay_charts::trend(area, &series, &ticks, style)
    })
}

fn series(comparison: &Comparison<'_>, line: &Line) -> Series {
    let moments = line.moments.iter().map(|moment| assay_charts::Moment {
        day: moment.day.days(),
        look: moment.result,
        bar: Bar {
            label: format!(
                "{} {}",
                letter(moment.result),
                comparison.said_value(moment.result, moment.value(), to_tenth)
            ),
            low: moment.content.low,
            value: moment.content.value,
            high: moment.content.high,
        },
    });
    Series {
        moments: moments.collect(),
    }
}

/// All moments, the earliest first.
fn in_order(lines: &[Line]) -> Vec<&Moment> {
    let mut moments: Vec<&Moment> = lines.iter().flat_map(|line| &line.moments).collect();
    assay_core::sorting::sort_by_key(&mut moments, |moment| moment.day);
    moments
}

fn ticks(beside: &Beside, lines: &[Line]) -> Vec<Tick> {
    let comparison = beside.comparison();
    let mut ticks: Vec<Tick> = Vec::new();
    for moment in in_order(lines) {
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

fn table(beside: &Beside, lines: &[Line]) -> AnyView {
    let (words, comparison) = (&beside.words, beside.comparison());
    let rows = in_order(lines).into_iter().map(|moment| {
        let label = comparison.label(moment.result).to_owned();
        view! {
            <tr data-moment=moment.day.to_string()>
                <th scope="row">{comparison.day(moment)}</th>
                <td><strong class="letter">{letter(moment.result)}</strong>" "<bdi>{label}</bdi></td>
                <td>{comparison.figure(comparison.precision(moment.result), Some(moment.content))}</td>
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
