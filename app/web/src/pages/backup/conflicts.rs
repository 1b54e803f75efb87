//! What a backup has otherwise than this browser: named, and replaced only where that is marked.

use assay_core::backup::{Conflict, Kind};
use assay_locale::{Words, date};
use leptos::prelude::*;

use super::restore::Restoring;
use crate::browser::dom;
use crate::view::{AnyView, CollectView, IntoView, view};

/// The list, where there is anything on it.
pub(super) fn conflicts(restoring: &Restoring) -> impl IntoView + use<> {
    let restoring = restoring.clone();
    move || {
        let conflicts = restoring.conflicts.get();
        (!conflicts.is_empty()).then(|| list(&restoring, &conflicts))
    }
}

fn list(restoring: &Restoring, conflicts: &[Conflict]) -> AnyView {
    let words = restoring.app.words();
    let marked = ArcRwSignal::new(vec![false; conflicts.len()]);
    let rows = conflicts.iter().enumerate().map(|(at, conflict)| {
        let marked = marked.clone();
        let mark = move |event| {
            let is = event_target_checked(&event);
            marked.update(|marked| {
                if let Some(slot) = marked.get_mut(at) {
                    *slot = is;
                }
            });
        };
        view! {
            <li><label><input type="checkbox" data-conflict=conflict.group.clone() on:change=mark/>" "{line(&words, conflict)}</label></li>
        }
    });
    let rows = rows.collect_view();
    let replacing = restoring.clone();
    let replace = move |_| replace(&replacing, &marked.get_untracked());
    view! {
        <fieldset class="stack" data-conflicts>
            <legend>{words.backup_differs(conflicts.len())}</legend>
            <ul class="plain-list">{rows}</ul>
            <p><button class="button quiet" data-action="replace" on:click=replace>{words.backup_replace().to_owned()}</button></p>
        </fieldset>
    }
}

/// What differs, with the days on which both were changed last.
fn line(words: &Words, conflict: &Conflict) -> String {
    let name = &conflict.name;
    match conflict.kind {
        Kind::Assessment => {
            let name = match name.as_str() {
                "" => words.workspace_unnamed(),
                name => name,
            };
            let day = |time: &Option<String>| date(words, time.as_deref());
            words.backup_differs_assessment(name, &day(&conflict.here), &day(&conflict.there))
        }
        Kind::Team => words.backup_differs_team(name),
        Kind::Questionnaire => words.backup_differs_model(name),
        Kind::Comparison | Kind::Current => words.backup_differs_comparison(name),
    }
}

/// Stores the backup's state of what is marked; all else stays as it is.
fn replace(restoring: &Restoring, marked: &[bool]) {
    let words = restoring.app.words();
    let conflicts = restoring.conflicts.get_untracked();
    let wanted = conflicts
        .into_iter()
        .zip(marked)
        .filter(|(_, marked)| **marked);
    let wanted: Vec<Conflict> = wanted.map(|(conflict, _)| conflict).collect();
    restoring.conflicts.set(Vec::new());
    dom::catch_focus("#backup");
    if wanted.is_empty() {
        return restoring.say(words.backup_replaced_none().to_owned());
    }
    let done = words.backup_replaced(wanted.len());
    let changes = wanted.into_iter().flat_map(|conflict| conflict.replacement);
    restoring.store(changes.collect(), done);
}
