//! What is wrong with the owner's config, for whoever looks after the site.

use crate::view::{CollectView, IntoView, view};
use assay_config::describe_fault;
use leptos::prelude::*;

use crate::state::App;

/// The notice, where there is something to tell.
pub(crate) fn config_faults(app: &App) -> impl IntoView + use<> {
    let app = app.clone();
    move || {
        let words = app.locale.get().messages;
        let faults = &app.site.faults;
        if faults.is_empty() {
            return None;
        }
        let lines = faults
            .iter()
            .map(|one| view! { <li>{describe_fault(&words, one)}</li> });
        Some(view! {
            <div class="notice warning config-faults" role="alert">
                <p>{words.config_faulty(faults.len())}</p>
                <ul class="faults">{lines.collect_view()}</ul>
                <p class="small">{words.config_faulty_owner().to_owned()}</p>
            </div>
        })
    }
}
