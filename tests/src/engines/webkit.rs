//! WebKitGTK's small browser and its driver, started for one journey on a screen of its own.
//!
//! Several windows on one screen without a window manager would take the focus from each other.

use std::fs;
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use serde_json::json;
use thirtyfour::{Capabilities, CapabilitiesHelper as _, PageLoadStrategy, WebDriver};
use xtask::engines::Engine;
use xtask::tools::browser;

use super::service::Service;
use super::window::open_bare_window;
use super::{OpenBrowser, PlainAccess, Process};
use crate::browser::{BrowserSettings, ColorScheme};
use crate::{Error, Outcome, SiteFolder};

/// The narrowest window with a toolbar, in CSS pixels. One without is at least 334 wide.
const NARROWEST: u32 = 447;

const START_TIMEOUT: Duration = Duration::from_secs(30);
const POLL_INTERVAL: Duration = Duration::from_millis(20);

/// Starts a screen, the driver and, through it, the browser.
pub(super) async fn open(settings: &BrowserSettings) -> Outcome<OpenBrowser> {
    let missing = |what| {
        Error::new(format!(
            "There is no {what}; `cargo xtask test --browsers webkit` installs it."
        ))
    };
    let program = browser::find_minibrowser().ok_or_else(|| missing("MiniBrowser"))?;
    let driver = browser::find_webkit_driver().ok_or_else(|| missing("WebKitWebDriver"))?;
    let screen = browser::find_xvfb().ok_or_else(|| missing("Xvfb"))?;
    refuse_unsupported(settings)?;
    let folder = SiteFolder::empty()?;
    write_desktop_settings(&folder, settings)?;
    let (screen, display) = start_screen(&screen)?;
    let port = free_port()?;
    let mut command = Command::new(driver);
    command
        .arg(format!("--port={port}"))
        .env("DISPLAY", format!(":{display}"))
        .env("XDG_CONFIG_HOME", folder.path().join("config"))
        .env("XDG_DATA_HOME", folder.path().join("data"))
        .env("XDG_CACHE_HOME", folder.path().join("cache"))
        .env("LOCPATH", folder.path().join("locales"))
        .env(
            "LC_ALL",
            format!("{}.UTF-8", locale_name(settings.language)),
        )
        .env("TMPDIR", folder.path())
        // The sandbox needs rights that containers do not give.
        .env("WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS", "1");
    let service = Service::start(&command)?;
    wait_for_port(port)?;
    let mut wanted = Capabilities::default();
    let is_narrow = settings.size.0 < NARROWEST;
    let mut arguments = vec!["--automation"];
    if is_narrow {
        // A script without a press before it opens the narrow window.
        arguments.push("--javascript-can-open-windows-automatically=true");
    }
    let options = json!({ "binary": program, "args": arguments });
    wanted.set("webkitgtk:browserOptions", options)?;
    if !settings.waits_for_load {
        wanted.set_page_load_strategy(PageLoadStrategy::None)?;
    }
    let session = WebDriver::new(format!("http://127.0.0.1:{port}"), wanted).await?;
    let access = PlainAccess {
        engine: Engine::WebKit,
        downloads: folder.path().join("downloads"),
        printed: service.printed(),
    };
    let process = Process::Own {
        // The driver is ended before the screen.
        services: vec![service, screen],
        access,
        folder,
    };
    let browser = OpenBrowser { session, process };
    if is_narrow {
        open_bare_window(&browser.session).await?;
    }
    browser.with_size(settings).await
}

/// Settings that this browser does not have are an error, so that no journey passes without them.
fn refuse_unsupported(settings: &BrowserSettings) -> Outcome {
    if !settings.allows_storage {
        return Err(Error::new("WebKitGTK cannot be started without storage."));
    }
    if settings.language.contains(',') {
        return Err(Error::new("WebKitGTK is started with one language only."));
    }
    if (settings.pixel_ratio - 1.0).abs() > f64::EPSILON {
        return Err(Error::new(
            "WebKitGTK is started with one pixel ratio only.",
        ));
    }
    Ok(())
}

/// Writes what the browser takes from the desktop: the colour scheme, motion, the folder for
/// downloads, and the language.
fn write_desktop_settings(folder: &SiteFolder, settings: &BrowserSettings) -> Outcome {
    let dark = u8::from(settings.scheme == ColorScheme::Dark);
    let motion = u8::from(settings.allows_motion);
    folder.write(
        "config/gtk-3.0/settings.ini",
        &format!(
            "[Settings]\ngtk-enable-animations={motion}\ngtk-application-prefer-dark-theme={dark}\n"
        ),
    )?;
    let downloads = folder.path().join("downloads");
    fs::create_dir_all(&downloads)?;
    folder.write(
        "config/user-dirs.dirs",
        &format!("XDG_DOWNLOAD_DIR=\"{}\"\n", downloads.display()),
    )?;
    write_locale(&folder.path().join("locales"), settings.language)
}

/// Makes a locale of the system, from which the browser takes its language.
fn write_locale(folder: &Path, language: &str) -> Outcome {
    let name = locale_name(language);
    fs::create_dir_all(folder)?;
    let status = Command::new("localedef")
        .args(["-i", &name, "-f", "UTF-8"])
        .arg(folder.join(format!("{name}.UTF-8")))
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status()?;
    if status.success() {
        return Ok(());
    }
    Err(Error::new(format!(
        "localedef cannot make the locale {name}."
    )))
}

/// The name of a system's locale, such as `de_DE` for `de`.
fn locale_name(language: &str) -> String {
    match language.split_once('-') {
        Some((language, country)) => format!("{language}_{country}"),
        None if language == "en" => "en_US".to_owned(),
        None if language == "ja" => "ja_JP".to_owned(),
        None => format!("{language}_{}", language.to_uppercase()),
    }
}

/// Starts a screen that nobody sees, and returns its number.
fn start_screen(program: &Path) -> Outcome<(Service, u32)> {
    let mut command = Command::new(program);
    command.args([
        "-displayfd",
        "1",
        "-screen",
        "0",
        "1600x1400x24",
        "-nolisten",
        "tcp",
    ]);
    Service::start_and_read(&command, |line| line.trim().parse().ok())
}

/// A port that no program uses at present; this driver does not choose one.
fn free_port() -> Outcome<u16> {
    Ok(TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?
        .local_addr()?
        .port())
}

fn wait_for_port(port: u16) -> Outcome {
    let begin = Instant::now();
    while TcpStream::connect((Ipv4Addr::LOCALHOST, port)).is_err() {
        if begin.elapsed() > START_TIMEOUT {
            return Err(Error::new("WebKitWebDriver does not answer."));
        }
        std::thread::sleep(POLL_INTERVAL);
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::locale_name;

    #[test]
    fn a_language_has_a_locale_of_the_system() {
        let languages = ["de", "de-DE", "ja", "zh-CN", "en-GB"];
        assert_eq!(
            languages.map(locale_name),
            ["de_DE", "de_DE", "ja_JP", "zh_CN", "en_GB"]
        );
    }
}
