//! Pieces that several pages share. They know no page.

pub(crate) mod add_results;
pub(crate) mod assessment_list;
pub(crate) mod certificate;
pub(crate) mod charts;
pub(crate) mod company_size;
pub(crate) mod confirm_dialog;
pub(crate) mod copy_effect;
pub(crate) mod copy_field;
pub(crate) mod drop_area;
pub(crate) mod earlier_assessments;
pub(crate) mod effort;
pub(crate) mod erasable_note;
pub(crate) mod figure_hook;
pub(crate) mod focus;
pub(crate) mod fold;
pub(crate) mod header;
pub(crate) mod links;
pub(crate) mod modal;
pub(crate) mod notices;
pub(crate) mod problems;
pub(crate) mod progress;
pub(crate) mod question;
pub(crate) mod saved_file;
pub(crate) mod section_titles;
pub(crate) mod signals;
pub(crate) mod unreadable_notice;
