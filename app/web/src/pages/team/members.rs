//! The list of members.

use std::sync::Arc;

use crate::view::{AnyView, CollectView, IntoView, view};
use assay_core::team::MergedAnswers;
use assay_locale::{Messages, TeamReport};
use leptos::prelude::*;

use crate::parts::focus::focus_later;
use crate::state::{App, ConfirmDialog, Team};

/// Number of members shown at first.
const MAX_LISTED: usize = 12;

/// Renders the section.
pub(super) fn members_section(app: &App, team: &Team) -> impl IntoView + use<> {
    let messages = app.messages();
    let people = team.people.clone();
    let heading = {
        let messages = messages.clone();
        move || match people.get().len() {
            0 => messages.team_members_none().to_owned(),
            count => messages.team_members(count),
        }
    };
    let calling = team.clone();
    let list = MemberList {
        app: app.clone(),
        team: team.clone(),
        display_names: Memo::new(move |_| calling.display_names(&messages)),
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

/// The list with its settings. Rebuilt when a member is added or removed, not when a name changes.
#[derive(Clone)]
struct MemberList {
    app: App,
    team: Team,
    /// Names, with a placeholder for unnamed members.
    display_names: Memo<Vec<String>>,
    /// Whether all members are shown.
    shows_all: RwSignal<bool>,
}

impl MemberList {
    fn view(&self, merged: Arc<MergedAnswers>) -> impl IntoView + use<> {
        let messages = self.app.messages();
        let other = other_stance_note(&messages, &self.team, &merged);
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
            {hide_names_checkbox(&messages, &self.team)}
            {clear_button(&self.app, &self.team)}
        }
    }

    /// Renders the button that shows all members; the first additional one receives the focus.
    fn show_all_button(&self, all: usize) -> impl IntoView + use<> {
        let everybody = self.shows_all;
        let show = move |_| {
            everybody.set(true);
            focus_later([format!(
                ".members li:nth-child({}) :is(input, button)",
                MAX_LISTED + 1
            )]);
        };
        let label = self.app.messages().team_members_all(&all.to_string());
        view! { <div class="row"><button type="button" class="button quiet" data-action="show-all" on:click=show>{label}</button></div> }
    }

    fn row(&self, merged: &Arc<MergedAnswers>, at: usize, hidden: bool) -> impl IntoView + use<> {
        let messages = self.app.messages();
        let number = at.saturating_add(1).to_string();
        let names = self.team.names.get_untracked();
        let unnamed = messages.team_member_unnamed(&number);
        let shown = if hidden {
            view! { <strong>{unnamed.clone()}</strong> }
        } else {
            let name = names.get(at).cloned().unwrap_or_default();
            let team = self.team.clone();
            let rename =
                move |event: web_sys::Event| team.rename_member(at, &event_target_value(&event));
            view! { <input type="text" aria-label=messages.team_member_name(&number) placeholder=unnamed.clone() maxlength="120" autocomplete="off" prop:value=name on:change=rename/> }
        };
        let texts = self.app.locale.with_untracked(|it| it.texts.clone());
        let report = TeamReport::new(&messages, &texts, &self.team.model, merged, &names);
        let line = report.member_summary(at);
        let (list, labelled) = (self.clone(), self.clone());
        let remove = messages.team_member_remove().to_owned();
        let label = move || messages.team_member_remove_label(&labelled.display_name(at));
        view! {
            <li data-member=number>
                {shown}
                <span class="small">{line}</span>
                <button type="button" class="plain" data-action="remove" aria-label=label on:click=move |_| list.confirm_removal(at)>{remove}</button>
            </li>
        }
    }

    /// Returns the name of a member (reactive).
    fn display_name(&self, at: usize) -> String {
        let name = self.display_names.with(|called| called.get(at).cloned());
        name.unwrap_or_default()
    }

    fn confirm_removal(&self, at: usize) {
        let (messages, team) = (self.app.messages(), self.team.clone());
        let name = untrack(|| self.display_name(at));
        self.app.confirm_dialog.set(Some(ConfirmDialog {
            text: messages.team_member_remove_ask(&name),
            confirm_label: messages.team_member_remove().to_owned(),
            cancel_label: messages.dialog_cancel().to_owned(),
            on_confirm: Callback::new(move |()| {
                team.remove_member(at);
                focus_heading();
            }),
        }));
    }
}

/// Renders the number of members who answered for the other stance.
fn other_stance_note(messages: &Messages, team: &Team, merged: &MergedAnswers) -> Option<AnyView> {
    let people = team.people.get_untracked();
    let other = people
        .iter()
        .filter(|person| person.assessment.profile.stance != merged.stance);
    match other.count() {
        0 => None,
        count => Some(view! { <p>{messages.team_other_side(count)}</p> }),
    }
}

fn hide_names_checkbox(messages: &Messages, team: &Team) -> AnyView {
    let (hidden, team) = (team.names_hidden.clone(), team.clone());
    let hide = move |event| team.set_names_hidden(event_target_checked(&event));
    view! {
        <label><input type="checkbox" name="hide-names" prop:checked=move || hidden.get() on:change=hide/>" "{messages.team_hide().to_owned()}" "<span class="small">{messages.team_hide_help().to_owned()}</span></label>
    }
}

fn clear_button(app: &App, team: &Team) -> AnyView {
    let (app, team) = (app.clone(), team.clone());
    let label = app.messages().team_clear().to_owned();
    let clear = move |_| {
        let (messages, team) = (app.messages(), team.clone());
        app.confirm_dialog.set(Some(ConfirmDialog {
            text: messages.team_clear_ask().to_owned(),
            confirm_label: messages.team_clear().to_owned(),
            cancel_label: messages.dialog_cancel().to_owned(),
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

/// The control that had the focus disappears.
fn focus_heading() {
    focus_later(["#team-members".to_owned()]);
}
