//! Note that the browser may erase what is stored.

use leptos::prelude::*;

use crate::browser::persistence;
use crate::browser::store::{self, StorageHealth};
use crate::state::App;
use crate::view::{IntoView, view};

/// Renders the note with the two ways to keep a copy; nothing if nothing is stored or the browser
/// granted persistent storage.
pub(crate) fn erasable_note(app: &App) -> impl IntoView + use<> {
    let app = app.clone();
    let erasable = ArcRwSignal::new(false);
    let asked = erasable.clone();
    wasm_bindgen_futures::spawn_local(async move {
        asked.set(!persistence::is_granted().await);
    });
    let health = store::health_signal();
    move || {
        let stored = !matches!(health.get(), StorageHealth::NoStorage | StorageHealth::Full);
        let shown = erasable.get() && stored && app.session.get().has_entries();
        shown.then(|| {
            let messages = app.messages();
            view! { <p class="small" data-erasable>{messages.lasting_erasable().to_owned()}</p> }
        })
    }
}
