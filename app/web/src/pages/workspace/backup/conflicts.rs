//! Entries of a backup that differ from this browser. An entry is replaced only if the reader ticks
//! it.

use assay_core::backup::{BackupConflict, RecordKind};
use assay_locale::{Messages, format_date};
use leptos::prelude::*;

use super::restore::BackupState;
use crate::browser::{clock, dom};
use crate::view::{AnyView, CollectView, IntoView, view};

/// Renders the list; nothing if there is no conflict.
pub(super) fn conflict_list(state: &BackupState) -> impl IntoView + use<> {
    let state = state.clone();
    move || {
        let conflicts = state.conflicts.get();
        (!conflicts.is_empty()).then(|| list(&state, &conflicts))
    }
}

fn list(state: &BackupState, conflicts: &[BackupConflict]) -> AnyView {
    let messages = state.app.messages();
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
            <li><label><input type="checkbox" data-conflict=conflict.group.clone() on:change=mark/>" "{conflict_line(&messages, conflict)}</label></li>
        }
    });
    let rows = rows.collect_view();
    let replacing = state.clone();
    let replace = move |_| replace_marked(&replacing, &marked.get_untracked());
    view! {
        <fieldset class="stack" data-conflicts>
            <legend>{messages.backup_differs(conflicts.len())}</legend>
            <ul class="plain-list">{rows}</ul>
            <p><button class="button quiet" data-action="replace" on:click=replace>{messages.backup_replace().to_owned()}</button></p>
        </fieldset>
    }
}

/// Describes a conflict with the last change dates of both sides.
fn conflict_line(messages: &Messages, conflict: &BackupConflict) -> String {
    let name = &conflict.name;
    match conflict.kind {
        RecordKind::Assessment => {
            let name = match name.as_str() {
                "" => messages.workspace_unnamed(),
                name => name,
            };
            let day = |time: &Option<String>| {
                let time = time.as_deref().map(clock::to_local_time);
                format_date(messages, time.as_deref())
            };
            messages.backup_differs_assessment(
                name,
                &day(&conflict.stored_time),
                &day(&conflict.backup_time),
            )
        }
        RecordKind::Team => messages.backup_differs_team(name),
        RecordKind::Questionnaire => messages.backup_differs_model(name),
        RecordKind::Comparison | RecordKind::Current => messages.backup_differs_comparison(name),
    }
}

/// Stores the backup's version of the marked entries and keeps the others.
fn replace_marked(state: &BackupState, marked: &[bool]) {
    let messages = state.app.messages();
    let conflicts = state.conflicts.get_untracked();
    let wanted = conflicts
        .into_iter()
        .zip(marked)
        .filter(|(_, marked)| **marked);
    let wanted: Vec<BackupConflict> = wanted.map(|(conflict, _)| conflict).collect();
    state.conflicts.set(Vec::new());
    dom::restore_lost_focus("#backup");
    if wanted.is_empty() {
        return state.show_message(messages.backup_replaced_none().to_owned());
    }
    let done = messages.backup_replaced(wanted.len());
    let changes = wanted.into_iter().flat_map(|conflict| conflict.replacement);
    state.store_changes(changes.collect(), done);
}
