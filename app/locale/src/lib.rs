//! The interface texts in each language, and the sentences that describe a result.
//!
//! Texts are in `texts/LANG.json`, one flat object per language. `build.rs` generates a method of
//! [`Messages`] for every key, so a misspelt key does not compile. Used by the web app and the
//! command line; independent of browser and clock.

#![forbid(unsafe_code)]

pub mod cohort;
pub mod comparison;
mod dates;
mod language;
mod list;
mod messages;
mod numbers;
mod preference;
mod problems;
pub mod report;
mod roadmap;
mod sanitize;
mod targets;
pub mod team;
#[cfg(test)]
mod test_files;
pub mod versions;

pub use comparison::Comparison;
pub use dates::{format_date, self_assessment_line};
pub use language::Language;
pub use list::join_list;
pub use messages::{Messages, MessagesError, text_parameters};
pub use numbers::{NumberFormat, format_share, format_tenth, format_whole, localize_decimals};
pub use preference::order_by_preference;
pub use problems::{abbreviate, describe_problem, prefix_place};
pub use report::Report;
pub use roadmap::{effort_name, planned_lines, wave_name};
pub use sanitize::sanitize_line;
pub use targets::{
    OutlookWords, format_target, question_target_state, section_target_state,
    section_targets_sentence, target_outlook,
};
pub use team::TeamReport;
