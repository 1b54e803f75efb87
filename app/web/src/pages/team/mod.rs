//! The team page: members, agreement, questions to discuss, and the agreed assessment.

mod add_members;
mod add_section;
mod agreed;
mod agreement;
mod discussion;
mod duplicates;
mod earlier_teams;
mod members;
mod outcome;
mod outliers;
mod own_assessments;
mod question;
mod team_view;

use std::sync::Arc;

use crate::view::{AnyView, IntoView, view};
use assay_core::team::MergedAnswers;
use leptos::prelude::*;

use crate::parts::unreadable_notice::unreadable_notice;
use crate::state::{App, Team};
use team_view::TeamView;

/// Renders the page.
pub(crate) fn team_page(app: &App) -> impl IntoView + use<> {
    let messages = app.messages();
    let team = Team::open(&app.questionnaire.model);
    team.rewrite_after_loss();
    let missing = {
        let (app, team) = (app.clone(), team.clone());
        move || {
            let reading = team.clone();
            team.is_incomplete
                .get()
                .then(|| unreadable_notice(&app, move || reading.reload()))
        }
    };
    // What stands below the list of members would move.
    let is_reading = {
        let team = team.clone();
        move || !team.is_loaded.get() && !team.is_incomplete.get()
    };
    let merged = {
        let (app, team) = (app.clone(), team.clone());
        move || {
            let merged = team.merged.get()?;
            Some(team_parts(&app, &team, merged))
        }
    };
    view! {
        <div class="stack wide team">
            <div class="stack narrow-text">
                <h1 tabindex="-1">{messages.team_title().to_owned()}</h1>
                <p>{messages.team_lead().to_owned()}</p>
            </div>
            {missing}
            <div class="two" hidden=is_reading>
                {add_section::add_section(app, &team)}
                {members::members_section(app, &team)}
            </div>
            {merged}
        </div>
    }
}

/// Renders the sections that need answers.
fn team_parts(app: &App, team: &Team, merged: Arc<MergedAnswers>) -> AnyView {
    let team_view = TeamView::new(app, team, merged);
    if team_view.merged.members.len() < 2 {
        return view! { <p>{team_view.messages.team_few().to_owned()}</p> };
    }
    view! {
        {outcome::outcome_section(&team_view)}
        {agreement::agreement_section(&team_view)}
        {discussion::discussion_section(&team_view)}
        {outliers::outliers_section(&team_view)}
        {agreed::agreed_section(&team_view)}
    }
}
