//! The questions of a section: those of the first screen are laid out with the page, the others in
//! the next frame.
//!
//! All of them are in the document from the beginning. The style sheet has the others wait.

use assay_core::{QuestionIx, SectionIx};

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
    let is_asked = |question: &QuestionIx| session.is_asked(*question);
    let beyond = questions
        .iter()
        .enumerate()
        .filter(|(_, it)| is_asked(it))
        .nth(FIRST_SCREEN);
    let first = match beyond {
        Some((index, _)) if !at_once => index,
        _ => questions.len(),
    };
    let (first, others) = questions.split_at(first);
    let reserved = others.iter().filter(|it| is_asked(it)).count();
    let build = |questions| views.build(questions, |question| session.is_asked(question));
    view! {
        <div class="questions">
            {build(first)}
            <div style=("--questions", reserved.to_string())>{build(others)}</div>
        </div>
    }
    .into_any()
}
