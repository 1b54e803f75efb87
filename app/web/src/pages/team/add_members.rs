//! Adding people: by what they sent, and from one's own assessments.

use assay_core::team::{MAX_MEMBERS, Member, MemberError};
use leptos::prelude::*;

use crate::pages::adding::{AddReport, AddResults, ReceivedResult};
use crate::state::{App, NotAdded, Team};
use crate::view::{IntoView, view};

/// The section of the page.
pub(super) fn add_section(app: &App, team: &Team) -> impl IntoView + use<> {
    let words = app.messages();
    let adding = {
        let (app, team) = (app.clone(), team.clone());
        AddResults::new(&app.clone(), "#team-members", move |given| {
            add_received(&app, &team, given)
        })
    };
    let loaded = team.is_loaded.clone();
    let ready = move || loaded.get();
    view! {
        <section class="stack" aria-labelledby="team-add">
            <h2 id="team-add">{words.team_add_heading().to_owned()}</h2>
            {adding.view_when(ready)}
            {super::duplicates::duplicate_forms(app, team)}
            {super::earlier_teams::earlier_teams(app, team, &adding)}
            {super::own_assessments::own_assessments(app, team, &adding)}
        </section>
    }
}

/// Adds those who gave answers, and says why the others cannot be added.
fn add_received(app: &App, team: &Team, given: Vec<(String, ReceivedResult)>) -> AddReport {
    let words = app.messages();
    let (mut sources, mut members, mut refused) = (Vec::new(), Vec::new(), Vec::new());
    for (which, given) in given {
        match to_member(given) {
            Ok(member) => {
                members.push(member);
                sources.push(which);
            }
            Err(_) => {
                refused.push(words.adding_refused_line(&which, words.team_refused_scores()));
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

/// Only scores hold nobody's answers: all else was told apart before.
fn to_member(given: ReceivedResult) -> Result<Member, MemberError> {
    match given {
        ReceivedResult::Link(opened, _) => Member::from_link(opened),
        ReceivedResult::File(assessment) => Ok(Member::new(*assessment)),
    }
}

/// Adds members, each from a source of that name.
pub(super) fn add_members(
    app: &App,
    team: &Team,
    members: Vec<Member>,
    sources: &[String],
) -> AddReport {
    let words = app.messages();
    let mut report = AddReport::default();
    let mut added = 0_usize;
    for (which, result) in sources.iter().zip(team.add_members(members)) {
        let why = match result {
            Ok(()) => {
                added = added.saturating_add(1);
                continue;
            }
            // A form asks which answers count.
            Err(NotAdded::NeedsDecision) => continue,
            Err(NotAdded::AlreadyMember) => words.team_refused_again().to_owned(),
            Err(NotAdded::TeamFull) => words.team_refused_too_many(&MAX_MEMBERS.to_string()),
        };
        report.refusals.push(words.adding_refused_line(which, &why));
    }
    if added > 0 {
        report.summary = words.team_added(added);
    }
    report
}
