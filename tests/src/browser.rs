//! Starts Chromium with an empty profile and the settings of a journey.

use serde_json::{Value, json};
use thirtyfour::{
    CapabilitiesHelper as _, ChromeCapabilities, ChromiumLikeCapabilities as _,
    DesiredCapabilities, PageLoadStrategy, WebDriver,
};
use xtask::tools::browser;

use crate::driver::ChromeDriver;
use crate::{Error, Outcome};

/// The colour scheme of the browser.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ColorScheme {
    /// Dark text on a light background.
    Light,
    /// Light text on a dark background.
    Dark,
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

/// Arguments for running as root, in containers and without requests of the browser's own.
const ARGUMENTS: [&str; 10] = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-dev-shm-usage",
    // Scroll bars would take width from the page; those of phones do not.
    "--hide-scrollbars",
];

/// Opens the browser. The caller must quit it.
pub(crate) async fn open_browser(
    driver: &ChromeDriver,
    setting: &BrowserSettings,
) -> Outcome<WebDriver> {
    let browser = WebDriver::new(driver.address(), capabilities(setting)?).await?;
    match apply_settings(&browser, setting).await {
        Ok(()) => Ok(browser),
        Err(error) => {
            // The first error is returned.
            let _ = browser.quit().await;
            Err(error)
        }
    }
}

fn capabilities(setting: &BrowserSettings) -> Outcome<ChromeCapabilities> {
    let mut wanted = DesiredCapabilities::chrome();
    let chromium = browser::find_chromium()
        .ok_or_else(|| Error::new("There is no Chromium; `cargo xtask test` installs it."))?;
    wanted.set_binary(&chromium.to_string_lossy())?;
    for argument in ARGUMENTS {
        wanted.add_arg(argument)?;
    }
    // 1 allows, 2 blocks cookies and all other storage of a site.
    let cookies = if setting.allows_storage { 1 } else { 2 };
    wanted.add_experimental_option(
        "prefs",
        json!({
            "intl.accept_languages": setting.language,
            "profile.default_content_setting_values.cookies": cookies,
        }),
    )?;
    if !setting.waits_for_load {
        wanted.set_page_load_strategy(PageLoadStrategy::None)?;
    }
    wanted.set(
        "goog:loggingPrefs",
        json!({ "browser": "ALL", "performance": "ALL" }),
    )?;
    Ok(wanted)
}

/// Sets what WebDriver's capabilities cannot set.
async fn apply_settings(browser: &WebDriver, setting: &BrowserSettings) -> Outcome {
    let (width, height) = setting.size;
    let screen = json!({
        "width": width, "height": height, "deviceScaleFactor": setting.pixel_ratio, "mobile": false,
    });
    let cdp = browser.cdp();
    cdp.send_raw("Emulation.setDeviceMetricsOverride", screen)
        .await?;
    cdp.send_raw("Emulation.setEmulatedMedia", media_parameters(setting, ""))
        .await?;
    Ok(())
}

/// The parameters of `Emulation.setEmulatedMedia` for the settings; `kind` is "print", or "" for
/// the screen.
pub(crate) fn media_parameters(setting: &BrowserSettings, kind: &str) -> Value {
    let scheme = match setting.scheme {
        ColorScheme::Light => "light",
        ColorScheme::Dark => "dark",
    };
    let motion = if setting.allows_motion {
        "no-preference"
    } else {
        "reduce"
    };
    json!({ "media": kind, "features": [
        { "name": "prefers-color-scheme", "value": scheme },
        { "name": "prefers-reduced-motion", "value": motion },
    ]})
}
