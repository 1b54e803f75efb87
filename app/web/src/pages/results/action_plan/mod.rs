//! Owner, due date and completion of the actions of the reader's own roadmap.

mod plan_editor;
mod plan_files;
mod planned_view;

use assay_core::{ActionIx, Roadmap};

use self::plan_editor::PlanEditor;
use super::result_view::ResultView;
use crate::state::App;
use crate::view::AnyView;

/// What a roadmap shows of its plan.
pub(super) trait PlanViews {
    /// Renders what is planned for an action.
    fn of_action(&self, result: &ResultView, action: ActionIx) -> AnyView;
    /// Renders the buttons that save the roadmap as files; `None` if there are none.
    fn files(&self, result: &ResultView, roadmap: &Roadmap) -> Option<AnyView>;
}

/// The plan of the current assessment.
pub(super) struct OwnPlan {
    app: App,
    editor: PlanEditor,
}

impl OwnPlan {
    pub(super) fn new(app: &App) -> Self {
        Self {
            app: app.clone(),
            editor: PlanEditor::new(app.current_session()),
        }
    }
}

impl PlanViews for OwnPlan {
    fn of_action(&self, result: &ResultView, action: ActionIx) -> AnyView {
        planned_view::planned_view(result, &self.editor, action)
    }

    fn files(&self, result: &ResultView, roadmap: &Roadmap) -> Option<AnyView> {
        plan_files::plan_files(&self.app, result, &self.editor, roadmap)
    }
}
