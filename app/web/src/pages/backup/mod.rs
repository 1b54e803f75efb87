//! Everything that this browser keeps, as one file, and the way back from such a file.

mod conflicts;
mod restore;

use assay_core::backup::Backup;
use leptos::prelude::*;
use web_sys::HtmlInputElement;

use self::conflicts::conflict_list;
use self::restore::{BackupState, restore_file};
use super::fault;
use crate::browser::{clock, files, preferences, store};
use crate::parts::listing::AssessmentListSignal;
use crate::state::App;
use crate::view::{IntoView, view};

/// The small choices that a backup holds.
const SETTINGS: [&str; 3] = ["language", "theme", "number-keys"];

/// The section of the page of assessments, which are `listed` again after something came back.
pub(super) fn backup_section(app: &App, listed: &AssessmentListSignal) -> impl IntoView + use<> {
    let words = app.messages();
    let restoring = BackupState::new(app, listed);
    let saving = restoring.clone();
    let save = move |_| {
        let saving = saving.clone();
        wasm_bindgen_futures::spawn_local(async move { save_backup(&saving).await });
    };
    let choosing = restoring.clone();
    let chosen = move |event| {
        let input: HtmlInputElement = event_target(&event);
        let Some(file) = input.files().and_then(|files| files.get(0)) else {
            return;
        };
        let restoring = choosing.clone();
        wasm_bindgen_futures::spawn_local(async move {
            restore_file(&restoring, &file).await;
            input.set_value("");
        });
    };
    let faults = {
        let (words, faults) = (words.clone(), restoring.faults.clone());
        move || (!faults.get().is_empty()).then(|| fault::problem_list(&words, &faults.get()))
    };
    let said = {
        let said = restoring.message.clone();
        move || Some(view! { <p>{said.get()?}</p> })
    };
    view! {
        <section class="stack" aria-labelledby="backup">
            <h2 id="backup" tabindex="-1">{words.backup_heading().to_owned()}</h2>
            <p>{words.backup_text().to_owned()}</p>
            <p><button class="button quiet" data-action="backup" on:click=save>{words.backup_save().to_owned()}</button></p>
            <label class="field">
                <span>{words.backup_restore().to_owned()}" "<span class="small">{words.backup_restore_help().to_owned()}</span></span>
                <input type="file" accept=".json,application/json" data-action="restore" on:change=chosen/>
            </label>
            <div role="alert">{faults}</div>
            <div role="status" data-backup>{said}</div>
            {conflict_list(&restoring)}
        </section>
    }
}

/// Saves everything as a file, or says why that cannot be.
async fn save_backup(restoring: &BackupState) {
    let words = restoring.app.messages();
    let Ok(records) = store::read_prefix("").await else {
        return restoring.show_message(words.backup_unread().to_owned());
    };
    let settings = SETTINGS.iter();
    let settings = settings.filter_map(|&name| Some((name.to_owned(), preferences::get(name)?)));
    let now = clock::now();
    let day = now.get(..10).unwrap_or_default().to_owned();
    let backup = Backup::new(now, records, settings.collect());
    if backup.is_empty() {
        return restoring.show_message(words.backup_empty().to_owned());
    }
    let name = files::assessment_file_name(&format!("backup-{day}"));
    restoring
        .app
        .save_text(name, backup.to_json(), "application/json");
}
