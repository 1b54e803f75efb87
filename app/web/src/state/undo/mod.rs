//! Undo and redo of changes to an assessment, across reloads.
//!
//! Each change is a [`ChangeStep`]: the records that it replaced, stored in the same transaction
//! under `undo/KEY/STEP`. A tab keeps at most [`MAX_STEPS`] and drops the oldest. The name of
//! a step is `TIME-PAGE`: its time and the time at which the tab's page was opened, both in
//! milliseconds since 1970. A tab undoes its own steps and those that it found when it was opened,
//! not what another tab has changed meanwhile. A step is undone only where the assessment still has
//! what it wrote.
//!
//! The starter records steps; the full app undoes them, and drops at its start what exceeds the
//! maximum because several visits ended in the starter.

mod apply;
mod recorded_steps;
mod run;
mod selection;
mod step;
#[cfg(test)]
mod tests;

pub(crate) use recorded_steps::{Moment, RecordedSteps};
pub(crate) use run::{StepOutcome, load_steps, step_back_or_forth};
pub(crate) use step::{ChangeStep, Direction, RecordChange};

/// Maximum number of steps of an assessment.
const MAX_STEPS: usize = 200;

/// The prefix of the keys of an assessment's steps.
pub(super) fn steps_prefix(key: &str) -> String {
    format!("undo/{key}/")
}
