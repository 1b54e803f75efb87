//! Pictures for files.

use js_sys::{Function, Promise};
use plotters::coord::Shift;
use plotters::drawing::{DrawingArea, IntoDrawingArea};
use plotters_canvas::CanvasBackend;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, CanvasRenderingContext2d, HtmlCanvasElement, HtmlImageElement};

use super::{console, dom};

/// Renders a PNG of `size` pixels, drawn on `grid` pixels of the same proportions. `None` if the
/// browser or `draw` fails.
pub(crate) async fn render_png(
    size: (u32, u32),
    grid: (u32, u32),
    draw: impl FnOnce(&DrawingArea<CanvasBackend, Shift>) -> bool,
) -> Option<Blob> {
    let drawn = canvas(grid)?;
    let area = CanvasBackend::with_canvas_object(drawn.clone())?.into_drawing_area();
    if !draw(&area) {
        return None;
    }
    let picture = match size == grid {
        true => drawn,
        false => scaled(&drawn, size)?,
    };
    canvas_blob(&picture).await
}

/// The paper on which a picture is drawn.
pub(crate) struct Paper {
    /// A CSS colour.
    pub(crate) colour: String,
    /// Its width around the picture in pixels.
    pub(crate) margin: f64,
}

/// Draws a picture of the site or of this page (an SVG among others) as a PNG whose longer side has
/// so many pixels, on paper if there is some. `None` if the browser does not show it, or if it has no
/// size.
pub(crate) async fn rasterize(
    address: &str,
    longer_side: f64,
    paper: Option<&Paper>,
) -> Option<Blob> {
    let image = console::log_error("make an image", HtmlImageElement::new())?;
    image.set_src(address);
    console::log_error("load a picture", JsFuture::from(image.decode()).await)?;
    let (width, height) = (
        f64::from(image.natural_width()),
        f64::from(image.natural_height()),
    );
    if width < 1.0 || height < 1.0 {
        return None;
    }
    let margin = paper.map_or(0.0, |paper| paper.margin);
    let scale = (longer_side - 2.0 * margin) / width.max(height);
    let (width, height) = (width * scale, height * scale);
    let side = |length: f64| (length + 2.0 * margin).ceil();
    let canvas = canvas((side(width) as u32, side(height) as u32))?;
    let context = context(&canvas)?;
    if let Some(paper) = paper {
        context.set_fill_style_str(&paper.colour);
        context.fill_rect(0.0, 0.0, side(width), side(height));
    }
    let drawn = context
        .draw_image_with_html_image_element_and_dw_and_dh(&image, margin, margin, width, height);
    console::log_error("draw a picture", drawn)?;
    canvas_blob(&canvas).await
}

/// The content of a canvas as a PNG.
async fn canvas_blob(picture: &HtmlCanvasElement) -> Option<Blob> {
    let blob = Promise::new(&mut |done: Function, failed: Function| {
        if picture.to_blob(&done).is_err() {
            // Calling a promise's own function does not throw.
            drop(failed.call0(&failed));
        }
    });
    // The blob is null where the canvas is too large for the browser.
    let blob = console::log_error("make a picture", JsFuture::from(blob).await)?;
    dom::cast(blob)
}

fn canvas((width, height): (u32, u32)) -> Option<HtmlCanvasElement> {
    let canvas: HtmlCanvasElement = dom::create("canvas")?;
    canvas.set_width(width);
    canvas.set_height(height);
    Some(canvas)
}

/// Scales a picture. The context is not scaled instead, since a drawing area clips at the canvas's
/// size.
fn scaled(drawn: &HtmlCanvasElement, size: (u32, u32)) -> Option<HtmlCanvasElement> {
    let canvas = canvas(size)?;
    let context = context(&canvas)?;
    let (width, height) = (f64::from(size.0), f64::from(size.1));
    let scaled =
        context.draw_image_with_html_canvas_element_and_dw_and_dh(drawn, 0.0, 0.0, width, height);
    console::log_error("scale a picture", scaled)?;
    Some(canvas)
}

fn context(canvas: &HtmlCanvasElement) -> Option<CanvasRenderingContext2d> {
    let context = console::log_error("draw on a canvas", canvas.get_context("2d"))??;
    dom::cast(context)
}
