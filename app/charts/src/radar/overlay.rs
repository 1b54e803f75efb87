//! Several outlines over each other, distinguished by dashes, marks and letters.

use super::layout::{self, Layout};
use super::letters::{MarkPosition, draw_letters};
use super::plot::Plot;
use super::{Axis, axes, consecutive_runs, draw_axis_label, draw_grid};
use crate::Style;
use crate::mark::{Mark, Point};
use crate::series_style::SeriesStyle;

/// One of several results in a radar.
#[derive(Debug, Clone, PartialEq)]
pub struct Outline {
    /// One or two letters, shown beside a mark if there is space.
    pub letter: String,
    /// Number of its style, from 0; [`crate::legend_key`] draws the same style in a legend.
    pub series_style: usize,
    /// A value in percent for each axis; `None` if there is none.
    pub values: Vec<Option<f64>>,
}

fn axes_of(names: &[String]) -> Vec<Axis> {
    axes(names.iter().map(|name| (name.clone(), String::new())))
}

pub(crate) fn height(names: &[String], width: u32, style: &Style) -> u32 {
    layout::height(&axes_of(names), f64::from(width), style).ceil() as u32
}

pub(crate) fn marks(
    area: (u32, u32),
    names: &[String],
    outlines: &[Outline],
    style: &Style,
) -> Vec<Mark> {
    let Some(Layout { plot, names }) = layout::of(area, &axes_of(names), style) else {
        return Vec::new();
    };
    let drawn: Vec<PlacedOutline<'_>> = outlines
        .iter()
        .map(|outline| PlacedOutline::of(&plot, outline))
        .collect();
    let mut marks = Vec::new();
    let known = (0..plot.axes.len())
        .map(|axis| drawn.iter().any(|drawn| drawn.value(axis).is_some()))
        .collect::<Vec<_>>();
    draw_grid(&mut marks, &plot, &known, style);
    for outline in &drawn {
        outline.lines(&mut marks, &plot, style);
    }
    for outline in &drawn {
        for spot in &outline.positions {
            outline.look.mark(&mut marks, spot.at, style);
        }
    }
    let rooms = names.iter().map(|name| name.room).collect::<Vec<_>>();
    let named = drawn
        .iter()
        .map(|drawn| (drawn.letter, drawn.look, drawn.positions.as_slice()));
    draw_letters(&mut marks, &named.collect::<Vec<_>>(), &rooms, area, style);
    for name in names {
        draw_axis_label(&mut marks, name, style);
    }
    marks
}

/// An outline with its mark positions.
struct PlacedOutline<'a> {
    letter: &'a str,
    look: SeriesStyle,
    /// A fraction of 1 for each axis.
    values: Vec<Option<f64>>,
    positions: Vec<MarkPosition>,
}

impl<'a> PlacedOutline<'a> {
    fn of(plot: &Plot, outline: &'a Outline) -> Self {
        let part = |value: Option<f64>| {
            let value = value.filter(|value| value.is_finite())?;
            Some(value.clamp(0.0, 100.0) / 100.0)
        };
        let value_at = |axis: usize| outline.values.get(axis).copied().flatten();
        let axes = plot.axes.iter().enumerate();
        let values: Vec<Option<f64>> = (0..plot.axes.len())
            .map(|axis| part(value_at(axis)))
            .collect();
        let spots = axes.zip(&values).filter_map(|((axis, along), value)| {
            Some(MarkPosition {
                at: plot.at(axis, (*value)?),
                axis: *along,
            })
        });
        Self {
            letter: &outline.letter,
            look: SeriesStyle::of(outline.series_style),
            positions: spots.collect(),
            values,
        }
    }

    fn value(&self, axis: usize) -> Option<f64> {
        self.values.get(axis).copied().flatten()
    }

    /// Draws the outline, interrupted where there is no value.
    fn lines(&self, marks: &mut Vec<Mark>, plot: &Plot, style: &Style) {
        for run in consecutive_runs(&self.values) {
            let mut line: Vec<Point> = run
                .iter()
                .filter_map(|&axis| Some(plot.at(axis, self.value(axis)?)))
                .collect();
            if run.len() == self.values.len() {
                line.extend(line.first().copied());
            }
            if line.len() > 1 {
                self.look.line(marks, &line, style);
            }
        }
    }
}
