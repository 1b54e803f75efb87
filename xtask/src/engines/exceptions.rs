//! Journeys that do not run in an engine, each with its reason.

use std::fmt::{self, Display};

use super::Engine;

/// Why a journey does not run in an engine.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Reason {
    /// It grants the permission to read the clipboard, which plain WebDriver cannot.
    ClipboardPermission,
    /// It emulates paper, touch or another colour scheme, which plain WebDriver cannot.
    Emulation,
    /// It needs a window narrower than the engine's browser makes one.
    NarrowWindow,
    /// It needs a browser with several languages, while the engine's has that of the system only.
    SeveralLanguages,
    /// It needs a browser that reports what lies over a frame, which only Chromium does.
    CoveredFrame,
    /// It opens the dialog of consent in a frame, where the engine's driver loses the window now and then.
    ConsentInFrame,
}

impl Display for Reason {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(match self {
            Self::ClipboardPermission => {
                "needs the permission to read the clipboard, which WebDriver cannot grant"
            }
            Self::Emulation => {
                "needs emulated paper, touch or colours, which WebDriver does not offer"
            }
            Self::NarrowWindow => "needs a narrower window than this browser makes",
            Self::SeveralLanguages => {
                "needs a browser with several languages, while this one has that of the system only"
            }
            Self::CoveredFrame => {
                "needs a browser that reports what lies over a frame, which only Chromium does"
            }
            Self::ConsentInFrame => {
                "opens the dialog of consent in a frame, where this browser's driver loses the window now and then"
            }
        })
    }
}

/// A journey, or all journeys of a module, that do not run in some engines.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Exception {
    /// The path in the test program, of a journey or of a module.
    pub path: &'static str,
    /// The engines in which it does not run.
    pub engines: &'static [Engine],
    /// Why.
    pub reason: Reason,
}

impl Exception {
    /// Whether a journey is meant, by its path.
    #[must_use]
    pub fn covers(&self, journey: &str) -> bool {
        journey
            .strip_prefix(self.path)
            .is_some_and(|rest| rest.is_empty() || rest.starts_with("::"))
    }
}

const BOTH: &[Engine] = &[Engine::Firefox, Engine::WebKit];
const WEBKIT: &[Engine] = &[Engine::WebKit];

const EXCEPTIONS: &[Exception] = &[
    Exception {
        path: "share::the_copied_link_is_the_one_that_shows",
        engines: BOTH,
        reason: Reason::ClipboardPermission,
    },
    Exception {
        path: "team::everybody_can_use_the_page_of_a_team",
        engines: BOTH,
        reason: Reason::Emulation,
    },
    Exception {
        path: "embed::consent::send_can_be_pressed_only_while_nothing_lies_over_it",
        engines: BOTH,
        reason: Reason::CoveredFrame,
    },
    Exception {
        path: "language::the_first_language_is_the_first_of_the_browsers_languages_that_there_is",
        engines: WEBKIT,
        reason: Reason::SeveralLanguages,
    },
    Exception {
        path: "embed::frame::the_frame_is_as_high_as_its_content_at_every_width",
        engines: WEBKIT,
        reason: Reason::NarrowWindow,
    },
    Exception {
        path: "result_parts::the_actions_of_a_result_take_two_lines_on_a_phone_in_every_language",
        engines: WEBKIT,
        reason: Reason::NarrowWindow,
    },
    Exception {
        path: "embed::consent",
        engines: WEBKIT,
        reason: Reason::ConsentInFrame,
    },
    Exception {
        path: "embed::frame::a_visitor_answers_everything_agrees_and_only_then_the_page_gets_the_result",
        engines: WEBKIT,
        reason: Reason::ConsentInFrame,
    },
    Exception {
        path: "embed::frame::a_visitor_who_refuses_sends_nothing",
        engines: WEBKIT,
        reason: Reason::ConsentInFrame,
    },
];

/// The exceptions in an engine.
pub fn exceptions_in(engine: Engine) -> impl Iterator<Item = &'static Exception> {
    EXCEPTIONS
        .iter()
        .filter(move |exception| exception.engines.contains(&engine))
}
