//! What the page that holds the frame hears of the way through the questions: how far, never what.
//!
//! Counts would tell which answer brought another question, so only tenths are told, of the questions
//! that are asked whatever is answered, and nothing where they stay the same.

use std::cell::RefCell;
use std::collections::BTreeSet;

use assay_core::{Assessment, Progress};
use leptos::prelude::*;

use super::channel::send;
use super::message::OutgoingMessage;
use crate::browser::teardown;
use crate::route::Route;
use crate::state::{App, Session};

/// What has been told about assessments, by their keys.
#[derive(Default)]
struct SentProgress {
    unanswered: BTreeSet<String>,
    completed: BTreeSet<String>,
    /// The last progress.
    last: Option<(usize, Option<String>)>,
}

thread_local! {
    /// What was sent, as long as it is that of the present answers.
    static SENT_ASSESSMENT: RefCell<Option<Assessment>> = const { RefCell::new(None) };
}

/// Tells the page when the answers are no longer those that were sent.
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

/// Whether two assessments have the same content, whenever they were changed.
fn has_same_content(one: &Assessment, other: &Assessment) -> bool {
    (&one.profile, &one.answers, &one.notes) == (&other.profile, &other.answers, &other.notes)
}

/// Tenths of the way, 10 only at its end.
fn tenths(count: Progress) -> usize {
    let of = count.answered.saturating_mul(10);
    of.checked_div(count.asked).unwrap_or_default()
}

/// The section that shows, if it does not show because of an answer.
fn visible_section(session: &Session, route: &Route) -> Option<String> {
    let Route::Section { id, .. } = route else {
        return None;
    };
    let section = session.model().find_section(id)?;
    session.is_unconditional(section).then(|| id.clone())
}

/// Tells from now on when an assessment is begun, goes on, and comes to its result.
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
            let told = (
                tenths(session.unconditional_count()),
                visible_section(&session, &route),
            );
            if known.last.as_ref() != Some(&told) {
                let (tenths, section) = told.clone();
                known.last = Some(told);
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
    fn the_way_is_told_in_tenths_and_is_at_its_end_with_the_last_answer_only() {
        let of = |answered, asked| tenths(Progress { answered, asked });
        assert_eq!([of(0, 21), of(2, 21), of(3, 21)], [0, 0, 1]);
        assert_eq!([of(20, 21), of(21, 21), of(0, 0)], [9, 10, 0]);
    }
}
