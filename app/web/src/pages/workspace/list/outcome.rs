//! What an action did, and how it is undone.

use crate::state::HeadEdit;

/// The outcome of an action.
#[derive(Clone)]
pub(super) struct Outcome {
    pub(super) text: String,
    pub(super) undo: Option<Undo>,
}

/// How an action is undone.
#[derive(Clone)]
pub(super) enum Undo {
    /// Restores deleted assessments; the one that was the current one becomes it again.
    Restore {
        keys: Vec<String>,
        current: Option<String>,
    },
    /// Deletes assessments that were copied.
    Delete(Vec<String>),
    /// Sets what the heads contained.
    Edit(Vec<(String, HeadEdit)>),
}
