//! The wording of Assay in each language, and the sentences that say what a result means.
//!
//! Texts live in `texts/LANG.json`, one flat object a language. `build.rs` makes a method of
//! [`Words`] out of every key, so that a misspelt key does not compile. Called by the web app and
//! the command line; it knows no browser and no clock.

#![forbid(unsafe_code)]

pub mod comparison;
mod dates;
mod language;
mod lists;
mod numbers;
mod plain;
mod preference;
mod problems;
pub mod report;
pub mod team;
pub mod versions;
mod words;

pub use comparison::Comparison;
pub use dates::{date, self_assessed};
pub use language::Language;
pub use lists::list;
pub use numbers::{percent, rounded, to_tenth};
pub use plain::plain;
pub use preference::by_preference;
pub use problems::{at_place, problem, short};
pub use report::Report;
pub use team::TeamReport;
pub use words::{Words, WordsError, text_parameters};
