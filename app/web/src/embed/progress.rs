//! What the page that holds the frame hears of the way through the questions: how far, never what.

use std::cell::RefCell;
use std::collections::BTreeSet;

use leptos::prelude::*;

use super::channel::tell;
use super::message::Told;
use crate::browser::lifetime;
use crate::route::Route;
use crate::state::App;

/// What has been told about assessments, by their keys.
#[derive(Default)]
struct Known {
    untouched: BTreeSet<String>,
    completed: BTreeSet<String>,
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
            let section = match &route {
                Route::Section { id, .. } => Some(id.clone()),
                _ => None,
            };
            tell(&Told::Progress {
                answered: count.answered,
                total: count.asked,
                section,
            });
            let at_result = route == Route::Results && count.answered > 0;
            if at_result && known.completed.insert(key) {
                tell(&Told::Completed);
            }
        });
    });
    lifetime::keep(owner);
}
