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

const WEBKIT: &[Engine] = &[Engine::WebKit];

const EXCEPTIONS: &[Exception] = &[
    Exception {
        journey: "saving::an_assessment_that_is_not_saved_can_be_copied_and_shared",
        engines: BOTH,
        reason: Reason::ScriptBeforeThePage,
    },
    Exception {
        journey: "saving::where_nothing_is_stored_the_answers_can_be_copied_before_the_whole_program_is_there",
        engines: BOTH,
        reason: Reason::ScriptBeforeThePage,
    },
    Exception {
        journey: "saving::pictures_and_the_code_that_are_not_saved_are_shown_and_shared",
        engines: BOTH,
        reason: Reason::ScriptBeforeThePage,
    },
    Exception {
        journey: "sharing::without_the_permission_the_browser_copies_what_is_marked",
        engines: BOTH,
        reason: Reason::ScriptBeforeThePage,
    },
    Exception {
        journey: "sharing::where_nothing_can_be_copied_the_text_is_marked_to_be_copied_by_hand",
        engines: BOTH,
        reason: Reason::ScriptBeforeThePage,
    },
    Exception {
        journey: "sharing::the_share_sheet_is_offered_only_where_there_is_one",
        engines: BOTH,
        reason: Reason::ScriptBeforeThePage,
    },
    Exception {
        journey: "sharing::the_outcome_of_the_share_sheet_is_shown",
        engines: BOTH,
        reason: Reason::ScriptBeforeThePage,
    },
    Exception {
        journey: "sealed::without_webcrypto_no_passphrase_is_offered_or_requested_and_the_reason_is_shown",
        engines: BOTH,
        reason: Reason::ScriptBeforeThePage,
    },
    Exception {
        journey: "share::the_copied_link_is_the_one_that_shows",
        engines: BOTH,
        reason: Reason::ClipboardPermission,
    },
    Exception {
        journey: "sharing::the_text_for_a_chat_is_had_in_either_language",
        engines: BOTH,
        reason: Reason::ClipboardPermission,
    },
    Exception {
        journey: "sharing::code::the_code_on_the_print_holds_no_more_than_the_print_unless_chosen",
        engines: BOTH,
        reason: Reason::Emulation,
    },
    Exception {
        journey: "sharing::code::the_code_on_the_print_of_a_received_result_holds_no_more_than_the_print",
        engines: BOTH,
        reason: Reason::Emulation,
    },
    Exception {
        journey: "team::everybody_can_use_the_page_of_a_team",
        engines: BOTH,
        reason: Reason::Emulation,
    },
    Exception {
        journey: "quick::the_quick_path_with_the_mouse_leads_to_the_expected_result",
        engines: WEBKIT,
        reason: Reason::NarrowWindow,
    },
    Exception {
        journey: "languages::the_quick_assessment_in_german_leads_to_a_german_result_and_report",
        engines: WEBKIT,
        reason: Reason::NarrowWindow,
    },
    Exception {
        journey: "languages::the_quick_assessment_in_japanese_leads_to_a_japanese_result_and_report",
        engines: WEBKIT,
        reason: Reason::NarrowWindow,
    },
    Exception {
        journey: "languages::every_language_can_be_chosen_in_turn_and_keeps_place_and_answers",
        engines: WEBKIT,
        reason: Reason::NarrowWindow,
    },
    Exception {
        journey: "result_parts::the_actions_of_a_result_take_two_lines_on_a_phone_in_every_language",
        engines: WEBKIT,
        reason: Reason::NarrowWindow,
    },
    Exception {
        journey: "result_parts::no_name_of_a_section_is_broken_on_a_phone",
        engines: WEBKIT,
        reason: Reason::NarrowWindow,
    },
    Exception {
        journey: "sharing::contents::hostile_names_and_notes_stay_plain_text_everywhere",
        engines: WEBKIT,
        reason: Reason::NarrowWindow,
    },
    Exception {
        journey: "sharing::code::a_phone_reads_the_link_from_the_code_in_the_dark_too",
        engines: WEBKIT,
        reason: Reason::NarrowWindow,
    },
];

/// The exceptions in an engine.
pub fn exceptions_in(engine: Engine) -> impl Iterator<Item = &'static Exception> {
    EXCEPTIONS
        .iter()
        .filter(move |exception| exception.engines.contains(&engine))
}
