//! The plan of the current assessment.

use assay_core::{ActionIx, Assessment, PlannedAction};
use leptos::prelude::*;

use crate::state::Session;

/// The plan of the current assessment, which is stored as it changes.
#[derive(Clone)]
pub(super) struct PlanEditor {
    session: Session,
    /// Counts the changes.
    changes: RwSignal<u32>,
}

impl PlanEditor {
    pub(super) fn new(session: Session) -> Self {
        Self {
            session,
            changes: RwSignal::new(0),
        }
    }

    /// Returns what is planned for an action (reactive).
    pub(super) fn planned(&self, action: ActionIx) -> PlannedAction {
        self.changes.get();
        self.session.planned_action(action)
    }

    /// Returns what is planned for an action now.
    pub(super) fn planned_untracked(&self, action: ActionIx) -> PlannedAction {
        self.session.planned_action(action)
    }

    /// Returns the assessment with the plan.
    pub(super) fn assessment(&self) -> Assessment {
        self.session.assessment()
    }

    /// Returns whether an action has a due date (reactive).
    pub(super) fn has_due_dates(&self) -> bool {
        self.changes.get();
        let plan = self.assessment().action_plan(self.session.model());
        plan.iter().any(|(_, planned)| planned.due.is_some())
    }

    /// Changes what is planned for an action, and stores it.
    pub(super) fn change(&self, action: ActionIx, edit: impl FnOnce(&mut PlannedAction)) {
        let mut planned = self.session.planned_action(action);
        edit(&mut planned);
        self.session.set_planned_action(action, &planned);
        self.changes.update(|count| *count += 1);
    }
}
