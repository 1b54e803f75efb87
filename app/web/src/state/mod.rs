//! What the app holds while it runs: the questionnaire, the reader's language, the present
//! assessment. Pages read it through signals; only this module changes it.

mod app;
mod earlier;
mod earlier_team;
mod library;
mod records;
mod rescue;
#[cfg(test)]
mod round_trip_tests;
mod session;
mod site;
mod speech;
mod team;
mod wording;

pub(crate) use app::{App, Asking, Notice};
pub(crate) use earlier::{Earlier, load_earlier, mark_copied, was_begun_before};
pub(crate) use earlier_team::{EarlierTeam, TeamCopy, load_earlier_teams};
pub(crate) use library::{Library, LoadError};
pub(crate) use records::{
    Record, delete as delete_record, load as reload_record, load_present, load_records,
    owner as owner_of,
};
pub(crate) use rescue::{rescue_file, set_rescue};
pub(crate) use session::{Session, Shift};
pub(crate) use site::{Frame, Site};
pub(crate) use speech::{Lack, Speech, words};
pub(crate) use team::{Choice, Doubt, NotAdded, Team};
pub(crate) use wording::{Refused, Unusable, Wording};
