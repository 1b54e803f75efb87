//! Horizontal bars as SVG, which needs neither style attributes nor script.

use assay_core::Range;

use crate::view::{CollectView, IntoView, view};

/// A part of a bar, from `from` to `to` percent.
#[derive(Clone, Copy)]
pub(crate) struct MeterSpan {
    pub(crate) from: f64,
    pub(crate) to: f64,
    pub(crate) class: &'static str,
}

impl MeterSpan {
    pub(crate) const fn new(from: f64, to: f64, class: &'static str) -> Self {
        Self { from, to, class }
    }
}

/// Renders a bar of 0 to 100 percent with its parts, the first one lowest. Hidden from screen
/// readers: the same figures are shown as text.
pub(crate) fn meter(class: &'static str, spans: Vec<MeterSpan>) -> impl IntoView {
    let spans = spans
        .into_iter()
        .filter(|span| span.to > span.from)
        .map(|span| {
            let (x, width) = (
                format!("{:.2}%", span.from),
                format!("{:.2}%", span.to - span.from),
            );
            view! { <rect class=span.class x=x y="0" width=width height="100%"/> }
        });
    view! { <svg class=class aria-hidden="true" focusable="false">{spans.collect_view()}</svg> }
}

/// Renders a value with its range: solid up to the lower bound, pale over the range, and a mark at
/// the value where the range is not a single point.
pub(crate) fn range_meter(range: Range) -> impl IntoView {
    let mut spans = vec![
        MeterSpan::new(0.0, range.low, "known"),
        MeterSpan::new(range.low, range.high, "open"),
    ];
    if let Some(value) = range.value.filter(|_| range.high > range.low) {
        spans.push(MeterSpan::new(value.min(99.0), value + 0.5, "mark"));
    }
    meter("track", spans)
}
