//! Bringing back what a backup holds: what is not here is added, what differs is asked about.

use assay_core::backup::{Backup, Conflict, Kind, Merge, Replacement};
use leptos::prelude::*;
use web_sys::File;

use super::SETTINGS;
use crate::browser::{files, preferences, store, tabs};
use crate::pages::fault;
use crate::parts::listing::{Listed, list_again};
use crate::state::{App, reload_record};

/// What the parts of the section share. Cloning it is cheap.
#[derive(Clone)]
pub(super) struct Restoring {
    pub(super) app: App,
    listed: Listed,
    pub(super) faults: ArcRwSignal<Vec<String>>,
    pub(super) said: ArcRwSignal<Option<String>>,
    pub(super) conflicts: ArcRwSignal<Vec<Conflict>>,
}

impl Restoring {
    pub(super) fn new(app: &App, listed: &Listed) -> Self {
        Self {
            app: app.clone(),
            listed: listed.clone(),
            faults: ArcRwSignal::new(Vec::new()),
            said: ArcRwSignal::new(None),
            conflicts: ArcRwSignal::new(Vec::new()),
        }
    }

    pub(super) fn say(&self, text: String) {
        self.faults.set(Vec::new());
        self.said.set(Some(text));
    }

    /// Stores changes of whole assessments, teams and so on, and shows them wherever they show.
    pub(super) fn store(&self, changes: Vec<Replacement>, done: String) {
        let assessments = changed_assessments(&changes);
        let restoring = self.clone();
        store::write_all(changes, String::new(), move |stored| {
            if stored.is_err() {
                let words = restoring.app.words();
                return restoring.say(words.backup_no_room().to_owned());
            }
            for key in &assessments {
                tabs::tell(&format!("a/{key}/head"));
            }
            restoring.show(assessments);
            restoring.say(done);
            list_again(&restoring.app, &restoring.listed);
        });
    }

    /// Takes over the present assessment where it is among those that were stored.
    fn show(&self, assessments: Vec<String>) {
        let present = self.app.present();
        if assessments.iter().any(|key| key == present.key()) {
            wasm_bindgen_futures::spawn_local(async move {
                if let Ok(Some(record)) = reload_record(present.model(), present.key()).await {
                    present.hear(record.assessment);
                }
            });
        }
    }
}

/// The keys of the assessments that changes belong to, each once.
fn changed_assessments(changes: &[Replacement]) -> Vec<String> {
    let of_assessment = |(key, _): &Replacement| match Kind::of(key)? {
        (Kind::Assessment, group) => group.split('/').nth(1).map(str::to_owned),
        _ => None,
    };
    let mut keys: Vec<String> = changes.iter().filter_map(of_assessment).collect();
    keys.dedup();
    keys
}

/// Reads a backup and adds what is not here.
pub(super) async fn restore(restoring: &Restoring, file: &File) {
    let words = restoring.app.words();
    restoring.said.set(None);
    restoring.conflicts.set(Vec::new());
    let text = files::read(file).await.unwrap_or_default();
    let backup = match Backup::parse(&text) {
        Ok(backup) => backup,
        Err(problems) => return restoring.faults.set(fault::lines(&words, &problems)),
    };
    let Ok(stored) = store::read("").await else {
        return restoring.say(words.backup_unread().to_owned());
    };
    let merge = backup.merge(&stored);
    // A choice that was made here stays.
    for (name, value) in &backup.settings {
        if SETTINGS.contains(&name.as_str()) && preferences::get(name).is_none() {
            preferences::set(name, value);
        }
    }
    let done = summary(restoring, &merge);
    restoring.conflicts.set(merge.conflicts);
    let additions = merge.additions.into_iter();
    let additions: Vec<Replacement> = additions.map(|(key, text)| (key, Some(text))).collect();
    if additions.is_empty() {
        restoring.say(done);
    } else {
        restoring.store(additions, done);
    }
}

/// What was added, in a sentence or two.
fn summary(restoring: &Restoring, merge: &Merge) -> String {
    let words = restoring.app.words();
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
