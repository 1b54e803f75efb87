//! Adding the reader's own assessments.

use std::slice;

use crate::view::{CollectView, IntoView, view};
use assay_core::team::Member;
use leptos::prelude::*;

use super::add_members::add_members;
use crate::pages::adding::AddResults;
use crate::pages::workspace::assessment_summary;
use crate::parts::fold::fold;
use crate::parts::listing::load_list;
use crate::state::{App, StoredAssessment, Team};

/// The reader's assessments, each with a button that adds it. They are read when the fold is
/// opened.
pub(super) fn own_assessments(
    app: &App,
    team: &Team,
    adding: &AddResults,
) -> impl IntoView + use<> {
    let own = OwnAssessments {
        app: app.clone(),
        team: team.clone(),
        adding: adding.clone(),
    };
    let summary = app.messages().team_add_own().to_owned();
    fold("own", summary, move || own.list())
}

#[derive(Clone)]
struct OwnAssessments {
    app: App,
    team: Team,
    adding: AddResults,
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
        let words = self.app.messages();
        let assessment = &record.assessment;
        let (name, line) = assessment_summary(&words, assessment);
        let label = words.team_add_own_label(&name);
        let (own, member, which) = (self.clone(), Member::new(assessment.clone()), name.clone());
        let add = move |_| {
            let report = add_members(
                &own.app,
                &own.team,
                vec![member.clone()],
                slice::from_ref(&which),
            );
            own.adding.show_report(report);
        };
        view! {
            <li>
                <strong>{name}</strong>
                <span class="small">{line}</span>
                <div class="row"><button type="button" class="plain" data-action="add-own" aria-label=label on:click=add>{words.team_add_own_button().to_owned()}</button></div>
            </li>
        }
    }
}
