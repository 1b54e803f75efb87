//! Programs and fonts that only the package manager of the system installs: a browser, fonts, Node,
//! and a compiler for wasm if rustup cannot install one.

use std::path::Path;
use std::process::Command;

use super::{browser, cargo_tools, debian_compiler, install};
use crate::checkout::Checkout;
use crate::engines::Engine;
use crate::error::{Error, Outcome};
use crate::process;

/// A part of the system that is either installed or missing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SystemDependency {
    /// Chromium or Chrome.
    Browser,
    /// The program through which tests control the browser.
    BrowserDriver,
    /// Firefox.
    Firefox,
    /// The small browser of WebKitGTK, its driver, a screen for it, and the sources of locales, from
    /// which it takes its language.
    WebKit,
    /// Fonts with Chinese characters; without them screenshots show boxes.
    ChineseFonts,
    /// Node with npm.
    Node,
    /// Debian's compiler with what it needs to build for wasm.
    DebianCompiler,
}

impl SystemDependency {
    fn is_installed(self) -> bool {
        match self {
            Self::Browser => browser::find_chromium().is_some(),
            Self::BrowserDriver => browser::find_driver().is_some(),
            Self::Firefox => browser::find_firefox().is_some(),
            Self::WebKit => has_webkit(),
            Self::ChineseFonts => has_chinese_fonts(),
            Self::Node => {
                process::find_program("npm").is_some() && process::find_program("node").is_some()
            }
            Self::DebianCompiler => debian_compiler::is_complete(),
        }
    }

    fn debian_packages(self) -> &'static [&'static str] {
        match self {
            Self::Browser => &["chromium"],
            Self::BrowserDriver => &["chromium-driver"],
            Self::Firefox => &["firefox-esr"],
            Self::WebKit => &["webkit2gtk-driver", "xvfb", "locales"],
            Self::ChineseFonts => &["fonts-noto-cjk"],
            Self::Node => &["nodejs", "npm"],
            Self::DebianCompiler => &["rustc-web", "cargo-web", "rust-web-src", "lld-19"],
        }
    }

    /// Instructions for systems without apt.
    fn manual_instructions(self) -> &'static str {
        match self {
            Self::Browser => {
                "Chromium or Chrome (brew install --cask chromium; dnf install chromium; winget install Google.Chrome)"
            }
            Self::BrowserDriver => {
                "chromedriver of the same version (brew install --cask chromedriver; dnf install chromedriver; winget install Chromium.ChromeDriver)"
            }
            Self::Firefox => {
                "Firefox (brew install --cask firefox; dnf install firefox; winget install Mozilla.Firefox)"
            }
            Self::WebKit => {
                "WebKitGTK's MiniBrowser and WebKitWebDriver, Xvfb and localedef, which exist for Linux only (dnf install webkit2gtk4.1 xorg-x11-server-Xvfb glibc-locale-source)"
            }
            Self::ChineseFonts => {
                "fonts with Chinese characters (dnf install google-noto-sans-cjk-fonts)"
            }
            Self::Node => {
                "Node with npm (brew install node; dnf install nodejs npm; winget install OpenJS.NodeJS)"
            }
            Self::DebianCompiler => {
                "the wasm target of Rust (rustup target add wasm32-unknown-unknown)"
            }
        }
    }
}

/// Installs what is missing of these.
///
/// # Errors
/// A sentence with the command that installs it.
pub fn ensure(checkout: &Checkout, needs: &[SystemDependency]) -> Outcome {
    let missing: Vec<SystemDependency> = needs
        .iter()
        .copied()
        .filter(|need| !need.is_installed())
        .collect();
    if missing.is_empty() {
        return Ok(());
    }
    if process::find_program("apt-get").is_none() {
        let what: Vec<&str> = missing
            .iter()
            .map(|need| need.manual_instructions())
            .collect();
        return Err(Error::new(format!(
            "Please install {}.",
            what.join(", and ")
        )));
    }
    let packages: Vec<&str> = missing
        .iter()
        .flat_map(|need| need.debian_packages())
        .copied()
        .collect();
    let what = format!("{} (with apt-get)", packages.join(" "));
    install(&what, "about a minute", || apt_install(checkout, &packages))?;
    match missing.into_iter().find(|need| !need.is_installed()) {
        None => Ok(()),
        Some(need) => Err(Error::new(format!(
            "apt-get installed its packages, but still missing is {}.",
            need.manual_instructions()
        ))),
    }
}

/// Finds or installs a browser of this engine, its driver and fonts.
///
/// # Errors
/// A sentence with the command that installs them.
pub fn ensure_engine(checkout: &Checkout, engine: Engine) -> Outcome {
    match engine {
        Engine::Chromium => ensure_browser(checkout),
        Engine::Firefox => {
            ensure(
                checkout,
                &[SystemDependency::Firefox, SystemDependency::ChineseFonts],
            )?;
            cargo_tools::ensure_geckodriver(checkout)
        }
        Engine::WebKit => ensure(
            checkout,
            &[SystemDependency::WebKit, SystemDependency::ChineseFonts],
        ),
    }
}

/// Finds or installs Chromium, its driver and fonts.
///
/// # Errors
/// A sentence with the command that installs them.
pub fn ensure_browser(checkout: &Checkout) -> Outcome {
    ensure(
        checkout,
        &[
            SystemDependency::Browser,
            SystemDependency::BrowserDriver,
            SystemDependency::ChineseFonts,
        ],
    )
}

/// Installs packages; the package lists are updated only if that fails, as on a new machine.
fn apt_install(checkout: &Checkout, packages: &[&str]) -> Outcome {
    let by_hand = || {
        format!(
            "By hand: apt-get update && apt-get install --no-install-recommends {}",
            packages.join(" ")
        )
    };
    let call = || {
        let mut command = root_command("apt-get");
        command
            .args(["install", "--yes", "--no-install-recommends"])
            .args(packages);
        process::run_logged(
            &mut command,
            "apt-get install",
            &checkout.log("apt-install"),
        )
    };
    if call().is_ok() {
        return Ok(());
    }
    process::run_logged(
        root_command("apt-get").arg("update"),
        "apt-get update",
        &checkout.log("apt-update"),
    )
    .and_then(|()| call())
    .map_err(|error| Error::new(format!("{error}\n{}", by_hand())))
}

/// A command that runs as root, if that is possible without a password.
fn root_command(program: &str) -> Command {
    let is_root =
        process::capture_stdout(process::command("id").arg("-u")).is_some_and(|id| id == "0");
    let mut command = if is_root || process::find_program("sudo").is_none() {
        process::command(program)
    } else {
        let mut command = process::command("sudo");
        command.args(["--non-interactive", program]);
        command
    };
    command.env("DEBIAN_FRONTEND", "noninteractive");
    command
}

fn has_webkit() -> bool {
    browser::find_minibrowser().is_some()
        && browser::find_webkit_driver().is_some()
        && browser::find_xvfb().is_some()
        && Path::new("/usr/share/i18n/locales").is_dir()
}

/// Systems other than Linux include such fonts.
fn has_chinese_fonts() -> bool {
    if !cfg!(target_os = "linux")
        || Path::new("/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc").is_file()
    {
        return true;
    }
    process::capture_stdout(process::command("fc-list").arg(":lang=zh"))
        .is_some_and(|fonts| !fonts.is_empty())
}
