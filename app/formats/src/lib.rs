//! Text formats that other programs read: CSV and iCalendar, and the roadmap as tasks in both.
//!
//! The crate has no browser, clock or files, and the same content gives the same text.

#![forbid(unsafe_code)]

mod calendar;
pub mod csv;
mod tasks;

pub use calendar::write_calendar;
pub use tasks::{Task, roadmap_tasks, write_tasks_csv};
