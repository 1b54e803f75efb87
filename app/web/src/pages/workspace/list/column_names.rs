//! The names of the columns.

use assay_locale::Messages;

use super::column::Column;

/// The name of a column.
pub(super) fn column_name(messages: &Messages, column: Column) -> &str {
    match column {
        Column::Name => messages.workspace_column_name(),
        Column::Stance => messages.workspace_column_stance(),
        Column::Model => messages.workspace_column_model(),
        Column::Answered => messages.workspace_column_answered(),
        Column::Content => messages.results_ai_content(),
        Column::Path => messages.workspace_column_path(),
        Column::Changed => messages.workspace_column_changed(),
    }
}
