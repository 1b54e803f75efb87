//! Journeys that do not run in an engine, each with its reason.

use std::fmt::{self, Display};

use super::Engine;

/// Why a journey does not run in an engine.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Reason {
    /// It changes the page before its own scripts run, which plain WebDriver cannot.
    ScriptBeforeThePage,
    /// It grants the permission to read the clipboard, which plain WebDriver cannot.
    ClipboardPermission,
    /// It emulates paper, touch or another colour scheme, which plain WebDriver cannot.
    Emulation,
    /// It needs a window narrower than the engine's browser makes one.
    NarrowWindow,
    /// It needs a browser that stores nothing, which this engine's browser cannot be.
    NoStorage,
}

impl Display for Reason {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(match self {
            Self::ScriptBeforeThePage => {
                "needs a script that runs before those of the page, which WebDriver does not offer"
            }
            Self::ClipboardPermission => {
                "needs the permission to read the clipboard, which WebDriver cannot grant"
            }
            Self::Emulation => {
                "needs emulated paper, touch or colours, which WebDriver does not offer"
            }
            Self::NarrowWindow => "needs a narrower window than this browser makes",
            Self::NoStorage => "needs a browser without storage, which this one cannot be",
        })
    }
}

/// A journey that does not run in some engines.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Exception {
    /// Its path in the test program.
    pub journey: &'static str,
    /// The engines in which it does not run.
    pub engines: &'static [Engine],
    /// Why.
    pub reason: Reason,
}

const BOTH: &[Engine] = &[Engine::Firefox, Engine::WebKit];

const EXCEPTIONS: &[Exception] = &[];

/// The exceptions in an engine.
pub fn exceptions_in(engine: Engine) -> impl Iterator<Item = &'static Exception> {
    EXCEPTIONS
        .iter()
        .filter(move |exception| exception.engines.contains(&engine))
}
