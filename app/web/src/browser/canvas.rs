//! A canvas in the screen's resolution, redrawn when the screen changes or the page is printed.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use gloo::events::EventListener;
use leptos::prelude::on_cleanup;
use plotters::coord::Shift;
use plotters::drawing::{DrawingArea, IntoDrawingArea};
use plotters_canvas::CanvasBackend;
use send_wrapper::SendWrapper;
use wasm_bindgen::{JsCast, prelude::Closure};
use web_sys::{Element, HtmlCanvasElement, ResizeObserver};

use super::{console, dom, theme};

/// The medium of a drawing.
#[derive(Clone, Copy)]
pub(crate) enum Medium {
    Screen { ratio: f64 },
    Print,
}

/// Calls `draw` at once, whenever width, pixel ratio or colour scheme change, and before printing,
/// until the current reactive owner is disposed.
pub(crate) fn redraw_on_change(
    canvas: &HtmlCanvasElement,
    draw: impl Fn(&HtmlCanvasElement, Medium) + 'static,
) {
    let draw: Draw = {
        let canvas = canvas.clone();
        Rc::new(move |medium| draw(&canvas, medium))
    };
    NEW_DRAWINGS.with_borrow_mut(|new| {
        if let Some(new) = new {
            new.push(draw.clone());
        }
    });
    let screen = on_change(canvas, draw.clone());
    let watched = SendWrapper::new((observe(canvas, screen.clone()), listen(&draw, &screen)));
    on_cleanup(move || {
        let (observed, listeners) = watched.take();
        if let Some((observer, _callback)) = observed {
            observer.disconnect();
        }
        drop(listeners);
    });
}

/// Draws what `build` adds to the document for the printer: it would not hear of a print that has
/// been announced already.
pub(crate) fn draw_new_for_print(build: impl FnOnce()) {
    NEW_DRAWINGS.set(Some(Vec::new()));
    build();
    for draw in NEW_DRAWINGS.take().unwrap_or_default() {
        draw(Medium::Print);
    }
}

type Draw = Rc<dyn Fn(Medium)>;

thread_local! {
    /// The drawings that were added while a print is being prepared; `None` at other times.
    static NEW_DRAWINGS: RefCell<Option<Vec<Draw>>> = const { RefCell::new(None) };
}

type Observed = (ResizeObserver, Closure<dyn Fn()>);

/// Draws for the screen if width, pixel ratio or colour scheme have changed since the last time.
fn on_change(canvas: &HtmlCanvasElement, draw: Draw) -> Rc<dyn Fn()> {
    let canvas = canvas.clone();
    let last = Cell::new((0, 0.0, false));
    Rc::new(move || {
        let ratio = pixel_ratio();
        let now = (css_width(&canvas), ratio, dom::is_dark());
        if now.0 > 0 && last.replace(now) != now {
            draw(Medium::Screen { ratio });
        }
    })
}

fn observe(canvas: &HtmlCanvasElement, screen: Rc<dyn Fn()>) -> Option<Observed> {
    let callback = Closure::<dyn Fn()>::new(move || screen());
    let observer = ResizeObserver::new(callback.as_ref().unchecked_ref());
    let observer = console::log_error("follow the size of a canvas", observer)?;
    observer.observe(canvas.unchecked_ref::<Element>());
    Some((observer, callback))
}

/// Listens for changes of pixel ratio (which cause a resize) and colour scheme, and for printing.
fn listen(draw: &Draw, screen: &Rc<dyn Fn()>) -> Vec<EventListener> {
    let Some(window) = dom::window() else {
        return Vec::new();
    };
    let on =
        |name: &'static str, work: Rc<dyn Fn()>| EventListener::new(&window, name, move |_| work());
    let print = {
        let draw = draw.clone();
        Rc::new(move || draw(Medium::Print))
    };
    let again = {
        let draw = draw.clone();
        Rc::new(move || {
            draw(Medium::Screen {
                ratio: pixel_ratio(),
            })
        })
    };
    let mut listeners = vec![
        on("resize", screen.clone()),
        on(theme::CHANGED_EVENT, again.clone()),
        on("beforeprint", print),
        on("afterprint", again),
    ];
    if let Ok(Some(scheme)) = window.match_media("(prefers-color-scheme: dark)") {
        let screen = screen.clone();
        listeners.push(EventListener::new(&scheme, "change", move |_| screen()));
    }
    listeners
}

/// The width of the canvas in CSS pixels.
pub(crate) fn css_width(canvas: &HtmlCanvasElement) -> u32 {
    u32::try_from(canvas.client_width()).unwrap_or(0)
}

/// Sizes the canvas for a pixel ratio and returns its area, in device pixels.
pub(crate) fn drawing_area(
    canvas: &HtmlCanvasElement,
    width: u32,
    height: u32,
    ratio: f64,
) -> Option<DrawingArea<CanvasBackend, Shift>> {
    if width == 0 || height == 0 {
        return None;
    }
    let device = |css: u32| (f64::from(css) * ratio).round() as u32;
    canvas.set_width(device(width));
    canvas.set_height(device(height));
    let styled = canvas
        .style()
        .set_property("height", &format!("{height}px"));
    console::log_error("set the height of a canvas", styled);
    Some(CanvasBackend::with_canvas_object(canvas.clone())?.into_drawing_area())
}

/// Resolves a colour token of the page to a plain colour, by setting it on the canvas temporarily: a
/// token may be `light-dark(…)`.
pub(crate) fn resolve_colour(canvas: &HtmlCanvasElement, token: &str) -> Option<String> {
    let style = canvas.style();
    let set = style.set_property("color", &format!("var({token})"));
    console::log_error("set the colour of a canvas", set)?;
    let resolved = dom::computed_style(canvas, "color");
    console::log_error(
        "reset the colour of a canvas",
        style.remove_property("color"),
    )?;
    Some(resolved).filter(|colour| !colour.is_empty())
}

fn pixel_ratio() -> f64 {
    dom::window().map_or(1.0, |window| window.device_pixel_ratio())
}
