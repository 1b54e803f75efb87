//! Where the browser for the journeys and Lighthouse is.

use std::env;
use std::path::PathBuf;

use super::system::{self, Need};
use crate::places::Places;
use crate::process;
use crate::trouble::Outcome;

/// The Chromium or Chrome of this machine: what `CHROME_PATH` names, or what
/// is found in the usual places.
#[must_use]
pub fn chromium() -> Option<PathBuf> {
    let names = [
        "chromium",
        "chromium-browser",
        "google-chrome",
        "google-chrome-stable",
        "chrome",
    ];
    let elsewhere = [
        "/Applications/Chromium.app/Contents/MacOS/Chromium",
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
        "C:/Program Files/Google/Chrome/Application/chrome.exe",
        "C:/Program Files (x86)/Google/Chrome/Application/chrome.exe",
    ];
    named_by("CHROME_PATH")
        .or_else(|| names.into_iter().find_map(process::find))
        .or_else(|| {
            elsewhere
                .into_iter()
                .map(PathBuf::from)
                .find(|file| file.is_file())
        })
}

/// The driver: what `CHROMEDRIVER` names, or what is found on `PATH`.
#[must_use]
pub fn driver() -> Option<PathBuf> {
    named_by("CHROMEDRIVER").or_else(|| process::find("chromedriver"))
}

/// Finds or installs browser, driver and fonts.
///
/// # Errors
/// Says what to install, and how.
pub fn ready(places: &Places) -> Outcome {
    system::ready(
        places,
        &[Need::Browser, Need::BrowserDriver, Need::ChineseFonts],
    )
}

fn named_by(variable: &str) -> Option<PathBuf> {
    env::var_os(variable)
        .map(PathBuf::from)
        .filter(|file| file.is_file())
}
