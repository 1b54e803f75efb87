//! Links that wait for their passphrases before what is in them can be added.

use std::rc::Rc;

use crate::view::{AnyView, CollectView, IntoView, view};
use assay_core::link::SealedPayload;
use leptos::prelude::*;
use web_sys::HtmlElement;

use crate::browser::dom;
use crate::parts::passphrase::PassphraseForm;
use crate::state::App;

/// What waits. Cloning it is cheap.
#[derive(Clone)]
pub(super) struct SealedLinks {
    links: ArcRwSignal<Vec<SealedLink>>,
    /// The selector of what gets the focus when the last form is gone.
    focus_after: &'static str,
}

#[derive(Clone)]
struct SealedLink {
    /// What to call the link in a sentence.
    label: String,
    form: PassphraseForm,
}

impl SealedLinks {
    pub(super) fn new(after: &'static str) -> Self {
        Self {
            links: ArcRwSignal::new(Vec::new()),
            focus_after: after,
        }
    }

    /// Lets links wait beside those that do already, each once.
    pub(super) fn add_links(&self, links: Vec<(String, SealedPayload)>) {
        let mut waiting = self.links.get_untracked();
        for (which, link) in links {
            if !waiting.iter().any(|other| other.form.is_for(&link)) {
                let asking = PassphraseForm::new(link);
                waiting.push(SealedLink {
                    label: which,
                    form: asking,
                });
            }
        }
        if waiting.len() > self.links.with_untracked(Vec::len) {
            self.links.set(waiting);
        }
    }

    /// A form for each link. Its bytes are handed on, with what to call it, when it is opened.
    pub(super) fn view(&self, app: &App, opened: impl Fn(&str, &[u8]) + 'static) -> AnyView {
        let (locked, app, opened) = (self.clone(), app.clone(), Rc::new(opened));
        let forms = move || {
            let waiting = locked.links.get();
            if waiting.is_empty() {
                return None;
            }
            let words = app.messages();
            let forms = waiting.iter().map(|link| {
                let (locked, opening, opened) = (locked.clone(), link.clone(), opened.clone());
                let form = link.form.view(&app, move |bytes| {
                    locked.remove_link(&opening);
                    opened(&opening.label, &bytes);
                });
                view! { <li class="stack"><strong class="excerpt">{link.label.clone()}</strong>{form}</li> }
            });
            Some(view! {
                <p>{words.shared_sealed_add(waiting.len())}</p>
                <ul class="stack wide" data-sealed=waiting.len().to_string()>{forms.collect_view()}</ul>
            })
        };
        forms.into_any()
    }

    /// A link waits no longer, and its form goes: the next one gets the focus.
    fn remove_link(&self, opened: &SealedLink) {
        let mut waiting = self.links.get_untracked();
        waiting.retain(|other| !other.form.is_same_form(&opened.form));
        self.links.set(waiting);
        let (waiting, after) = (self.links.clone(), self.focus_after);
        // The forms are made anew after this.
        gloo::timers::callback::Timeout::new(0, move || {
            if let Some(next) = waiting.get_untracked().first() {
                next.form.focus();
            } else if let Some(heading) = dom::query::<HtmlElement>(after) {
                dom::focus(&heading);
            }
        })
        .forget();
    }
}
