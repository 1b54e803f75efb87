//! Sessions in Chromium: a new session of WebDriver in a browser that is kept running.

use std::process::Command;

use serde_json::json;
use thirtyfour::{
    CapabilitiesHelper as _, ChromeCapabilities, ChromiumLikeCapabilities as _,
    DesiredCapabilities, PageLoadStrategy, WebDriver,
};
use xtask::tools::browser;

use super::chromium::{Chromium, Profile};
use super::service::Service;
use crate::browser::{BrowserSettings, media_parameters};
use crate::{Error, Outcome};

const ATTEMPTS: u32 = 5;

/// A browser with its driver, which ends with the session.
#[derive(Debug)]
pub(super) struct ChromeProcess {
    chromium: Chromium,
    _driver: Service,
}

impl ChromeProcess {
    /// Lets the browser wait for a further journey.
    pub(super) fn give_back(self) {
        self.chromium.give_back();
    }
}

/// Opens a window in a browser that is running, or starts one.
pub(super) async fn open(settings: &BrowserSettings) -> Outcome<(WebDriver, ChromeProcess)> {
    let (driver, port) = start_driver()?;
    let chromium = Chromium::take(Profile {
        language: settings.language,
        allows_storage: settings.allows_storage,
    })?;
    let address = format!("http://127.0.0.1:{port}");
    let session = WebDriver::new(address, capabilities(settings, &chromium)?).await?;
    apply_settings(&session, settings).await?;
    let process = ChromeProcess {
        chromium,
        _driver: driver,
    };
    Ok((session, process))
}

/// Starts chromedriver on a port of its own.
fn start_driver() -> Outcome<(Service, u16)> {
    let program = browser::find_driver()
        .ok_or_else(|| Error::new("There is no chromedriver; `cargo xtask test` installs it."))?;
    let mut command = Command::new(program);
    command.arg("--port=0");
    // chromedriver takes a free port of IPv4, and ends if the same port of IPv6 is in use.
    let mut started = Service::start_and_read(&command, parse_port);
    for _ in 1..ATTEMPTS {
        if started.is_ok() {
            break;
        }
        started = Service::start_and_read(&command, parse_port);
    }
    started
}

/// Reads the port from "ChromeDriver was started successfully on port 38765."
fn parse_port(line: &str) -> Option<u16> {
    let (_, after) = line.split_once("successfully on port ")?;
    after.trim_end_matches('.').parse().ok()
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

#[cfg(test)]
mod tests {
    use super::parse_port;

    #[test]
    fn the_port_is_read_from_what_the_driver_says() {
        let line = "ChromeDriver was started successfully on port 38765.";
        assert_eq!(parse_port(line), Some(38765));
        assert_eq!(parse_port("Starting ChromeDriver"), None);
    }
}
