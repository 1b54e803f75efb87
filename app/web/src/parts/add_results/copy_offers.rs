//! Offers to add copies of files that belong to another version of the questionnaire.

use std::rc::Rc;

use assay_core::{AdaptedAssessment, Assessment};
use assay_locale::versions::describe_copy;
use leptos::prelude::*;

use crate::parts::copy_effect::copy_effect_view;
use crate::parts::focus::focus_later;
use crate::state::App;
use crate::view::{AnyView, CollectView, IntoView, view};

/// The offered copies. Cloning is cheap.
#[derive(Clone)]
pub(super) struct CopyOffers {
    offers: ArcRwSignal<Vec<CopyOffer>>,
    /// Selector of the element that receives the focus after a copy was added.
    focus_after: &'static str,
}

#[derive(Clone, PartialEq)]
struct CopyOffer {
    /// Name of the file, for messages.
    label: String,
    adapted: AdaptedAssessment,
}

impl CopyOffers {
    pub(super) fn new(after: &'static str) -> Self {
        Self {
            offers: ArcRwSignal::new(Vec::new()),
            focus_after: after,
        }
    }

    /// Returns whether something is listed (reactive).
    pub(super) fn is_waiting(&self) -> bool {
        self.offers.with(|listed| !listed.is_empty())
    }

    /// Adds offers that are not listed yet.
    pub(super) fn add_offers(&self, copies: Vec<(String, AdaptedAssessment)>) {
        let mut offered = self.offers.get_untracked();
        for (label, adapted) in copies {
            let offer = CopyOffer { label, adapted };
            if !offered.contains(&offer) {
                offered.push(offer);
            }
        }
        if offered.len() > self.offers.with_untracked(Vec::len) {
            self.offers.set(offered);
        }
    }

    /// Renders the offers. `add` receives the name of the file and the copy when its button is
    /// pressed.
    pub(super) fn view(&self, app: &App, add: impl Fn(&str, Assessment) + 'static) -> AnyView {
        let (copies, app, add) = (self.clone(), app.clone(), Rc::new(add));
        let list = move || {
            let offered = copies.offers.get();
            if offered.is_empty() {
                return None;
            }
            let rows = offered.iter().map(|offer| {
                let (copies, accepted, add) = (copies.clone(), offer.clone(), add.clone());
                let take = move || {
                    copies.remove_offer(&accepted);
                    add(&accepted.label, accepted.adapted.assessment.clone());
                };
                row(&app, offer, take)
            });
            Some(
                view! { <ul class="assessments" data-copies=offered.len().to_string()>{rows.collect_view()}</ul> },
            )
        };
        list.into_any()
    }

    /// Removes an offer and moves the focus, because the pressed button disappears.
    fn remove_offer(&self, offer: &CopyOffer) {
        self.offers
            .update(|offered| offered.retain(|other| other != offer));
        focus_later([self.focus_after.to_owned()]);
    }
}

fn row(app: &App, offer: &CopyOffer, take: impl Fn() + 'static) -> AnyView {
    let (messages, model) = (app.messages(), &app.questionnaire.model);
    let from = offer.adapted.from.as_ref();
    let (id, version) = from.map_or(("", ""), |from| (&from.id, &from.version));
    let belongs = messages.workspace_import_model(id, version, model.id(), model.version());
    let effect = describe_copy(&messages, model, &offer.adapted);
    let label = messages.versions_add_copy(model.version());
    view! {
        <li>
            <strong class="excerpt">{offer.label.clone()}</strong>
            <span class="small">{belongs}</span>
            {copy_effect_view(effect)}
            <div class="row"><button type="button" class="button quiet" data-action="add-copy" on:click=move |_| take()>{label}</button></div>
        </li>
    }
}
