//! Teams of other versions of the questionnaire: a copy can be added, with its losses named.

use std::sync::Arc;

use assay_locale::Messages;
use assay_locale::versions::describe_losses;
use leptos::prelude::*;

use super::add_members::add_members;
use crate::parts::add_results::AddResults;
use crate::parts::earlier_assessments::open_link;
use crate::parts::signals::set_if_alive;
use crate::state::{AdaptedTeam, App, EarlierTeam, Team, load_earlier_teams};
use crate::view::{AnyView, CollectView, IntoView, view};

type Found = RwSignal<Option<Arc<Vec<EarlierTeam>>>>;

/// Renders the offers once the store has been read and members can be added.
pub(super) fn earlier_teams(app: &App, team: &Team, form: &AddResults) -> AnyView {
    let found: Found = RwSignal::new(None);
    let model = team.model.clone();
    if !app.questionnaire.is_earlier_standard() {
        wasm_bindgen_futures::spawn_local(async move {
            let teams = load_earlier_teams(&model).await;
            // The page may have been left meanwhile.
            set_if_alive(found, Some(Arc::new(teams)));
        });
    }
    let (app, team, form) = (app.clone(), team.clone(), form.clone());
    let offers = move || {
        let teams = found.get().filter(|_| team.is_loaded.get())?;
        let offers = (0..teams.len()).filter_map(|at| team_offer(&app, &team, &form, found, at));
        Some(offers.collect_view())
    };
    offers.into_any()
}

fn team_offer(
    app: &App,
    team: &Team,
    form: &AddResults,
    found: Found,
    at: usize,
) -> Option<AnyView> {
    let teams = found.get_untracked()?;
    let earlier = teams.get(at)?;
    let messages = app.messages();
    let copy = earlier.adapt(&team.model);
    let sentence = messages.versions_team(earlier.member_count(), &earlier.version);
    let lost = loss_lines(&messages, &copy);
    let effect = match lost.len() {
        0 => Some(messages.versions_keeps(team.model.version())),
        _ => None,
    };
    let lost = lost.into_iter().map(|line| view! { <li>{line}</li> });
    let moved = (copy.moved > 0).then(|| messages.versions_moved(copy.moved));
    let damaged = (copy.damaged > 0).then(|| messages.versions_team_damaged(copy.damaged));
    let said = [effect, moved, damaged].into_iter().flatten();
    let said = said.map(|said| view! { <p class="small">{said}</p> });
    let version = earlier.version.clone();
    let open = open_link(app, &version, "#/team");
    let (app, team, form) = (app.clone(), team.clone(), form.clone());
    let label = messages.versions_team_copy().to_owned();
    let take_over = move |_| copy_team(&app, &team, &form, found, at);
    Some(view! {
        <div class="stack" data-earlier=version>
            <p>{sentence}</p>
            <ul class="faults">{lost.collect_view()}</ul>
            {said.collect_view()}
            <div class="row"><button type="button" class="button quiet" data-action="copy-team" on:click=take_over>{label}</button>{open}</div>
        </div>
    })
}

/// Returns a line for each loss of a member or of the group's answers.
fn loss_lines(messages: &Messages, copy: &AdaptedTeam) -> Vec<String> {
    let mut lines = Vec::new();
    for (name, lost) in &copy.lost {
        let name = match name.as_deref().map(str::trim) {
            None => messages.team_agreed_heading().to_owned(),
            Some("") => messages.workspace_unnamed().to_owned(),
            Some(name) => name.to_owned(),
        };
        let told = describe_losses(messages, lost).into_iter();
        lines.extend(told.map(|lost| messages.versions_team_member(&name, &lost)));
    }
    lines
}

fn copy_team(app: &App, team: &Team, form: &AddResults, found: Found, at: usize) {
    let Some(teams) = found.get_untracked() else {
        return;
    };
    let Some(earlier) = teams.get(at) else { return };
    let copy = earlier.adapt(&team.model);
    let names: Vec<String> = copy.members.iter().map(|one| one.name.clone()).collect();
    let report = add_members(app, team, copy.members, &names);
    for (question, answer) in copy.settled {
        team.set_group_answer(question, Some(answer));
    }
    earlier.mark_copied(&team.model);
    form.show_report(report);
    found.set(None);
}
