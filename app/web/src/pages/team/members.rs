//! Who is in the team.

use std::sync::Arc;

use crate::view::{AnyView, CollectView, IntoView, view};
use assay_core::team::MergedAnswers;
use assay_locale::{Messages, TeamReport};
use leptos::prelude::*;
use web_sys::HtmlElement;

use crate::browser::dom;
use crate::state::{App, ConfirmDialog, Team};

/// Of more people than this only so many are shown until somebody wants to see them all.
const MAX_LISTED: usize = 12;

/// The section of the page.
pub(super) fn members_section(app: &App, team: &Team) -> impl IntoView + use<> {
    let words = app.messages();
    let people = team.people.clone();
    let heading = {
        let words = words.clone();
        move || match people.get().len() {
            0 => words.team_members_none().to_owned(),
            count => words.team_members(count),
        }
    };
    let calling = team.clone();
    let list = MemberList {
        app: app.clone(),
        team: team.clone(),
        display_names: Memo::new(move |_| calling.display_names(&words)),
        shows_all: RwSignal::new(false),
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
struct MemberList {
    app: App,
    team: Team,
    /// What to call everybody.
    display_names: Memo<Vec<String>>,
    /// Whether somebody wants to see them all.
    shows_all: RwSignal<bool>,
}

impl MemberList {
    fn view(&self, merged: Arc<MergedAnswers>) -> impl IntoView + use<> {
        let words = self.app.messages();
        let other = other_stance_note(&words, &self.team, &merged);
        let list = self.clone();
        let people = move || {
            let hidden = list.team.names_hidden.get();
            let all = merged.members.len();
            let shown = if list.shows_all.get() {
                all
            } else {
                all.min(MAX_LISTED)
            };
            let rows = (0..shown).map(|at| list.row(&merged, at, hidden));
            view! {
                <ul class="members" data-many=(shown > MAX_LISTED).then_some("") data-members=all.to_string()>{rows.collect_view()}</ul>
                {(shown < all).then(|| list.show_all_button(all))}
            }
        };
        view! {
            {people}
            {other}
            {hide_names_checkbox(&words, &self.team)}
            {clear_button(&self.app, &self.team)}
        }
    }

    /// The button that shows everybody; the first of those who appear gets the focus.
    fn show_all_button(&self, all: usize) -> impl IntoView + use<> {
        let everybody = self.shows_all;
        let show = move |_| {
            everybody.set(true);
            focus_soon(format!(
                ".members li:nth-child({}) :is(input, button)",
                MAX_LISTED + 1
            ));
        };
        let label = self.app.messages().team_members_all(&all.to_string());
        view! { <div class="row"><button type="button" class="button quiet" data-action="show-all" on:click=show>{label}</button></div> }
    }

    fn row(&self, merged: &Arc<MergedAnswers>, at: usize, hidden: bool) -> impl IntoView + use<> {
        let words = self.app.messages();
        let number = at.saturating_add(1).to_string();
        let names = self.team.names.get_untracked();
        let unnamed = words.team_member_unnamed(&number);
        let shown = if hidden {
            view! { <strong>{unnamed.clone()}</strong> }
        } else {
            let name = names.get(at).cloned().unwrap_or_default();
            let team = self.team.clone();
            let rename =
                move |event: web_sys::Event| team.rename_member(at, &event_target_value(&event));
            view! { <input type="text" aria-label=words.team_member_name(&number) placeholder=unnamed.clone() maxlength="120" autocomplete="off" prop:value=name on:change=rename/> }
        };
        let texts = self.app.locale.with_untracked(|it| it.texts.clone());
        let report = TeamReport::new(&words, &texts, &self.team.model, merged, &names);
        let line = report.member_summary(at);
        let (list, labelled) = (self.clone(), self.clone());
        let remove = words.team_member_remove().to_owned();
        let label = move || words.team_member_remove_label(&labelled.display_name(at));
        view! {
            <li data-member=number>
                {shown}
                <span class="small">{line}</span>
                <button type="button" class="plain" data-action="remove" aria-label=label on:click=move |_| list.confirm_removal(at)>{remove}</button>
            </li>
        }
    }

    /// What to call somebody, as a signal.
    fn display_name(&self, at: usize) -> String {
        let name = self.display_names.with(|called| called.get(at).cloned());
        name.unwrap_or_default()
    }

    fn confirm_removal(&self, at: usize) {
        let (words, team) = (self.app.messages(), self.team.clone());
        let name = untrack(|| self.display_name(at));
        self.app.confirm_dialog.set(Some(ConfirmDialog {
            text: words.team_member_remove_ask(&name),
            confirm_label: words.team_member_remove().to_owned(),
            cancel_label: words.dialog_cancel().to_owned(),
            on_confirm: Callback::new(move |()| {
                team.remove_member(at);
                focus_heading();
            }),
        }));
    }
}

/// How many answered for the side that most did not.
fn other_stance_note(words: &Messages, team: &Team, merged: &MergedAnswers) -> Option<AnyView> {
    let people = team.people.get_untracked();
    let other = people
        .iter()
        .filter(|person| person.assessment.profile.stance != merged.stance);
    match other.count() {
        0 => None,
        count => Some(view! { <p>{words.team_other_side(count)}</p> }),
    }
}

fn hide_names_checkbox(words: &Messages, team: &Team) -> AnyView {
    let (hidden, team) = (team.names_hidden.clone(), team.clone());
    let hide = move |event| team.set_names_hidden(event_target_checked(&event));
    view! {
        <label><input type="checkbox" name="hide-names" prop:checked=move || hidden.get() on:change=hide/>" "{words.team_hide().to_owned()}" "<span class="small">{words.team_hide_help().to_owned()}</span></label>
    }
}

fn clear_button(app: &App, team: &Team) -> AnyView {
    let (app, team) = (app.clone(), team.clone());
    let label = app.messages().team_clear().to_owned();
    let clear = move |_| {
        let (words, team) = (app.messages(), team.clone());
        app.confirm_dialog.set(Some(ConfirmDialog {
            text: words.team_clear_ask().to_owned(),
            confirm_label: words.team_clear().to_owned(),
            cancel_label: words.dialog_cancel().to_owned(),
            on_confirm: Callback::new(move |()| {
                team.remove_all();
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
