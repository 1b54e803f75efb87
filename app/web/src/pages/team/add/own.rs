//! Adding the reader's own assessments.

use std::sync::Arc;

use crate::view::{CollectView, IntoView, view};
use assay_core::team::Member;
use leptos::prelude::*;

use super::Adding;
use crate::parts::fold::fold;
use crate::state::{Record, load_records};

impl Adding {
    /// The reader's assessments, each with a button that adds it. They are read when the fold is
    /// opened.
    pub(super) fn own(&self) -> impl IntoView + use<> {
        let adding = self.clone();
        let summary = self.app.words().team_add_own().to_owned();
        fold("own", summary, move || adding.own_list())
    }

    fn own_list(&self) -> impl IntoView + use<> {
        let records = ArcRwSignal::new(None::<Arc<Vec<Record>>>);
        let (model, arrived) = (self.app.library.model.clone(), records.clone());
        wasm_bindgen_futures::spawn_local(async move {
            let found = load_records(&model).await;
            arrived.set(Some(Arc::new(found)));
        });
        let adding = self.clone();
        move || {
            let found = records.get()?;
            let words = adding.app.words();
            if found.is_empty() {
                return Some(view! { <p>{words.workspace_empty().to_owned()}</p> });
            }
            let rows = found.iter().map(|record| adding.own_row(record));
            Some(view! { <ul class="assessments">{rows.collect_view()}</ul> })
        }
    }

    fn own_row(&self, record: &Record) -> impl IntoView + use<> {
        let words = self.app.words();
        let assessment = &record.assessment;
        let name = match assessment.profile.name.trim() {
            "" => words.workspace_unnamed().to_owned(),
            name => name.to_owned(),
        };
        let line = words.workspace_line(
            &assessment.answers.len().to_string(),
            &assay_locale::date(&words, assessment.updated.as_deref()),
        );
        let label = words.team_add_own_label(&name);
        let (adding, member, which) = (self.clone(), Member::new(assessment.clone()), name.clone());
        let add = move |_| adding.take(vec![(which.clone(), Ok(member.clone()))]);
        view! {
            <li>
                <strong>{name}</strong>
                <span class="small">{line}</span>
                <div class="row"><button type="button" class="plain" data-action="add-own" aria-label=label on:click=add>{words.team_add_own_button().to_owned()}</button></div>
            </li>
        }
    }
}
