//! The sections: outlines over each other in a radar, and bars beside each other.

use std::sync::Arc;

use assay_charts::{Outline, RadarShape, radar_shape};
use assay_core::{Range, SectionIx};
use assay_locale::format_whole;
use leptos::prelude::*;

use super::{ComparisonView, result_letter};
use crate::parts::canvas::{chart_canvas, legend_key};
use crate::parts::meter::{MeterSpan, meter};
use crate::view::{AnyView, CollectView, IntoView, view};

pub(super) fn sections_section(beside: &ComparisonView) -> impl IntoView + use<> {
    let count = beside.model.sections().len();
    let radar = (radar_shape(count) != RadarShape::BarsOnly).then(|| radar(beside));
    let sections = (0..count).map(SectionIx::new);
    let bars = sections.map(|section| bars(beside, section)).collect_view();
    view! {
        <section class="stack">
            <h2>{beside.messages.compare_sections().to_owned()}</h2>
            <p>{beside.comparison().widest_section()}</p>
            <div class="two">
                {radar}
                <div class="stack wide">
                    {bars}
                    <p class="small">{beside.messages.compare_bars().to_owned()}</p>
                </div>
            </div>
        </section>
    }
}

/// The radar with its legend, in which each outline can be taken out of the drawing.
fn radar(beside: &ComparisonView) -> AnyView {
    let hidden = RwSignal::new(Vec::<usize>::new());
    let names: Arc<Vec<String>> = Arc::new(section_names(beside));
    let all: Vec<Outline> = (0..beside.results.len())
        .map(|at| outline(beside, at))
        .collect();
    let label = beside
        .messages
        .compare_radar(&beside.comparison().widest_section());
    let numbers = (radar_shape(names.len()) == RadarShape::Numbered).then(|| {
        let names = names.iter().map(|name| view! { <li>{name.clone()}</li> });
        let names = names.collect_view();
        view! { <ol class="radar-legend small">{names}</ol> }
    });
    let drawing = move || {
        let hidden = hidden.get();
        let shown = all
            .iter()
            .filter(|outline| !hidden.contains(&outline.series_style));
        let shown: Vec<Outline> = shown.cloned().collect();
        let (measured, names) = (names.clone(), names.clone());
        chart_canvas(
            label.clone(),
            move |width, style| assay_charts::overlay_height(&measured, width, style),
            move |area, style| assay_charts::overlay(area, &names, &shown, style),
        )
    };
    view! { <div class="stack">{drawing}{numbers}{legend(beside, hidden)}</div> }
}

fn section_names(beside: &ComparisonView) -> Vec<String> {
    let sections = (0..beside.model.sections().len()).map(SectionIx::new);
    sections
        .map(|section| beside.texts.section(section).title.clone())
        .collect()
}

fn outline(beside: &ComparisonView, at: usize) -> Outline {
    let sections = (0..beside.model.sections().len()).map(SectionIx::new);
    Outline {
        letter: result_letter(at),
        series_style: at,
        values: sections
            .map(|section| range(beside, at, section).and_then(|range| range.value))
            .collect(),
    }
}

fn range(beside: &ComparisonView, at: usize, section: SectionIx) -> Option<Range> {
    let score = &beside.results.get(at)?.score;
    score.sections.get(section.index()).copied().flatten()
}

fn legend(beside: &ComparisonView, hidden: RwSignal<Vec<usize>>) -> AnyView {
    let comparison = beside.comparison();
    let rows = comparison.labels().iter().enumerate().map(|(at, label)| {
        let change = move |event| {
            let shown = event_target_checked(&event);
            hidden.update(|hidden| {
                hidden.retain(|other| *other != at);
                if !shown {
                    hidden.push(at);
                }
            });
        };
        view! {
            <li><label>
                <input type="checkbox" name="outline" value=result_letter(at) checked on:change=change/>
                {legend_key(at)}<strong class="letter">{result_letter(at)}</strong><bdi>{label.clone()}</bdi>
            </label></li>
        }
    });
    let rows = rows.collect_view();
    view! {
        <fieldset class="stack">
            <legend class="small">{beside.messages.compare_show().to_owned()}</legend>
            <ul class="legend">{rows}</ul>
        </fieldset>
    }
}

/// One section with a streak for each result.
fn bars(beside: &ComparisonView, section: SectionIx) -> AnyView {
    let comparison = beside.comparison();
    let rows = comparison.labels().iter().enumerate().filter_map(|(at, label)| {
        let range = range(beside, at, section)?;
        let spans = vec![
            MeterSpan::new(0.0, range.value.unwrap_or(range.low), "known"),
            MeterSpan::new(range.low, range.high, "open"),
        ];
        let figure = range.value.map_or_else(
            || beside.messages.sections_none().to_owned(),
            |value| comparison.format_value(at, value, format_whole),
        );
        Some(view! {
            <div class="streak">
                <span class="whose"><strong class="letter">{result_letter(at)}</strong>" "<bdi>{label.clone()}</bdi></span>
                {meter("track", spans)}
                <span class="figure">{figure}</span>
            </div>
        })
    });
    let rows = rows.collect_view();
    view! {
        <div class="stack">
            <h3>{beside.texts.section(section).title.clone()}</h3>
            <div class="streaks">{rows}</div>
        </div>
    }
}
