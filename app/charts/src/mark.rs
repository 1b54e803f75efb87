//! Marks: a drawing as plain data, and the generic function that paints it.
//!
//! Layout uses `f64` and no backend; coordinates are rounded to pixels here only.

use std::borrow::Borrow;
use std::fmt;

use plotters::coord::Shift;
use plotters::drawing::{DrawingArea, DrawingAreaErrorKind};
use plotters::element::{Circle, Drawable, PathElement, PointCollection, Polygon};
use plotters::style::{RGBAColor, ShapeStyle};
use plotters_backend::text_anchor::{HPos, Pos, VPos};
use plotters_backend::{
    BackendColor, BackendCoord, BackendTextStyle, DrawingBackend, DrawingErrorKind, FontFamily,
    FontStyle, FontTransform,
};

use crate::style::{BackendKind, Rgb, Style};

/// A position in units of the area, from its upper left corner.
pub(crate) type Point = (f64, f64);

/// A colour with its opacity (0 to 1).
pub(crate) type Tint = (Rgb, f64);

/// A shape or text to paint.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Mark {
    /// A filled polygon.
    Fill(Vec<Point>, Tint),
    /// A polyline with its width.
    Line(Vec<Point>, Tint, f64),
    /// A filled disc: centre, radius, colour.
    Dot(Point, f64, Tint),
    /// A line of text.
    Text(Label),
    /// A line of text in the display face.
    Display(Label),
}

impl Mark {
    /// The same mark, moved.
    pub(crate) fn shifted(mut self, (x, y): Point) -> Self {
        let shift = |at: &mut Point| *at = (at.0 + x, at.1 + y);
        match &mut self {
            Self::Fill(points, _) | Self::Line(points, ..) => points.iter_mut().for_each(shift),
            Self::Dot(at, ..) => shift(at),
            Self::Text(label) | Self::Display(label) => shift(&mut label.at),
        }
        self
    }
}

/// A line of text, vertically centred on `at`.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Label {
    pub(crate) text: String,
    pub(crate) at: Point,
    /// Which end of the text `at` is.
    pub(crate) side: TextAnchor,
    pub(crate) size: f64,
    pub(crate) bold: bool,
    pub(crate) color: Rgb,
}

/// Horizontal alignment of a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum TextAnchor {
    /// The anchor is the left end.
    Start,
    /// The anchor is the middle.
    Middle,
    /// The anchor is the right end.
    End,
}

/// A backend failed to draw; holds the backend's message.
#[derive(Debug, thiserror::Error)]
#[error("{0}")]
pub struct Error(String);

impl<E: std::error::Error + Send + Sync> From<DrawingAreaErrorKind<E>> for Error {
    fn from(error: DrawingAreaErrorKind<E>) -> Self {
        Self(error.to_string())
    }
}

/// Paints `marks` in order, the first at the bottom.
pub(crate) fn paint<DB: DrawingBackend>(
    area: &DrawingArea<DB, Shift>,
    marks: &[Mark],
    style: &Style,
) -> Result<(), Error> {
    for mark in marks {
        match mark {
            Mark::Fill(points, tint) => area.draw(&Polygon::new(to_pixels(points), to_rgba(*tint))),
            Mark::Line(points, tint, width) => {
                area.draw(&PathElement::new(to_pixels(points), stroke(*tint, *width)))
            }
            Mark::Dot(at, radius, tint) => {
                let radius = radius.round() as i32;
                area.draw(&Circle::new(to_pixel(*at), radius, filling(*tint)))
            }
            Mark::Text(label) => area.draw(&TextElement::new(label, &style.font.family, style)),
            Mark::Display(label) => {
                area.draw(&TextElement::new(label, &style.display_family, style))
            }
        }?;
    }
    Ok(())
}

fn stroke(tint: Tint, width: f64) -> ShapeStyle {
    ShapeStyle {
        color: to_rgba(tint),
        filled: false,
        stroke_width: width.round().max(1.0) as u32,
    }
}

fn filling(tint: Tint) -> ShapeStyle {
    ShapeStyle {
        color: to_rgba(tint),
        filled: true,
        stroke_width: 0,
    }
}

fn to_pixel((x, y): Point) -> BackendCoord {
    (x.round() as i32, y.round() as i32)
}

fn to_pixels(points: &[Point]) -> Vec<BackendCoord> {
    points.iter().copied().map(to_pixel).collect()
}

fn to_rgba((Rgb(r, g, b), alpha): Tint) -> RGBAColor {
    RGBAColor(r, g, b, alpha)
}

/// A label as a plotters element. The text element of plotters would hold a measurable font, and
/// with it code that writes inline styles into the page.
struct TextElement<'a> {
    at: BackendCoord,
    label: &'a Label,
    family: &'a str,
    style: &'a Style,
}

impl<'a> TextElement<'a> {
    fn new(label: &'a Label, family: &'a str, style: &'a Style) -> Self {
        Self {
            at: to_pixel(label.at),
            label,
            family,
            style,
        }
    }
}

impl<'a> PointCollection<'a, BackendCoord> for &'a TextElement<'_> {
    type Point = &'a BackendCoord;
    type IntoIter = std::iter::Once<&'a BackendCoord>;
    fn point_iter(self) -> Self::IntoIter {
        std::iter::once(self.at.borrow())
    }
}

impl<DB: DrawingBackend> Drawable<DB> for TextElement<'_> {
    fn draw<I: Iterator<Item = BackendCoord>>(
        &self,
        mut places: I,
        backend: &mut DB,
        _: (u32, u32),
    ) -> Result<(), DrawingErrorKind<DB::ErrorType>> {
        places
            .next()
            .map_or(Ok(()), |at| backend.draw_text(&self.label.text, self, at))
    }
}

impl BackendTextStyle for TextElement<'_> {
    type FontError = fmt::Error;

    fn color(&self) -> BackendColor {
        let Rgb(r, g, b) = self.label.color;
        BackendColor {
            alpha: 1.0,
            rgb: (r, g, b),
        }
    }

    fn size(&self) -> f64 {
        match self.style.backend {
            BackendKind::Canvas => self.label.size,
            BackendKind::Svg => self.label.size * 1.24,
        }
    }

    fn transform(&self) -> FontTransform {
        FontTransform::None
    }

    fn style(&self) -> FontStyle {
        if self.label.bold {
            FontStyle::Bold
        } else {
            FontStyle::Normal
        }
    }

    fn anchor(&self) -> Pos {
        let side = match self.label.side {
            TextAnchor::Start => HPos::Left,
            TextAnchor::Middle => HPos::Center,
            TextAnchor::End => HPos::Right,
        };
        Pos::new(side, VPos::Center)
    }

    fn family(&self) -> FontFamily<'_> {
        FontFamily::Name(self.family)
    }

    // Only backends that rasterise glyphs call these; canvas and SVG do not.
    fn layout_box(&self, _: &str) -> Result<((i32, i32), (i32, i32)), Self::FontError> {
        Err(fmt::Error)
    }

    fn draw<E, F: FnMut(i32, i32, BackendColor) -> Result<(), E>>(
        &self,
        _: &str,
        _: BackendCoord,
        _: F,
    ) -> Result<Result<(), E>, Self::FontError> {
        Err(fmt::Error)
    }
}
