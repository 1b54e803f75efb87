//! Undo and redo of changes to an assessment, across reloads.
//!
//! Each change is a [`ChangeStep`]: the records that it replaced, stored in the same transaction
//! under `undo/KEY/TIME-PAGE-COUNT`: its time, the time at which the tab's page was opened, and its
//! place among the steps of that page. A tab undoes its own steps and those that it found when it was
//! opened, not what another tab has changed meanwhile. A step is undone only where the assessment
//! still has what it wrote.
//!
//! The starter records steps. The full app undoes them and keeps at most [`MAX_STEPS`] of an
//! assessment: from its start on, each change drops the oldest that exceed the maximum.

mod apply;
mod recorded_steps;
mod run;
mod selection;
#[cfg(test)]
mod several_tests;
mod step;
#[cfg(test)]
mod tests;

pub(crate) use recorded_steps::RecordedSteps;
pub(crate) use run::{StepOutcome, limit_steps, step_back_or_forth};
pub(crate) use step::{ChangeStep, Direction, RecordChange};

/// Maximum number of steps of an assessment.
const MAX_STEPS: usize = 200;

/// The prefix of the keys of an assessment's steps.
pub(super) fn steps_prefix(key: &str) -> String {
    format!("undo/{key}/")
}
