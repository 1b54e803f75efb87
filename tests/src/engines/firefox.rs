//! Firefox and its driver, geckodriver, started for one journey.

use std::process::Command;

use serde_json::{Value, json};
use thirtyfour::{
    Capabilities, CapabilitiesHelper as _, DesiredCapabilities, PageLoadStrategy, WebDriver,
};
use xtask::engines::Engine;
use xtask::tools::browser;

use super::service::Service;
use super::window::open_bare_window;
use super::{OpenBrowser, PlainAccess, Process};
use crate::browser::{BrowserSettings, ColorScheme};
use crate::{Error, Outcome, SiteFolder};

/// The narrowest window with a toolbar, in CSS pixels.
const NARROWEST: u32 = 500;

/// Starts the driver and, through it, the browser.
pub(super) async fn open(settings: &BrowserSettings) -> Outcome<OpenBrowser> {
    let missing = |what| {
        Error::new(format!(
            "There is no {what}; `cargo xtask test --browsers firefox` installs it."
        ))
    };
    let program = browser::find_firefox().ok_or_else(|| missing("Firefox"))?;
    let driver = browser::find_geckodriver().ok_or_else(|| missing("geckodriver"))?;
    let folder = SiteFolder::empty()?;
    let mut command = Command::new(driver);
    // The profile goes into the folder too.
    command.args(["--port", "0"]).env("TMPDIR", folder.path());
    let (service, port) = Service::start_and_read(&command, parse_port)?;
    let mut wanted: Capabilities = DesiredCapabilities::firefox().into();
    let options = json!({
        "binary": program,
        "args": ["-headless"],
        "prefs": preferences(settings, &folder.path().to_string_lossy()),
    });
    wanted.set("moz:firefoxOptions", options)?;
    if !settings.waits_for_load {
        wanted.set_page_load_strategy(PageLoadStrategy::None)?;
    }
    let session = WebDriver::new(format!("http://127.0.0.1:{port}"), wanted).await?;
    let access = PlainAccess {
        engine: Engine::Firefox,
        downloads: folder.path().join("downloads"),
        printed: service.printed(),
    };
    let process = Process::Own {
        services: vec![service],
        access,
        folder,
    };
    let browser = OpenBrowser { session, process };
    if settings.size.0 < NARROWEST {
        open_bare_window(&browser.session).await?;
    }
    browser.with_size(settings).await
}

/// Preferences for the settings, for a console that is printed, and for files saved without a dialog.
fn preferences(settings: &BrowserSettings, folder: &str) -> Value {
    // 0 is dark, 1 is light.
    let scheme = u8::from(settings.scheme == ColorScheme::Light);
    // 0 accepts, 2 blocks cookies and all other storage of a site.
    let cookies = if settings.allows_storage { 0 } else { 2 };
    json!({
        "intl.accept_languages": settings.language,
        "layout.css.prefers-color-scheme.content-override": scheme,
        "ui.prefersReducedMotion": u8::from(!settings.allows_motion),
        "network.cookie.cookieBehavior": cookies,
        "layout.css.devPixelsPerPx": settings.pixel_ratio.to_string(),
        "devtools.console.stdout.content": true,
        "browser.download.folderList": 2,
        "browser.download.dir": format!("{folder}/downloads"),
        "browser.download.alwaysOpenPanel": false,
        "browser.download.always_ask_before_handling_new_types": false,
    })
}

/// Reads the port from "1795954681786 geckodriver INFO Listening on 127.0.0.1:8122".
fn parse_port(line: &str) -> Option<u16> {
    let (_, address) = line.split_once("Listening on ")?;
    let (_, port) = address.rsplit_once(':')?;
    port.trim().parse().ok()
}

/// Whether Firefox printed the line for a warning or an error of a page. A text that a page logs is
/// in quotes, unlike those of the browser itself, except for those of its remote control and of its
/// repairs of well-known sites.
pub(super) fn is_console_error(line: &str) -> bool {
    let starts = |with: &&str| line.starts_with(*with);
    let of_a_page = [
        "console.error: \"",
        "console.warn: \"",
        "JavaScript error: http",
    ];
    let of_the_browser = [
        "console.error: \"Marionette ",
        "console.warn: \"Skipping\" ",
    ];
    of_a_page.iter().any(starts) && !of_the_browser.iter().any(starts)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_port_is_read_from_what_the_driver_says() {
        let line = "1795954681786\tgeckodriver\tINFO\tListening on 127.0.0.1:8122";
        assert_eq!(parse_port(line), Some(8122));
        assert_eq!(parse_port("Running command"), None);
    }

    #[test]
    fn errors_of_pages_are_told_from_those_of_the_browser() {
        for line in [
            "console.error: \"the answer is not stored\"",
            "console.warn: \"slow\"",
            "JavaScript error: http://127.0.0.1:1/a.js, line 1: Error: b",
        ] {
            assert!(is_console_error(line), "{line}");
        }
        for line in [
            "console.error: RSLoader: ",
            "console.error: \"Marionette threw an error: SecurityError\"",
            "console.warn: \"Skipping\" 71 \"un-needed interventions\" [\"a.example\"]",
            "console.log: \"ready\"",
            "JavaScript error: resource://gre/modules/a.sys.mjs, line 50: TypeError: b",
        ] {
            assert!(!is_console_error(line), "{line}");
        }
    }
}
