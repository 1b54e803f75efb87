//! The bars, drawn as streaks of metal on a touchstone.

use std::f64::consts::FRAC_PI_2;

use crate::bar::NormalizedBar;
use crate::geometry::{Rect, hatch};
use crate::mark::{Label, Mark, TextAnchor};
use crate::text::{self, WrappedText};
use crate::{Bar, Style};

/// Number of slices in the gradient; plotters has no gradients.
const SHADES: u32 = 16;
/// Space in em above and below a bar if the label stands above it.
const ABOVE: f64 = 0.25;
const BELOW: f64 = 0.9;

/// Column positions and row heights, in units of the area.
struct BarLayout {
    size: f64,
    names: Vec<WrappedText>,
    /// Whether labels stand above their bars.
    is_stacked: bool,
    left: f64,
    right: f64,
    width: f64,
    /// Height of a bar.
    thickness: f64,
    /// Heights of the rows.
    rows: Vec<f64>,
}

impl BarLayout {
    fn of(bars: &[Bar], width: f64, style: &Style, size: f64) -> Self {
        let columns = Columns::of(bars, width, size);
        let thickness = (size * 1.15).round().max(style.hairline() * 3.0);
        let rows = columns.row_heights(size, thickness);
        let Columns {
            names,
            is_stacked,
            left,
            right,
        } = columns;
        Self {
            size,
            names,
            is_stacked,
            left,
            right,
            width,
            thickness,
            rows,
        }
    }

    fn total_height(&self) -> f64 {
        self.rows.iter().sum()
    }
}

/// Wrapped labels, and the left and right edge of the bars.
struct Columns {
    names: Vec<WrappedText>,
    is_stacked: bool,
    left: f64,
    right: f64,
}

impl Columns {
    /// Labels left of the bars, or above them if they would be truncated or the bars too short.
    fn of(bars: &[Bar], width: f64, size: f64) -> Self {
        let gap = size;
        let values = text::width("100", size, true) + gap;
        let widest = bars
            .iter()
            .map(|bar| text::width(&bar.label, size, false))
            .fold(0.0, f64::max);
        let wrap = |room: f64| -> Vec<WrappedText> {
            bars.iter()
                .map(|bar| text::wrap(&bar.label, size, room, 2))
                .collect()
        };
        let room = widest.ceil().min((width * 0.36).floor());
        let names = wrap(room);
        let is_cut = names.iter().any(|name| name.cut);
        if is_cut || width - room - gap - values < size * 7.0 {
            return Self {
                names: wrap((width - values).max(0.0)),
                is_stacked: true,
                left: 0.0,
                right: width,
            };
        }
        let longest = names.iter().map(|name| name.width).fold(0.0, f64::max);
        Self {
            names,
            is_stacked: false,
            left: longest.ceil() + gap,
            right: width - values,
        }
    }

    fn row_heights(&self, size: f64, thickness: f64) -> Vec<f64> {
        let lines = |name: &WrappedText| line_count(name) * size * 1.25;
        if self.is_stacked {
            let above = |name| lines(name) + size * ABOVE + thickness + size * BELOW;
            return self.names.iter().map(above).collect();
        }
        let least = thickness + size * 0.4;
        let level = self.names.iter().map(lines).fold(least, f64::max) + size * 0.6;
        vec![level; self.names.len()]
    }
}

/// Lines of a label; at least one, for the value.
fn line_count(name: &WrappedText) -> f64 {
    name.lines.len().max(1) as f64
}

/// The font size, reduced in a narrow area.
fn fitting_size(width: f64, style: &Style) -> f64 {
    style.size().min(width / 8.0)
}

pub(crate) fn height(bars: &[Bar], width: u32, style: &Style) -> u32 {
    let width = f64::from(width);
    let plan = BarLayout::of(bars, width, style, fitting_size(width, style));
    plan.total_height().ceil() as u32
}

pub(crate) fn marks(area: (u32, u32), bars: &[Bar], style: &Style) -> Vec<Mark> {
    let (width, height) = (f64::from(area.0), f64::from(area.1));
    let count = bars.len() as f64;
    if width < style.px(80.0) || height < style.px(6.0) * count {
        return Vec::new();
    }
    let mut size = fitting_size(width, style);
    let mut plan = BarLayout::of(bars, width, style, size);
    // If the area is too low, everything shrinks alike, so labels do not overlap. Line breaks and
    // columns change with the size, so this may take several attempts.
    for _ in 0..4 {
        let needed = plan.total_height();
        if needed > height {
            size *= height / needed * 0.98;
            plan = BarLayout::of(bars, width, style, size);
        }
    }
    if plan.total_height() > height {
        return Vec::new();
    }
    let mut marks = Vec::new();
    let mut top = 0.0;
    for (bar, (name, tall)) in bars.iter().zip(plan.names.iter().zip(&plan.rows)) {
        draw_row(
            &mut marks,
            &plan,
            (top, *tall),
            (name, &NormalizedBar::of(bar)),
            style,
        );
        top += tall;
    }
    marks
}

