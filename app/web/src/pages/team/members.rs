//! Who is in the team, and who among them sees it differently.

use std::sync::Arc;

use crate::view::{CollectView, IntoView, view};
use assay_core::team::Merged;
use leptos::prelude::*;
use web_sys::HtmlElement;

use super::Shown;
use crate::browser::dom;
use crate::state::{App, Asking, Team};

/// Four people are needed to say who stands apart.
const ENOUGH: usize = 4;

/// The list. It is made anew when somebody comes or goes, not when a name changes.
pub(super) fn members(app: &App, team: &Team) -> impl IntoView + use<> {
    let words = app.words();
    let people = team.people.clone();
    let heading = {
        let words = words.clone();
        move || match people.get().len() {
            0 => words.team_members_none().to_owned(),
            count => words.team_members(count),
        }
    };
    let list = {
        let (app, team) = (app.clone(), team.clone());
        move || {
            let merged = team.merged.get()?;
            let hidden = team.hidden.get();
            Some(list(&app, &team, &merged, hidden))
        }
    };
    view! {
        <section class="stack" aria-labelledby="team-members">
            <h2 id="team-members" tabindex="-1">{heading}</h2>
            {list}
        </section>
    }
}

fn list(app: &App, team: &Team, merged: &Arc<Merged>, hidden: bool) -> impl IntoView + use<> {
    let words = app.words();
    let rows = (0..merged.members.len()).map(|at| row(app, team, merged, at, hidden));
    let sides = team.people.get_untracked();
    let other = sides
        .iter()
        .filter(|p| p.assessment.profile.stance != merged.stance);
    let other = match other.count() {
        0 => None,
        count => Some(view! { <p>{words.team_other_side(count)}</p> }),
    };
    let (hiding, clearing, asking) = (team.clone(), team.clone(), app.clone());
    let clear = move |_| {
        let (words, team) = (asking.words(), clearing.clone());
        asking.asking.set(Some(Asking {
            text: words.team_clear_ask().to_owned(),
            yes: words.team_clear().to_owned(),
            no: words.dialog_cancel().to_owned(),
            act: Callback::new(move |()| {
                team.clear();
                focus_heading();
            }),
        }));
    };
    view! {
        <ul class="members" data-members=merged.members.len().to_string()>{rows.collect_view()}</ul>
        {other}
        <label><input type="checkbox" name="hide-names" prop:checked=hidden on:change=move |event| hide(&hiding, &event)/>" "{words.team_hide().to_owned()}" "<span class="small">{words.team_hide_help().to_owned()}</span></label>
        <div class="row"><button type="button" class="plain" data-action="clear-team" on:click=clear>{words.team_clear().to_owned()}</button></div>
    }
}

/// The list is made anew, so that the switch in it must get the focus again.
fn hide(team: &Team, event: &web_sys::Event) {
    team.hide(event_target_checked(event));
    focus_soon("main input[name=hide-names]");
}

fn row(
    app: &App,
    team: &Team,
    merged: &Arc<Merged>,
    at: usize,
    hidden: bool,
) -> impl IntoView + use<> {
    let words = app.words();
    let number = at.saturating_add(1).to_string();
    let names = team.names.get_untracked();
    let name = names.get(at).cloned().unwrap_or_default();
    let unnamed = words.team_member_unnamed(&number);
    let shown = if hidden {
        view! { <strong>{unnamed.clone()}</strong> }
    } else {
        let renaming = team.clone();
        let rename = move |event: web_sys::Event| renaming.rename(at, &event_target_value(&event));
        view! { <input type="text" aria-label=words.team_member_name(&number) placeholder=unnamed.clone() maxlength="120" autocomplete="off" prop:value=name on:change=rename/> }
    };
    let texts = app.speech.with_untracked(|speech| speech.texts.clone());
    let report = assay_locale::TeamReport::new(&words, &texts, &team.model, merged, &names);
    let line = report.member(at);
    let removing = (app.clone(), team.clone());
    let label = {
        let (words, team) = (words.clone(), team.clone());
        move || words.team_member_remove_label(&called(&words, &team, at))
    };
    view! {
        <li data-member=number>
            {shown}
            <span class="small">{line}</span>
            <button type="button" class="plain" data-action="remove" aria-label=label on:click=move |_| ask_to_remove(&removing.0, &removing.1, at)>{words.team_member_remove().to_owned()}</button>
        </li>
    }
}

fn called(words: &assay_locale::Words, team: &Team, at: usize) -> String {
    team.called(words).get(at).cloned().unwrap_or_default()
}

fn ask_to_remove(app: &App, team: &Team, at: usize) {
    let (words, team) = (app.words(), team.clone());
    app.asking.set(Some(Asking {
        text: words.team_member_remove_ask(&called(&words, &team, at)),
        yes: words.team_member_remove().to_owned(),
        no: words.dialog_cancel().to_owned(),
        act: Callback::new(move |()| {
            team.remove(at);
            focus_heading();
        }),
    }));
}

/// The control that had the focus is gone.
fn focus_heading() {
    focus_soon("#team-members");
}

fn focus_soon(selector: &'static str) {
    gloo::timers::callback::Timeout::new(0, move || {
        if let Some(element) = dom::query::<HtmlElement>(selector) {
            dom::focus(&element);
        }
    })
    .forget();
}

/// Who sees most questions differently, kindly.
pub(super) fn apart(shown: &Shown) -> impl IntoView + use<> {
    let words = &shown.words;
    let sentences = shown.report().apart();
    let said = if shown.merged.members.len() < ENOUGH {
        view! { <p>{words.team_apart_few().to_owned()}</p> }
    } else if sentences.is_empty() {
        view! { <p>{words.team_apart_none().to_owned()}</p> }
    } else {
        let lines = sentences
            .iter()
            .map(|line| view! { <li>{line.clone()}</li> });
        view! {
            <p>{words.team_apart_lead().to_owned()}</p>
            <ul class="faults" data-apart=sentences.len().to_string()>{lines.collect_view()}</ul>
        }
    };
    view! {
        <section class="stack">
            <h2>{words.team_apart_heading().to_owned()}</h2>
            {said}
        </section>
    }
}
