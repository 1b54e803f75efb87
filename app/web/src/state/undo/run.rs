//! Undoing and redoing in the browser.

use super::apply::{Overwritten, apply_step};
use super::selection::next_step;
use super::step::{ChangeStep, Direction};
use super::steps_prefix;
use crate::browser::clock;
use crate::browser::store::{self, PartialRead};
use crate::state::Session;

/// What became of a request to undo or redo.
pub(crate) enum StepOutcome {
    /// There is no step.
    Nothing,
    /// The step took effect.
    Done(ChangeStep),
    /// Another change has replaced what the step wrote. The step is dropped.
    Overwritten(ChangeStep),
}

/// Undoes the last step, or redoes the step that was undone last.
pub(crate) async fn step_back_or_forth(session: &Session, direction: Direction) -> StepOutcome {
    let records = read_steps(session.key()).await;
    let Some(next) = next_step(records, direction, &clock::page_opened()) else {
        return StepOutcome::Nothing;
    };
    let mut step = next.step;
    let present = session.assessment();
    match apply_step(session.model(), session.key(), &present, &step, direction) {
        Ok((assessment, mut changes)) => {
            step.is_undone = direction == Direction::Undo;
            changes.push((next.key, Some(step.to_text())));
            session.apply_remote_change(assessment);
            session.write(changes);
            StepOutcome::Done(step)
        }
        Err(Overwritten) => {
            session.write(vec![(next.key, None)]);
            StepOutcome::Overwritten(step)
        }
    }
}

/// Limits the number of an assessment's steps from now on.
pub(crate) fn limit_steps(session: &Session) {
    let session = session.clone();
    wasm_bindgen_futures::spawn_local(async move {
        let records = read_steps(session.key()).await;
        let keys = records.into_iter().map(|(key, _)| key).collect();
        session.limit_steps(keys);
    });
}

/// The records of an assessment's steps. Where the database cannot be read, those that local storage
/// has; a warning shows then.
async fn read_steps(key: &str) -> store::Entries {
    let read = store::read_prefix(&steps_prefix(key)).await;
    read.unwrap_or_else(|PartialRead(part)| part)
}
