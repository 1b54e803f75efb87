//! Several people's answers, brought together: who is there, how far they agree, what to discuss,
//! and the assessment that they settle.

mod add;
mod agreed;
mod agreement;
mod apart;
mod discuss;
mod doubts;
mod earlier;
mod members;
mod outcome;
mod own;
mod question;

use std::sync::Arc;

use crate::view::{AnyView, IntoView, view};
use assay_core::team::Merged;
use assay_core::{Model, Texts};
use assay_locale::{TeamReport, Words};
use leptos::prelude::*;

use crate::parts::unread::unread;
use crate::state::{App, Team};

/// What the parts of the page have in common once somebody is there.
#[derive(Clone)]
struct Shown {
    app: App,
    team: Team,
    words: Arc<Words>,
    texts: Arc<Texts>,
    model: Arc<Model>,
    merged: Arc<Merged>,
    names: Arc<Vec<String>>,
}

impl Shown {
    fn report(&self) -> TeamReport<'_> {
        TeamReport::new(
            &self.words,
            &self.texts,
            &self.model,
            &self.merged,
            &self.names,
        )
    }
}

/// The page.
pub(crate) fn team_page(app: &App) -> impl IntoView + use<> {
    let words = app.words();
    let team = Team::open(&app.library.model);
    team.keep_stored();
    let missing = {
        let (app, team) = (app.clone(), team.clone());
        move || {
            let reading = team.clone();
            team.unread
                .get()
                .then(|| unread(&app, move || reading.read_again()))
        }
    };
    let merged = {
        let (app, team) = (app.clone(), team.clone());
        move || {
            let merged = team.merged.get()?;
            Some(parts(&app, &team, merged))
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
                {add::add(app, &team)}
                {members::members(app, &team)}
            </div>
            {merged}
        </div>
    }
}

/// Everything that follows from the answers.
fn parts(app: &App, team: &Team, merged: Arc<Merged>) -> AnyView {
    let speech = app.speech.get_untracked();
    let shown = Shown {
        names: Arc::new(team.called(&speech.words)),
        app: app.clone(),
        team: team.clone(),
        words: speech.words,
        texts: speech.texts,
        model: team.model.clone(),
        merged,
    };
    if shown.merged.members.len() < 2 {
        return view! { <p>{shown.words.team_few().to_owned()}</p> };
    }
    view! {
        {outcome::outcome(&shown)}
        {agreement::agreement(&shown)}
        {discuss::discuss(&shown)}
        {apart::apart(&shown)}
        {agreed::agreed(&shown)}
    }
}
