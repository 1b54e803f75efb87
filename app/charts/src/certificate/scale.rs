//! The scale of the AI content with its five levels.

use super::Scale;
use super::pen::{Pen, TextStyle};
use crate::geometry::Rect;
use crate::mark::{Point, TextAnchor};

/// Draws the scale from `at` to the right, `long` units wide, with level names of `size` below it.
pub(super) fn draw(pen: &mut Pen<'_>, scale: &Scale, at: Point, long: f64, size: f64) {
    let palette = pen.palette();
    let part = |from: f64, to: f64, inset: f64| {
        let x = |percent: f64| at.0 + long * percent.clamp(0.0, 100.0) / 100.0;
        Rect {
            left: x(from),
            right: x(to),
            top: at.1 + inset * size,
            bottom: at.1 + (1.5 - inset) * size,
        }
    };
    for level in 0..5_u8 {
        let from = f64::from(level) * 20.0;
        let is_reached = scale.level == Some(usize::from(level));
        let color = match is_reached {
            true => palette.metal_wash,
            false => palette.rule,
        };
        let gap = if level == 0 { 0.0 } else { 0.3 };
        pen.fill(part(from + gap, from + 20.0, 0.25), color, 1.0);
    }
    let wide = |range: Option<(f64, f64)>| range.filter(|(low, high)| high > low);
    if let Some((low, high)) = wide(scale.possible) {
        pen.fill(part(low, high, 0.25), palette.metal, 0.32);
    }
    if let Some((low, high)) = wide(scale.plausible) {
        pen.fill(part(low, high, 0.45), palette.metal, 1.0);
    }
    if let Some(value) = scale.value.filter(|value| value.is_finite()) {
        let value = value.clamp(0.3, 99.7);
        pen.fill(part(value - 0.3, value + 0.3, 0.0), palette.ink, 1.0);
    }
    draw_names(pen, scale, (at.0, at.1 + size * 2.3), long, size);
}

/// Writes the level names, the reached one in the display face.
fn draw_names(pen: &mut Pen<'_>, scale: &Scale, (left, y): Point, long: f64, size: f64) {
    for (place, name) in scale.levels.iter().enumerate() {
        let middle = left + long * (place as f64 + 0.5) / 5.0;
        let style = match scale.level == Some(place) {
            true => pen.display_text(size),
            false => pen.secondary_text(size),
        };
        let style = TextStyle {
            side: TextAnchor::Middle,
            ..style
        };
        pen.write_line(name, (middle, y), long / 5.0, style);
    }
}
