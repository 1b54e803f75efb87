//! Finds the browser and the driver for the journeys and Lighthouse.

use std::env;
use std::path::PathBuf;

use crate::process;

/// Chromium or Chrome: the file in the variable `CHROME_PATH`, or a file in the usual places.
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

/// The driver: the file in the variable `CHROMEDRIVER`, or the program on `PATH`.
#[must_use]
pub fn find_driver() -> Option<PathBuf> {
    file_from_env("CHROMEDRIVER").or_else(|| process::find_program("chromedriver"))
}

fn file_from_env(variable: &str) -> Option<PathBuf> {
    env::var_os(variable)
        .map(PathBuf::from)
        .filter(|file| file.is_file())
}
