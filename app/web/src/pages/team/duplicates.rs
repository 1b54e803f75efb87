//! Decides which answers count if a person of the same name is added again with other answers.

use std::cmp::Ordering;
use std::sync::Arc;

use assay_core::Assessment;
use assay_core::team::{MAX_MEMBERS, compare_times};
use assay_locale::{Messages, format_date};
use leptos::prelude::*;

use crate::browser::clock;
use crate::parts::focus::focus_later;
use crate::state::{App, DuplicateChoice, DuplicateMember, Team};
use crate::view::{AnyView, CollectView, IntoView, view};

/// Renders a form for each case; nothing if there is none.
pub(super) fn duplicate_forms(app: &App, team: &Team) -> AnyView {
    let (app, team) = (app.clone(), team.clone());
    let full = ArcRwSignal::new(false);
    let forms = move || {
        let waiting = team.duplicates.get();
        if waiting.is_empty() {
            return None;
        }
        let messages = app.messages();
        let called = team.display_names(&messages);
        let rows = waiting.iter().filter_map(|doubt| {
            let at = team.position_of_duplicate(doubt)?;
            let asked = DuplicateForm {
                messages: messages.clone(),
                team: team.clone(),
                doubt: doubt.clone(),
                is_full: full.clone(),
            };
            Some(asked.row(called.get(at)?, at))
        });
        let rows = rows.collect_view();
        let sentence = full
            .get()
            .then(|| messages.team_refused_too_many(&MAX_MEMBERS.to_string()));
        Some(view! {
            <div class="stack wide" role="group" aria-labelledby="team-again">
                <p id="team-again" tabindex="-1" role="status">{messages.team_again(waiting.len())}</p>
                <p role="alert">{sentence}</p>
                <ul class="stack wide" data-doubts=waiting.len().to_string()>{rows}</ul>
            </div>
        })
    };
    forms.into_any()
}

struct DuplicateForm {
    messages: Arc<Messages>,
    team: Team,
    doubt: Arc<DuplicateMember>,
    is_full: ArcRwSignal<bool>,
}

impl DuplicateForm {
    /// Renders the choices, the later answers first.
    fn row(&self, name: &str, at: usize) -> impl IntoView + use<> {
        let messages = &self.messages;
        let people = self.team.people.get();
        let new = &self.doubt.member.assessment;
        let there = people.get(at).map(|person| &person.assessment);
        let is_older = there.and_then(|there| compare_times(there, new)) == Some(Ordering::Greater);
        let there = there.map_or_else(String::new, |there| day(messages, there));
        let new = day(messages, new);
        let question = messages.team_again_question(name, &there, &new);
        let choices = self.choices(is_older, &there, &new);
        let kinds = ["button", "button quiet", "plain"];
        let buttons = choices.into_iter().zip(kinds);
        let buttons = buttons.map(|((choice, action, label), kind)| {
            let decide = self.decide(choice);
            view! { <button type="button" class=kind data-action=action on:click=decide>{label}</button> }
        });
        view! {
            <li class="stack">
                <p>{question}</p>
                <div class="row">{buttons.collect_view()}</div>
            </li>
        }
    }

    /// Returns the choices in their order: the decision, its hook and its label.
    fn choices(
        &self,
        is_older: bool,
        there: &str,
        new: &str,
    ) -> [(DuplicateChoice, &'static str, String); 3] {
        let messages = &self.messages;
        let new = messages.team_again_new(new);
        let there = messages.team_again_there(there);
        let both = messages.team_again_both().to_owned();
        let new = (DuplicateChoice::ReplaceExisting, "take-new", new);
        let there = (DuplicateChoice::KeepExisting, "keep-there", there);
        let both = (DuplicateChoice::KeepBoth, "keep-both", both);
        match is_older {
            true => [there, new, both],
            false => [new, there, both],
        }
    }

    fn decide(&self, choice: DuplicateChoice) -> impl Fn(web_sys::MouseEvent) + 'static + use<> {
        let (team, doubt, full) = (self.team.clone(), self.doubt.clone(), self.is_full.clone());
        move |_| {
            full.set(!team.resolve_duplicate(&doubt, choice));
            focus_next();
        }
    }
}

fn day(messages: &Messages, assessment: &Assessment) -> String {
    format_date(
        messages,
        assessment
            .last_changed()
            .map(clock::to_local_time)
            .as_deref(),
    )
}

/// Moves the focus to the next form or to the list of members, because the pressed button
/// disappears.
fn focus_next() {
    focus_later(["#team-again", "#team-members"].map(str::to_owned));
}
