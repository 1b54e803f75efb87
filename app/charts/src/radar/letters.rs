//! Places a letter for each outline beside the mark that is farthest from all others.

use crate::Style;
use crate::geometry::Rect;
use crate::mark::{Label, Mark, Point, TextAnchor};
use crate::series_style::SeriesStyle;
use crate::text;

/// Position of a mark and direction of its axis.
#[derive(Debug, Clone, Copy)]
pub(super) struct MarkPosition {
    pub(super) at: Point,
    pub(super) axis: Point,
}

/// An outline's letter, style and marks.
type LetteredOutline<'a> = (&'a str, SeriesStyle, &'a [MarkPosition]);

/// Writes each letter where it is readable and leaves out those without space; the legend has them
/// all.
pub(super) fn draw_letters(
    marks: &mut Vec<Mark>,
    outlines: &[LetteredOutline<'_>],
    occupied: &[Rect],
    area: (u32, u32),
    style: &Style,
) {
    let size = style.size();
    let all: Vec<Point> = outlines
        .iter()
        .flat_map(|(_, _, spots)| spots.iter().map(|spot| spot.at))
        .collect();
    let mut occupied = occupied.to_vec();
    for (letter, look, spots) in outlines {
        let width = text::width(letter, size, true);
        let candidates = spots
            .iter()
            .flat_map(|spot| positions_beside(*spot, size + width / 2.0));
        let best = candidates
            .filter(|at| is_free(&label_rect(*at, width, size), &occupied, area))
            .map(|at| (at, nearest_distance(at, &all)))
            .filter(|(_, distance)| *distance >= size * 0.75)
            .reduce(|best, next| if next.1 > best.1 + 1e-9 { next } else { best });
        let Some((at, _)) = best else { continue };
        let room = label_rect(at, width, size);
        marks.push(Mark::Fill(room.corners(), (style.palette.paper, 0.85)));
        marks.push(Mark::Text(Label {
            text: (*letter).to_owned(),
            at,
            side: TextAnchor::Middle,
            size,
            bold: true,
            color: look.color(&style.palette),
        }));
        occupied.push(room);
    }
}

/// The positions on either side of a mark, across its axis.
fn positions_beside(spot: MarkPosition, away: f64) -> [Point; 2] {
    let ((x, y), (dx, dy)) = (spot.at, spot.axis);
    [
        (x - dy * away, y + dx * away),
        (x + dy * away, y - dx * away),
    ]
}

fn label_rect((x, y): Point, width: f64, size: f64) -> Rect {
    Rect {
        left: x - width / 2.0 - 1.0,
        top: y - size * 0.6,
        right: x + width / 2.0 + 1.0,
        bottom: y + size * 0.6,
    }
}

fn is_free(room: &Rect, occupied: &[Rect], (width, height): (u32, u32)) -> bool {
    let inside = room.left >= 0.0
        && room.top >= 0.0
        && room.right <= f64::from(width)
        && room.bottom <= f64::from(height);
    inside && !occupied.iter().any(|other| other.overlaps(room))
}

fn nearest_distance((x, y): Point, all: &[Point]) -> f64 {
    let distances = all.iter().map(|(a, b)| (a - x).hypot(b - y));
    distances.fold(f64::MAX, f64::min)
}
