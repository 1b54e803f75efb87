//! The questions of a section: those of the first screen are laid out with the page, the others in
//! the next frame.
//!
//! All of them are in the document from the beginning. The style sheet has the others wait.

use assay_core::SectionIx;

use crate::parts::question::QuestionViews;
use crate::state::Session;
use crate::view::{AnyView, IntoView, view};

/// The number of questions that fill a tall window.
const FIRST_SCREEN: usize = 5;

/// Renders the questions of a section, all laid out with the page if `at_once`. Space is reserved
/// for those that are not.
pub(super) fn section_questions(
    session: &Session,
    views: &QuestionViews,
    section: SectionIx,
    at_once: bool,
) -> AnyView {
    let questions = session.model().section_questions(section);
    let first = if at_once {
        questions.len()
    } else {
        FIRST_SCREEN
    };
    let (first, others) = questions.split_at(first.min(questions.len()));
    let build = |questions| views.build(questions, |question| session.is_asked(question));
    view! {
        <div class="questions">
            {build(first)}
            <div style=("--questions", others.len().to_string())>{build(others)}</div>
        </div>
    }
    .into_any()
}
