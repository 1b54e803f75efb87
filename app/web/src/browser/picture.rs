//! Pictures for files.

use js_sys::{Function, Promise};
use plotters::coord::Shift;
use plotters::drawing::{DrawingArea, IntoDrawingArea};
use plotters_canvas::CanvasBackend;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, CanvasRenderingContext2d, HtmlCanvasElement};

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
    let context = console::log_error("draw on a canvas", canvas.get_context("2d"))??;
    let context: CanvasRenderingContext2d = dom::cast(context)?;
    let (width, height) = (f64::from(size.0), f64::from(size.1));
    let scaled =
        context.draw_image_with_html_canvas_element_and_dw_and_dh(drawn, 0.0, 0.0, width, height);
    console::log_error("scale a picture", scaled)?;
    Some(canvas)
}
