//! Drawings of the sections on a canvas, sharp at any pixel ratio, in dark mode and in print.

use std::sync::Arc;

use crate::view::{Handle, IntoView, view};
use assay_charts::{Bar, Palette, Rgb, Style};
use web_sys::HtmlCanvasElement;

use crate::browser::{canvas, dom};

/// Which drawing.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Drawing {
    Radar,
    Bars,
}

/// A canvas with a drawing of the bars; `label` says it in a sentence. It is drawn again whenever
/// its width, the pixel ratio or the colours change, and before printing.
pub(crate) fn drawing(kind: Drawing, bars: Arc<Vec<Bar>>, label: String) -> impl IntoView {
    let node = Handle::new();
    node.on_load(move |element| {
        let bars = bars.clone();
        canvas::keep_drawn(&element, move |element, medium| {
            draw(kind, &bars, element, medium)
        });
    });
    view! { <canvas class="drawing" node_ref=node role="img" aria-label=label></canvas> }
}

fn draw(kind: Drawing, bars: &[Bar], element: &HtmlCanvasElement, medium: canvas::Medium) {
    let style = style(element, medium);
    let width = canvas::css_width(element);
    let height = match kind {
        Drawing::Radar => assay_charts::radar_height(
            bars,
            width,
            &Style {
                ratio: 1.0,
                ..style.clone()
            },
        ),
        Drawing::Bars => assay_charts::bars_height(
            bars,
            width,
            &Style {
                ratio: 1.0,
                ..style.clone()
            },
        ),
    };
    let Some(area) = canvas::area(element, width, height, style.ratio) else {
        return;
    };
    let drawn = match kind {
        Drawing::Radar => assay_charts::radar(&area, bars, &style),
        Drawing::Bars => assay_charts::bars(&area, bars, &style),
    };
    // A canvas refuses nothing once it has a context; its figures stand beside it as text anyway.
    drop(drawn);
}

fn style(element: &HtmlCanvasElement, medium: canvas::Medium) -> Style {
    let family = dom::token(element, "font-family");
    match medium {
        canvas::Medium::Screen { ratio } => {
            let fallback = if dom::is_dark() {
                Palette::DARK
            } else {
                Palette::LIGHT
            };
            Style {
                ratio,
                ..Style::new(tokens(element, fallback), &family)
            }
        }
        canvas::Medium::Print => Style {
            ratio: 4.0,
            ..Style::new(Palette::PRINT, &family)
        },
    }
}

/// The colours of the page, which a brand may have changed.
pub(crate) fn tokens(element: &HtmlCanvasElement, fallback: Palette) -> Palette {
    let colour = |name: &str, otherwise: Rgb| {
        canvas::colour(element, name)
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
