//! The drawings: radar and bars of the sections, several results over each other, values over time,
//! the certificate, and QR codes.
//!
//! All drawings except QR codes (which are SVG paths) are generic over a plotters backend: a canvas
//! in the web app, SVG in files. The crate knows neither browsers nor the method; it receives
//! percentages, texts and colours. A drawing is first laid out as plain marks and then painted, so
//! layouts are tested without a backend.
//!
//! Text widths are estimated, slightly too wide, and never measured by the backend: in a browser,
//! plotters would measure with an inline style, which the Content-Security-Policy forbids.

#![forbid(unsafe_code)]

mod bar;
mod bars;
mod certificate;
mod geometry;
mod mark;
#[cfg(test)]
mod properties;
mod qr;
mod radar;
mod series_style;
mod style;
#[cfg(feature = "svg")]
pub mod svg;
mod target;
mod text;
mod trend;

use plotters::coord::Shift;
use plotters::drawing::DrawingArea;
use plotters_backend::DrawingBackend;

pub use bar::Bar;
pub use certificate::{Certificate, Hallmarks, PictureFormat, Scale};
pub use mark::Error;
pub use qr::{QR_MAX_BYTES, Qr, encode_qr};
pub use radar::overlay::Outline;
pub use radar::{RadarShape, radar_shape};
pub use series_style::SERIES_STYLES;
pub use style::{BackendKind, Font, Palette, Rgb, Style};
pub use target::TARGET_STYLE;
pub use trend::{Series, Tick, TrendPoint};

/// Draws the radar of `bars` into `area`, one axis per bar, clockwise from the top.
///
/// Rings mark 20, 40, 60, 80 and 100. The band is the interval that open answers allow. A bar
/// without a value shows its interval only and interrupts the outline. From nine bars on, the axes
/// are numbered from 1 and the caller shows the legend. Targets are a dashed outline with diamonds.
/// Fewer than three bars draw nothing: see
/// [`radar_shape`]. Intended for sides of 240 to 800 CSS pixels; an area too small to read stays
/// empty.
///
/// # Errors
/// The backend failed to draw.
pub fn radar<DB: DrawingBackend>(
    area: &DrawingArea<DB, Shift>,
    bars: &[Bar],
    style: &Style,
) -> Result<(), Error> {
    mark::paint(area, &radar::marks(area.dim_in_pixel(), bars, style), style)
}

/// Draws `bars` into `area`, one below the other: label, bar from 0 to 100, value.
///
/// Bars are solid up to low, pale from low to high, and have a mark at the value between them; a
/// target is a line across the bar with a diamond. Labels are left of the bars,
/// or above them if the bars would be too short. [`bars_height`] is the suitable height of `area`;
/// in a lower area everything is scaled down.
///
/// # Errors
/// The backend failed to draw.
pub fn bars<DB: DrawingBackend>(
    area: &DrawingArea<DB, Shift>,
    bars: &[Bar],
    style: &Style,
) -> Result<(), Error> {
    mark::paint(area, &bars::marks(area.dim_in_pixel(), bars, style), style)
}

/// The height of [`bars()`] for a `width`, both in units of the area.
#[must_use]
pub fn bars_height(bars: &[Bar], width: u32, style: &Style) -> u32 {
    bars::height(bars, width, style)
}

/// The height of [`radar()`] for a `width`, both in units of the area: that of the largest radar
/// for which the labels leave space. 0 if there is no radar to draw.
#[must_use]
pub fn radar_height(bars: &[Bar], width: u32, style: &Style) -> u32 {
    radar::height(bars, width, style)
}

/// Draws the certificate into `area`, whose coordinates are those of [`PictureFormat::grid`].
///
/// Font size and pixel ratio of `style` are ignored: the layout has its own.
///
/// # Errors
/// The backend failed to draw.
pub fn certificate<DB: DrawingBackend>(
    area: &DrawingArea<DB, Shift>,
    sheet: PictureFormat,
    content: &Certificate,
    style: &Style,
) -> Result<(), Error> {
    mark::paint(area, &certificate::marks(sheet, content, style), style)
}

/// Draws several outlines over each other into `area`, on the axes of [`radar()`].
///
/// Each outline has its own dashes and marks, and its letter beside one of its marks if there is
/// space. The caller shows the legend, drawn with [`legend_key()`].
///
/// # Errors
/// The backend failed to draw.
pub fn overlay<DB: DrawingBackend>(
    area: &DrawingArea<DB, Shift>,
    axes: &[String],
    outlines: &[Outline],
    style: &Style,
) -> Result<(), Error> {
    let marks = radar::overlay::marks(area.dim_in_pixel(), axes, outlines, style);
    mark::paint(area, &marks, style)
}

/// The height of [`overlay()`] for a `width`, both in units of the area. 0 if there is nothing to
/// draw.
#[must_use]
pub fn overlay_height(axes: &[String], width: u32, style: &Style) -> u32 {
    radar::overlay::height(axes, width, style)
}

/// Draws a short line with its mark into `area`, for the legend of [`overlay()`] or [`trend()`].
///
/// # Errors
/// The backend failed to draw.
pub fn legend_key<DB: DrawingBackend>(
    area: &DrawingArea<DB, Shift>,
    look: usize,
    style: &Style,
) -> Result<(), Error> {
    mark::paint(
        area,
        &series_style::legend_key(area.dim_in_pixel(), look, style),
        style,
    )
}

/// Draws values over time into `area`: days on the horizontal axis, 0 to 100 on the vertical one.
///
/// A line joins the values of a series; the vertical line at a mark is the interval that open
/// answers allow. `ticks` are sorted by day; those without space are left out. Draws nothing if all
/// days are the same.
///
/// # Errors
/// The backend failed to draw.
pub fn trend<DB: DrawingBackend>(
    area: &DrawingArea<DB, Shift>,
    series: &[Series],
    ticks: &[Tick],
    style: &Style,
) -> Result<(), Error> {
    let marks = trend::marks(area.dim_in_pixel(), series, ticks, style);
    mark::paint(area, &marks, style)
}

/// The height of [`trend()`] for a `width`, both in units of the area.
#[must_use]
pub fn trend_height(width: u32, style: &Style) -> u32 {
    trend::height(width, style)
}
