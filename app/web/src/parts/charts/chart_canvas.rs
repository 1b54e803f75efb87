//! Charts on a canvas, sharp at any pixel ratio, in dark mode and in print. The charts themselves
//! are drawn by `assay_charts`.

use std::sync::Arc;

use crate::view::{AnyView, Handle, view};
use assay_charts::{Bar, Error, Palette, Rgb, Style};
use plotters::coord::Shift;
use plotters::drawing::DrawingArea;
use plotters_canvas::CanvasBackend;
use wasm_bindgen::JsValue;
use web_sys::HtmlCanvasElement;

use crate::browser::console::log_error;
use crate::browser::{canvas, dom};

/// A chart of the sections.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum SectionChart {
    Radar,
    Bars,
}

/// Drawing area of a canvas.
pub(crate) type CanvasArea = DrawingArea<CanvasBackend, Shift>;

/// Renders a chart of the sections; `label` describes it for screen readers.
pub(crate) fn section_chart(kind: SectionChart, bars: Arc<Vec<Bar>>, label: String) -> AnyView {
    let measured = bars.clone();
    match kind {
        SectionChart::Radar => chart_canvas(
            label,
            move |width, style| assay_charts::radar_height(&measured, width, style),
            move |area, style| assay_charts::radar(area, &bars, style),
        ),
        SectionChart::Bars => chart_canvas(
            label,
            move |width, style| assay_charts::bars_height(&measured, width, style),
            move |area, style| assay_charts::bars(area, &bars, style),
        ),
    }
}

/// Renders a chart; `label` describes it for screen readers. It is redrawn when its width, the
/// pixel ratio or the colours change, and before printing. `height` returns the height for a width,
/// both in CSS pixels.
pub(crate) fn chart_canvas(
    label: String,
    height: impl Fn(u32, &Style) -> u32 + 'static,
    paint: impl Fn(&CanvasArea, &Style) -> Result<(), Error> + 'static,
) -> AnyView {
    let node = Handle::new();
    node.on_load(move |element| {
        canvas::redraw_on_change(&element, move |element, medium| {
            draw_chart(element, medium, &height, &paint);
        });
    });
    view! { <canvas class="drawing" node_ref=node role="img" aria-label=label></canvas> }
}

/// Renders the line and marker of a series for a legend.
pub(crate) fn legend_key(look: usize) -> AnyView {
    let node = Handle::new();
    node.on_load(move |element| {
        canvas::redraw_on_change(&element, move |element, medium| {
            draw_chart(element, medium, &|_, _| KEY_HEIGHT, &|area, style| {
                assay_charts::legend_key(area, look, style)
            });
        });
    });
    view! { <canvas class="key" node_ref=node aria-hidden="true"></canvas> }
}

/// Width of one of two printed columns, in CSS pixels: a chart drawn for a wide window would be
/// scaled down with its labels.
const PRINTED_COLUMN_WIDTH: u32 = 330;

/// Height of a legend marker, in CSS pixels.
const KEY_HEIGHT: u32 = 18;

fn draw_chart(
    element: &HtmlCanvasElement,
    medium: canvas::Medium,
    height: &dyn Fn(u32, &Style) -> u32,
    paint: &dyn Fn(&CanvasArea, &Style) -> Result<(), Error>,
) {
    let style = chart_style(element, medium);
    let width = match medium {
        canvas::Medium::Print if dom::is_within(element, ".two") => PRINTED_COLUMN_WIDTH,
        _ => canvas::css_width(element),
    };
    let plain = Style {
        pixel_ratio: 1.0,
        ..style.clone()
    };
    let height = height(width, &plain);
    let Some(area) = canvas::drawing_area(element, width, height, style.pixel_ratio) else {
        return;
    };
    let painted = paint(&area, &style).map_err(|error| JsValue::from_str(&error.to_string()));
    log_error("draw a chart", painted);
}

fn chart_style(element: &HtmlCanvasElement, medium: canvas::Medium) -> Style {
    let family = dom::computed_style(element, "font-family");
    match medium {
        canvas::Medium::Screen { ratio } => {
            let fallback = if dom::is_dark() {
                Palette::DARK
            } else {
                Palette::LIGHT
            };
            Style {
                pixel_ratio: ratio,
                ..Style::new(page_palette(element, fallback), &family)
            }
        }
        canvas::Medium::Print => Style {
            pixel_ratio: 4.0,
            ..Style::new(Palette::PRINT, &family)
        },
    }
}

/// Returns the colours of the page, which a brand may have changed.
pub(crate) fn page_palette(element: &HtmlCanvasElement, fallback: Palette) -> Palette {
    let colour = |name: &str, otherwise: Rgb| {
        canvas::resolve_colour(element, name)
            .and_then(|text| Rgb::parse(&text))
            .unwrap_or(otherwise)
    };
    Palette {
        ink: colour("--ink", fallback.ink),
        muted: colour("--muted", fallback.muted),
        rule: colour("--rule", fallback.rule),
        metal: colour("--metal", fallback.metal),
        metal_deep: colour("--metal-deep", fallback.metal_deep),
        metal_wash: colour("--metal-wash", fallback.metal_wash),
        paper: colour("--paper", fallback.paper),
        stop: colour("--stop", fallback.stop),
    }
}
