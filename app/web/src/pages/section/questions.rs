//! The questions of a section: those of the first screen are laid out with the page, the others in
//! the frames after that.
//!
//! All of them are in the document from the beginning. The style sheet has the later groups wait.

use assay_core::{QuestionIx, SectionIx};

use crate::parts::question::QuestionViews;
use crate::state::Session;
use crate::view::{AnyView, CollectView, IntoView, view};

/// The number of questions that fill a tall window.
const FIRST_SCREEN: usize = 5;

/// The number of questions that are laid out in one frame.
const GROUP: usize = 40;

/// Renders the questions of a section, all laid out with the page if `at_once`.
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
    let groups = std::iter::once(first).chain(others.chunks(GROUP));
    let groups = groups
        .enumerate()
        .map(|(index, group)| group_view(session, views, group, index));
    view! { <div class="questions">{groups.collect_view()}</div> }.into_any()
}

/// Renders a group. Each waits longer than the one before; space for it is reserved meanwhile.
fn group_view(
    session: &Session,
    views: &QuestionViews,
    questions: &[QuestionIx],
    index: usize,
) -> AnyView {
    let asked = questions.iter().filter(|it| session.is_asked(**it)).count();
    let questions = views.build(questions, |question| session.is_asked(question));
    view! { <div style=("--wait", index.to_string()) style=("--asked", asked.to_string())>{questions}</div> }
        .into_any()
}
