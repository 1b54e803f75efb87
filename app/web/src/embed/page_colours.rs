//! The colours of the host page in the frame. A brand with colours of its own keeps them.

use std::cell::{Cell, RefCell};

use assay_config::{HostColours, PageColours};
use js_sys::{Array, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::CssStyleSheet;

use super::message::{ColourChoice, OutgoingMessage};
use super::port::send;
use crate::browser::console::log_error;
use crate::browser::{dom, net, theme};
use crate::state::Site;

thread_local! {
    /// The adopted sheet with the palette; empty while the frame has colours of its own.
    static SHEET: RefCell<Option<CssStyleSheet>> = const { RefCell::new(None) };
    static IS_SHOWN: Cell<bool> = const { Cell::new(false) };
}

/// Returns whether the frame has the colours of the host page.
pub(crate) fn has_host_colours() -> bool {
    IS_SHOWN.get()
}

/// Applies the colours in the frame's address, which arrive before any message, so that the first
/// page has them. Does nothing outside a frame.
pub(crate) fn apply_initial_colours(site: &Site) {
    if !site.frame.embedded {
        return;
    }
    let parameter = net::query_parameter("colours");
    if let Some(ColourChoice::Host(host)) = parameter.as_deref().and_then(ColourChoice::parse)
        && let Ok(palette) = PageColours::derive(&host)
    {
        show_palette(site, Some(&palette));
    }
}

/// Applies the colours that the host page sends, and reports to it those that are not shown as they
/// are.
pub(super) fn apply_colours(site: &Site, colours: ColourChoice) {
    let palette = match colours {
        ColourChoice::Own => None,
        ColourChoice::Host(host) => derive_palette(&host),
    };
    show_palette(site, palette.as_ref());
}

fn derive_palette(host: &HostColours) -> Option<PageColours> {
    match PageColours::derive(host) {
        Ok(palette) => {
            for correction in &palette.corrections {
                report(correction.to_string());
            }
            Some(palette)
        }
        Err(error) => {
            report(error.to_string());
            None
        }
    }
}

fn report(message: String) {
    send(&OutgoingMessage::Error {
        code: "colours",
        message,
    });
}

/// Shows a palette, or the colours of the brand and of Assay.
fn show_palette(site: &Site, palette: Option<&PageColours>) {
    let palette = palette.filter(|_| !site.config.brand.has_colours());
    let rules = palette.map(PageColours::style_sheet).unwrap_or_default();
    let written = adopted_sheet().and_then(|sheet| sheet.replace_sync(&rules));
    IS_SHOWN.set(palette.is_some() && written.is_ok());
    log_error("apply the colours of the host page", written);
    theme::announce_change();
}

/// Returns the sheet of the palette, which is adopted after all others when it is first used.
fn adopted_sheet() -> Result<CssStyleSheet, JsValue> {
    if let Some(sheet) = SHEET.with_borrow(Clone::clone) {
        return Ok(sheet);
    }
    let sheet = CssStyleSheet::new()?;
    let document = JsValue::from(dom::document());
    let name = JsValue::from_str("adoptedStyleSheets");
    let sheets = Array::from(&Reflect::get(&document, &name)?);
    sheets.push(sheet.unchecked_ref());
    Reflect::set(&document, &name, &sheets)?;
    SHEET.replace(Some(sheet.clone()));
    Ok(sheet)
}
