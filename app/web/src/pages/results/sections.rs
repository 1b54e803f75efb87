//! The sections: a radar, bars with the same figures, and a table for those who cannot see them.

use std::sync::Arc;

use crate::view::{CollectView, IntoView, view};
use assay_charts::{Bar, RadarShape, radar_shape};
use assay_core::{Range, SectionIx};
use assay_locale::format_whole;

use super::ResultView;
use super::derivation::{DerivationPart, derivation_link};
use crate::parts::canvas::{SectionChart, section_chart};

pub(super) fn sections_section(shown: &ResultView) -> impl IntoView + use<> {
    let words = &shown.messages;
    let bars = Arc::new(bars(shown));
    let sentence = shown.report().sections_sentence();
    let shape = radar_shape(bars.len());
    let radar = (shape != RadarShape::BarsOnly).then(|| {
        section_chart(
            SectionChart::Radar,
            bars.clone(),
            words.sections_radar(&sentence),
        )
    });
    let legend = (shape == RadarShape::Numbered).then(|| {
        let names = bars
            .iter()
            .map(|bar| view! { <li>{bar.label.clone()}</li> })
            .collect_view();
        view! { <ol class="radar-legend small">{names}</ol> }
    });
    let legend_of_bars = match shown.score.precision.is_in_steps() {
        true => words.sections_legend_steps(),
        false => words.sections_legend(),
    };
    let heading = if shown.model.id() == "standard" {
        words.sections_heading()
    } else {
        words.sections_heading_any()
    };
    view! {
        <section class="stack sections">
            <h2>{heading.to_owned()}</h2>
            <p>{sentence.clone()}</p>
            <div class="two">
                {radar.map(|radar| view! { <div>{radar}{legend}</div> })}
                <div class="stack bars">
                    {section_chart(SectionChart::Bars, bars, words.sections_bars(&sentence))}
                    <p class="small">{legend_of_bars.to_owned()}</p>
                    {table(shown)}
                    {derivation_link(shown, DerivationPart::Sections, heading)}
                </div>
            </div>
        </section>
    }
}

/// The sections that have a score, as the drawings want them.
pub(super) fn bars(shown: &ResultView) -> Vec<Bar> {
    rows(shown)
        .map(|(section, range)| Bar {
            label: shown.texts.section(section).title.clone(),
            low: range.low,
            value: range.value,
            high: range.high,
        })
        .collect()
}

fn rows(shown: &ResultView) -> impl Iterator<Item = (SectionIx, Range)> + '_ {
    let ranges = shown.score.sections.iter().enumerate();
    ranges.filter_map(|(index, range)| Some((SectionIx::new(index), (*range)?)))
}

fn table(shown: &ResultView) -> impl IntoView + use<> {
    let words = &shown.messages;
    let body = rows(shown).map(|(section, range)| {
        let id = shown.model.section(section).id.clone();
        let said = |value| shown.report().format_figure(value);
        let none = || words.sections_none().to_owned();
        let value = range.value.map_or_else(none, said);
        view! {
            <tr data-section-score=id data-value=shown.range_hook(Some(range))>
                <th scope="row" lang=shown.texts.lang() dir=shown.texts.dir()>{shown.texts.section(section).title.clone()}</th>
                <td>{value}</td><td>{format_whole(range.low)}</td><td>{format_whole(range.high)}</td>
            </tr>
        }
    });
    let body = body.collect_view();
    let (low, high) = match shown.score.precision.is_in_steps() {
        true => (words.sections_column_from(), words.sections_column_to()),
        false => (words.sections_column_low(), words.sections_column_high()),
    };
    view! {
        <details class="figures">
            <summary class="small">{words.sections_table().to_owned()}</summary>
            <table>
                <thead><tr>
                    <th scope="col">{words.sections_column_section().to_owned()}</th>
                    <th scope="col">{words.sections_column_value().to_owned()}</th>
                    <th scope="col">{low.to_owned()}</th>
                    <th scope="col">{high.to_owned()}</th>
                </tr></thead>
                <tbody>{body}</tbody>
            </table>
        </details>
    }
}
