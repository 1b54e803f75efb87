//! Links that wait for their passphrases before what is in them can be added.

use std::rc::Rc;

use crate::view::{AnyView, CollectView, IntoView, view};
use assay_core::link::Sealed;
use leptos::prelude::*;
use web_sys::HtmlElement;

use crate::browser::dom;
use crate::parts::passphrase::Asking;
use crate::state::App;

/// What waits. Cloning it is cheap.
#[derive(Clone)]
pub(super) struct Locked {
    waiting: ArcRwSignal<Vec<Waiting>>,
    /// The selector of what gets the focus when the last form is gone.
    after: &'static str,
}

#[derive(Clone)]
struct Waiting {
    /// What to call the link in a sentence.
    which: String,
    asking: Asking,
}

impl Locked {
    pub(super) fn new(after: &'static str) -> Self {
        Self {
            waiting: ArcRwSignal::new(Vec::new()),
            after,
        }
    }

    /// Lets links wait beside those that do already, each once.
    pub(super) fn wait_for(&self, links: Vec<(String, Sealed)>) {
        let mut waiting = self.waiting.get_untracked();
        for (which, link) in links {
            if !waiting.iter().any(|other| other.asking.is_for(&link)) {
                let asking = Asking::new(link);
                waiting.push(Waiting { which, asking });
            }
        }
        if waiting.len() > self.waiting.with_untracked(Vec::len) {
            self.waiting.set(waiting);
        }
    }

    /// A form for each link. Its bytes are handed on, with what to call it, when it is opened.
    pub(super) fn forms(&self, app: &App, opened: impl Fn(&str, &[u8]) + 'static) -> AnyView {
        let (locked, app, opened) = (self.clone(), app.clone(), Rc::new(opened));
        let forms = move || {
            let waiting = locked.waiting.get();
            if waiting.is_empty() {
                return None;
            }
            let words = app.words();
            let forms = waiting.iter().map(|link| {
                let (locked, opening, opened) = (locked.clone(), link.clone(), opened.clone());
                let form = link.asking.form(&app, move |bytes| {
                    locked.leave(&opening);
                    opened(&opening.which, &bytes);
                });
                view! { <li class="stack"><strong class="excerpt">{link.which.clone()}</strong>{form}</li> }
            });
            Some(view! {
                <p>{words.shared_sealed_add(waiting.len())}</p>
                <ul class="stack wide" data-sealed=waiting.len().to_string()>{forms.collect_view()}</ul>
            })
        };
        forms.into_any()
    }

    /// A link waits no longer, and its form goes: the next one gets the focus.
    fn leave(&self, opened: &Waiting) {
        let mut waiting = self.waiting.get_untracked();
        waiting.retain(|other| !other.asking.is(&opened.asking));
        self.waiting.set(waiting);
        let (waiting, after) = (self.waiting.clone(), self.after);
        // The forms are made anew after this.
        gloo::timers::callback::Timeout::new(0, move || {
            if let Some(next) = waiting.get_untracked().first() {
                next.asking.focus();
            } else if let Some(heading) = dom::query::<HtmlElement>(after) {
                dom::focus(&heading);
            }
        })
        .forget();
    }
}
