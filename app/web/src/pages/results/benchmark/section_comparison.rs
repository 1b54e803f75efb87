//! The sections beside the medians of a group: a radar with two outlines, and a table.

use assay_charts::{Outline, RadarShape, radar_shape};
use assay_core::cohort::{Histogram, SubgroupCounts};
use assay_core::{Range, SectionIx};
use assay_locale::format_whole;

use super::group_table::percentile_cells;
use super::opened::Benchmark;
use crate::pages::results::result_view::ResultView;
use crate::parts::charts::chart_canvas::{chart_canvas, legend_key};
use crate::view::{AnyView, CollectView, IntoView, view};

/// A section with the figures of the group.
struct SectionRow {
    section: SectionIx,
    range: Range,
    figures: Histogram,
}

/// Renders the comparison; `name` is that of the group.
pub(super) fn section_comparison(
    result: &ResultView,
    benchmark: &Benchmark,
    counts: &SubgroupCounts,
    name: &str,
) -> AnyView {
    let rows = rows(result, benchmark, counts);
    view! {
        <div class="two">
            {radar(result, &rows, name)}
            <div class="stack broad">{table(result, &rows)}</div>
        </div>
    }
    .into_any()
}

fn rows(result: &ResultView, benchmark: &Benchmark, counts: &SubgroupCounts) -> Vec<SectionRow> {
    let sections = result.model.sections().iter().enumerate();
    let rows = sections.filter_map(|(index, section)| {
        let range = result.score.sections.get(index).copied().flatten()?;
        let at = benchmark.cohort.cohort().section_position(&section.id)?;
        Some(SectionRow {
            section: SectionIx::new(index),
            range,
            figures: counts.sections.get(at)?.clone(),
        })
    });
    rows.collect()
}

fn radar(result: &ResultView, rows: &[SectionRow], name: &str) -> Option<AnyView> {
    if radar_shape(rows.len()) == RadarShape::BarsOnly {
        return None;
    }
    let messages = &result.messages;
    let title = |row: &SectionRow| result.texts.section(row.section).title.clone();
    let names: Vec<String> = rows.iter().map(title).collect();
    let outline = |letter: &str, series_style, values| Outline {
        letter: letter.to_owned(),
        series_style,
        values,
    };
    let own = rows.iter().map(|row| row.range.value).collect();
    let medians = rows.iter().map(|row| row.figures.quantile(0.5)).collect();
    let outlines = [outline("A", 0, own), outline("B", 1, medians)];
    let measured = names.clone();
    let chart = chart_canvas(
        messages.cohort_radar(name),
        move |width, style| assay_charts::overlay_height(&measured, width, style),
        move |area, style| assay_charts::overlay(area, &names, &outlines, style),
    );
    let legend = [
        ("A", messages.cohort_radar_own().to_owned()),
        ("B", messages.cohort_radar_median(name)),
    ];
    let legend = legend.into_iter().enumerate().map(|(at, (letter, label))| {
        view! { <li>{legend_key(at)}<strong class="letter">{letter}</strong>" "{label}</li> }
    });
    let legend = legend.collect_view();
    Some(
        view! { <div class="stack">{chart}<ul class="legend small">{legend}</ul></div> }.into_any(),
    )
}

fn table(result: &ResultView, rows: &[SectionRow]) -> impl IntoView + use<> {
    let messages = &result.messages;
    let none = || messages.sections_none().to_owned();
    let body = rows.iter().map(|row| {
        let value = row.range.value;
        let found = value.and_then(|value| row.figures.percentile(value, None));
        let (value, median) = (value.map(format_whole), row.figures.quantile(0.5).map(format_whole));
        view! {
            <tr>
                <th scope="row" lang=result.texts.lang() dir=result.texts.dir()>{result.texts.section(row.section).title.clone()}</th>
                <td>{value.unwrap_or_else(none)}</td><td>{median.unwrap_or_else(none)}</td>{percentile_cells(result, found)}
            </tr>
        }
    });
    let body = body.collect_view();
    view! {
        <table>
            <thead><tr>
                <th scope="col">{messages.cohort_table_section().to_owned()}</th>
                <th scope="col">{messages.cohort_table_value().to_owned()}</th>
                <th scope="col">{messages.cohort_table_median().to_owned()}</th>
                <th scope="col">{messages.cohort_table_lower().to_owned()}</th>
                <th scope="col">{messages.cohort_table_range().to_owned()}</th>
            </tr></thead>
            <tbody>{body}</tbody>
        </table>
    }
}
