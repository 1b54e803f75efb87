//! Values over time: a line for each series, a mark with its interval at each day.

use crate::Style;
use crate::bar::{Bar, NormalizedBar};
use crate::geometry::Rect;
use crate::mark::{Label, Mark, Point, TextAnchor};
use crate::series_style::SeriesStyle;
use crate::text;

/// A value on a day.
#[derive(Debug, Clone, PartialEq)]
pub struct TrendPoint {
    /// Day number, counted from any fixed day.
    pub day: u32,
    /// The value in percent with its interval. The label is shown beside the mark if there is
    /// space.
    pub bar: Bar,
    /// Number of its style, as in [`crate::Outline`].
    pub series_style: usize,
}

/// Values joined by a line, sorted by day.
#[derive(Debug, Clone, PartialEq)]
pub struct Series {
    /// At least one point.
    pub points: Vec<TrendPoint>,
}

/// A date on the horizontal axis.
#[derive(Debug, Clone, PartialEq)]
pub struct Tick {
    /// Day number.
    pub day: u32,
    /// The formatted date.
    pub label: String,
}

/// Half the width of an interval's end cap, in CSS pixels.
const END: f64 = 4.0;

/// Greatest extent of a mark, in CSS pixels.
const MARK: f64 = 10.0;

/// Half the width, within limits of readability.
pub(crate) fn height(width: u32, style: &Style) -> u32 {
    let wanted = f64::from(width) * 0.5;
    wanted.clamp(style.px(190.0), style.px(340.0)).ceil() as u32
}

/// The plot rectangle and the scale of days.
struct PlotFrame {
    plot: Rect,
    first: f64,
    span: f64,
    inset: f64,
}

impl PlotFrame {
    fn of(area: (u32, u32), series: &[Series], style: &Style) -> Option<Self> {
        let (width, height) = (f64::from(area.0), f64::from(area.1));
        let size = style.size();
        let plot = Rect {
            left: text::width("100", size, false) + style.px(8.0),
            top: size.max(style.px(MARK)),
            right: width - size * 1.5,
            bottom: height - size * 2.2,
        };
        let days = series.iter().flat_map(|series| &series.points);
        let (first, last) = days.fold((f64::MAX, f64::MIN), |(first, last), point| {
            let day = f64::from(point.day);
            (day.min(first), day.max(last))
        });
        let is_roomy = plot.right - plot.left >= style.px(80.0)
            && plot.bottom - plot.top >= style.px(60.0).max(size * 1.5);
        (is_roomy && last > first).then(|| Self {
            plot,
            first,
            span: last - first,
            inset: ((plot.right - plot.left) * 0.04).max(style.px(MARK)),
        })
    }

    fn x(&self, day: u32) -> f64 {
        // Keeps marks of the first and last day off the frame.
        let inset = self.inset;
        let room = self.plot.right - self.plot.left - inset * 2.0;
        self.plot.left + inset + (f64::from(day) - self.first) / self.span * room
    }

    fn y(&self, part: f64) -> f64 {
        self.plot.bottom - (self.plot.bottom - self.plot.top) * part
    }
}

pub(crate) fn marks(
    area: (u32, u32),
    series: &[Series],
    ticks: &[Tick],
    style: &Style,
) -> Vec<Mark> {
    let Some(frame) = PlotFrame::of(area, series, style) else {
        return Vec::new();
    };
    let mut marks = Vec::new();
    draw_grid(&mut marks, &frame, style);
    draw_dates(&mut marks, &frame, ticks, style);
    for (number, series) in series.iter().enumerate() {
        draw_series_line(&mut marks, &frame, number, series, style);
    }
    let all: Vec<&TrendPoint> = series.iter().flat_map(|series| &series.points).collect();
    for point in &all {
        draw_interval(&mut marks, &frame, point, style);
    }
    let mut occupied = Vec::new();
    for point in &all {
        if let Some(at) = point_position(&frame, point) {
            SeriesStyle::of(point.series_style).mark(&mut marks, at, style);
            let half = style.px(6.0);
            occupied.push(centred_rect(at, half, half));
        }
    }
    for point in &all {
        draw_label(&mut marks, &frame, point, &mut occupied, style);
    }
    marks
}

fn point_position(frame: &PlotFrame, point: &TrendPoint) -> Option<Point> {
    let value = NormalizedBar::of(&point.bar).value?;
    Some((frame.x(point.day), frame.y(value)))
}

/// Draws lines at 0, 20, 40, 60, 80 and 100 with their values, if there is space.
fn draw_grid(marks: &mut Vec<Mark>, frame: &PlotFrame, style: &Style) {
    let is_low = frame.plot.bottom - frame.plot.top < style.size() * 5.5;
    for step in 0..=5_u32 {
        let y = frame.y(f64::from(step) / 5.0);
        let ends = vec![(frame.plot.left, y), (frame.plot.right, y)];
        let color = if step == 0 {
            style.palette.muted
        } else {
            style.palette.rule
        };
        marks.push(Mark::Line(ends, (color, 1.0), style.hairline()));
        if is_low && !matches!(step, 0 | 5) {
            continue;
        }
        marks.push(Mark::Text(Label {
            text: (step * 20).to_string(),
            at: (frame.plot.left - style.px(6.0), y),
            side: TextAnchor::End,
            size: style.size(),
            bold: false,
            color: style.palette.muted,
        }));
    }
}

