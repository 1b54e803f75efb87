//! Chromium processes that several journeys use one after the other. Starting a browser costs more
//! than most journeys.
//!
//! Journeys see nothing of each other: every journey has a new WebDriver session, a new window, and
//! sites of its own, since no two servers of a process have the same port.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Mutex, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

use serde_json::json;
use xtask::tools::browser;

use crate::{Error, Outcome};

const START_TIMEOUT: Duration = Duration::from_secs(30);
const POLL_INTERVAL: Duration = Duration::from_millis(10);

/// The most browsers that wait for a further journey.
const MAX_IDLE: usize = 4;

/// Starts the browser, and ends it and removes its profile when its input closes, thus also when
/// the tests end without running destructors.
const WATCH: &str = r#"profile=$1; shift; "$@" & read -r _; kill $!; wait $!; rm -rf "$profile""#;

/// Arguments for running as root, in containers and without requests of the browser's own.
const ARGUMENTS: [&str; 17] = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--no-default-browser-check",
    "--disable-background-networking",
    "--disable-client-side-phishing-detection",
    "--disable-component-update",
    "--disable-default-apps",
    "--disable-hang-monitor",
    "--disable-popup-blocking",
    "--disable-sync",
    "--disable-dev-shm-usage",
    "--password-store=basic",
    // Scroll bars would take width from the page; those of phones do not.
    "--hide-scrollbars",
    "--remote-debugging-port=0",
];

static IDLE: Mutex<Vec<Chromium>> = Mutex::new(Vec::new());

/// The settings with which a browser is started; they are the same for all of its journeys.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Profile {
    /// The value of the header `Accept-Language`.
    pub(super) language: &'static str,
    /// Whether sites may store data.
    pub(super) allows_storage: bool,
}

/// A running browser. It is ended when this is dropped.
#[derive(Debug)]
pub(super) struct Chromium {
    profile: Profile,
    watch: Child,
    port: u16,
}

impl Chromium {
    /// A browser that waits for a further journey, or a new one.
    pub(super) fn take(profile: Profile) -> Outcome<Self> {
        let mut idle = IDLE.lock().unwrap_or_else(PoisonError::into_inner);
        let place = idle.iter().rposition(|browser| browser.profile == profile);
        let waiting = place.map(|place| idle.remove(place));
        drop(idle);
        waiting.map_or_else(|| Self::start(profile), Ok)
    }

    /// Lets the browser wait for a further journey.
    pub(super) fn give_back(self) {
        let mut idle = IDLE.lock().unwrap_or_else(PoisonError::into_inner);
        idle.push(self);
        let surplus = (idle.len() > MAX_IDLE).then(|| idle.remove(0));
        drop(idle);
        drop(surplus);
    }

    /// The address of its DevTools, such as `127.0.0.1:9222`.
    pub(super) fn address(&self) -> String {
        format!("127.0.0.1:{}", self.port)
    }

    fn start(profile: Profile) -> Outcome<Self> {
        let program = browser::find_chromium()
            .ok_or_else(|| Error::new("There is no Chromium; `cargo xtask test` installs it."))?;
        let folder = write_profile(profile)?;
        let mut user_data = std::ffi::OsString::from("--user-data-dir=");
        user_data.push(&folder);
        let watch = Command::new("sh")
            .args(["-c", WATCH, "sh"])
            .arg(&folder)
            .arg(program)
            .arg(user_data)
            .args(ARGUMENTS)
            .arg("about:blank")
            .stdin(Stdio::piped())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()?;
        let mut started = Self {
            profile,
            watch,
            port: 0,
        };
        started.port = wait_for_port(&folder)?;
        Ok(started)
    }
}

impl Drop for Chromium {
    fn drop(&mut self) {
        drop(self.watch.stdin.take());
        // The process may have ended by itself.
        let _ = self.watch.wait();
    }
}

/// Makes the folder of a browser's data, with its preferences.
fn write_profile(profile: Profile) -> Outcome<PathBuf> {
    static NEXT: AtomicU32 = AtomicU32::new(0);
    let number = NEXT.fetch_add(1, Ordering::Relaxed);
    let name = format!("assay-browser-{}-{number}", std::process::id());
    let folder = std::env::temp_dir().join(name);
    // 1 allows, 2 blocks cookies and all other storage of a site.
    let cookies = if profile.allows_storage { 1 } else { 2 };
    let preferences = json!({
        "intl": { "accept_languages": profile.language },
        "profile": { "default_content_setting_values": { "cookies": cookies } },
    });
    // An ended process of the same number may have left its folder, with a port of the past.
    if folder.exists() {
        fs::remove_dir_all(&folder)?;
    }
    fs::create_dir_all(folder.join("Default"))?;
    fs::write(folder.join("Default/Preferences"), preferences.to_string())?;
    Ok(folder)
}

/// Waits until the browser has written the port of its DevTools into its folder.
fn wait_for_port(folder: &Path) -> Outcome<u16> {
    let begin = Instant::now();
    while begin.elapsed() < START_TIMEOUT {
        let written = fs::read_to_string(folder.join("DevToolsActivePort")).unwrap_or_default();
        if let Some(port) = written.lines().next().and_then(|line| line.parse().ok()) {
            return Ok(port);
        }
        thread::sleep(POLL_INTERVAL);
    }
    Err(Error::new("Chromium did not say the port of its DevTools."))
}
