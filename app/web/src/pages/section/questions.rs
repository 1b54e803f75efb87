//! The questions of a section: those of the first screen at once, the others after the first frame.

use assay_core::{QuestionIx, SectionIx};
use web_sys::Element;

use crate::browser::frame;
use crate::parts::question::QuestionViews;
use crate::state::Session;
use crate::view::{AnyView, CollectView, Handle, IntoView, view};

/// The number of questions that fill a tall window.
const FIRST_SCREEN: usize = 5;

/// The number of questions that are built in one task.
const GROUP: usize = 40;

/// Renders the questions of a section. Space is reserved for those that are built later.
pub(super) fn section_questions(
    session: &Session,
    views: &QuestionViews,
    section: SectionIx,
) -> AnyView {
    let questions = session.model().section_questions(section);
    let (first, others) = questions.split_at(questions.len().min(FIRST_SCREEN));
    let asking = session.clone();
    let first = views.build(first, move |question| asking.is_asked(question));
    let others = others
        .chunks(GROUP)
        .map(|group| upcoming(session, views, group))
        .collect_view();
    view! { <div class="questions">{first}{others}</div> }.into_any()
}

/// Renders the place of questions that are built after the next frame.
fn upcoming(session: &Session, views: &QuestionViews, group: &[QuestionIx]) -> AnyView {
    let asked = group.iter().filter(|question| session.is_asked(**question));
    let asked = asked.count().to_string();
    let (session, views, group) = (session.clone(), views.clone(), group.to_vec());
    let handle = Handle::new();
    handle.on_load(move |place: Element| {
        frame::after_next_frame(move || {
            views.fill(&place, &group, |question| session.is_asked(question));
        });
    });
    view! { <div class="upcoming" style=("--asked", asked) node_ref=handle></div> }.into_any()
}
