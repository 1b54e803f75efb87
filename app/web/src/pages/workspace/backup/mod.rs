//! Backup: everything stored in this browser as one file, and its restoration.

mod conflicts;
mod omissions;
mod restore;

use assay_core::backup::Backup;
use leptos::prelude::*;
use web_sys::{Event, MouseEvent};

use self::conflicts::conflict_list;
use self::omissions::{omission_lines, omission_list};
use self::restore::{BackupState, restore_file};
use super::list::ListPage;
use crate::browser::{clock, files, preferences, store};
use crate::parts::file_field::FileField;
use crate::parts::problems::problem_list;
use crate::state::App;
use crate::view::{IntoView, view};

/// Names of the preferences that a backup contains.
const SETTINGS: [&str; 3] = ["language", "theme", "number-keys"];

/// Renders the section of the workspace. The list is reloaded after a restoration.
pub(super) fn backup_section(app: &App, list: &ListPage) -> impl IntoView + use<> {
    let messages = app.messages();
    let state = BackupState::new(app, list);
    let (save, choose) = (save_handler(&state), restore_handler(&state));
    let faults = {
        let (messages, faults) = (messages.clone(), state.faults.clone());
        move || (!faults.get().is_empty()).then(|| problem_list(&messages, &faults.get()))
    };
    let message = {
        let message = state.message.clone();
        move || Some(view! { <p>{message.get()?}</p> })
    };
    let omissions = omission_list(&state);
    let field = FileField {
        action: "restore",
        title: messages.backup_restore().to_owned(),
        hint: messages.backup_restore_help().to_owned(),
        accept: ".json,application/json",
        takes_several: false,
    };
    let field = field.render(&messages, choose);
    view! {
        <section class="stack" aria-labelledby="backup">
            <h2 id="backup" tabindex="-1">{messages.backup_heading().to_owned()}</h2>
            <p>{messages.backup_text().to_owned()}</p>
            <p><button class="button quiet" data-action="backup" on:click=save>{messages.backup_save().to_owned()}</button></p>
            {field}
            <div role="alert">{faults}</div>
            <div role="status" data-backup>{message}</div>
            <div role="alert" data-omitted>{omissions}</div>
            {conflict_list(&state)}
        </section>
    }
}

fn save_handler(state: &BackupState) -> impl Fn(MouseEvent) + 'static + use<> {
    let state = state.clone();
    move |_| {
        let state = state.clone();
        wasm_bindgen_futures::spawn_local(async move { save_backup(&state).await });
    }
}

fn restore_handler(state: &BackupState) -> impl Fn(Event) + 'static + use<> {
    let state = state.clone();
    move |event| {
        for file in files::take_chosen(&event) {
            let state = state.clone();
            wasm_bindgen_futures::spawn_local(async move { restore_file(&state, &file).await });
        }
    }
}

/// Saves the backup as a file, or shows why that failed.
async fn save_backup(state: &BackupState) {
    let messages = state.app.messages();
    let Ok(records) = store::read_prefix("").await else {
        return state.show_message(messages.backup_unread().to_owned());
    };
    let settings = SETTINGS.iter();
    let settings = settings.filter_map(|&name| Some((name.to_owned(), preferences::get(name)?)));
    let now = clock::now();
    let day = now.get(..10).unwrap_or_default().to_owned();
    let made = Backup::of_records(now, records, settings.collect());
    let omitted = omission_lines(&messages, &made.omitted);
    state.omitted.set(omitted);
    let backup = made.backup;
    if backup.is_empty() {
        return state.show_message(messages.backup_empty().to_owned());
    }
    let name = files::assessment_file_name(&format!("backup-{day}"));
    state
        .app
        .save_text(name, backup.to_json(), "application/json");
}
