//! Adds own assessments to the team.

use std::slice;

use crate::browser::store::PartialRead;
use crate::view::{CollectView, IntoView, follow, view};
use assay_core::team::Member;
use leptos::prelude::*;

use super::add_members::add_members;
use crate::parts::add_results::AddResults;
use crate::parts::assessment_list::assessment_summary;
use crate::parts::assessment_list::load_list;
use crate::parts::chosen_assessments::take_chosen;
use crate::parts::fold::fold;
use crate::state::{App, StoredAssessment, Team, load_assessments};

/// Renders the own assessments, each with a button. The store is read when the fold is opened.
pub(super) fn own_assessments(app: &App, team: &Team, form: &AddResults) -> impl IntoView + use<> {
    let own = OwnAssessments {
        app: app.clone(),
        team: team.clone(),
        form: form.clone(),
    };
    let summary = app.messages().team_add_own().to_owned();
    fold("own", summary, move || own.list())
}

/// Adds the assessments that were chosen in the list of assessments, once the team has been read.
pub(super) fn add_chosen(app: &App, team: &Team, form: &AddResults) -> impl IntoView + use<> {
    let chosen = ArcRwSignal::new(take_chosen());
    let (app, team, form) = (app.clone(), team.clone(), form.clone());
    follow(move || {
        if !team.is_loaded.get() || chosen.read_untracked().is_empty() {
            return;
        }
        let mut keys = Vec::new();
        chosen.update_untracked(|chosen| std::mem::swap(chosen, &mut keys));
        let (app, team, form) = (app.clone(), team.clone(), form.clone());
        wasm_bindgen_futures::spawn_local(async move {
            let read = load_assessments(&app.questionnaire.model).await;
            let mut records = read.unwrap_or_else(|PartialRead(part)| part);
            records.retain(|record| keys.contains(&record.key));
            let messages = app.messages();
            let names: Vec<String> = records
                .iter()
                .map(|record| assessment_summary(&messages, &record.assessment).0)
                .collect();
            let members = records
                .into_iter()
                .map(|record| Member::new(record.assessment));
            form.show_report(add_members(&app, &team, members.collect(), &names));
        });
    })
}

#[derive(Clone)]
struct OwnAssessments {
    app: App,
    team: Team,
    form: AddResults,
}

impl OwnAssessments {
    fn list(&self) -> impl IntoView + use<> {
        let listed = load_list(&self.app);
        let own = self.clone();
        move || {
            let now = listed.get()?;
            let unread = now.unreadable_notice(&own.app, &listed);
            let empty = now.records.is_empty() && unread.is_none();
            let empty = empty.then(|| own.app.messages().workspace_empty().to_owned());
            let empty = empty.map(|text| view! { <p>{text}</p> });
            let rows = now.records.iter().map(|record| own.row(record));
            Some(view! { {unread}{empty}<ul class="assessments">{rows.collect_view()}</ul> })
        }
    }

    fn row(&self, record: &StoredAssessment) -> impl IntoView + use<> {
        let messages = self.app.messages();
        let assessment = &record.assessment;
        let (name, line) = assessment_summary(&messages, assessment);
        let label = messages.team_add_own_label(&name);
        let (own, member, which) = (self.clone(), Member::new(assessment.clone()), name.clone());
        let add = move |_| {
            let report = add_members(
                &own.app,
                &own.team,
                vec![member.clone()],
                slice::from_ref(&which),
            );
            own.form.show_report(report);
        };
        view! {
            <li>
                <strong>{name}</strong>
                <span class="small">{line}</span>
                <div class="row"><button type="button" class="plain" data-action="add-own" aria-label=label on:click=add>{messages.team_add_own_button().to_owned()}</button></div>
            </li>
        }
    }
}
