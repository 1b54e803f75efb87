//! The questions of a section: those of the first screen are laid out with the page, the others in
//! the frames after that.
//!
//! All of them are in the document from the beginning.

use assay_core::{QuestionIx, SectionIx};
use web_sys::Element;

use crate::browser::{dom, frame};
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
    let groups = others.chunks(GROUP);
    let groups = groups.map(|group| group_view(session, views, group, Some("upcoming")));
    let groups = groups.collect_view();
    lay_out_next_group();
    view! { <div class="questions">{group_view(session, views, first, None)}{groups}</div> }
        .into_any()
}

/// Renders questions. With the class `upcoming` they are not laid out; their space is reserved.
fn group_view(
    session: &Session,
    views: &QuestionViews,
    questions: &[QuestionIx],
    class: Option<&'static str>,
) -> AnyView {
    let asked = questions.iter().filter(|it| session.is_asked(**it));
    let asked = asked.count().to_string();
    let questions = views.build(questions, |question| session.is_asked(question));
    view! { <div class=class style=("--asked", asked)>{questions}</div> }.into_any()
}

/// Lays out the first group that is not yet, after the next frame, and so on.
fn lay_out_next_group() {
    frame::after_next_frame(|| {
        if let Some(group) = dom::query::<Element>(".upcoming") {
            lay_out(&group);
            lay_out_next_group();
        }
    });
}

/// Lays out the group that contains a question, so that the question can receive the focus.
pub(super) fn lay_out_group_of(question: &Element) {
    if let Ok(Some(group)) = question.closest(".upcoming") {
        lay_out(&group);
    }
}

fn lay_out(group: &Element) {
    dom::remove_attribute(group, "class");
}
