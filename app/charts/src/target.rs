//! The marks of targets: a dashed outline with diamonds on the radar, a line with a diamond on a bar.
//!
//! Dashes and shape distinguish targets from values without colour.

use crate::Style;
use crate::bar::NormalizedBar;
use crate::geometry::Rect;
use crate::mark::{Mark, Point};
use crate::series_style::SeriesStyle;

/// Number of the style in which targets are drawn; [`crate::legend_key`] draws it in a legend.
pub const TARGET_STYLE: usize = 3;

/// How far the line of a target extends beyond its bar, in CSS pixels.
const OVERHANG: f64 = 3.0;

/// The style of targets.
pub(crate) fn target_style() -> SeriesStyle {
    SeriesStyle::of(TARGET_STYLE)
}

/// Draws the target of a bar: a line across it with a diamond.
pub(crate) fn draw_on_bar(
    marks: &mut Vec<Mark>,
    track: &Rect,
    reading: &NormalizedBar,
    style: &Style,
) {
    let Some(target) = reading.target else {
        return;
    };
    let x = (track.left + (track.right - track.left) * target).round();
    let overhang = style.px(OVERHANG);
    let line: Vec<Point> = vec![(x, track.top - overhang), (x, track.bottom + overhang)];
    let tint = |color| (color, 1.0);
    marks.push(Mark::Line(
        line.clone(),
        tint(style.palette.paper),
        style.px(5.0),
    ));
    marks.push(Mark::Line(line, tint(style.palette.ink), style.px(2.0)));
    let middle = (track.top + track.bottom) / 2.0;
    target_style().mark(marks, (x, middle), style);
}
