//! What the page that holds the frame hears of the way through the questions: how far, never what.
//!
//! Counts would tell which answer brought another question, so only tenths are told, of the questions
//! that are asked whatever is answered, and nothing where they stay the same.

use std::cell::RefCell;
use std::collections::BTreeSet;

use assay_core::{Assessment, Count};
use leptos::prelude::*;

use super::channel::tell;
use super::message::Told;
use crate::browser::lifetime;
use crate::route::Route;
use crate::state::{App, Session};

/// What has been told about assessments, by their keys.
#[derive(Default)]
struct Known {
    untouched: BTreeSet<String>,
    completed: BTreeSet<String>,
    /// The last progress.
    told: Option<(usize, Option<String>)>,
}

thread_local! {
    /// What was sent, as long as it is that of the present answers.
    static SENT: RefCell<Option<Assessment>> = const { RefCell::new(None) };
}

/// Tells the page when the answers are no longer those that were sent.
pub(super) fn remember_sent(sent: &Assessment) {
    SENT.replace(Some(sent.clone()));
}

fn tell_if_outdated(session: &Session) {
    let outdated = SENT.with_borrow(|sent| {
        let now = sent.as_ref().map(|sent| (sent, session.assessment()));
        now.is_some_and(|(sent, now)| !is_same(sent, &now))
    });
    if outdated {
        SENT.take();
        tell(&Told::Outdated);
    }
}

/// Whether two assessments have the same content, whenever they were changed.
fn is_same(one: &Assessment, other: &Assessment) -> bool {
    (&one.profile, &one.answers, &one.notes) == (&other.profile, &other.answers, &other.notes)
}

/// Tenths of the way, 10 only at its end.
fn tenths(count: Count) -> usize {
    let of = count.answered.saturating_mul(10);
    of.checked_div(count.asked).unwrap_or_default()
}

/// The section that shows, if it does not show because of an answer.
fn section(session: &Session, route: &Route) -> Option<String> {
    let Route::Section { id, .. } = route else {
        return None;
    };
    let section = session.model().find_section(id)?;
    session.is_unconditional(section).then(|| id.clone())
}

/// Tells from now on when an assessment is begun, goes on, and comes to its result.
pub(super) fn watch(app: &App) {
    let app = app.clone();
    let known = RefCell::new(Known::default());
    let owner = Owner::new();
    owner.with(|| {
        Effect::new(move |_| {
            let session = app.session.get();
            let count = session.count().get();
            let route = app.route.get();
            let key = session.key().to_owned();
            let mut known = known.borrow_mut();
            if count.answered == 0 {
                known.untouched.insert(key.clone());
            } else if known.untouched.remove(&key) {
                tell(&Told::Started);
            }
            session.profile().track();
            session.outside().track();
            tell_if_outdated(&session);
            let told = (
                tenths(session.unconditional_count()),
                section(&session, &route),
            );
            if known.told.as_ref() != Some(&told) {
                let (tenths, section) = told.clone();
                known.told = Some(told);
                tell(&Told::Progress { tenths, section });
            }
            let at_result = route == Route::Results && count.answered > 0;
            if at_result && known.completed.insert(key) {
                tell(&Told::Completed);
            }
        });
    });
    lifetime::keep(owner);
}

#[cfg(test)]
mod tests {
    use super::{Count, tenths};

    #[test]
    fn the_way_is_told_in_tenths_and_is_at_its_end_with_the_last_answer_only() {
        let of = |answered, asked| tenths(Count { answered, asked });
        assert_eq!([of(0, 21), of(2, 21), of(3, 21)], [0, 0, 1]);
        assert_eq!([of(20, 21), of(21, 21), of(0, 0)], [9, 10, 0]);
    }
}
