//! The settings of a visitor's browser.

use serde_json::{Value, json};

/// The colour scheme of the browser.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ColorScheme {
    /// Dark text on a light background.
    Light,
    /// Light text on a dark background.
    Dark,
    /// The few colours that the visitor chose for all pages (forced colours).
    Forced,
}

/// The settings of a visitor's browser.
#[derive(Debug, Clone)]
pub struct BrowserSettings {
    /// The value of the header `Accept-Language`.
    pub language: &'static str,
    /// Width and height of the viewport in CSS pixels.
    pub size: (u32, u32),
    /// Device pixels per CSS pixel.
    pub pixel_ratio: f64,
    /// The preferred colour scheme.
    pub scheme: ColorScheme,
    /// Whether animations are allowed. Without them no journey has to wait for one.
    pub allows_motion: bool,
    /// Whether sites may store data.
    pub allows_storage: bool,
    /// Whether opening an address waits until the page is loaded.
    pub waits_for_load: bool,
}

impl Default for BrowserSettings {
    fn default() -> Self {
        Self {
            language: "en-GB",
            size: (1280, 900),
            pixel_ratio: 1.0,
            scheme: ColorScheme::Light,
            allows_motion: false,
            allows_storage: true,
            waits_for_load: true,
        }
    }
}

/// The parameters of `Emulation.setEmulatedMedia` for the settings; `kind` is "print", or "" for
/// the screen.
pub(crate) fn media_parameters(setting: &BrowserSettings, kind: &str) -> Value {
    let scheme = match setting.scheme {
        ColorScheme::Light | ColorScheme::Forced => "light",
        ColorScheme::Dark => "dark",
    };
    let forced = match setting.scheme {
        ColorScheme::Light | ColorScheme::Dark => "none",
        ColorScheme::Forced => "active",
    };
    let motion = if setting.allows_motion {
        "no-preference"
    } else {
        "reduce"
    };
    json!({ "media": kind, "features": [
        { "name": "prefers-color-scheme", "value": scheme },
        { "name": "prefers-reduced-motion", "value": motion },
        { "name": "forced-colors", "value": forced },
    ]})
}
