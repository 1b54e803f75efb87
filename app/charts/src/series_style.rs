//! Styles that distinguish up to eight series without relying on colour: dashes, mark shapes, and
//! two tones of different lightness.

use crate::Style;
use crate::geometry::interpolate;
use crate::mark::{Mark, Point, Tint};
use crate::style::{Palette, Rgb};

/// Number of styles; higher numbers start again from the first.
pub const SERIES_STYLES: usize = 8;

/// Alternating lengths of dashes and gaps in CSS pixels.
type Dashes = &'static [f64];

const SOLID: Dashes = &[];
const LONG: Dashes = &[9.0, 5.0];
const SHORT: Dashes = &[2.0, 4.0];
const MIXED: Dashes = &[9.0, 4.0, 2.0, 4.0];

/// Shape of a mark. Open shapes show what lies beneath them at their rim only.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Shape {
    Disc,
    Ring,
    Square,
    Diamond,
    Triangle,
    Wedge,
    Cross,
    Plus,
}

/// Dashes, mark and tone of one series.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct SeriesStyle {
    dashes: Dashes,
    shape: Shape,
    is_metal: bool,
}

impl SeriesStyle {
    /// The style with this number.
    pub(crate) fn of(number: usize) -> Self {
        let (dashes, shape) = match number % SERIES_STYLES {
            0 => (SOLID, Shape::Disc),
            1 => (SOLID, Shape::Square),
            2 => (LONG, Shape::Triangle),
            3 => (LONG, Shape::Diamond),
            4 => (SHORT, Shape::Cross),
            5 => (SHORT, Shape::Plus),
            6 => (MIXED, Shape::Wedge),
            _ => (MIXED, Shape::Ring),
        };
        Self {
            dashes,
            shape,
            is_metal: number.is_multiple_of(2),
        }
    }

    pub(crate) fn color(self, palette: &Palette) -> Rgb {
        if self.is_metal {
            palette.metal_deep
        } else {
            palette.ink
        }
    }

    /// Draws a line through points in this style.
    pub(crate) fn line(self, marks: &mut Vec<Mark>, points: &[Point], style: &Style) {
        let tint = (self.color(&style.palette), 1.0);
        let width = style.px(2.0);
        if self.dashes.is_empty() {
            marks.push(Mark::Line(points.to_vec(), tint, width));
            return;
        }
        let lengths: Vec<f64> = self.dashes.iter().map(|length| style.px(*length)).collect();
        for stroke in strokes(points, &lengths) {
            marks.push(Mark::Line(stroke, tint, width));
        }
    }

    /// Draws the mark at a position with a gap around it.
    pub(crate) fn mark(self, marks: &mut Vec<Mark>, at: Point, style: &Style) {
        let tint = (self.color(&style.palette), 1.0);
        let paper = (style.palette.paper, 1.0);
        let pixels = |count: f64| style.px(count);
        let open = |marks: &mut Vec<Mark>, corners: &[Point]| {
            marks.push(Mark::Fill(place_corners(at, corners, pixels(5.5)), paper));
            draw_closed_line(marks, place_corners(at, corners, pixels(5.0)), tint, style);
        };
        match self.shape {
            Shape::Disc | Shape::Ring => {
                marks.push(Mark::Dot(at, pixels(6.0), paper));
                marks.push(Mark::Dot(at, pixels(5.0), tint));
                if self.shape == Shape::Ring {
                    marks.push(Mark::Dot(at, pixels(3.0), paper));
                }
            }
            Shape::Triangle => {
                marks.push(Mark::Fill(place_corners(at, &UP, pixels(8.0)), paper));
                marks.push(Mark::Fill(place_corners(at, &UP, pixels(6.0)), tint));
            }
            Shape::Wedge => open(marks, &DOWN),
            Shape::Square => open(marks, &SQUARE),
            Shape::Diamond => open(marks, &DIAMOND),
            Shape::Cross => draw_cross(marks, at, 0.75, 0.75, tint, style),
            Shape::Plus => draw_cross(marks, at, 1.1, 0.0, tint, style),
        }
    }
}

const UP: [Point; 3] = [(0.0, -1.1), (1.0, 0.8), (-1.0, 0.8)];
const DOWN: [Point; 3] = [(0.0, 1.1), (1.0, -0.8), (-1.0, -0.8)];
const SQUARE: [Point; 4] = [(-0.9, -0.9), (0.9, -0.9), (0.9, 0.9), (-0.9, 0.9)];
const DIAMOND: [Point; 4] = [(0.0, -1.25), (1.25, 0.0), (0.0, 1.25), (-1.25, 0.0)];

