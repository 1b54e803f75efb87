//! Rectangles, polygon clipping and hatching.

use crate::mark::{Mark, Point, Tint};

/// An axis-parallel rectangle.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Rect {
    pub(crate) left: f64,
    pub(crate) top: f64,
    pub(crate) right: f64,
    pub(crate) bottom: f64,
}

impl Rect {
    pub(crate) fn corners(&self) -> Vec<Point> {
        vec![
            (self.left, self.top),
            (self.right, self.top),
            (self.right, self.bottom),
            (self.left, self.bottom),
        ]
    }

    pub(crate) fn overlaps(&self, other: &Self) -> bool {
        self.left < other.right
            && other.left < self.right
            && self.top < other.bottom
            && other.top < self.bottom
    }
}

/// The part of a convex polygon where `x + y` is above `limit` (`sign` 1) or below it (`sign` -1).
fn clip(polygon: &[Point], limit: f64, sign: f64) -> Vec<Point> {
    let depth = |(x, y): Point| sign * (x + y - limit);
    let mut kept = Vec::with_capacity(polygon.len() + 1);
    for (here, next) in edges(polygon) {
        let (a, b) = (depth(here), depth(next));
        if a >= 0.0 {
            kept.push(here);
        }
        if a * b < 0.0 {
            kept.push(interpolate(here, next, a / (a - b)));
        }
    }
    kept
}

fn edges(polygon: &[Point]) -> impl Iterator<Item = (Point, Point)> {
    polygon
        .iter()
        .copied()
        .zip(polygon.iter().copied().cycle().skip(1))
}

/// The point at the fraction `part` (0 to 1) from `from` to `to`.
pub(crate) fn interpolate(from: Point, to: Point, part: f64) -> Point {
    (
        from.0 + (to.0 - from.0) * part,
        from.1 + (to.1 - from.1) * part,
    )
}

/// The multiples of `pitch` that cover the range of `depths`.
fn multiples_within(depths: impl Iterator<Item = f64>, pitch: f64) -> impl Iterator<Item = f64> {
    let (first, last) = depths.fold((f64::MAX, f64::MIN), |(a, b), d| (a.min(d), b.max(d)));
    let count = ((last - first) / pitch).ceil().clamp(0.0, 4096.0) as u32 + 1;
    let start = (first / pitch).floor() * pitch;
    (0..=count).map(move |step| start + f64::from(step) * pitch)
}

/// Hatches a convex polygon with rising lines at 45 degrees, which are exact on whole pixels.
///
/// `thick` and `pitch` are measured along an edge of the area. The lines lie on a grid common to
/// the whole area.
pub(crate) fn hatch(marks: &mut Vec<Mark>, polygon: &[Point], thick: f64, pitch: f64, tint: Tint) {
    for at in multiples_within(polygon.iter().map(|(x, y)| x + y), pitch) {
        let stripe = clip(&clip(polygon, at, 1.0), at + thick, -1.0);
        if stripe.len() >= 3 {
            marks.push(Mark::Fill(stripe, tint));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Rgb;

    #[test]
    fn hatching_stays_inside_the_polygon_and_cover_their_share() {
        let rect = Rect {
            left: 3.0,
            top: 5.0,
            right: 63.0,
            bottom: 45.0,
        };
        let mut marks = Vec::new();
        hatch(&mut marks, &rect.corners(), 2.0, 6.0, (Rgb(0, 0, 0), 1.0));
        let mut area = 0.0;
        for mark in &marks {
            let Mark::Fill(points, _) = mark else {
                panic!()
            };
            for (a, b) in edges(points) {
                assert!((3.0..=63.0).contains(&a.0) && (5.0..=45.0).contains(&a.1));
                area += (a.0 * b.1 - b.0 * a.1) / 2.0;
            }
        }
        assert!((area / (60.0 * 40.0) - 2.0 / 6.0).abs() < 0.02, "{area}");
    }
}
