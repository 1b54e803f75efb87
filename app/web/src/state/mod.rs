//! The app's state: the questionnaire, the language, the current assessment, the team, and how they
//! are stored. Pages read it through signals; only this module changes it.

mod app;
mod assessment_records;
mod copied_assessment;
mod data_loader;
mod deleted_assessments;
mod earlier_assessment;
mod earlier_team;
mod file_problems;
mod head_edit;
pub(crate) mod length_prefix;
mod list_figures;
mod list_summary;
mod listed_assessment;
mod locale_bundle;
mod measurements;
mod model_library;
mod next_measurement;
mod questionnaire;
mod report_request;
mod rescue;
#[cfg(test)]
mod round_trip_tests;
mod session;
mod site;
mod standard_versions;
mod stored_list;
mod stored_records;
mod team;
pub(crate) mod undo;
mod wording;

pub(crate) use app::{App, ConfirmDialog, Notice, NoticeUndo};
pub(crate) use assessment_records::{
    StoredAssessment, assessment_key, load_assessment, load_assessments, load_current,
    write_assessment, write_current_key,
};
pub(crate) use data_loader::DataLoader;
pub(crate) use deleted_assessments::{
    DAYS_KEPT, DeletedAssessment, days_left, delete_for_good, load_deleted, move_to_deleted,
    restore_deleted,
};
pub(crate) use earlier_assessment::{
    EarlierAssessment, has_earlier_version, load_earlier_assessments, mark_copied,
};
pub(crate) use earlier_team::{AdaptedTeam, EarlierTeam, load_earlier_teams};
pub(crate) use file_problems::FileProblems;
pub(crate) use head_edit::{HeadEdit, duplicate, edit_heads};
pub(crate) use list_figures::{ListFigures, Recommended};
pub(crate) use list_summary::{StoredFigures, write_summary};
pub(crate) use listed_assessment::ListedAssessment;
pub(crate) use locale_bundle::{LocaleBundle, WordingRemarks, load_messages};
pub(crate) use measurements::{Measurement, load_measurements};
pub(crate) use model_library::{KnownModel, load_models};
pub(crate) use questionnaire::{LoadError, Questionnaire};
pub(crate) use report_request::report_request;
pub(crate) use rescue::{rescue_file, set_rescue_session};
pub(crate) use session::{Session, VisibilityChange};
pub(crate) use site::{HostFrame, Site};
pub(crate) use stored_list::{FigureSource, LoadedAssessment, load_listed, load_summarized};
pub(crate) use stored_records::StoredRecords;
pub(crate) use team::{DuplicateChoice, DuplicateMember, NotAdded, Team};
pub(crate) use wording::{UnusableReason, UnusableWording, Wording};
