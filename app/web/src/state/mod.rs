//! What the app holds while it runs: the questionnaire, the reader's language, the present
//! assessment. Pages read it through signals; only this module changes it.

mod app;
mod library;
mod records;
mod rescue;
#[cfg(test)]
mod round_trip_tests;
mod session;
mod site;
mod speech;
mod team;

pub(crate) use app::{App, Asking, Notice};
pub(crate) use library::{Library, LoadError};
pub(crate) use records::{
    Record, delete as delete_record, load as reload_record, load_present, load_records,
    owner as owner_of,
};
pub(crate) use rescue::{rescue_file, set_rescue};
pub(crate) use session::{Session, Shift};
pub(crate) use site::{Frame, Site};
pub(crate) use speech::{Speech, words};
pub(crate) use team::{Choice, Doubt, NotAdded, Team};
