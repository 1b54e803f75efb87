//! Reports the visitor's progress to the host page.
//!
//! The reports contain tenths of the questions that are asked regardless of the answers, and only
//! changes of them. Exact counts would reveal which answer added a question.

use std::cell::RefCell;
use std::collections::BTreeSet;

use assay_core::{Assessment, Progress};
use leptos::prelude::*;

use super::message::OutgoingMessage;
use super::port::send;
use crate::browser::teardown;
use crate::route::Route;
use crate::state::{App, Session};

/// What was reported so far; assessments are identified by their keys.
#[derive(Default)]
struct SentProgress {
    unanswered: BTreeSet<String>,
    completed: BTreeSet<String>,
    /// The last progress: tenths and section.
    last: Option<(usize, Option<String>)>,
}

thread_local! {
    /// The assessment whose result was sent, until the answers differ from it.
    static SENT_ASSESSMENT: RefCell<Option<Assessment>> = const { RefCell::new(None) };
}

/// Remembers what was sent, so that a later change is reported as `outdated`.
pub(super) fn remember_sent(sent: &Assessment) {
    SENT_ASSESSMENT.replace(Some(sent.clone()));
}

fn send_outdated(session: &Session) {
    let outdated = SENT_ASSESSMENT.with_borrow(|sent| {
        let now = sent.as_ref().map(|sent| (sent, session.assessment()));
        now.is_some_and(|(sent, now)| !has_same_content(sent, &now))
    });
    if outdated {
        SENT_ASSESSMENT.take();
        send(&OutgoingMessage::Outdated);
    }
}

/// Returns whether two assessments are equal except for their times.
fn has_same_content(one: &Assessment, other: &Assessment) -> bool {
    (&one.profile, &one.answers, &one.notes) == (&other.profile, &other.answers, &other.notes)
}

/// Returns the progress in tenths, rounded down; 10 only if every question is answered.
fn tenths(count: Progress) -> usize {
    let tenfold = count.answered.saturating_mul(10);
    tenfold.checked_div(count.asked).unwrap_or(0)
}

/// Returns the id of the open section; `None` if the section is visible only because of an answer.
fn visible_section(session: &Session, route: &Route) -> Option<String> {
    let Route::Section { id, .. } = route else {
        return None;
    };
    let section = session.model().find_section(id)?;
    session.is_unconditional(section).then(|| id.clone())
}

/// Reports the start, the progress and the completion of assessments from now on.
pub(super) fn watch_progress(app: &App) {
    let app = app.clone();
    let known = RefCell::new(SentProgress::default());
    let owner = Owner::new();
    owner.with(|| {
        Effect::new(move |_| {
            let session = app.session.get();
            let count = session.count().get();
            let route = app.route.get();
            let key = session.key().to_owned();
            let mut known = known.borrow_mut();
            if count.answered == 0 {
                known.unanswered.insert(key.clone());
            } else if known.unanswered.remove(&key) {
                send(&OutgoingMessage::Started);
            }
            session.profile().track();
            session.external_changes().track();
            send_outdated(&session);
            let progress = (
                tenths(session.unconditional_count()),
                visible_section(&session, &route),
            );
            if known.last.as_ref() != Some(&progress) {
                let (tenths, section) = progress.clone();
                known.last = Some(progress);
                send(&OutgoingMessage::Progress { tenths, section });
            }
            let at_result = route == Route::Results && count.answered > 0;
            if at_result && known.completed.insert(key) {
                send(&OutgoingMessage::Completed);
            }
        });
    });
    teardown::keep_alive(owner);
}

#[cfg(test)]
mod tests {
    use super::{Progress, tenths};

    #[test]
    fn progress_is_in_tenths_and_complete_with_the_last_answer_only() {
        let of = |answered, asked| tenths(Progress { answered, asked });
        assert_eq!([of(0, 21), of(2, 21), of(3, 21)], [0, 0, 1]);
        assert_eq!([of(20, 21), of(21, 21), of(0, 0)], [9, 10, 0]);
    }
}
