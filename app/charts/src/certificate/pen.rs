//! Writes and draws in the units of a layout.

use crate::geometry::Rect;
use crate::mark::{Label, Mark, Point, TextAnchor};
use crate::style::{Palette, Rgb};
use crate::{Bar, Style, bars, text};

/// More sections than this stand in two columns.
const ONE_COLUMN: usize = 6;
/// Room between the two.
const GAP: f64 = 28.0;

/// Collects marks; everything handed to it is in units of the layout.
pub(super) struct Pen<'a> {
    pub(super) marks: Vec<Mark>,
    /// Units of the area in a unit of the layout.
    unit: f64,
    style: &'a Style,
}

/// How a text is written.
#[derive(Clone, Copy)]
pub(super) struct TextStyle {
    pub(super) size: f64,
    pub(super) color: Rgb,
    /// In the face and weight of what is stated, not of what explains.
    pub(super) display: bool,
    pub(super) side: TextAnchor,
}

/// A place for a paragraph: its upper left corner, its width, how many lines it may take.
#[derive(Clone, Copy)]
pub(super) struct TextBox {
    pub(super) at: Point,
    pub(super) width: f64,
    pub(super) max_lines: usize,
}

impl<'a> Pen<'a> {
    pub(super) fn new(unit: f64, style: &'a Style) -> Self {
        Self {
            marks: Vec::new(),
            unit,
            style,
        }
    }

    pub(super) fn palette(&self) -> Palette {
        self.style.palette
    }

    /// Text that explains, and stands back.
    pub(super) fn secondary_text(&self, size: f64) -> TextStyle {
        TextStyle {
            size,
            color: self.palette().muted,
            display: false,
            side: TextAnchor::Start,
        }
    }

    /// Text to be read.
    pub(super) fn body_text(&self, size: f64) -> TextStyle {
        TextStyle {
            color: self.palette().ink,
            ..self.secondary_text(size)
        }
    }

    /// Names and figures.
    pub(super) fn display_text(&self, size: f64) -> TextStyle {
        TextStyle {
            display: true,
            ..self.body_text(size)
        }
    }

    /// A line of text, vertically centred on its place; gives its width.
    pub(super) fn write_line(&mut self, said: &str, at: Point, room: f64, hand: TextStyle) -> f64 {
        let Some(said) = fitted(said, room, 1, hand).into_iter().next() else {
            return 0.0;
        };
        let width = text::width(&said, hand.size, hand.display);
        self.put(said, at, hand);
        width
    }

    /// The measure itself; a word in its place is smaller.
    pub(super) fn write_figure(&mut self, said: &str, at: Point, room: f64, size: f64) {
        let counted = said.starts_with(|c: char| c.is_ascii_digit());
        let size = if counted { size } else { size * 0.45 };
        self.write_line(said, at, room, self.display_text(size));
    }

    fn put(&mut self, said: String, at: Point, hand: TextStyle) {
        let label = Label {
            text: said,
            at: self.point(at),
            side: hand.side,
            size: hand.size * self.unit,
            bold: hand.display,
            color: hand.color,
        };
        self.marks.push(if hand.display {
            Mark::Display(label)
        } else {
            Mark::Text(label)
        });
    }

    /// A text on as many lines as it needs and has; gives where the next one can begin.
    pub(super) fn write_paragraph(&mut self, said: &str, column: TextBox, hand: TextStyle) -> f64 {
        let (left, mut top) = column.at;
        for line in fitted(said, column.width, column.max_lines, hand) {
            self.put(line, (left, top + hand.size * 0.7), hand);
            top += hand.size * 1.4;
        }
        top
    }

    pub(super) fn fill(&mut self, rect: Rect, color: Rgb, opacity: f64) {
        let corners = rect.corners().into_iter().map(|at| self.point(at));
        let corners = corners.collect();
        self.marks.push(Mark::Fill(corners, (color, opacity)));
    }

    pub(super) fn line(&mut self, points: &[Point], color: Rgb, width: f64) {
        let points = points.iter().map(|&at| self.point(at)).collect();
        let width = (width * self.unit).max(1.0);
        self.marks.push(Mark::Line(points, (color, 1.0), width));
    }

    /// The outline of a rectangle.
    pub(super) fn frame(&mut self, rect: Rect, color: Rgb, width: f64) {
        let mut points = rect.corners();
        points.push((rect.left, rect.top));
        // Half a line more, so that the corner where it begins is closed.
        points.push((rect.left + width, rect.top));
        self.line(&points, color, width);
    }

    /// Streaks for the sections, as large as they fit; many of them in two columns.
    pub(super) fn draw_bars(&mut self, bars: &[Bar], rect: Rect, size: f64) {
        if bars.len() <= ONE_COLUMN {
            return self.column(bars, rect, size);
        }
        let rows = bars.len().div_ceil(2);
        let width = (rect.right - rect.left - GAP) / 2.0;
        let high = (rect.bottom - rect.top) / rows as f64;
        let size = size.min(high / 2.2).min(width / 18.0);
        let mut left = rect.left;
        for part in bars.chunks(rows) {
            let short = |bar: &Bar| Bar {
                label: text::wrap(&bar.label, size, width * 0.35, 1).lines.concat(),
                ..bar.clone()
            };
            let part: Vec<Bar> = part.iter().map(short).collect();
            let right = left + width;
            self.column(
                &part,
                Rect {
                    left,
                    right,
                    ..rect
                },
                size,
            );
            left = right + GAP;
        }
    }

    fn column(&mut self, bars: &[Bar], rect: Rect, size: f64) {
        let mut style = self.style.clone();
        (style.pixel_ratio, style.font.size) = (self.unit, size);
        let area = [rect.right - rect.left, rect.bottom - rect.top];
        let [width, height] = area.map(|side| (side * self.unit).round() as u32);
        let place = self.point((rect.left, rect.top));
        let marks = bars::marks((width, height), bars, &style).into_iter();
        self.marks.extend(marks.map(|mark| mark.shifted(place)));
    }

    /// The height that [`Self::draw_bars`] wants for a width.
    pub(super) fn bars_height(&self, bars: &[Bar], width: f64, size: f64) -> f64 {
        let mut style = self.style.clone();
        (style.pixel_ratio, style.font.size) = (1.0, size);
        f64::from(bars::height(bars, width as u32, &style))
    }

    fn point(&self, (x, y): Point) -> Point {
        (x * self.unit, y * self.unit)
    }
}

/// The lines of a text in a hand; none where there is nothing to read.
fn fitted(said: &str, room: f64, most: usize, hand: TextStyle) -> Vec<String> {
    // What is stated is bold, which takes more room.
    let size = text::width("0", hand.size, hand.display) / text::width("0", 1.0, false);
    let mut lines = text::wrap(said, size, room, most).lines;
    lines.retain(|line| !line.is_empty());
    lines
}
