//! The bars, drawn as streaks of metal on a touchstone.

use std::f64::consts::FRAC_PI_2;

use crate::bar::NormalizedBar;
use crate::geometry::{Rect, hatch};
use crate::mark::{Label, Mark, Point, TextAnchor};
use crate::text::{self, WrappedText};
use crate::{Bar, Style};

/// Number of slices in the gradient; plotters has no gradients.
const SHADES: u32 = 16;
/// Space in em above and below a bar if the label stands above it.
const ABOVE: f64 = 0.25;
const BELOW: f64 = 0.9;

/// Column positions and row heights, in units of the area.
struct Plan {
    size: f64,
    names: Vec<WrappedText>,
    /// Whether labels stand above their bars.
    stacked: bool,
    left: f64,
    right: f64,
    width: f64,
    /// Height of a bar.
    thick: f64,
    /// Heights of the rows.
    rows: Vec<f64>,
}

impl Plan {
    fn of(bars: &[Bar], width: f64, style: &Style, size: f64) -> Self {
        let gap = size;
        let figures = text::width("100", size, true) + gap;
        let widest = bars
            .iter()
            .map(|bar| text::width(&bar.label, size, false))
            .fold(0.0, f64::max);
        let beside = |room: f64| -> Vec<_> {
            bars.iter()
                .map(|bar| text::wrap(&bar.label, size, room, 2))
                .collect()
        };
        let room = widest.ceil().min((width * 0.36).floor());
        let mut names = beside(room);
        let stacked =
            names.iter().any(|name| name.cut) || width - room - gap - figures < size * 7.0;
        let column = names
            .iter()
            .map(|name| name.width)
            .fold(0.0, f64::max)
            .ceil();
        let (mut left, mut right) = (column + gap, width - figures);
        if stacked {
            let room = (width - figures).max(0.0);
            names = bars
                .iter()
                .map(|bar| text::wrap(&bar.label, size, room, 2))
                .collect();
            (left, right) = (0.0, width);
        }
        let lines = |name: &WrappedText| line_count(name) * size * 1.25;
        let thick = (size * 1.15).round().max(style.hairline() * 3.0);
        let level = names.iter().map(lines).fold(thick + size * 0.4, f64::max) + size * 0.6;
        let above = |name| lines(name) + size * ABOVE + thick + size * BELOW;
        let rows = names
            .iter()
            .map(|name| if stacked { above(name) } else { level })
            .collect();
        Self {
            size,
            names,
            stacked,
            left,
            right,
            width,
            thick,
            rows,
        }
    }

    fn needed(&self) -> f64 {
        self.rows.iter().sum()
    }
}

/// Lines of a label; at least one, for the value.
fn line_count(name: &WrappedText) -> f64 {
    name.lines.len().max(1) as f64
}

/// The font size, reduced in a narrow area.
fn fitting(width: f64, style: &Style) -> f64 {
    style.size().min(width / 8.0)
}

pub(crate) fn height(bars: &[Bar], width: u32, style: &Style) -> u32 {
    let width = f64::from(width);
    let plan = Plan::of(bars, width, style, fitting(width, style));
    plan.needed().ceil() as u32
}

pub(crate) fn marks(area: (u32, u32), bars: &[Bar], style: &Style) -> Vec<Mark> {
    let (width, height) = (f64::from(area.0), f64::from(area.1));
    let count = bars.len() as f64;
    if width < style.px(80.0) || height < style.px(6.0) * count {
        return Vec::new();
    }
    let mut size = fitting(width, style);
    let mut plan = Plan::of(bars, width, style, size);
    // If the area is too low, everything shrinks alike, so labels do not overlap. Line breaks and
    // columns change with the size, so this may take several attempts.
    for _ in 0..4 {
        let needed = plan.needed();
        if needed > height {
            size *= height / needed * 0.98;
            plan = Plan::of(bars, width, style, size);
        }
    }
    if plan.needed() > height {
        return Vec::new();
    }
    let mut marks = Vec::new();
    let mut top = 0.0;
    for (bar, (name, tall)) in bars.iter().zip(plan.names.iter().zip(&plan.rows)) {
        row(
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
fn row(
    marks: &mut Vec<Mark>,
    plan: &Plan,
    (top, tall): (f64, f64),
    (name, reading): (&WrappedText, &NormalizedBar),
    style: &Style,
) {
    let size = plan.size;
    let line = size * 1.25;
    let track_top = if plan.stacked {
        top + tall - size * BELOW - plan.thick
    } else {
        top + (tall - plan.thick) / 2.0
    };
    let middle = if plan.stacked {
        track_top - size * ABOVE - line * line_count(name) / 2.0
    } else {
        top + tall / 2.0
    };
    let mut write = |text: String, at: Point, side: TextAnchor, bold: bool, color| {
        marks.push(Mark::Text(Label {
            text,
            at,
            side,
            size,
            bold,
            color,
        }));
    };
    let first = middle - line * (line_count(name) - 1.0) / 2.0;
    for (at, text) in name.lines.iter().enumerate() {
        let at = (0.0, first + line * at as f64);
        write(
            text.clone(),
            at,
            TextAnchor::Start,
            false,
            style.palette.ink,
        );
    }
    let color = if reading.value.is_some() {
        style.palette.ink
    } else {
        style.palette.muted
    };
    let last = first + line * (line_count(name) - 1.0);
    let level = if plan.stacked { last } else { middle };
    write(
        reading.figure(),
        (plan.width, level),
        TextAnchor::End,
        true,
        color,
    );
    let track = Rect {
        left: plan.left.round(),
        top: track_top.round(),
        right: plan.right.round(),
        bottom: track_top.round() + plan.thick,
    };
    streak(marks, &track, reading, style);
}

/// Draws the bar on its base line.
fn streak(marks: &mut Vec<Mark>, track: &Rect, reading: &NormalizedBar, style: &Style) {
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
    let hatch = |marks: &mut Vec<Mark>, part: &Rect| {
        let (thick, pitch) = (
            style.px(2.0).round().max(1.0),
            style.px(6.0).round().max(3.0),
        );
        hatch(marks, &part.corners(), thick, pitch, (palette.metal, 1.0));
    };
    if reading.is_open() {
        hatch(marks, &open);
    }
    if solid.right <= solid.left {
        return;
    }
    known(marks, &solid, style);
    // The part that open answers could still take away: paler under the same hatching.
    let taken = Rect {
        left: open.left,
        right: solid.right - cap(&solid, style),
        ..bed
    };
    if reading.is_open() && taken.right - taken.left >= style.px(3.0) {
        marks.push(Mark::Fill(taken.corners(), (palette.paper, 0.35)));
        hatch(marks, &taken);
    }
}

/// Length of the rounded end of the known part.
fn cap(solid: &Rect, style: &Style) -> f64 {
    style.px(8.0).round().min(solid.right - solid.left)
}

/// Draws the known part: a gradient from the deep to the plain metal colour, with a rounded end.
fn known(marks: &mut Vec<Mark>, solid: &Rect, style: &Style) {
    let length = solid.right - solid.left;
    let body = length - cap(solid, style);
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
