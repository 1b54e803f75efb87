//! Where the browser for the journeys and Lighthouse is.

use std::env;
use std::path::PathBuf;

use crate::process;

/// The Chromium or Chrome of this machine: what `CHROME_PATH` names, or what
/// is found in the usual places.
#[must_use]
pub fn find_chromium() -> Option<PathBuf> {
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
    file_from_env("CHROME_PATH")
        .or_else(|| names.into_iter().find_map(process::find_program))
        .or_else(|| {
            elsewhere
                .into_iter()
                .map(PathBuf::from)
                .find(|file| file.is_file())
        })
}

/// The driver: what `CHROMEDRIVER` names, or what is found on `PATH`.
#[must_use]
pub fn find_driver() -> Option<PathBuf> {
    file_from_env("CHROMEDRIVER").or_else(|| process::find_program("chromedriver"))
}

fn file_from_env(variable: &str) -> Option<PathBuf> {
    env::var_os(variable)
        .map(PathBuf::from)
        .filter(|file| file.is_file())
}
