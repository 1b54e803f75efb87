//! Adding members: from what they sent, and from own assessments.

use assay_core::team::{Member, MemberError};
use leptos::prelude::*;

use super::add_members::add_members;
use crate::parts::add_results::{AddReport, AddResults, ReceivedResult};
use crate::state::{App, Team};
use crate::view::{IntoView, view};

/// Renders the section.
pub(super) fn add_section(app: &App, team: &Team) -> impl IntoView + use<> {
    let messages = app.messages();
    let form = {
        let (app, team) = (app.clone(), team.clone());
        AddResults::new(&app.clone(), "#team-members", move |given| {
            add_received(&app, &team, given)
        })
    };
    let loaded = team.is_loaded.clone();
    let ready = move || loaded.get();
    view! {
        <section class="stack" aria-labelledby="team-add">
            <h2 id="team-add">{messages.team_add_heading().to_owned()}</h2>
            {form.view_when(ready)}
            {super::duplicates::duplicate_forms(app, team)}
            {super::earlier_teams::earlier_teams(app, team, &form)}
            {super::own_assessments::own_assessments(app, team, &form)}
            {super::own_assessments::add_chosen(app, team, &form)}
        </section>
    }
}

/// Adds results with answers and reports the others.
fn add_received(app: &App, team: &Team, given: Vec<(String, ReceivedResult)>) -> AddReport {
    let messages = app.messages();
    let (mut sources, mut members, mut refused) = (Vec::new(), Vec::new(), Vec::new());
    for (which, given) in given {
        match to_member(given) {
            Ok(member) => {
                members.push(member);
                sources.push(which);
            }
            Err(_) => {
                refused.push(messages.adding_refused_line(&which, messages.team_refused_scores()));
            }
        }
    }
    let report = add_members(app, team, members, &sources);
    refused.extend(report.refusals);
    AddReport {
        refusals: refused,
        ..report
    }
}

/// Fails for a result without answers only: everything else was refused before.
fn to_member(given: ReceivedResult) -> Result<Member, MemberError> {
    match given {
        ReceivedResult::Link(opened, _) => Member::from_link(opened),
        ReceivedResult::File(assessment) => Ok(Member::new(*assessment)),
    }
}
