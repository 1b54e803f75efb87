//! A browser with the settings of a journey.

use serde_json::{Value, json};
use thirtyfour::{
    CapabilitiesHelper as _, ChromeCapabilities, ChromiumLikeCapabilities as _,
    DesiredCapabilities, PageLoadStrategy, WebDriver,
};

use crate::Outcome;
use crate::chromium::{Chromium, Profile};
use crate::driver::ChromeDriver;

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

/// A browser with the session of a journey.
#[derive(Debug)]
pub(crate) struct OpenBrowser {
    /// The session.
    pub(crate) session: WebDriver,
    chromium: Chromium,
}

impl OpenBrowser {
    /// Opens a window in a browser that is running, or starts one. The caller must close it.
    pub(crate) async fn open(driver: &ChromeDriver, settings: &BrowserSettings) -> Outcome<Self> {
        let chromium = Chromium::take(Profile {
            language: settings.language,
            allows_storage: settings.allows_storage,
        })?;
        let session = WebDriver::new(driver.address(), capabilities(settings, &chromium)?).await?;
        apply_settings(&session, settings).await?;
        Ok(Self { session, chromium })
    }

    /// Closes all windows and lets the browser wait for a further journey.
    pub(crate) async fn close(self) -> Outcome {
        let used = self.session.windows().await?;
        self.session.new_tab().await?;
        for window in used {
            self.session.switch_to_window(window).await?;
            self.session.close_window().await?;
        }
        self.session.quit().await?;
        self.chromium.give_back();
        Ok(())
    }

    /// Ends the session and the browser, which a failed journey may have left in any state.
    pub(crate) async fn end(self) {
        // The browser is ended next, so the answer does not matter.
        let _ = self.session.quit().await;
    }
}

/// The capabilities of a session in a running browser.
fn capabilities(settings: &BrowserSettings, chromium: &Chromium) -> Outcome<ChromeCapabilities> {
    let mut wanted = DesiredCapabilities::chrome();
    wanted.add_experimental_option("debuggerAddress", chromium.address())?;
    if !settings.waits_for_load {
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
