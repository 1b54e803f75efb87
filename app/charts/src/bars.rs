//! The bars: one row for each score, with its label, its value and its possible range.

mod layout;

use crate::bar::NormalizedBar;
use crate::geometry::Rect;
use crate::mark::{Label, Mark, TextAnchor, Tint};
use crate::style::OPEN_OPACITY;
use crate::text::WrappedText;
use crate::{Bar, Style, target};

use layout::{ABOVE, BELOW, BarLayout, fitting_size, line_count};

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
    let row = Rect {
        left: 0.0,
        top,
        right: plan.width,
        bottom: top + tall,
    };
    target::draw_on_bar(marks, (&row, &track), reading, style);
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

/// Draws the bar on its base line: solid up to the lower bound, pale over the interval, and a mark
/// at the value where there is an interval.
fn draw_bar(marks: &mut Vec<Mark>, track: &Rect, reading: &NormalizedBar, style: &Style) {
    let palette = &style.palette;
    let base = Rect {
        top: track.bottom - style.hairline(),
        ..*track
    };
    marks.push(Mark::Fill(base.corners(), (palette.rule, 1.0)));
    let x = |part: f64| (track.left + (track.right - track.left) * part).round();
    let mut fill = |left: f64, right: f64, tint: Tint| {
        let part = Rect {
            left,
            right,
            bottom: base.top,
            ..*track
        };
        if right > left {
            marks.push(Mark::Fill(part.corners(), tint));
        }
    };
    // A value without an interval is solid to its end.
    let known = match reading.value {
        Some(value) if !reading.is_open() => value,
        _ => reading.low,
    };
    fill(track.left, x(known), (palette.metal, 1.0));
    if reading.is_open() {
        let open = (palette.metal, OPEN_OPACITY);
        fill(x(reading.low), x(reading.high), open);
        if let Some(value) = reading.value {
            let half = style.px(1.0);
            let at = x(value).min(track.right - half).max(track.left + half);
            fill(at - half, at + half, (palette.ink, 1.0));
        }
    }
}
