//! The targets of a radar: a dashed outline with diamonds.

use super::consecutive_runs;
use super::plot::Plot;
use crate::Style;
use crate::bar::NormalizedBar;
use crate::geometry::Rect;
use crate::mark::{Mark, Point};
use crate::target::{draw_diamond, target_style};

/// Draws the outline through the targets, interrupted at axes without one, and a diamond at each.
pub(super) fn draw_targets(
    marks: &mut Vec<Mark>,
    (bounds, plot): (&Rect, &Plot),
    readings: &[NormalizedBar],
    style: &Style,
) {
    let targets: Vec<Option<f64>> = readings.iter().map(|reading| reading.target).collect();
    let place = |axis: usize| Some(plot.at(axis, targets.get(axis).copied().flatten()?));
    for run in consecutive_runs(&targets) {
        let mut line: Vec<Point> = run.iter().filter_map(|&axis| place(axis)).collect();
        if run.len() == targets.len() {
            line.extend(line.first().copied());
        }
        if line.len() > 1 {
            target_style().line(marks, &line, style);
        }
    }
    for at in (0..targets.len()).filter_map(place) {
        draw_diamond(marks, bounds, at, style);
    }
}
