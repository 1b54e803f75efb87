//! Restoring a backup: missing entries are added, different ones become conflicts.

use assay_core::backup::{
    Backup, BackupConflict, BackupWithOmissions, MAX_BACKUP_SIZE, RecordChange, RecordKind,
    RestorePlan,
};
use leptos::prelude::*;
use web_sys::File;

use super::super::list::ListPage;
use super::SETTINGS;
use super::omissions::omission_lines;
use crate::browser::{files, preferences, store, tabs};
use crate::parts::problems::{problem_lines, read_error_message};
use crate::state::{App, load_assessment};

/// State of the section. Cloning is cheap.
#[derive(Clone)]
pub(super) struct BackupState {
    pub(super) app: App,
    list: ListPage,
    pub(super) faults: ArcRwSignal<Vec<String>>,
    pub(super) message: ArcRwSignal<Option<String>>,
    /// A line for each group that was omitted.
    pub(super) omitted: ArcRwSignal<Vec<String>>,
    pub(super) conflicts: ArcRwSignal<Vec<BackupConflict>>,
}

impl BackupState {
    pub(super) fn new(app: &App, list: &ListPage) -> Self {
        Self {
            app: app.clone(),
            list: list.clone(),
            faults: ArcRwSignal::new(Vec::new()),
            message: ArcRwSignal::new(None),
            omitted: ArcRwSignal::new(Vec::new()),
            conflicts: ArcRwSignal::new(Vec::new()),
        }
    }

    pub(super) fn show_message(&self, text: String) {
        self.faults.set(Vec::new());
        self.message.set(Some(text));
    }

    /// Stores entries, then updates the views that show them and the other tabs.
    pub(super) fn store_changes(&self, changes: Vec<RecordChange>, done: String) {
        let assessments = changed_assessments(&changes);
        let state = self.clone();
        store::write_changes(changes, String::new(), move |stored| {
            if stored.is_err() {
                let messages = state.app.messages();
                return state.show_message(messages.backup_no_room().to_owned());
            }
            for key in &assessments {
                tabs::announce_change(&format!("a/{key}/head"));
            }
            state.reload_current(assessments);
            state.show_message(done);
            state.list.reload();
        });
    }

    /// Reloads the current assessment if it was among the stored ones.
    fn reload_current(&self, assessments: Vec<String>) {
        let present = self.app.current_session();
        if assessments.iter().any(|key| key == present.key()) {
            wasm_bindgen_futures::spawn_local(async move {
                if let Ok(Some(record)) = load_assessment(present.model(), present.key()).await {
                    present.apply_remote_change(record.assessment);
                }
            });
        }
    }
}

/// Returns the keys of the changed assessments, without duplicates.
fn changed_assessments(changes: &[RecordChange]) -> Vec<String> {
    let of_assessment = |(key, _): &RecordChange| match RecordKind::of_key(key)? {
        (RecordKind::Assessment, group) => group.split('/').nth(1).map(str::to_owned),
        _ => None,
    };
    let mut keys: Vec<String> = changes.iter().filter_map(of_assessment).collect();
    keys.dedup();
    keys
}

/// Reads a backup and adds its missing entries.
pub(super) async fn restore_file(state: &BackupState, file: &File) {
    let messages = state.app.messages();
    state.message.set(None);
    state.conflicts.set(Vec::new());
    state.omitted.set(Vec::new());
    let text = match files::read_text_within(file, MAX_BACKUP_SIZE).await {
        Ok(text) => text,
        Err(error) => {
            return state
                .faults
                .set(vec![read_error_message(&messages, &error)]);
        }
    };
    let BackupWithOmissions { backup, omitted } = match Backup::parse(&text) {
        Ok(read) => read,
        Err(problems) => {
            let problems = problems.locate(&text);
            return state.faults.set(problem_lines(&messages, &problems));
        }
    };
    let Ok(stored) = store::read_prefix("").await else {
        return state.show_message(messages.backup_unread().to_owned());
    };
    state.omitted.set(omission_lines(&messages, &omitted));
    let merge = backup.plan_restore(&stored);
    // Preferences set in this browser take precedence.
    for (name, value) in &backup.settings {
        if SETTINGS.contains(&name.as_str()) && preferences::get(name).is_none() {
            preferences::set(name, value);
        }
    }
    let done = summary(state, &merge);
    state.conflicts.set(merge.conflicts);
    let additions = merge.additions.into_iter();
    let additions: Vec<RecordChange> = additions.map(|(key, text)| (key, Some(text))).collect();
    if additions.is_empty() {
        state.show_message(done);
    } else {
        state.store_changes(additions, done);
    }
}

/// Returns one or two sentences about what was added.
fn summary(state: &BackupState, merge: &RestorePlan) -> String {
    let messages = state.app.messages();
    match (merge.assessments, merge.others) {
        (0, 0) if merge.conflicts.is_empty() && state.omitted.read_untracked().is_empty() => {
            messages.backup_same().to_owned()
        }
        (0, 0) => messages.backup_added_none().to_owned(),
        (assessments, 0) => messages.backup_added(assessments),
        (0, others) => messages.backup_added_others(others),
        (assessments, others) => messages.list_sentences(
            &messages.backup_added(assessments),
            &messages.backup_added_others(others),
        ),
    }
}
