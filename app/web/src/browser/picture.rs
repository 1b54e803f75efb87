//! Pictures drawn for a file and not for the page.

use js_sys::{Function, Promise};
use plotters::coord::Shift;
use plotters::drawing::{DrawingArea, IntoDrawingArea};
use plotters_canvas::CanvasBackend;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, CanvasRenderingContext2d, HtmlCanvasElement};

use super::dom;

/// A PNG of a size in pixels, drawn on a grid of the same proportions, which may be finer. `None`
/// where the browser or the drawing refuses.
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
    let made = Promise::new(&mut |done: Function, failed: Function| {
        if picture.to_blob(&done).is_err() {
            let _ = failed.call0(&failed);
        }
    });
    // A canvas that is too large for the browser gives null.
    JsFuture::from(made).await.ok()?.dyn_into().ok()
}

fn canvas((width, height): (u32, u32)) -> Option<HtmlCanvasElement> {
    let made = dom::document()?.create_element("canvas").ok()?;
    let canvas: HtmlCanvasElement = made.dyn_into().ok()?;
    canvas.set_width(width);
    canvas.set_height(height);
    Some(canvas)
}

/// The same picture in another size. Scaling the context instead would cut off what lies beyond
/// the size, which is all that a drawing area knows of its canvas.
fn scaled(drawn: &HtmlCanvasElement, size: (u32, u32)) -> Option<HtmlCanvasElement> {
    let canvas = canvas(size)?;
    let context: CanvasRenderingContext2d = canvas.get_context("2d").ok()??.dyn_into().ok()?;
    let (width, height) = (f64::from(size.0), f64::from(size.1));
    context
        .draw_image_with_html_canvas_element_and_dw_and_dh(drawn, 0.0, 0.0, width, height)
        .ok()?;
    Some(canvas)
}
