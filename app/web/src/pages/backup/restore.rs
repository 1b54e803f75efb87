//! Bringing back what a backup holds: what is not here is added, what differs is asked about.

use assay_core::backup::{
    Backup, BackupConflict, MAX_BACKUP_SIZE, RecordChange, RecordKind, RestorePlan,
};
use leptos::prelude::*;
use web_sys::File;

use super::SETTINGS;
use crate::browser::{files, preferences, store, tabs};
use crate::pages::fault;
use crate::parts::listing::{AssessmentListSignal, reload_list};
use crate::state::{App, load_assessment};

/// What the parts of the section share. Cloning it is cheap.
#[derive(Clone)]
pub(super) struct BackupState {
    pub(super) app: App,
    list: AssessmentListSignal,
    pub(super) faults: ArcRwSignal<Vec<String>>,
    pub(super) message: ArcRwSignal<Option<String>>,
    pub(super) conflicts: ArcRwSignal<Vec<BackupConflict>>,
}

impl BackupState {
    pub(super) fn new(app: &App, listed: &AssessmentListSignal) -> Self {
        Self {
            app: app.clone(),
            list: listed.clone(),
            faults: ArcRwSignal::new(Vec::new()),
            message: ArcRwSignal::new(None),
            conflicts: ArcRwSignal::new(Vec::new()),
        }
    }

    pub(super) fn show_message(&self, text: String) {
        self.faults.set(Vec::new());
        self.message.set(Some(text));
    }

    /// Stores changes of whole assessments, teams and so on, and shows them wherever they show.
    pub(super) fn store_changes(&self, changes: Vec<RecordChange>, done: String) {
        let assessments = changed_assessments(&changes);
        let restoring = self.clone();
        store::write_changes(changes, String::new(), move |stored| {
            if stored.is_err() {
                let words = restoring.app.messages();
                return restoring.show_message(words.backup_no_room().to_owned());
            }
            for key in &assessments {
                tabs::announce_change(&format!("a/{key}/head"));
            }
            restoring.reload_current(assessments);
            restoring.show_message(done);
            reload_list(&restoring.app, &restoring.list);
        });
    }

    /// Takes over the present assessment where it is among those that were stored.
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

/// The keys of the assessments that changes belong to, each once.
fn changed_assessments(changes: &[RecordChange]) -> Vec<String> {
    let of_assessment = |(key, _): &RecordChange| match RecordKind::of_key(key)? {
        (RecordKind::Assessment, group) => group.split('/').nth(1).map(str::to_owned),
        _ => None,
    };
    let mut keys: Vec<String> = changes.iter().filter_map(of_assessment).collect();
    keys.dedup();
    keys
}

/// Reads a backup and adds what is not here.
pub(super) async fn restore_file(restoring: &BackupState, file: &File) {
    let words = restoring.app.messages();
    restoring.message.set(None);
    restoring.conflicts.set(Vec::new());
    let text = match files::read_text_within(file, MAX_BACKUP_SIZE).await {
        Ok(text) => text,
        Err(error) => {
            return restoring
                .faults
                .set(vec![fault::read_error_message(&words, &error)]);
        }
    };
    let backup = match Backup::parse(&text) {
        Ok(backup) => backup,
        Err(problems) => {
            let problems = problems.locate(&text);
            return restoring
                .faults
                .set(fault::problem_lines(&words, &problems));
        }
    };
    let Ok(stored) = store::read_prefix("").await else {
        return restoring.show_message(words.backup_unread().to_owned());
    };
    let merge = backup.plan_restore(&stored);
    // A choice that was made here stays.
    for (name, value) in &backup.settings {
        if SETTINGS.contains(&name.as_str()) && preferences::get(name).is_none() {
            preferences::set(name, value);
        }
    }
    let done = summary(restoring, &merge);
    restoring.conflicts.set(merge.conflicts);
    let additions = merge.additions.into_iter();
    let additions: Vec<RecordChange> = additions.map(|(key, text)| (key, Some(text))).collect();
    if additions.is_empty() {
        restoring.show_message(done);
    } else {
        restoring.store_changes(additions, done);
    }
}

/// What was added, in a sentence or two.
fn summary(restoring: &BackupState, merge: &RestorePlan) -> String {
    let words = restoring.app.messages();
    match (merge.assessments, merge.others) {
        (0, 0) if merge.conflicts.is_empty() => words.backup_same().to_owned(),
        (0, 0) => words.backup_added_none().to_owned(),
        (assessments, 0) => words.backup_added(assessments),
        (0, others) => words.backup_added_others(others),
        (assessments, others) => words.list_sentences(
            &words.backup_added(assessments),
            &words.backup_added_others(others),
        ),
    }
}
