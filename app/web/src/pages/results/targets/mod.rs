//! The targets of the sections and questions: shown beside the present, and set by the owner of the
//! result.

mod outlooks;
mod question_rows;
mod score_input;
mod section_rows;
mod shown;
mod target_editor;
mod target_fields;

pub(super) use outlooks::{target_mark, target_outlooks};
pub(super) use shown::{TargetCells, target_legend, targets_text, with_targets};

use self::target_editor::TargetEditor;
use super::result_view::ResultView;
use crate::parts::fold::fold;
use crate::state::App;
use crate::view::{AnyView, IntoView, view};

/// Renders the fold in which the owner sets targets.
pub(super) fn targets_block(app: &App, result: &ResultView) -> AnyView {
    let editor = TargetEditor::new(app.current_session(), result);
    let messages = result.messages.clone();
    let count = {
        let (messages, editor) = (messages.clone(), editor.clone());
        move || {
            let count = editor.count();
            (count > 0)
                .then(|| view! { " "<span class="tag">{messages.targets_count(count)}</span> })
        }
    };
    let summary = view! { <h3>{messages.targets_heading().to_owned()}</h3>{count} };
    let result = result.clone();
    let content = move || {
        view! {
            <div class="stack targets-form">
                <p>{result.messages.targets_lead().to_owned()}</p>
                {section_rows::section_rows(&result, &editor)}
                {question_rows::question_rows(&result, &editor)}
            </div>
        }
    };
    view! { <section class="stack wide">{fold("targets", summary, content)}</section> }.into_any()
}
