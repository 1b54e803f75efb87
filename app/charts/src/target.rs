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

/// Distance from the middle of a diamond to its points, in CSS pixels.
const REACH: f64 = 7.0;

/// The style of targets.
pub(crate) fn target_style() -> SeriesStyle {
    SeriesStyle::of(TARGET_STYLE)
}

/// Draws a diamond inside `bounds`, as close to its place as they allow; nothing if they are too small.
pub(crate) fn draw_diamond(marks: &mut Vec<Mark>, bounds: &Rect, at: Point, style: &Style) {
    let reach = style.px(REACH);
    let between = |place: f64, from: f64, to: f64| {
        (to - from >= 2.0 * reach).then(|| place.clamp(from + reach, to - reach))
    };
    let x = between(at.0, bounds.left, bounds.right);
    let y = between(at.1, bounds.top, bounds.bottom);
    if let Some(at) = x.zip(y) {
        target_style().mark(marks, at, style);
    }
}

/// Draws the target of a bar: a line across it with a diamond, inside `row`.
pub(crate) fn draw_on_bar(
    marks: &mut Vec<Mark>,
    (row, track): (&Rect, &Rect),
    reading: &NormalizedBar,
    style: &Style,
) {
    let Some(target) = reading.target else {
        return;
    };
    let x = (track.left + (track.right - track.left) * target).round();
    let overhang = style.px(OVERHANG);
    let line: Vec<Point> = vec![
        (x, (track.top - overhang).max(row.top)),
        (x, (track.bottom + overhang).min(row.bottom)),
    ];
    let tint = |color| (color, 1.0);
    marks.push(Mark::Line(
        line.clone(),
        tint(style.palette.paper),
        style.px(5.0),
    ));
    marks.push(Mark::Line(line, tint(style.palette.ink), style.px(2.0)));
    let middle = (track.top + track.bottom) / 2.0;
    draw_diamond(marks, row, (x, middle), style);
}
