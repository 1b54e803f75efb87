//! Applies a brand's colours, radius and fonts as a constructed style sheet, which a strict
//! Content-Security-Policy allows.

use assay_config::{Brand, Theme, Token};
use js_sys::{Array, Reflect};
use wasm_bindgen::JsValue;
use web_sys::{CssStyleSheet, Element};

use crate::browser::console::log_error;
use crate::browser::dom;

/// Applies the brand's style sheet and the colour of the browser window for each theme.
pub(crate) fn apply_brand(brand: &Brand) {
    if let Some(rules) = brand.style_sheet() {
        log_error("apply the brand", adopt_style_sheet(&rules));
    }
    for theme in Theme::ALL {
        set_window_colour(brand, theme);
    }
}

/// Adopts a constructed style sheet.
fn adopt_style_sheet(rules: &str) -> Result<(), JsValue> {
    let sheet = CssStyleSheet::new()?;
    sheet.replace_sync(rules)?;
    let document = JsValue::from(dom::document());
    let name = JsValue::from_str("adoptedStyleSheets");
    Reflect::set(&document, &name, &Array::of1(&sheet).into())?;
    Ok(())
}

/// Sets the `theme-color` that the browser uses for its own window.
fn set_window_colour(brand: &Brand, theme: Theme) {
    let selector = format!("meta[name=theme-color][media*={}]", theme.name());
    if let (Some(meta), Some(paper)) = (dom::query::<Element>(&selector), Token::from_name("paper"))
    {
        let colour = brand.colours.get(paper, theme).to_css();
        dom::set_attribute(&meta, "content", &colour);
    }
}
