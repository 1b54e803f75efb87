//! The two apps of the site: the starter and the full app.
//!
//! `AppVariant` lists everything in which they differ, `handover` passes the state from one to the other as
//! the text of `transferred_state`.

mod app_variant;
mod full;
pub(crate) mod handover;
mod questionnaire_pages;
mod starter;
mod transferred_state;

pub(crate) use app_variant::Variant;
pub(crate) use full::FullApp;
pub(crate) use starter::{StarterApp, remember_first_screen};