/// Draws the dates for which there is space: first and last before those between.
fn draw_dates(marks: &mut Vec<Mark>, frame: &PlotFrame, ticks: &[Tick], style: &Style) {
    let size = style.size();
    let y = frame.plot.bottom + size * 1.2;
    let (first, last) = (ticks.first(), ticks.last().filter(|_| ticks.len() > 1));
    let between = ticks.iter().skip(1).take(ticks.len().saturating_sub(2));
    let mut occupied: Vec<Rect> = Vec::new();
    for tick in first.into_iter().chain(last).chain(between) {
        let half = text::width(&tick.label, size, false) / 2.0;
        let right = frame.plot.right + size * 1.4;
        let x = frame.x(tick.day).min(right - half).max(half);
        let room = centred_rect((x, y), half + size * 0.4, size);
        if !occupied.iter().any(|other| other.overlaps(&room)) {
            occupied.push(room);
            let stem = frame.x(tick.day);
            let ends = vec![
                (stem, frame.plot.bottom),
                (stem, frame.plot.bottom + style.px(5.0)),
            ];
            marks.push(Mark::Line(
                ends,
                (style.palette.muted, 1.0),
                style.hairline(),
            ));
            marks.push(Mark::Text(Label {
                text: tick.label.clone(),
                at: (x, y),
                side: TextAnchor::Middle,
                size,
                bold: false,
                color: style.palette.muted,
            }));
        }
    }
}

fn draw_series_line(
    marks: &mut Vec<Mark>,
    frame: &PlotFrame,
    number: usize,
    series: &Series,
    style: &Style,
) {
    let line: Vec<Point> = series
        .points
        .iter()
        .filter_map(|point| point_position(frame, point))
        .collect();
    if line.len() > 1 {
        SeriesStyle::of(number).line(marks, &line, style);
    }
}

/// Draws the interval as a vertical line with end caps.
fn draw_interval(marks: &mut Vec<Mark>, frame: &PlotFrame, point: &TrendPoint, style: &Style) {
    let reading = NormalizedBar::of(&point.bar);
    if !reading.is_open() {
        return;
    }
    let x = frame.x(point.day);
    let (low, high) = (frame.y(reading.low), frame.y(reading.high));
    let tint = (style.palette.muted, 1.0);
    let half = style.px(END);
    for ends in [
        [(x, low), (x, high)],
        [(x - half, low), (x + half, low)],
        [(x - half, high), (x + half, high)],
    ] {
        marks.push(Mark::Line(ends.to_vec(), tint, style.px(1.5)));
    }
}

/// Draws the label at the first free position around the mark.
fn draw_label(
    marks: &mut Vec<Mark>,
    frame: &PlotFrame,
    point: &TrendPoint,
    occupied: &mut Vec<Rect>,
    style: &Style,
) {
    let Some(mark) = point_position(frame, point) else {
        return;
    };
    let size = style.size();
    let half = text::width(&point.bar.label, size, true) / 2.0;
    let area = Rect {
        left: frame.plot.left,
        top: 0.0,
        right: frame.plot.right + size * 1.5,
        bottom: frame.plot.bottom,
    };
    let is_free = |at: &Point| {
        let room = centred_rect(*at, half, size * 0.6);
        is_within(&room, &area) && !occupied.iter().any(|other| other.overlaps(&room))
    };
    let positions = positions_around(mark, half + size * 0.8, size * 1.25);
    let Some(at) = positions.into_iter().find(is_free) else {
        return;
    };
    occupied.push(centred_rect(at, half, size * 0.6));
    marks.push(Mark::Text(Label {
        text: point.bar.label.clone(),
        at,
        side: TextAnchor::Middle,
        size,
        bold: true,
        color: SeriesStyle::of(point.series_style).color(&style.palette),
    }));
}

/// Positions of a label around a mark, in order of preference.
fn positions_around((x, y): Point, aside: f64, up: f64) -> [Point; 6] {
    [
        (aside, -up),
        (-aside, -up),
        (aside, up),
        (-aside, up),
        (0.0, -up),
        (0.0, up),
    ]
    .map(|(dx, dy)| (x + dx, y + dy))
}

fn centred_rect((x, y): Point, wide: f64, tall: f64) -> Rect {
    Rect {
        left: x - wide,
        top: y - tall,
        right: x + wide,
        bottom: y + tall,
    }
}

fn is_within(inner: &Rect, outer: &Rect) -> bool {
    inner.left >= outer.left
        && inner.right <= outer.right
        && inner.top >= outer.top
        && inner.bottom <= outer.bottom
}
