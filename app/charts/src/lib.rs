//! Assay's drawings: the radar of the sections and their bars, several results over each other,
//! figures over time, the certificate, and QR codes.
//!
//! All but the codes, which are paths, are generic over a plotters backend: the web app draws them on a canvas, native code and
//! files as SVG. This crate knows neither browsers nor the method; it is handed figures in percent,
//! words and colours. A drawing is first laid out as plain marks and then painted, so that
//! what is drawn can be tested without a backend.
//!
//! Text is never measured by the backend (in a browser plotters would do so with an inline style,
//! which a strict content security policy forbids) but estimated, a little on the wide side.

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
pub use trend::{Series, Tick, TrendPoint};

/// Draws the radar of `bars` into `area`, an axis for each bar, clockwise from the top.
///
/// Rings stand at 20, 40, 60, 80 and 100. The band is what open answers still allow. A bar without a
/// value shows its interval only, and the outline leaves its axis out. From nine bars on the axes
/// carry numbers from 1, and the legend is the caller's. Fewer than three bars draw nothing: see
/// [`radar_shape`]. Meant for sides of 240 to 800 CSS pixels; an area too small to read stays empty.
///
/// # Errors
/// Where the backend refuses to draw.
pub fn radar<DB: DrawingBackend>(
    area: &DrawingArea<DB, Shift>,
    bars: &[Bar],
    style: &Style,
) -> Result<(), Error> {
    mark::paint(area, &radar::marks(area.dim_in_pixel(), bars, style), style)
}

/// Draws `bars` into `area`, one below the other: the name, a streak from 0 to 100, the figure.
///
/// Solid up to the value, hatched between low and high. Names stand left of the streaks, or above
/// them where that would leave the streaks too short. [`bars_height`] says how high `area` should be;
/// in a lower one everything moves together.
///
/// # Errors
/// Where the backend refuses to draw.
pub fn bars<DB: DrawingBackend>(
    area: &DrawingArea<DB, Shift>,
    bars: &[Bar],
    style: &Style,
) -> Result<(), Error> {
    mark::paint(area, &bars::marks(area.dim_in_pixel(), bars, style), style)
}

/// The height that [`bars()`] wants for a `width`, both in the units of the area.
#[must_use]
pub fn bars_height(bars: &[Bar], width: u32, style: &Style) -> u32 {
    bars::height(bars, width, style)
}

/// The height that [`radar()`] wants for a `width`, both in the units of the area: enough for the
/// largest radar that its labels leave room for. 0 where there is none to draw.
#[must_use]
pub fn radar_height(bars: &[Bar], width: u32, style: &Style) -> u32 {
    radar::height(bars, width, style)
}

/// Draws the certificate into `area`, whose coordinates are those of [`PictureFormat::grid`].
///
/// The font size of `style` does not count here, and neither does its ratio: a layout has its own.
///
/// # Errors
/// Where the backend refuses to draw.
pub fn certificate<DB: DrawingBackend>(
    area: &DrawingArea<DB, Shift>,
    sheet: PictureFormat,
    said: &Certificate,
    style: &Style,
) -> Result<(), Error> {
    mark::paint(area, &certificate::marks(sheet, said, style), style)
}

/// Draws several outlines over each other into `area`, on the axes of [`radar()`].
///
/// Each has its own dashes and marks, and its letter beside one of its marks where that can be read.
/// The legend, drawn with [`legend_key()`], is the caller's.
///
/// # Errors
/// Where the backend refuses to draw.
pub fn overlay<DB: DrawingBackend>(
    area: &DrawingArea<DB, Shift>,
    axes: &[String],
    outlines: &[Outline],
    style: &Style,
) -> Result<(), Error> {
    let marks = radar::overlay::marks(area.dim_in_pixel(), axes, outlines, style);
    mark::paint(area, &marks, style)
}

/// The height that [`overlay()`] wants for a `width`, both in the units of the area. 0 where there
/// is none to draw.
#[must_use]
pub fn overlay_height(axes: &[String], width: u32, style: &Style) -> u32 {
    radar::overlay::height(axes, width, style)
}

/// Draws a piece of line with its mark into `area`, for the legend of [`overlay()`] or [`trend()`].
///
/// # Errors
/// Where the backend refuses to draw.
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

/// Draws figures over time into `area`: days to the right, 0 to 100 upwards.
///
/// A line joins the figures of a series; the upright line at a mark is what open answers allow.
/// `ticks` are in the order of their days; those without room are left out. Draws nothing while all
/// days are the same one.
///
/// # Errors
/// Where the backend refuses to draw.
pub fn trend<DB: DrawingBackend>(
    area: &DrawingArea<DB, Shift>,
    series: &[Series],
    ticks: &[Tick],
    style: &Style,
) -> Result<(), Error> {
    let marks = trend::marks(area.dim_in_pixel(), series, ticks, style);
    mark::paint(area, &marks, style)
}

/// The height that [`trend()`] wants for a `width`, both in the units of the area.
#[must_use]
pub fn trend_height(width: u32, style: &Style) -> u32 {
    trend::height(width, style)
}
