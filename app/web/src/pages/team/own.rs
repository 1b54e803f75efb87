//! Adding the reader's own assessments.

use std::slice;

use crate::view::{CollectView, IntoView, view};
use assay_core::team::Member;
use leptos::prelude::*;

use super::add::take;
use crate::pages::adding::Adding;
use crate::pages::workspace::listed;
use crate::parts::fold::fold;
use crate::parts::listing::listing;
use crate::state::{App, Record, Team};

/// The reader's assessments, each with a button that adds it. They are read when the fold is
/// opened.
pub(super) fn own(app: &App, team: &Team, adding: &Adding) -> impl IntoView + use<> {
    let own = Own {
        app: app.clone(),
        team: team.clone(),
        adding: adding.clone(),
    };
    let summary = app.words().team_add_own().to_owned();
    fold("own", summary, move || own.list())
}

#[derive(Clone)]
struct Own {
    app: App,
    team: Team,
    adding: Adding,
}

impl Own {
    fn list(&self) -> impl IntoView + use<> {
        let listed = listing(&self.app);
        let own = self.clone();
        move || {
            let now = listed.get()?;
            let unread = now.unread(&own.app, &listed);
            let empty = now.records.is_empty() && unread.is_none();
            let empty = empty.then(|| own.app.words().workspace_empty().to_owned());
            let empty = empty.map(|text| view! { <p>{text}</p> });
            let rows = now.records.iter().map(|record| own.row(record));
            Some(view! { {unread}{empty}<ul class="assessments">{rows.collect_view()}</ul> })
        }
    }

    fn row(&self, record: &Record) -> impl IntoView + use<> {
        let words = self.app.words();
        let assessment = &record.assessment;
        let (name, line) = listed(&words, assessment);
        let label = words.team_add_own_label(&name);
        let (own, member, which) = (self.clone(), Member::new(assessment.clone()), name.clone());
        let add = move |_| {
            let report = take(
                &own.app,
                &own.team,
                vec![member.clone()],
                slice::from_ref(&which),
            );
            own.adding.tell(report);
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
