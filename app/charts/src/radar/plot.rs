//! The axes of a radar and positions on them.

use std::f64::consts::TAU;

use crate::mark::Point;

/// Centre, radius and directions of the axes.
#[derive(Debug, Clone)]
pub(super) struct Plot {
    pub(super) center: Point,
    pub(super) radius: f64,
    /// Unit vectors of the axes.
    pub(super) axes: Vec<Point>,
}

impl Plot {
    /// The position on an axis at the fraction `part` of the radius.
    pub(super) fn at(&self, axis: usize, part: f64) -> Point {
        let (dx, dy) = self.axes.get(axis).copied().unwrap_or((0.0, 0.0));
        let reach = self.radius * part;
        (self.center.0 + dx * reach, self.center.1 + dy * reach)
    }

    /// Whether neither neighbour's tip is higher (upper half) or lower (lower half).
    pub(super) fn is_extreme(&self, axis: usize) -> bool {
        const NEAR: f64 = 1e-6;
        let count = self.axes.len();
        let height = |at: usize| self.axes.get(at % count).map_or(0.0, |(_, dy)| *dy);
        let (here, before, after) = (height(axis), height(axis + count - 1), height(axis + 1));
        (here < -NEAR && before.min(after) > here - NEAR)
            || (here > NEAR && before.max(after) < here + NEAR)
    }

    /// A position on each axis.
    pub(super) fn ring(&self, parts: impl Iterator<Item = f64>) -> Vec<Point> {
        parts
            .enumerate()
            .map(|(axis, part)| self.at(axis, part))
            .collect()
    }

    /// A short line across an axis.
    pub(super) fn tick(&self, axis: usize, part: f64, half: f64) -> Vec<Point> {
        let (x, y) = self.at(axis, part);
        let (dx, dy) = self.axes.get(axis).copied().unwrap_or((0.0, 0.0));
        vec![
            (x - dy * half, y + dx * half),
            (x + dy * half, y - dx * half),
        ]
    }
}

/// Directions of `count` axes, clockwise from the top.
pub(super) fn axes(count: usize) -> Vec<Point> {
    let angle = |at: usize| at as f64 / count as f64 * TAU;
    (0..count)
        .map(|at| (angle(at).sin(), -angle(at).cos()))
        .collect()
}
