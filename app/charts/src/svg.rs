//! The drawings as SVG texts.

use plotters::coord::Shift;
use plotters::drawing::{DrawingArea, IntoDrawingArea};
use plotters_svg::SVGBackend;

use crate::{BackendKind, Bar, Certificate, Error, Outline, PictureFormat, Series, Style, Tick};

/// [`crate::radar()`] as an SVG of `size` (width, height).
///
/// # Errors
/// The backend failed; writing to memory is not known to.
pub fn radar(bars: &[Bar], style: &Style, size: (u32, u32)) -> Result<String, Error> {
    render(style, size, |area, style| crate::radar(area, bars, style))
}

/// [`crate::bars()`] as an SVG of `size` (width, height).
///
/// # Errors
/// The backend failed; writing to memory is not known to.
pub fn bars(bars: &[Bar], style: &Style, size: (u32, u32)) -> Result<String, Error> {
    render(style, size, |area, style| crate::bars(area, bars, style))
}

/// [`crate::certificate()`] as an SVG; the A4 format has the size of the paper.
///
/// # Errors
/// The backend failed; writing to memory is not known to.
pub fn certificate(
    content: &Certificate,
    sheet: PictureFormat,
    style: &Style,
) -> Result<String, Error> {
    let svg = render(style, sheet.grid(), |area, style| {
        crate::certificate(area, sheet, content, style)
    })?;
    let (width, height) = sheet.grid();
    let grid = format!("width=\"{width}\" height=\"{height}\"");
    let size = match sheet {
        PictureFormat::Wide => "width=\"1200\" height=\"630\"",
        PictureFormat::A4 => "width=\"210mm\" height=\"297mm\"",
    };
    Ok(svg.replacen(&grid, size, 1))
}

/// [`crate::overlay()`] as an SVG of `size` (width, height).
///
/// # Errors
/// The backend failed; writing to memory is not known to.
pub fn overlay(
    axes: &[String],
    outlines: &[Outline],
    style: &Style,
    size: (u32, u32),
) -> Result<String, Error> {
    render(style, size, |area, style| {
        crate::overlay(area, axes, outlines, style)
    })
}

/// [`crate::trend()`] as an SVG of `size` (width, height).
///
/// # Errors
/// The backend failed; writing to memory is not known to.
pub fn trend(
    series: &[Series],
    ticks: &[Tick],
    style: &Style,
    size: (u32, u32),
) -> Result<String, Error> {
    render(style, size, |area, style| {
        crate::trend(area, series, ticks, style)
    })
}

fn render(
    style: &Style,
    size: (u32, u32),
    draw: impl FnOnce(&DrawingArea<SVGBackend<'_>, Shift>, &Style) -> Result<(), Error>,
) -> Result<String, Error> {
    let style = Style {
        backend: BackendKind::Svg,
        ..style.clone()
    };
    let mut svg = String::new();
    {
        let area = SVGBackend::with_string(&mut svg, size).into_drawing_area();
        draw(&area, &style)?;
        area.present()?;
    }
    Ok(svg)
}
