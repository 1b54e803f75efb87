//! Finds the browsers and the drivers for the journeys and Lighthouse.

use std::env;
use std::fs;
use std::path::PathBuf;

use crate::checkout::Checkout;
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
        .or_else(|| first_file(&elsewhere))
}

fn first_file(paths: &[&str]) -> Option<PathBuf> {
    paths.iter().map(PathBuf::from).find(|file| file.is_file())
}

/// The driver: the file in the variable `CHROMEDRIVER`, or the program on `PATH`.
#[must_use]
pub fn find_driver() -> Option<PathBuf> {
    file_from_env("CHROMEDRIVER").or_else(|| process::find_program("chromedriver"))
}

/// Firefox: the file in the variable `FIREFOX`, or a file in the usual places.
#[must_use]
pub fn find_firefox() -> Option<PathBuf> {
    let elsewhere = [
        "/Applications/Firefox.app/Contents/MacOS/firefox",
        "C:/Program Files/Mozilla Firefox/firefox.exe",
    ];
    file_from_env("FIREFOX")
        .or_else(|| {
            ["firefox", "firefox-esr"]
                .into_iter()
                .find_map(process::find_program)
        })
        .or_else(|| first_file(&elsewhere))
}

/// The driver of Firefox: the file in the variable `GECKODRIVER`, the one that setup has built, or the
/// program on `PATH`.
#[must_use]
pub fn find_geckodriver() -> Option<PathBuf> {
    let installed = super::installed_path(&Checkout::current(), "geckodriver");
    file_from_env("GECKODRIVER")
        .or_else(|| Some(installed).filter(|file| file.is_file()))
        .or_else(|| process::find_program("geckodriver"))
}

/// The small browser of WebKitGTK: the file in the variable `MINIBROWSER`, or that of the newest
/// interface in the folders of libraries.
#[must_use]
pub fn find_minibrowser() -> Option<PathBuf> {
    let folders = ["/usr/lib", "/usr/libexec", "/usr/lib64"].map(PathBuf::from);
    let below = fs::read_dir("/usr/lib").into_iter().flatten().flatten();
    let below = below
        .map(|entry| entry.path())
        .filter(|path| path.to_string_lossy().ends_with("-linux-gnu"));
    let in_folder = |folder: PathBuf| {
        let versions = ["webkitgtk-6.0", "webkit2gtk-4.1", "webkit2gtk-4.0"];
        let mut files = versions
            .map(|version| folder.join(version).join("MiniBrowser"))
            .into_iter();
        files.find(|file| file.is_file())
    };
    file_from_env("MINIBROWSER").or_else(|| folders.into_iter().chain(below).find_map(in_folder))
}

/// The driver of WebKitGTK on `PATH`.
#[must_use]
pub fn find_webkit_driver() -> Option<PathBuf> {
    process::find_program("WebKitWebDriver")
}

/// The screen that nobody sees, on which WebKitGTK draws.
#[must_use]
pub fn find_xvfb() -> Option<PathBuf> {
    process::find_program("Xvfb")
}

fn file_from_env(variable: &str) -> Option<PathBuf> {
    env::var_os(variable)
        .map(PathBuf::from)
        .filter(|file| file.is_file())
}
