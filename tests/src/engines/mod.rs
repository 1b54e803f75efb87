//! Browsers of three engines, opened with the settings of a journey. The variable `ASSAY_BROWSER`
//! names the engine, Chromium by default.
//!
//! Chromium gives access to everything by its DevTools protocol. Firefox and WebKitGTK are driven by
//! WebDriver alone: a step that needs more is an error there, and `xtask::engines` lists the journeys
//! with such steps, so that they are not run.

mod chrome_session;
mod chromium;
mod firefox;
mod service;
mod webkit;
mod window;

use std::path::{Path, PathBuf};

use thirtyfour::WebDriver;
use xtask::engines::{BROWSER_VARIABLE, Engine};

use crate::browser::{BrowserSettings, ColorScheme};
use crate::{Error, Outcome, SiteFolder};
use chrome_session::ChromeProcess;
use service::{PrintedLines, Service};

pub(crate) use window::fit_window;

/// How a visitor reaches what plain WebDriver does not offer.
#[derive(Debug, Clone)]
pub(crate) enum Access {
    /// By the DevTools protocol.
    DevTools,
    /// By files and output only.
    Plain(PlainAccess),
}

impl Access {
    /// Whether the browser is WebKitGTK's, some of whose driver's faults are avoided.
    pub(crate) fn is_webkit(&self) -> bool {
        matches!(self, Self::Plain(plain) if plain.engine == Engine::WebKit)
    }
}

/// What there is beside WebDriver in an engine without the DevTools protocol.
#[derive(Debug, Clone)]
pub(crate) struct PlainAccess {
    engine: Engine,
    downloads: PathBuf,
    printed: PrintedLines,
}

impl PlainAccess {
    /// The error of a step that this engine cannot do.
    pub(crate) fn refuse(&self, step: &str) -> Error {
        Error::new(format!(
            "{} cannot do this in a journey: {step}. Name the journey in xtask/src/engines/exceptions.rs.",
            self.engine.label()
        ))
    }

    /// The folder into which the browser saves files.
    pub(crate) fn downloads(&self) -> &Path {
        &self.downloads
    }

    /// Warnings and errors in the console since the last call. WebKitGTK prints none.
    pub(crate) fn take_console_errors(&self) -> Vec<String> {
        let printed = self.printed.take().into_iter();
        printed
            .filter(|line| firefox::is_console_error(line))
            .collect()
    }
}

/// A browser with the session of a journey.
#[derive(Debug)]
pub(crate) struct OpenBrowser {
    /// The session.
    pub(crate) session: WebDriver,
    process: Process,
}

#[derive(Debug)]
enum Process {
    /// Used by several journeys in turn.
    Kept(ChromeProcess),
    /// Started for this journey.
    Own {
        services: Vec<Service>,
        access: PlainAccess,
        folder: SiteFolder,
    },
}

impl OpenBrowser {
    /// Opens a window. The caller must close it.
    pub(crate) async fn open(settings: &BrowserSettings) -> Outcome<Self> {
        let engine = chosen_engine()?;
        if engine != Engine::Chromium && settings.scheme == ColorScheme::Forced {
            let sentence = format!("{} is started without forced colours only.", engine.label());
            return Err(Error::new(sentence));
        }
        match engine {
            Engine::Chromium => {
                let (session, process) = chrome_session::open(settings).await?;
                let process = Process::Kept(process);
                Ok(Self { session, process })
            }
            Engine::Firefox => firefox::open(settings).await,
            Engine::WebKit => webkit::open(settings).await,
        }
    }

    /// Sets the size of the window of a browser that was started for this journey.
    async fn with_size(self, settings: &BrowserSettings) -> Outcome<Self> {
        let (width, height) = settings.size;
        match fit_window(&self.session, width, height).await {
            Ok(()) => Ok(self),
            Err(error) => {
                self.end().await;
                Err(error)
            }
        }
    }

    /// How a visitor reaches what plain WebDriver does not offer.
    pub(crate) fn access(&self) -> Access {
        match &self.process {
            Process::Kept(_) => Access::DevTools,
            Process::Own { access, .. } => Access::Plain(access.clone()),
        }
    }

    /// Closes all windows, and lets a browser that is kept wait for a further journey.
    pub(crate) async fn close(self) -> Outcome {
        match self.process {
            Process::Kept(chrome) => {
                close_windows(&self.session).await?;
                self.session.quit().await?;
                chrome.give_back();
            }
            Process::Own {
                services, folder, ..
            } => {
                self.session.quit().await?;
                drop(services);
                drop(folder);
            }
        }
        Ok(())
    }

    /// Ends the session and the browser, which a failed journey may have left in any state.
    pub(crate) async fn end(self) {
        // The browser is ended next, so the answer does not matter.
        let _ = self.session.quit().await;
    }
}

/// The engine that the environment names.
fn chosen_engine() -> Outcome<Engine> {
    match std::env::var(BROWSER_VARIABLE) {
        Ok(name) => Engine::parse(&name),
        Err(_) => Ok(Engine::Chromium),
    }
}

async fn close_windows(session: &WebDriver) -> Outcome {
    let used = session.windows().await?;
    session.new_tab().await?;
    for window in used {
        session.switch_to_window(window).await?;
        session.close_window().await?;
    }
    Ok(())
}
