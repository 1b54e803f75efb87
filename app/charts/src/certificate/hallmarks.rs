//! The hallmarks: initials, fineness, assay office, year. The first and the last may be missing.

use super::Hallmarks;
use super::pen::{Pen, TextStyle};
use crate::geometry::interpolate;
use crate::mark::{Point, TextAnchor};

/// Side of the square in which the shapes are defined.
const SQUARE: f64 = 48.0;
/// Space between two hallmarks, as a share of their size.
const GAP: f64 = 0.2;

/// Total width of the hallmarks at a given size.
pub(super) fn width(hallmarks: &Hallmarks, size: f64) -> f64 {
    let count = match (hallmarks.maker.is_empty(), hallmarks.year.is_empty()) {
        (true, true) => 2.0,
        (false, false) => 4.0,
        _ => 3.0,
    };
    size * (count + GAP * (count - 1.0))
}

/// Draws the hallmarks from a position to the right, each of the given size.
pub(super) fn draw(pen: &mut Pen<'_>, hallmarks: &Hallmarks, (left, top): Point, size: f64) {
    let mut next = left;
    let mut stamp = || {
        let at = (next, top);
        next += size * (1.0 + GAP);
        Hallmark { at, size }
    };
    if !hallmarks.maker.is_empty() {
        stamp().lettered(pen, &shield(), &hallmarks.maker);
    }
    stamp().lettered(pen, &pill(), &hallmarks.fineness);
    stamp().office(pen);
    if !hallmarks.year.is_empty() {
        let square = [(6.0, 6.0), (42.0, 6.0), (42.0, 42.0), (6.0, 42.0)];
        stamp().lettered(pen, &square, &hallmarks.year);
    }
}

struct Hallmark {
    at: Point,
    size: f64,
}

impl Hallmark {
    fn place(&self, (x, y): Point) -> Point {
        let scale = self.size / SQUARE;
        (self.at.0 + x * scale, self.at.1 + y * scale)
    }

    /// Draws a shape with letters in it.
    fn lettered(&self, pen: &mut Pen<'_>, shape: &[Point], text: &str) {
        self.outline(pen, shape);
        self.letters(pen, text);
    }

    /// Draws the mark of the assay office: a hexagon with the letter A.
    fn office(&self, pen: &mut Pen<'_>) {
        let hexagon = [
            (24.0, 3.0),
            (43.0, 14.0),
            (43.0, 34.0),
            (24.0, 45.0),
            (5.0, 34.0),
            (5.0, 14.0),
        ];
        self.outline(pen, &hexagon);
        self.stroke(pen, &[(15.0, 34.0), (24.0, 14.0), (33.0, 34.0)]);
        self.stroke(pen, &[(18.5, 27.5), (29.5, 27.5)]);
    }

    /// Draws a closed line.
    fn outline(&self, pen: &mut Pen<'_>, points: &[Point]) {
        let closed: Vec<Point> = points
            .iter()
            .chain(points.iter().take(2))
            .copied()
            .collect();
        self.stroke(pen, &closed);
    }

    fn stroke(&self, pen: &mut Pen<'_>, points: &[Point]) {
        let points: Vec<Point> = points.iter().map(|&at| self.place(at)).collect();
        let width = 2.0 * self.size / SQUARE;
        pen.line(&points, pen.palette().metal_deep, width);
    }

    fn letters(&self, pen: &mut Pen<'_>, text: &str) {
        let style = TextStyle {
            color: pen.palette().metal_deep,
            side: TextAnchor::Middle,
            ..pen.display_text(16.0 * self.size / SQUARE)
        };
        pen.write_line(text, self.place((24.0, 24.5)), 0.82 * self.size, style);
    }
}

/// Points of a quadratic Bézier curve with the control point `toward`.
fn curve_points(from: Point, toward: Point, to: Point) -> impl Iterator<Item = Point> {
    (1..=12).map(move |step| {
        let part = f64::from(step) / 12.0;
        interpolate(
            interpolate(from, toward, part),
            interpolate(toward, to, part),
            part,
        )
    })
}

fn shield() -> Vec<Point> {
    let mut points = vec![(4.0, 5.0), (44.0, 5.0), (44.0, 27.0)];
    points.extend(curve_points((44.0, 27.0), (44.0, 41.0), (24.0, 45.0)));
    points.extend(curve_points((24.0, 45.0), (4.0, 41.0), (4.0, 27.0)));
    points
}

fn pill() -> Vec<Point> {
    let half_turn = |middle: f64, first: f64| {
        (0..=16).map(move |step| {
            let angle = first + f64::from(step) / 16.0 * std::f64::consts::PI;
            (middle + 15.0 * angle.sin(), 24.0 - 15.0 * angle.cos())
        })
    };
    half_turn(30.0, 0.0)
        .chain(half_turn(18.0, std::f64::consts::PI))
        .collect()
}