/// Draws one row: label, value, bar.
fn draw_row(
    marks: &mut Vec<Mark>,
    plan: &BarLayout,
    (top, tall): (f64, f64),
    (name, reading): (&WrappedText, &NormalizedBar),
    style: &Style,
) {
    let line = plan.size * 1.25;
    let (track_top, middle) = if plan.is_stacked {
        let track_top = top + tall - plan.size * BELOW - plan.thickness;
        let label = plan.size * ABOVE + line * line_count(name) / 2.0;
        (track_top, track_top - label)
    } else {
        (top + (tall - plan.thickness) / 2.0, top + tall / 2.0)
    };
    let first = middle - line * (line_count(name) - 1.0) / 2.0;
    for (at, text) in name.lines.iter().enumerate() {
        let at = (0.0, first + line * at as f64);
        marks.push(Mark::Text(Label {
            text: text.clone(),
            at,
            side: TextAnchor::Start,
            size: plan.size,
            bold: false,
            color: style.palette.ink,
        }));
    }
    let last = first + line * (line_count(name) - 1.0);
    let level = if plan.is_stacked { last } else { middle };
    marks.push(value_label(plan, reading, level, style));
    let track = Rect {
        left: plan.left.round(),
        top: track_top.round(),
        right: plan.right.round(),
        bottom: track_top.round() + plan.thickness,
    };
    draw_bar(marks, &track, reading, style);
}

/// The value at the right edge; muted if there is none.
fn value_label(plan: &BarLayout, reading: &NormalizedBar, level: f64, style: &Style) -> Mark {
    Mark::Text(Label {
        text: reading.figure(),
        at: (plan.width, level),
        side: TextAnchor::End,
        size: plan.size,
        bold: true,
        color: match reading.value {
            Some(_) => style.palette.ink,
            None => style.palette.muted,
        },
    })
}

/// Draws the bar on its base line.
fn draw_bar(marks: &mut Vec<Mark>, track: &Rect, reading: &NormalizedBar, style: &Style) {
    let hair = style.hairline();
    let palette = &style.palette;
    let base = Rect {
        top: track.bottom - hair,
        ..*track
    };
    marks.push(Mark::Fill(base.corners(), (palette.rule, 1.0)));
    let x = |part: f64| (track.left + (track.right - track.left) * part).round();
    let bed = Rect {
        bottom: track.bottom - hair,
        ..*track
    };
    let solid = Rect {
        right: x(reading.value.unwrap_or(0.0)),
        ..bed
    };
    let open = Rect {
        left: x(reading.low),
        right: x(reading.high),
        ..bed
    };
    if reading.is_open() {
        hatch_part(marks, &open, style);
    }
    if solid.right <= solid.left {
        return;
    }
    draw_known_part(marks, &solid, style);
    // The part that open answers could still take away: paler under the same hatching.
    let taken = Rect {
        left: open.left,
        right: solid.right - cap_length(&solid, style),
        ..bed
    };
    if reading.is_open() && taken.right - taken.left >= style.px(3.0) {
        marks.push(Mark::Fill(taken.corners(), (palette.paper, 0.35)));
        hatch_part(marks, &taken, style);
    }
}

/// Hatches a part of a bar.
fn hatch_part(marks: &mut Vec<Mark>, part: &Rect, style: &Style) {
    let thickness = style.px(2.0).round().max(1.0);
    let pitch = style.px(6.0).round().max(3.0);
    let tint = (style.palette.metal, 1.0);
    hatch(marks, &part.corners(), thickness, pitch, tint);
}

/// Length of the rounded end of the known part.
fn cap_length(solid: &Rect, style: &Style) -> f64 {
    style.px(8.0).round().min(solid.right - solid.left)
}

/// Draws the known part: a gradient from the deep to the plain metal colour, with a rounded end.
fn draw_known_part(marks: &mut Vec<Mark>, solid: &Rect, style: &Style) {
    let length = solid.right - solid.left;
    let body = length - cap_length(solid, style);
    let palette = &style.palette;
    let mut from = solid.left;
    for step in 1..=SHADES {
        let part = f64::from(step) / f64::from(SHADES);
        let edge = |part: f64| (solid.left + body * part.min(1.0)).round();
        let to = edge(part);
        if to > from {
            let slice = Rect {
                left: from,
                // Overlaps the next slice, so that scaling shows no seam.
                right: edge(part + 1.0 / f64::from(SHADES)),
                ..*solid
            };
            let color = palette.metal_deep.mix(palette.metal, part * body / length);
            marks.push(Mark::Fill(slice.corners(), (color, 1.0)));
            from = to;
        }
    }
    let (middle, half) = (
        (solid.top + solid.bottom) / 2.0,
        (solid.bottom - solid.top) / 2.0,
    );
    let end = (-6..=6).map(|step| {
        let angle = f64::from(step) / 6.0 * FRAC_PI_2;
        (
            from + (solid.right - from) * angle.cos(),
            middle + half * angle.sin(),
        )
    });
    marks.push(Mark::Fill(end.collect(), (palette.metal, 1.0)));
}
