//! What is said where the browser has not promised to keep what is stored.

use leptos::prelude::*;

use crate::browser::persistence;
use crate::browser::store::{self, StorageHealth};
use crate::state::App;
use crate::view::{IntoView, view};

/// The sentence, with the two ways to be safe; nothing where nothing is stored, or where the browser
/// keeps it for as long as the reader does.
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
            let words = app.messages();
            view! { <p class="small" data-erasable>{words.lasting_erasable().to_owned()}</p> }
        })
    }
}
