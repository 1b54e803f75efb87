//! Draws text and shapes given in layout units.

use crate::geometry::Rect;
use crate::mark::{Label, Mark, Point, TextAnchor};
use crate::style::{Palette, Rgb};
use crate::{Bar, Style, bars, text};

/// Sections are drawn in two columns above this number.
const MAX_SINGLE_COLUMN: usize = 6;
/// Space between the two columns.
const GAP: f64 = 28.0;

/// Collects marks. All arguments are in layout units.
pub(super) struct Pen<'a> {
    pub(super) marks: Vec<Mark>,
    /// Grid units per layout unit.
    unit: f64,
    style: &'a Style,
}

/// Size, colour, face and alignment of a text.
#[derive(Clone, Copy)]
pub(super) struct TextStyle {
    pub(super) size: f64,
    pub(super) color: Rgb,
    /// Whether to use the bold display face.
    pub(super) display: bool,
    pub(super) side: TextAnchor,
}

/// Position (upper left corner), width and line limit of a paragraph.
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

    /// Draws the paper of a width and height, and its two frames, each with its distance from the edge and
    /// its line width.
    pub(super) fn draw_sheet(&mut self, (width, height): (f64, f64), frames: [(f64, f64); 2]) {
        let palette = self.palette();
        let inset = |by: f64| Rect {
            left: by,
            top: by,
            right: width - by,
            bottom: height - by,
        };
        self.fill(inset(0.0), palette.paper, 1.0);
        for (distance, line_width) in frames {
            self.frame(inset(distance), palette.ink, line_width);
        }
    }

    /// Style of secondary text: muted.
    pub(super) fn secondary_text(&self, size: f64) -> TextStyle {
        TextStyle {
            size,
            color: self.palette().muted,
            display: false,
            side: TextAnchor::Start,
        }
    }

    /// Style of body text.
    pub(super) fn body_text(&self, size: f64) -> TextStyle {
        TextStyle {
            color: self.palette().ink,
            ..self.secondary_text(size)
        }
    }

    /// Style of names and values: bold display face.
    pub(super) fn display_text(&self, size: f64) -> TextStyle {
        TextStyle {
            display: true,
            ..self.body_text(size)
        }
    }

    /// Writes one line of text, vertically centred on `at`, and returns its width.
    pub(super) fn write_line(&mut self, text: &str, at: Point, room: f64, style: TextStyle) -> f64 {
        let Some(text) = fit_lines(text, room, 1, style).into_iter().next() else {
            return 0.0;
        };
        let width = text::width(&text, style.size, style.display);
        self.push_label(text, at, style);
        width
    }

    /// Writes the value of the measure. A phrase instead of a number is written smaller.
    pub(super) fn write_figure(&mut self, text: &str, at: Point, room: f64, size: f64) {
        let counted = text.starts_with(|c: char| c.is_ascii_digit());
        let size = if counted { size } else { size * 0.45 };
        self.write_line(text, at, room, self.display_text(size));
    }

    fn push_label(&mut self, text: String, at: Point, style: TextStyle) {
        let label = Label {
            text,
            at: self.point(at),
            side: style.side,
            size: style.size * self.unit,
            bold: style.display,
            color: style.color,
        };
        self.marks.push(if style.display {
            Mark::Display(label)
        } else {
            Mark::Text(label)
        });
    }

    /// Writes a text on up to `max_lines` lines and returns the top of the next paragraph.
    pub(super) fn write_paragraph(&mut self, text: &str, column: TextBox, style: TextStyle) -> f64 {
        let (left, mut top) = column.at;
        for line in fit_lines(text, column.width, column.max_lines, style) {
            self.push_label(line, (left, top + style.size * 0.7), style);
            top += style.size * 1.4;
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

    /// Draws the outline of a rectangle.
    pub(super) fn frame(&mut self, rect: Rect, color: Rgb, width: f64) {
        let mut points = rect.corners();
        points.push((rect.left, rect.top));
        // Extends past the start so that the first corner is closed.
        points.push((rect.left + width, rect.top));
        self.line(&points, color, width);
    }

    /// Draws the sections as bars at the largest size that fits, many of them in two columns.
    pub(super) fn draw_bars(&mut self, bars: &[Bar], rect: Rect, size: f64) {
        if bars.len() <= MAX_SINGLE_COLUMN {
            return self.draw_bar_column(bars, rect, size);
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
            self.draw_bar_column(
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

    fn draw_bar_column(&mut self, bars: &[Bar], rect: Rect, size: f64) {
        let mut style = self.style.clone();
        (style.pixel_ratio, style.font.size) = (self.unit, size);
        let area = [rect.right - rect.left, rect.bottom - rect.top];
        let [width, height] = area.map(|side| (side * self.unit).round() as u32);
        let place = self.point((rect.left, rect.top));
        let marks = bars::marks((width, height), bars, &style).into_iter();
        self.marks.extend(marks.map(|mark| mark.shifted(place)));
    }

    /// Height of the bars at a given width.
    pub(super) fn bars_height(&self, bars: &[Bar], width: f64, size: f64) -> f64 {
        let mut style = self.style.clone();
        (style.pixel_ratio, style.font.size) = (1.0, size);
        f64::from(bars::height(bars, width as u32, &style))
    }

    fn point(&self, (x, y): Point) -> Point {
        (x * self.unit, y * self.unit)
    }
}

/// The lines of a text in a style; none for an empty text.
fn fit_lines(text: &str, room: f64, most: usize, style: TextStyle) -> Vec<String> {
    // Display text is bold and therefore wider.
    let size = text::width("0", style.size, style.display) / text::width("0", 1.0, false);
    let mut lines = text::wrap(text, size, room, most).lines;
    lines.retain(|line| !line.is_empty());
    lines
}
