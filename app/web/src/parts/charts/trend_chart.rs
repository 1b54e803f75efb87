//! Values over time as a chart.

use std::sync::Arc;

use assay_charts::{Bar, Series, Tick};
use assay_core::Range;
use assay_core::compare::HistoryPoint;

use super::chart_canvas::chart_canvas;
use crate::view::AnyView;

/// Renders the lines; `label` describes them for screen readers.
pub(crate) fn trend_chart(label: String, series: Vec<Series>, ticks: Vec<Tick>) -> AnyView {
    let series = Arc::new(series);
    chart_canvas(label, assay_charts::trend_height, move |area, style| {
        assay_charts::trend(area, &series, &ticks, style)
    })
}

/// Least and greatest height of a small chart, in CSS pixels.
const SMALL: (f64, f64) = (132.0, 190.0);

/// Renders the lines in a lower chart, one of several beside each other.
pub(crate) fn small_trend_chart(label: String, series: Vec<Series>, ticks: Vec<Tick>) -> AnyView {
    let height = |width: u32, _: &_| (f64::from(width) * 0.45).clamp(SMALL.0, SMALL.1) as u32;
    let series = Arc::new(series);
    chart_canvas(label, height, move |area, style| {
        assay_charts::trend(area, &series, &ticks, style)
    })
}

/// Returns a tick for each day. The points are in order of their days.
pub(crate) fn day_ticks<'a>(
    points: impl Iterator<Item = &'a HistoryPoint>,
    format: impl Fn(&HistoryPoint) -> String,
) -> Vec<Tick> {
    let mut ticks: Vec<Tick> = Vec::new();
    for point in points {
        let day = point.day.days();
        if ticks.last().is_none_or(|tick| tick.day != day) {
            ticks.push(Tick {
                day,
                label: format(point),
            });
        }
    }
    ticks
}

/// Returns a value with its interval and the label beside its mark.
pub(crate) fn labelled_bar(label: String, range: Range) -> Bar {
    Bar {
        label,
        low: range.low,
        value: range.value,
        high: range.high,
        target: None,
    }
}
