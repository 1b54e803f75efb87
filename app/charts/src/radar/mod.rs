//! The radar: axes, rings, the band of open answers, the outline of known values.

mod layout;
mod letters;
pub(crate) mod overlay;
mod plot;
mod targets;

use crate::bar::NormalizedBar;
use crate::geometry::Rect;
use crate::mark::{Label, Mark, Point};
use crate::style::OPEN_OPACITY;
use crate::{Bar, Style};
use layout::Layout;
use plot::Plot;

/// How a radar is drawn, by its number of bars.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RadarShape {
    /// Fewer than three: no radar, bars only.
    BarsOnly,
    /// Three to eight: labels and values at the axes.
    Labelled,
    /// Nine or more: numbers from 1 at the axes; the page shows the legend.
    Numbered,
}

/// The shape for `count` bars.
#[must_use]
pub fn radar_shape(count: usize) -> RadarShape {
    match count {
        0..3 => RadarShape::BarsOnly,
        3..9 => RadarShape::Labelled,
        _ => RadarShape::Numbered,
    }
}

/// Texts at an axis.
#[derive(Debug, Clone)]
struct Axis {
    name: String,
    /// Shown under the name; may be empty.
    figure: String,
}

/// Name and value at each axis, or numbers if there are too many for names. Empty if there is no
/// radar.
fn axes(names_and_figures: impl ExactSizeIterator<Item = (String, String)>) -> Vec<Axis> {
    let shape = radar_shape(names_and_figures.len());
    let numbered = names_and_figures.zip(1..);
    match shape {
        RadarShape::BarsOnly => Vec::new(),
        RadarShape::Labelled => numbered
            .map(|((name, figure), _)| Axis { name, figure })
            .collect(),
        RadarShape::Numbered => numbered
            .map(|(_, number): (_, u32)| Axis {
                name: String::new(),
                figure: number.to_string(),
            })
            .collect(),
    }
}

fn axes_of(bars: &[Bar]) -> Vec<Axis> {
    axes(
        bars.iter()
            .map(|bar| (bar.label.clone(), NormalizedBar::of(bar).figure())),
    )
}

pub(crate) fn height(bars: &[Bar], width: u32, style: &Style) -> u32 {
    layout::height(&axes_of(bars), f64::from(width), style).ceil() as u32
}

pub(crate) fn marks(area: (u32, u32), bars: &[Bar], style: &Style) -> Vec<Mark> {
    let Some(Layout { plot, names }) = layout::of(area, &axes_of(bars), style) else {
        return Vec::new();
    };
    let readings: Vec<NormalizedBar> = bars.iter().map(NormalizedBar::of).collect();
    let mut marks = Vec::new();
    let has_value: Vec<bool> = readings.iter().map(|r| r.value.is_some()).collect();
    draw_grid(&mut marks, &plot, &has_value, style);
    draw_open_band(&mut marks, &plot, &readings, style);
    draw_known_outline(&mut marks, &plot, &readings, style);
    draw_dots(&mut marks, &plot, &readings, style);
    let bounds = Rect {
        left: 0.0,
        top: 0.0,
        right: f64::from(area.0),
        bottom: f64::from(area.1),
    };
    targets::draw_targets(&mut marks, (&bounds, &plot), &readings, style);
    for name in names {
        draw_axis_label(&mut marks, name, style);
    }
    marks
}

/// Draws rings and axes; an axis without a known value is dashed.
fn draw_grid(marks: &mut Vec<Mark>, plot: &Plot, known: &[bool], style: &Style) {
    let rule = (style.palette.rule, 1.0);
    let hair = style.hairline();
    for ring in 1..=5 {
        let mut points = plot.ring(known.iter().map(|_| f64::from(ring) / 5.0));
        points.extend(points.first().copied());
        let tint = if ring == 5 {
            (style.palette.muted, 0.5)
        } else {
            rule
        };
        marks.push(Mark::Line(points, tint, hair));
    }
    for (at, known) in known.iter().enumerate() {
        if *known {
            marks.push(Mark::Line(vec![plot.center, plot.at(at, 1.0)], rule, hair));
        } else {
            for dash in 0..12 {
                let from = f64::from(dash) / 12.0;
                let ends = vec![plot.at(at, from), plot.at(at, from + 0.5 / 12.0)];
                marks.push(Mark::Line(ends, (style.palette.muted, 1.0), hair));
            }
        }
    }
}

