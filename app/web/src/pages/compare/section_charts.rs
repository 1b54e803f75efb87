//! The sections: a radar with one outline per result, and bars.

use std::sync::Arc;

use assay_charts::{Outline, RadarShape, radar_shape};
use assay_core::{Range, SectionIx};
use assay_locale::format_whole;
use leptos::prelude::*;

use super::comparison_view::{ComparisonView, result_letter};
use crate::parts::charts::chart_canvas::{chart_canvas, legend_key};
use crate::parts::charts::meter::range_meter;
use crate::view::{AnyView, CollectView, IntoView, view};

pub(super) fn sections_section(view: &ComparisonView) -> impl IntoView + use<> {
    let count = view.model.sections().len();
    let radar = (radar_shape(count) != RadarShape::BarsOnly).then(|| radar(view));
    let sections = (0..count).map(SectionIx::new);
    let bars = sections.map(|section| bars(view, section)).collect_view();
    view! {
        <section class="stack">
            <h2>{view.messages.compare_sections().to_owned()}</h2>
            <p>{view.comparison().widest_section()}</p>
            <div class="two">
                {radar}
                <div class="stack wide">
                    {bars}
                    <p class="small">{view.messages.compare_bars().to_owned()}</p>
                </div>
            </div>
        </section>
    }
}

/// Renders the radar and its legend, in which outlines can be hidden.
fn radar(view: &ComparisonView) -> AnyView {
    let hidden = RwSignal::new(Vec::<usize>::new());
    let names: Arc<Vec<String>> = Arc::new(section_names(view));
    let all: Vec<Outline> = (0..view.results.len())
        .map(|at| outline(view, at))
        .collect();
    let label = view
        .messages
        .compare_radar(&view.comparison().widest_section());
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
    view! { <div class="stack">{drawing}{numbers}{legend(view, hidden)}</div> }
}

fn section_names(view: &ComparisonView) -> Vec<String> {
    let sections = (0..view.model.sections().len()).map(SectionIx::new);
    sections
        .map(|section| view.texts.section(section).title.clone())
        .collect()
}

fn outline(view: &ComparisonView, at: usize) -> Outline {
    let sections = (0..view.model.sections().len()).map(SectionIx::new);
    Outline {
        letter: result_letter(at),
        series_style: at,
        values: sections
            .map(|section| range(view, at, section).and_then(|range| range.value))
            .collect(),
    }
}

fn range(view: &ComparisonView, at: usize, section: SectionIx) -> Option<Range> {
    let score = &view.results.get(at)?.score;
    score.sections.get(section.index()).copied().flatten()
}

fn legend(view: &ComparisonView, hidden: RwSignal<Vec<usize>>) -> AnyView {
    let comparison = view.comparison();
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
            <legend class="small">{view.messages.compare_show().to_owned()}</legend>
            <ul class="legend">{rows}</ul>
        </fieldset>
    }
}

/// Renders a bar for each result in one section.
fn bars(view: &ComparisonView, section: SectionIx) -> AnyView {
    let comparison = view.comparison();
    let rows = comparison.labels().iter().enumerate().filter_map(|(at, label)| {
        let range = range(view, at, section)?;
        let figure = range.value.map_or_else(
            || view.messages.sections_none().to_owned(),
            |value| comparison.format_value(at, value, |_, value| format_whole(value)),
        );
        Some(view! {
            <div class="bar-row">
                <span class="whose"><strong class="letter">{result_letter(at)}</strong>" "<bdi>{label.clone()}</bdi></span>
                {range_meter(range)}
                <span class="figure">{figure}</span>
            </div>
        })
    });
    let rows = rows.collect_view();
    view! {
        <div class="stack">
            <h3>{view.texts.section(section).title.clone()}</h3>
            <div class="bar-rows">{rows}</div>
        </div>
    }
}
