//! The bars: one row for each score, with its label, its value and its possible range.

mod layout;

use std::f64::consts::FRAC_PI_2;

use crate::bar::NormalizedBar;
use crate::geometry::{Rect, hatch};
use crate::mark::{Label, Mark, TextAnchor};
use crate::text::WrappedText;
use crate::{Bar, Style, target};

use layout::{ABOVE, BELOW, BarLayout, fitting_size, line_count};

/// Number of slices in the gradient; plotters has no gradients.
const SHADES: u32 = 16;

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
    target::draw_on_bar(marks, &track, reading, style);
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
    // The part that open answers can still remove: paler under the same hatching.
    let losable = Rect {
        left: open.left,
        right: solid.right - cap_length(&solid, style),
        ..bed
    };
    if reading.is_open() && losable.right - losable.left >= style.px(3.0) {
        marks.push(Mark::Fill(losable.corners(), (palette.paper, 0.35)));
        hatch_part(marks, &losable, style);
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