/// Draws the interval that open answers allow: a pale ring from the lowest to the highest outline.
fn draw_open_band(marks: &mut Vec<Mark>, plot: &Plot, readings: &[NormalizedBar], style: &Style) {
    if !readings.iter().any(NormalizedBar::is_open) {
        return;
    }
    let close = |mut ring: Vec<Point>| {
        ring.extend(ring.first().copied());
        ring
    };
    let outer = close(plot.ring(readings.iter().map(|r| r.high)));
    let inner = close(plot.ring(readings.iter().map(|r| r.low)));
    // One polygon: out along the highest outline, back along the lowest.
    let ring = outer.iter().chain(inner.iter().rev()).copied().collect();
    marks.push(Mark::Fill(ring, (style.palette.metal, OPEN_OPACITY)));
}

/// Draws the outline through the values, lightly filled. Axes without a value interrupt it.
fn draw_known_outline(
    marks: &mut Vec<Mark>,
    plot: &Plot,
    readings: &[NormalizedBar],
    style: &Style,
) {
    let fill = (style.palette.metal, 0.26);
    let stroke = (style.palette.metal_deep, 1.0);
    let width = style.px(2.0);
    let values: Vec<Option<f64>> = readings.iter().map(|r| r.value).collect();
    for run in consecutive_runs(&values) {
        let mut line: Vec<Point> = run
            .iter()
            .filter_map(|&at| Some(plot.at(at, readings.get(at)?.value?)))
            .collect();
        let whole = run.len() == readings.len();
        let mut area = line.clone();
        if whole {
            line.extend(line.first().copied());
        } else {
            area.push(plot.center);
        }
        if area.len() > 2 {
            marks.push(Mark::Fill(area, fill));
        }
        if line.len() > 1 {
            marks.push(Mark::Line(line, stroke, width));
        }
    }
}

/// Runs of neighbouring axes with a value, around the circle.
fn consecutive_runs(values: &[Option<f64>]) -> Vec<Vec<usize>> {
    let count = values.len();
    let start = values
        .iter()
        .position(Option::is_none)
        .map_or(0, |gap| gap + 1);
    let mut runs = vec![Vec::new()];
    for at in (start..start + count).map(|at| at % count) {
        match (values.get(at).copied().flatten(), runs.last_mut()) {
            (Some(_), Some(run)) => run.push(at),
            _ => runs.push(Vec::new()),
        }
    }
    runs
}

/// Draws a dot at each value, or ticks at the ends of an interval without a value.
fn draw_dots(marks: &mut Vec<Mark>, plot: &Plot, readings: &[NormalizedBar], style: &Style) {
    let metal = (style.palette.metal_deep, 1.0);
    for (at, reading) in readings.iter().enumerate() {
        if let Some(value) = reading.value {
            let place = plot.at(at, value);
            marks.push(Mark::Dot(place, style.px(5.0), (style.palette.paper, 1.0)));
            marks.push(Mark::Dot(place, style.px(4.0), metal));
        } else {
            for end in [reading.low, reading.high] {
                marks.push(Mark::Line(
                    plot.tick(at, end, style.px(4.0)),
                    metal,
                    style.px(2.0),
                ));
            }
        }
    }
}

/// Writes the lines of a name and the value below them.
fn draw_axis_label(marks: &mut Vec<Mark>, name: layout::AxisLabel, style: &Style) {
    let mut at = name.at;
    let last = name.lines.len().saturating_sub(1);
    for (line, text) in name.lines.into_iter().enumerate() {
        let bold = name.has_figure && line == last;
        let color = style.palette.ink;
        marks.push(Mark::Text(Label {
            text,
            at,
            side: name.side,
            size: name.size,
            bold,
            color,
        }));
        at.1 += name.leading;
    }
}
