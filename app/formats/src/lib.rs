//! Formats that other programs read: CSV and iCalendar, the roadmap as tasks in both, and archives
//! of several files.
//!
//! The crate has no browser, clock or files, and the same content gives the same bytes.

#![forbid(unsafe_code)]

mod archive;
mod calendar;
pub mod csv;
mod tasks;

pub use archive::{Archive, ArchiveFull};
pub use calendar::write_calendar;
pub use tasks::{Task, roadmap_tasks, write_tasks_csv};
