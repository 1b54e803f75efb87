//! Pictures drawn for a file and not for the page.

use js_sys::{Function, Promise};
use plotters::coord::Shift;
use plotters::drawing::{DrawingArea, IntoDrawingArea};
use plotters_canvas::CanvasBackend;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, CanvasRenderingContext2d, HtmlCanvasElement};

use super::dom;

/// A PNG of a size in pixels, drawn in the coordinates of a grid of the same proportions. `None`
/// where the browser or the drawing refuses.
pub(crate) async fn png(
    size: (u32, u32),
    grid: (u32, u32),
    draw: impl FnOnce(&DrawingArea<CanvasBackend, Shift>) -> bool,
) -> Option<Blob> {
    let canvas: HtmlCanvasElement = dom::document()?
        .create_element("canvas")
        .ok()?
        .dyn_into()
        .ok()?;
    canvas.set_width(size.0);
    canvas.set_height(size.1);
    let context: CanvasRenderingContext2d = canvas.get_context("2d").ok()??.dyn_into().ok()?;
    let scale = f64::from(size.0) / f64::from(grid.0);
    context.scale(scale, scale).ok()?;
    let area = CanvasBackend::with_canvas_object(canvas.clone())?.into_drawing_area();
    if !draw(&area) {
        return None;
    }
    let made = Promise::new(&mut |done: Function, failed: Function| {
        if canvas.to_blob(&done).is_err() {
            let _ = failed.call0(&failed);
        }
    });
    // A canvas that is too large for the browser gives null.
    JsFuture::from(made).await.ok()?.dyn_into().ok()
}