fn place_corners(at: Point, corners: &[Point], size: f64) -> Vec<Point> {
    let place = |(x, y): &Point| (at.0 + x * size, at.1 + y * size);
    corners.iter().map(place).collect()
}

fn draw_closed_line(marks: &mut Vec<Mark>, mut corners: Vec<Point>, tint: Tint, style: &Style) {
    corners.extend(corners.first().copied());
    marks.push(Mark::Line(corners, tint, style.px(2.0)));
}

/// Draws two bars across each other with the given horizontal and vertical reach.
fn draw_cross(marks: &mut Vec<Mark>, at: Point, aside: f64, up: f64, tint: Tint, style: &Style) {
    marks.push(Mark::Dot(at, style.px(4.0), (style.palette.paper, 1.0)));
    for (x, y) in [(aside, up), (-up, aside)] {
        let ends = place_corners(at, &[(-x, -y), (x, y)], style.px(5.5));
        marks.push(Mark::Line(ends, tint, style.px(2.5)));
    }
}

/// The strokes of a dashed line; a stroke continues around a corner.
fn strokes(points: &[Point], lengths: &[f64]) -> Vec<Vec<Point>> {
    let mut strokes: Vec<Vec<Point>> = Vec::new();
    let (mut turn, mut left) = (0, lengths.first().copied().unwrap_or(f64::MAX));
    let mut open = false;
    for (&from, &to) in points.iter().zip(points.iter().skip(1)) {
        let whole = (to.0 - from.0).hypot(to.1 - from.1);
        let mut done = 0.0;
        while done < whole {
            let end = (done + left).min(whole);
            if turn % 2 == 0 {
                let place = |at: f64| interpolate(from, to, at / whole);
                match strokes.last_mut().filter(|_| open) {
                    Some(stroke) => stroke.push(place(end)),
                    None => strokes.push(vec![place(done), place(end)]),
                }
                open = true;
            }
            left -= end - done;
            done = end;
            if left <= 1e-9 {
                turn += 1;
                open = false;
                left = lengths
                    .get(turn % lengths.len())
                    .copied()
                    .unwrap_or(f64::MAX)
                    .max(0.5);
            }
        }
    }
    strokes
}

/// A short line with its mark, for a legend.
pub(crate) fn legend_key(area: (u32, u32), number: usize, style: &Style) -> Vec<Mark> {
    let (width, middle) = (f64::from(area.0), f64::from(area.1) / 2.0);
    let look = SeriesStyle::of(number);
    let mut marks = Vec::new();
    look.line(&mut marks, &[(0.0, middle), (width, middle)], style);
    look.mark(&mut marks, (width / 2.0, middle), style);
    marks
}

#[cfg(test)]
mod tests {
    use super::*;

    fn length(points: &[Point]) -> f64 {
        let pairs = points.iter().zip(points.iter().skip(1));
        pairs.map(|(a, b)| (b.0 - a.0).hypot(b.1 - a.1)).sum()
    }

    #[test]
    fn no_two_looks_are_alike_even_without_colour() {
        for a in 0..SERIES_STYLES {
            for b in 0..a {
                let (a, b) = (SeriesStyle::of(a), SeriesStyle::of(b));
                assert!(a.shape != b.shape);
                assert!(a.dashes != b.dashes || a.is_metal != b.is_metal);
            }
        }
        assert_eq!(SeriesStyle::of(SERIES_STYLES), SeriesStyle::of(0));
    }

    #[test]
    fn dashes_keep_their_length_around_corners() {
        let corner = [(0.0, 0.0), (10.0, 0.0), (10.0, 10.0)];
        let strokes = strokes(&corner, &[8.0, 4.0]);
        let lengths: Vec<f64> = strokes.iter().map(|stroke| length(stroke)).collect();
        assert_eq!(lengths, [8.0, 8.0]);
        assert_eq!(strokes[1], [(10.0, 2.0), (10.0, 10.0)]);
        let round = super::strokes(&corner, &[12.0, 4.0]);
        assert_eq!(round[0], [(0.0, 0.0), (10.0, 0.0), (10.0, 2.0)]);
    }

    #[test]
    fn points_in_one_place_have_no_strokes() {
        assert!(strokes(&[(1.0, 1.0), (1.0, 1.0)], &[2.0, 2.0]).is_empty());
    }
}
