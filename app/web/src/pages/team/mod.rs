//! Several people's answers, brought together: who is there, how far they agree, what to discuss,
//! and the assessment that they settle.

mod add_members;
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

use std::sync::Arc;

use crate::view::{AnyView, IntoView, view};
use assay_core::team::MergedAnswers;
use assay_core::{Model, Texts};
use assay_locale::{Messages, TeamReport};
use leptos::prelude::*;

use crate::parts::unread::unreadable_notice;
use crate::state::{App, Team};

/// What the parts of the page have in common once somebody is there.
#[derive(Clone)]
struct TeamView {
    app: App,
    team: Team,
    messages: Arc<Messages>,
    texts: Arc<Texts>,
    model: Arc<Model>,
    merged: Arc<MergedAnswers>,
    names: Arc<Vec<String>>,
}

impl TeamView {
    fn report(&self) -> TeamReport<'_> {
        TeamReport::new(
            &self.messages,
            &self.texts,
            &self.model,
            &self.merged,
            &self.names,
        )
    }
}

/// The page.
pub(crate) fn team_page(app: &App) -> impl IntoView + use<> {
    let words = app.messages();
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
                <h1 tabindex="-1">{words.team_title().to_owned()}</h1>
                <p>{words.team_lead().to_owned()}</p>
            </div>
            {missing}
            <div class="two">
                {add_members::add_section(app, &team)}
                {members::members_section(app, &team)}
            </div>
            {merged}
        </div>
    }
}

/// Everything that follows from the answers.
fn team_parts(app: &App, team: &Team, merged: Arc<MergedAnswers>) -> AnyView {
    let speech = app.locale.get_untracked();
    let shown = TeamView {
        names: Arc::new(team.display_names(&speech.messages)),
        app: app.clone(),
        team: team.clone(),
        messages: speech.messages,
        texts: speech.texts,
        model: team.model.clone(),
        merged,
    };
    if shown.merged.members.len() < 2 {
        return view! { <p>{shown.messages.team_few().to_owned()}</p> };
    }
    view! {
        {outcome::outcome_section(&shown)}
        {agreement::agreement_section(&shown)}
        {discussion::discussion_section(&shown)}
        {outliers::outliers_section(&shown)}
        {agreed::agreed_section(&shown)}
    }
}
