//! The browsers' engines in which journeys run, and which journey runs in which.

mod exceptions;
mod kinds;
mod table;

use crate::error::{Error, Outcome};

pub use exceptions::{Exception, Reason, exceptions_in};
pub use kinds::{KINDS, Kind, kind_of};
pub use table::journey_table;

/// The environment variable with the name of the engine in which journeys run.
pub const BROWSER_VARIABLE: &str = "ASSAY_BROWSER";

/// An engine, by the browser that stands for it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Engine {
    /// Blink, in Chromium or Chrome.
    Chromium,
    /// Gecko, in Firefox.
    Firefox,
    /// WebKit, in the small browser of WebKitGTK.
    WebKit,
}

impl Engine {
    /// All engines, in the order in which they are run.
    pub const ALL: [Self; 3] = [Self::Chromium, Self::Firefox, Self::WebKit];

    /// The name on the command line and in the environment.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Chromium => "chromium",
            Self::Firefox => "firefox",
            Self::WebKit => "webkit",
        }
    }

    /// The name in sentences.
    #[must_use]
    pub fn label(self) -> &'static str {
        match self {
            Self::Chromium => "Chromium",
            Self::Firefox => "Firefox",
            Self::WebKit => "WebKitGTK",
        }
    }

    /// The engine with a name of the command line.
    ///
    /// # Errors
    /// If there is none of this name: the names.
    pub fn parse(name: &str) -> Outcome<Self> {
        let names = || Self::ALL.map(Self::name).join(", ");
        Self::ALL
            .into_iter()
            .find(|engine| engine.name() == name)
            .ok_or_else(|| Error::new(format!("There is no browser \"{name}\", but: {}.", names())))
    }

    /// The engines in a list such as `firefox,webkit`, or all of them for `all`; each once, in the
    /// order of [`Engine::ALL`].
    ///
    /// # Errors
    /// If a name is unknown.
    pub fn parse_list(list: &str) -> Outcome<Vec<Self>> {
        if list == "all" {
            return Ok(Self::ALL.to_vec());
        }
        let named = list.split(',').map(str::trim).map(Self::parse);
        let named = named.collect::<Outcome<Vec<Self>>>()?;
        let chosen = Self::ALL
            .into_iter()
            .filter(|engine| named.contains(engine));
        Ok(chosen.collect())
    }

    /// Whether a journey, by its path in the test program, runs in this engine. Chromium runs all.
    #[must_use]
    pub fn runs(self, journey: &str) -> bool {
        self == Self::Chromium
            || kind_of(journey).is_some()
                && !exceptions_in(self).any(|exception| exception.covers(journey))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn engines_are_named_in_a_list() {
        assert_eq!(Engine::parse_list("all").unwrap(), Engine::ALL);
        assert_eq!(
            Engine::parse_list("webkit, firefox,webkit").unwrap(),
            [Engine::Firefox, Engine::WebKit]
        );
        for wrong in ["", "opera", "firefox,", "ALL"] {
            let error = Engine::parse_list(wrong).unwrap_err().to_string();
            assert!(
                error.ends_with("but: chromium, firefox, webkit."),
                "{error}"
            );
        }
    }

    #[test]
    fn chromium_runs_every_journey_and_the_others_those_of_a_kind() {
        assert!(Engine::Chromium.runs("print::a_result_is_printed"));
        assert!(!Engine::Firefox.runs("print::a_result_is_printed"));
        assert!(Engine::Firefox.runs("history::anything"));
        assert!(!Engine::Firefox.runs("team::everybody_can_use_the_page_of_a_team"));
    }

    #[test]
    fn every_exception_is_a_journey_that_would_run_otherwise() {
        for engine in Engine::ALL {
            for exception in exceptions_in(engine) {
                assert!(kind_of(exception.path).is_some(), "{exception:?}");
                assert!(!engine.runs(exception.path), "{exception:?}");
            }
        }
    }
}
