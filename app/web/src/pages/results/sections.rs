//! The sections as a radar, as bars, and as a table for screen readers, each with the targets.

use std::sync::Arc;

use crate::view::{AnyView, CollectView, IntoView, view};
use assay_charts::{Bar, RadarShape, radar_shape};
use assay_core::{Range, SectionIx};
use assay_locale::format_whole;

use super::derivation::{DerivationPart, derived_heading};
use super::late_part;
use super::result_view::ResultView;
use super::targets::{TargetCells, target_legend, targets_text, with_targets};
use crate::parts::charts::chart_canvas::{SectionChart, section_chart};

pub(super) fn sections_section(result: &ResultView) -> impl IntoView + use<> {
    let messages = &result.messages;
    let sentence = result.report().sections_sentence();
    let has_pale_parts = rows(result).any(|(_, range)| range.low < range.high);
    let legend_of_bars = has_pale_parts.then(|| {
        let text = match result.score.precision.is_in_steps() {
            true => messages.sections_legend_steps(),
            false => messages.sections_legend(),
        };
        view! { <p class="small">{text.to_owned()}</p> }
    });
    let heading = if result.model.id() == "standard" {
        messages.sections_heading()
    } else {
        messages.sections_heading_any()
    };
    view! {
        <section class="stack sections">
            {derived_heading(result, DerivationPart::Sections, heading, heading)}
            <p>{sentence.clone()}</p>
            <div class="two">
                {radar(result, &sentence)}
                <div class="stack bars">
                    {late_part({
                        let result = result.clone();
                        let sentence = sentence.clone();
                        move || bar_chart(&result, &sentence)
                    })}
                    {legend_of_bars}
                    {target_legend(result)}
                    {table(result)}
                </div>
            </div>
        </section>
    }
}

/// Renders the radar, with a numbered legend where its labels are numbers; `None` if there are too few
/// or too many sections for a radar.
fn radar(result: &ResultView, sentence: &str) -> Option<AnyView> {
    let bars = bars(result);
    let shape = radar_shape(bars.len());
    if shape == RadarShape::BarsOnly {
        return None;
    }
    let chart = {
        let (result, sentence) = (result.clone(), sentence.to_owned());
        let reactive = move || {
            let label = result
                .messages
                .sections_radar(&description(&result, &sentence));
            section_chart(SectionChart::Radar, charted(&result), label)
        };
        late_part(move || reactive.into_any())
    };
    let legend = (shape == RadarShape::Numbered).then(|| {
        let names = bars
            .iter()
            .map(|bar| view! { <li>{bar.label.clone()}</li> });
        view! { <ol class="radar-legend small">{names.collect_view()}</ol> }
    });
    Some(view! { <div>{chart}{legend}</div> }.into_any())
}

/// Renders the bars.
fn bar_chart(result: &ResultView, sentence: &str) -> AnyView {
    let (result, sentence) = (result.clone(), sentence.to_owned());
    (move || {
        let label = result
            .messages
            .sections_bars(&description(&result, &sentence));
        section_chart(SectionChart::Bars, charted(&result), label)
    })
    .into_any()
}

/// Returns the sentence with the targets (reactive).
fn description(result: &ResultView, sentence: &str) -> String {
    match targets_text(result) {
        None => sentence.to_owned(),
        Some(targets) => format!("{sentence} {targets}"),
    }
}

/// Returns the sections with their targets as data for the charts (reactive).
fn charted(result: &ResultView) -> Arc<Vec<Bar>> {
    let sections = rows(result).map(|(section, _)| section);
    Arc::new(with_targets(result, sections.zip(bars(result)).collect()))
}

/// Returns the sections with a score as data for the charts, without targets.
pub(super) fn bars(result: &ResultView) -> Vec<Bar> {
    rows(result)
        .map(|(section, range)| Bar {
            label: result.texts.section(section).title.clone(),
            low: range.low,
            value: range.value,
            high: range.high,
            target: None,
        })
        .collect()
}

fn rows(result: &ResultView) -> impl Iterator<Item = (SectionIx, Range)> + '_ {
    let ranges = result.score.sections.iter().enumerate();
    ranges.filter_map(|(index, range)| Some((SectionIx::new(index), (*range)?)))
}

/// Renders the table in a fold.
fn table(result: &ResultView) -> impl IntoView + use<> {
    let content = {
        let result = result.clone();
        move || table_content(&result)
    };
    view! {
        <details class="figures">
            <summary class="small">{result.messages.sections_table().to_owned()}</summary>
            <div class="broad" role="region" tabindex="0" aria-label=result.messages.sections_table().to_owned()>{content}</div>
        </details>
    }
}

/// Renders the table (reactive: the targets).
fn table_content(result: &ResultView) -> AnyView {
    let messages = &result.messages;
    let body = rows(result).map(|(section, range)| {
        let id = result.model.section(section).id.clone();
        let format = |value| result.report().format_figure(value);
        let none = || messages.sections_none().to_owned();
        let value = range.value.map_or_else(none, format);
        view! {
            <tr data-section-score=id data-value=result.range_hook(Some(range))>
                <th scope="row" lang=result.texts.lang() dir=result.texts.dir()>{result.texts.section(section).title.clone()}</th>
                <td>{value}</td><td>{format_whole(range.low)}</td><td>{format_whole(range.high)}</td>{TargetCells::of_section(result, section)}
            </tr>
        }
    });
    let body = body.collect_view();
    let (low, high) = match result.score.precision.is_in_steps() {
        true => (
            messages.sections_column_from(),
            messages.sections_column_to(),
        ),
        false => (
            messages.sections_column_low(),
            messages.sections_column_high(),
        ),
    };
    view! {
        <table>
            <thead><tr>
                <th scope="col">{messages.sections_column_section().to_owned()}</th>
                <th scope="col">{messages.sections_column_value().to_owned()}</th>
                <th scope="col">{low.to_owned()}</th>
                <th scope="col">{high.to_owned()}</th>
                {TargetCells::heads(result)}
            </tr></thead>
            <tbody>{body}</tbody>
        </table>
    }
    .into_any()
}
