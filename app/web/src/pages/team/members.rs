//! Who is in the team.

use std::sync::Arc;

use crate::view::{AnyView, CollectView, IntoView, view};
use assay_core::team::Merged;
use assay_locale::{TeamReport, Words};
use leptos::prelude::*;
use web_sys::HtmlElement;

use crate::browser::dom;
use crate::state::{App, Asking, Team};

/// Of more people than this only so many are shown until somebody wants to see them all.
const FEW: usize = 12;

/// The section of the page.
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
    let calling = team.clone();
    let list = List {
        app: app.clone(),
        team: team.clone(),
        called: Memo::new(move |_| calling.called(&words)),
        everybody: RwSignal::new(false),
    };
    let list = move || {
        let merged = list.team.merged.get()?;
        Some(list.view(merged))
    };
    view! {
        <section class="stack" aria-labelledby="team-members">
            <h2 id="team-members" tabindex="-1">{heading}</h2>
            {list}
        </section>
    }
}

/// The list with what goes for all of it. It is made anew when somebody comes or goes, not when a
/// name changes.
#[derive(Clone)]
struct List {
    app: App,
    team: Team,
    /// What to call everybody.
    called: Memo<Vec<String>>,
    /// Whether somebody wants to see them all.
    everybody: RwSignal<bool>,
}

impl List {
    fn view(&self, merged: Arc<Merged>) -> impl IntoView + use<> {
        let words = self.app.words();
        let other = other_side(&words, &self.team, &merged);
        let list = self.clone();
        let people = move || {
            let hidden = list.team.hidden.get();
            let all = merged.members.len();
            let shown = if list.everybody.get() {
                all
            } else {
                all.min(FEW)
            };
            let rows = (0..shown).map(|at| list.row(&merged, at, hidden));
            view! {
                <ul class="members" data-many=(shown > FEW).then_some("") data-members=all.to_string()>{rows.collect_view()}</ul>
                {(shown < all).then(|| list.more(all))}
            }
        };
        view! {
            {people}
            {other}
            {hiding(&words, &self.team)}
            {clearing(&self.app, &self.team)}
        }
    }

    /// The button that shows everybody; the first of those who appear gets the focus.
    fn more(&self, all: usize) -> impl IntoView + use<> {
        let everybody = self.everybody;
        let show = move |_| {
            everybody.set(true);
            focus_soon(format!(
                ".members li:nth-child({}) :is(input, button)",
                FEW + 1
            ));
        };
        let label = self.app.words().team_members_all(&all.to_string());
        view! { <div class="row"><button type="button" class="button quiet" data-action="show-all" on:click=show>{label}</button></div> }
    }

    fn row(&self, merged: &Arc<Merged>, at: usize, hidden: bool) -> impl IntoView + use<> {
        let words = self.app.words();
        let number = at.saturating_add(1).to_string();
        let names = self.team.names.get_untracked();
        let unnamed = words.team_member_unnamed(&number);
        let shown = if hidden {
            view! { <strong>{unnamed.clone()}</strong> }
        } else {
            let name = names.get(at).cloned().unwrap_or_default();
            let team = self.team.clone();
            let rename = move |event: web_sys::Event| team.rename(at, &event_target_value(&event));
            view! { <input type="text" aria-label=words.team_member_name(&number) placeholder=unnamed.clone() maxlength="120" autocomplete="off" prop:value=name on:change=rename/> }
        };
        let texts = self.app.speech.with_untracked(|it| it.texts.clone());
        let report = TeamReport::new(&words, &texts, &self.team.model, merged, &names);
        let line = report.member(at);
        let (list, labelled) = (self.clone(), self.clone());
        let remove = words.team_member_remove().to_owned();
        let label = move || words.team_member_remove_label(&labelled.called(at));
        view! {
            <li data-member=number>
                {shown}
                <span class="small">{line}</span>
                <button type="button" class="plain" data-action="remove" aria-label=label on:click=move |_| list.ask_to_remove(at)>{remove}</button>
            </li>
        }
    }

    /// What to call somebody, as a signal.
    fn called(&self, at: usize) -> String {
        let name = self.called.with(|called| called.get(at).cloned());
        name.unwrap_or_default()
    }

    fn ask_to_remove(&self, at: usize) {
        let (words, team) = (self.app.words(), self.team.clone());
        let name = untrack(|| self.called(at));
        self.app.asking.set(Some(Asking {
            text: words.team_member_remove_ask(&name),
            yes: words.team_member_remove().to_owned(),
            no: words.dialog_cancel().to_owned(),
            act: Callback::new(move |()| {
                team.remove(at);
                focus_heading();
            }),
        }));
    }
}

/// How many answered for the side that most did not.
fn other_side(words: &Words, team: &Team, merged: &Merged) -> Option<AnyView> {
    let people = team.people.get_untracked();
    let other = people
        .iter()
        .filter(|person| person.assessment.profile.stance != merged.stance);
    match other.count() {
        0 => None,
        count => Some(view! { <p>{words.team_other_side(count)}</p> }),
    }
}

fn hiding(words: &Words, team: &Team) -> AnyView {
    let (hidden, team) = (team.hidden.clone(), team.clone());
    let hide = move |event| team.hide(event_target_checked(&event));
    view! {
        <label><input type="checkbox" name="hide-names" prop:checked=move || hidden.get() on:change=hide/>" "{words.team_hide().to_owned()}" "<span class="small">{words.team_hide_help().to_owned()}</span></label>
    }
}

fn clearing(app: &App, team: &Team) -> AnyView {
    let (app, team) = (app.clone(), team.clone());
    let label = app.words().team_clear().to_owned();
    let clear = move |_| {
        let (words, team) = (app.words(), team.clone());
        app.asking.set(Some(Asking {
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
        <div class="row"><button type="button" class="plain" data-action="clear-team" on:click=clear>{label}</button></div>
    }
}

/// The control that had the focus is gone.
fn focus_heading() {
    focus_soon("#team-members".to_owned());
}

/// Puts the focus on something that is made after this.
fn focus_soon(selector: String) {
    gloo::timers::callback::Timeout::new(0, move || {
        if let Some(element) = dom::query::<HtmlElement>(&selector) {
            dom::focus(&element);
        }
    })
    .forget();
}
