//! A Chromium with an empty profile, set up as one visitor has it.

use serde_json::{Value, json};
use thirtyfour::{
    CapabilitiesHelper as _, ChromeCapabilities, ChromiumLikeCapabilities as _,
    DesiredCapabilities, PageLoadStrategy, WebDriver,
};
use xtask::tools::browser;

use crate::driver::Driver;
use crate::{Outcome, Trouble};

/// Light or dark.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scheme {
    /// Dark ink on light paper.
    Light,
    /// Light ink on dark paper.
    Dark,
}

/// What a visitor's browser is like.
#[derive(Debug, Clone)]
pub struct Setting {
    /// The language that the browser asks for.
    pub language: &'static str,
    /// Width and height of the window's inside, in CSS pixels.
    pub size: (u32, u32),
    /// Device pixels for a CSS pixel.
    pub ratio: f64,
    /// Light or dark.
    pub scheme: Scheme,
    /// Whether pages may move things gently. Without it nothing has to be
    /// waited for.
    pub motion: bool,
    /// Whether sites may store anything.
    pub storage: bool,
    /// Whether opening an address waits until the browser has loaded it.
    pub patient: bool,
}

impl Default for Setting {
    fn default() -> Self {
        Self {
            language: "en-GB",
            size: (1280, 900),
            ratio: 1.0,
            scheme: Scheme::Light,
            motion: false,
            storage: true,
            patient: true,
        }
    }
}

/// As root, in containers, and without calling anybody.
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
    // They would take width from the page, which those of phones do not.
    "--hide-scrollbars",
];

/// Opens the browser. Whoever calls this must quit it.
pub(crate) async fn open(driver: &Driver, setting: &Setting) -> Outcome<WebDriver> {
    let browser = WebDriver::new(driver.address(), capabilities(setting)?).await?;
    match set_up(&browser, setting).await {
        Ok(()) => Ok(browser),
        Err(trouble) => {
            // The first trouble is the one to tell.
            let _ = browser.quit().await;
            Err(trouble)
        }
    }
}

fn capabilities(setting: &Setting) -> Outcome<ChromeCapabilities> {
    let mut wanted = DesiredCapabilities::chrome();
    let chromium = browser::chromium()
        .ok_or_else(|| Trouble::new("There is no Chromium; `cargo xtask test` installs it."))?;
    wanted.set_binary(&chromium.to_string_lossy())?;
    for argument in ARGUMENTS {
        wanted.add_arg(argument)?;
    }
    // 1 allows, 2 blocks cookies and everything else that a site could keep.
    let cookies = if setting.storage { 1 } else { 2 };
    wanted.add_experimental_option(
        "prefs",
        json!({
            "intl.accept_languages": setting.language,
            "profile.default_content_setting_values.cookies": cookies,
        }),
    )?;
    if !setting.patient {
        wanted.set_page_load_strategy(PageLoadStrategy::None)?;
    }
    wanted.set(
        "goog:loggingPrefs",
        json!({ "browser": "ALL", "performance": "ALL" }),
    )?;
    Ok(wanted)
}

/// What plain WebDriver cannot set.
async fn set_up(browser: &WebDriver, setting: &Setting) -> Outcome {
    let (width, height) = setting.size;
    let screen = json!({
        "width": width, "height": height, "deviceScaleFactor": setting.ratio, "mobile": false,
    });
    let cdp = browser.cdp();
    cdp.send_raw("Emulation.setDeviceMetricsOverride", screen)
        .await?;
    cdp.send_raw("Emulation.setEmulatedMedia", media(setting, ""))
        .await?;
    Ok(())
}

/// The media of a setting: its colour scheme and motion, on `kind` ("print",
/// or "" for what the browser has).
pub(crate) fn media(setting: &Setting, kind: &str) -> Value {
    let scheme = match setting.scheme {
        Scheme::Light => "light",
        Scheme::Dark => "dark",
    };
    let motion = if setting.motion {
        "no-preference"
    } else {
        "reduce"
    };
    json!({ "media": kind, "features": [
        { "name": "prefers-color-scheme", "value": scheme },
        { "name": "prefers-reduced-motion", "value": motion },
    ]})
}
