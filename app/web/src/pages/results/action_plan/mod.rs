//! Owner, due date and completion of the actions of the reader's own roadmap.

mod plan_editor;
mod plan_files;
mod planned_view;

pub(super) use plan_editor::PlanEditor;
pub(super) use plan_files::plan_files;
pub(super) use planned_view::planned_view;
