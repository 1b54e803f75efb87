//! What a backup has otherwise than this browser: named, and replaced only where that is marked.

use assay_core::backup::{BackupConflict, RecordKind};
use assay_locale::{Messages, format_date};
use leptos::prelude::*;

use super::restore::BackupState;
use crate::browser::{clock, dom};
use crate::view::{AnyView, CollectView, IntoView, view};

/// The list, where there is anything on it.
pub(super) fn conflict_list(restoring: &BackupState) -> impl IntoView + use<> {
    let restoring = restoring.clone();
    move || {
        let conflicts = restoring.conflicts.get();
        (!conflicts.is_empty()).then(|| list(&restoring, &conflicts))
    }
}

fn list(restoring: &BackupState, conflicts: &[BackupConflict]) -> AnyView {
    let words = restoring.app.messages();
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
            <li><label><input type="checkbox" data-conflict=conflict.group.clone() on:change=mark/>" "{conflict_line(&words, conflict)}</label></li>
        }
    });
    let rows = rows.collect_view();
    let replacing = restoring.clone();
    let replace = move |_| replace_marked(&replacing, &marked.get_untracked());
    view! {
        <fieldset class="stack" data-conflicts>
            <legend>{words.backup_differs(conflicts.len())}</legend>
            <ul class="plain-list">{rows}</ul>
            <p><button class="button quiet" data-action="replace" on:click=replace>{words.backup_replace().to_owned()}</button></p>
        </fieldset>
    }
}

/// What differs, with the days on which both were changed last.
fn conflict_line(words: &Messages, conflict: &BackupConflict) -> String {
    let name = &conflict.name;
    match conflict.kind {
        RecordKind::Assessment => {
            let name = match name.as_str() {
                "" => words.workspace_unnamed(),
                name => name,
            };
            let day = |time: &Option<String>| {
                let time = time.as_deref().map(clock::to_local_time);
                format_date(words, time.as_deref())
            };
            words.backup_differs_assessment(
                name,
                &day(&conflict.stored_time),
                &day(&conflict.backup_time),
            )
        }
        RecordKind::Team => words.backup_differs_team(name),
        RecordKind::Questionnaire => words.backup_differs_model(name),
        RecordKind::Comparison | RecordKind::Current => words.backup_differs_comparison(name),
    }
}

/// Stores the backup's state of what is marked; all else stays as it is.
fn replace_marked(restoring: &BackupState, marked: &[bool]) {
    let words = restoring.app.messages();
    let conflicts = restoring.conflicts.get_untracked();
    let wanted = conflicts
        .into_iter()
        .zip(marked)
        .filter(|(_, marked)| **marked);
    let wanted: Vec<BackupConflict> = wanted.map(|(conflict, _)| conflict).collect();
    restoring.conflicts.set(Vec::new());
    dom::restore_lost_focus("#backup");
    if wanted.is_empty() {
        return restoring.show_message(words.backup_replaced_none().to_owned());
    }
    let done = words.backup_replaced(wanted.len());
    let changes = wanted.into_iter().flat_map(|conflict| conflict.replacement);
    restoring.store_changes(changes.collect(), done);
}
