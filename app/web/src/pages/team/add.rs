//! Adding people: by what they sent, and from one's own assessments.

use assay_core::team::{MEMBERS, Member, NotAMember};
use leptos::prelude::*;

use crate::pages::adding::{Adding, Given, Report};
use crate::state::{App, NotAdded, Team};
use crate::view::{IntoView, view};

/// The section of the page.
pub(super) fn add(app: &App, team: &Team) -> impl IntoView + use<> {
    let words = app.words();
    let adding = {
        let (app, team) = (app.clone(), team.clone());
        Adding::new(&app.clone(), "#team-members", move |given| {
            enter(&app, &team, given)
        })
    };
    let loaded = team.loaded.clone();
    let ready = move || loaded.get();
    view! {
        <section class="stack" aria-labelledby="team-add">
            <h2 id="team-add">{words.team_add_heading().to_owned()}</h2>
            {adding.fields_when(ready)}
            {super::doubts::doubts(app, team)}
            {super::earlier::earlier(app, team, &adding)}
            {super::own::own(app, team, &adding)}
        </section>
    }
}

/// Adds those who gave answers, and says why the others cannot be added.
fn enter(app: &App, team: &Team, given: Vec<(String, Given)>) -> Report {
    let words = app.words();
    let (mut sources, mut members, mut refused) = (Vec::new(), Vec::new(), Vec::new());
    for (which, given) in given {
        match member(given) {
            Ok(member) => {
                members.push(member);
                sources.push(which);
            }
            Err(_) => {
                refused.push(words.adding_refused_line(&which, words.team_refused_scores()));
            }
        }
    }
    let report = take(app, team, members, &sources);
    refused.extend(report.refused);
    Report { refused, ..report }
}

/// Only scores hold nobody's answers: all else was told apart before.
fn member(given: Given) -> Result<Member, NotAMember> {
    match given {
        Given::Link(opened, _) => Member::of_link(opened),
        Given::File(assessment) => Ok(Member::new(*assessment)),
    }
}

/// Adds members, each from a source of that name.
pub(super) fn take(app: &App, team: &Team, members: Vec<Member>, sources: &[String]) -> Report {
    let words = app.words();
    let mut report = Report::default();
    let mut added = 0_usize;
    for (which, result) in sources.iter().zip(team.add(members)) {
        let why = match result {
            Ok(()) => {
                added = added.saturating_add(1);
                continue;
            }
            // A form asks which answers count.
            Err(NotAdded::Asked) => continue,
            Err(NotAdded::Again) => words.team_refused_again().to_owned(),
            Err(NotAdded::TooMany) => words.team_refused_too_many(&MEMBERS.to_string()),
        };
        report.refused.push(words.adding_refused_line(which, &why));
    }
    if added > 0 {
        report.added = words.team_added(added);
    }
    report
}
