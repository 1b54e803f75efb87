//! The programs of the site that show pages: two starters, the app of received results and the full
//! app.
//!
//! | file | contents |
//! | --- | --- |
//! | `app_variant` | the trait that lists everything in which they differ |
//! | `starter`, `received_result`, `full` | its three implementations |
//! | `starter_standard`, `starter_own` | the questionnaires of the two starters |
//! | `takeover` | requests the full app for a page that another app lacks |
//! | `questionnaire_pages` | the pages that the starters and the full app have |
//! | `page_title` | the titles of all pages |
//! | `handover` | passes the state from another app to the full app |
//! | `rehearsal` | builds a result out of sight before the reader wants one |
//! | `transferred_state` | the state as a text |

mod app_variant;
mod full;
pub(crate) mod handover;
mod page_title;
mod questionnaire_pages;
mod received_result;
mod rehearsal;
mod starter;
mod starter_own;
mod starter_standard;
pub(crate) mod takeover;
mod transferred_state;

pub(crate) use app_variant::{LoadedData, Variant};
pub(crate) use full::FullApp;
pub(crate) use received_result::ReceivedResultApp;
pub(crate) use starter::StarterApp;
pub(crate) use starter_own::OwnQuestionnaire;
pub(crate) use starter_standard::{StandardQuestionnaire, remember_first_screen};
