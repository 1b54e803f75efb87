//! The faults of the owner's `config.json`, shown to whoever maintains the site.

use crate::view::{CollectView, IntoView, view};
use assay_config::describe_fault;
use leptos::prelude::*;

use crate::state::App;

/// Renders the faults; nothing if there are none.
pub(crate) fn config_faults(app: &App) -> impl IntoView + use<> {
    let app = app.clone();
    move || {
        let messages = app.locale.get().messages;
        let faults = &app.site.faults;
        if faults.is_empty() {
            return None;
        }
        let lines = faults
            .iter()
            .map(|one| view! { <li>{describe_fault(&messages, one)}</li> });
        Some(view! {
            <div class="notice warning config-faults" role="alert">
                <p>{messages.config_faulty(faults.len())}</p>
                <ul class="faults">{lines.collect_view()}</ul>
                <p class="small">{messages.config_faulty_owner().to_owned()}</p>
            </div>
        })
    }
}
