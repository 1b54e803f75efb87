//! Links whose passphrase must be entered before their content can be added.

use std::rc::Rc;

use crate::view::{AnyView, CollectView, IntoView, view};
use assay_core::link::SealedPayload;
use leptos::prelude::*;
use web_sys::HtmlElement;

use crate::browser::dom;
use crate::parts::links::passphrase_form::PassphraseForm;
use crate::state::App;

/// The links. Cloning is cheap.
#[derive(Clone)]
pub(super) struct SealedLinks {
    links: ArcRwSignal<Vec<SealedLink>>,
    /// Selector of the element that receives the focus after the last form was removed.
    focus_after: &'static str,
}

#[derive(Clone)]
struct SealedLink {
    /// Name of the link, for messages.
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

    /// Returns whether something is listed (reactive).
    pub(super) fn is_waiting(&self) -> bool {
        self.links.with(|listed| !listed.is_empty())
    }

    /// Adds links that are not listed yet.
    pub(super) fn add_links(&self, links: Vec<(String, SealedPayload)>) {
        let mut waiting = self.links.get_untracked();
        for (label, link) in links {
            if !waiting.iter().any(|other| other.form.is_for(&link)) {
                let asking = PassphraseForm::new(link);
                waiting.push(SealedLink {
                    label,
                    form: asking,
                });
            }
        }
        if waiting.len() > self.links.with_untracked(Vec::len) {
            self.links.set(waiting);
        }
    }

    /// Renders a form for each link. `opened` receives the name of the link and the decrypted
    /// payload.
    pub(super) fn view(&self, app: &App, opened: impl Fn(&str, &[u8]) + 'static) -> AnyView {
        let (locked, app, opened) = (self.clone(), app.clone(), Rc::new(opened));
        let forms = move || {
            let waiting = locked.links.get();
            if waiting.is_empty() {
                return None;
            }
            let messages = app.messages();
            let forms = waiting.iter().map(|link| {
                let (locked, opening, opened) = (locked.clone(), link.clone(), opened.clone());
                let form = link.form.view(&app, move |bytes| {
                    locked.remove_link(&opening);
                    opened(&opening.label, &bytes);
                });
                view! { <li class="stack"><strong class="excerpt">{link.label.clone()}</strong>{form}</li> }
            });
            Some(view! {
                <p>{messages.shared_sealed_add(waiting.len())}</p>
                <ul class="stack wide" data-sealed=waiting.len().to_string()>{forms.collect_view()}</ul>
            })
        };
        forms.into_any()
    }

    /// Removes a link and moves the focus to the next form, because the submitted one disappears.
    fn remove_link(&self, opened: &SealedLink) {
        let mut waiting = self.links.get_untracked();
        waiting.retain(|other| !other.form.is_same_form(&opened.form));
        self.links.set(waiting);
        let (waiting, after) = (self.links.clone(), self.focus_after);
        // The forms are rebuilt after this.
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
