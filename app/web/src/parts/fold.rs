//! A fold whose content is built when it is first opened.

use crate::view::{IntoView, view};
use leptos::prelude::*;

/// Renders the fold. Its content is built once and then stays.
pub(crate) fn fold<V: IntoView + 'static>(
    class: &'static str,
    summary: impl IntoView + 'static,
    content: impl Fn() -> V + Send + Sync + 'static,
) -> impl IntoView {
    let opened = RwSignal::new(false);
    // `toggle` also fires when the fold is closed.
    let open = move |_| {
        if !opened.get_untracked() {
            opened.set(true)
        }
    };
    view! {
        <details class=class on:toggle=open>
            <summary>{summary}</summary>
            {move || opened.get().then(&content)}
        </details>
    }
}

/// Renders a heading of the third level for the summary of a fold.
pub(crate) fn fold_heading(heading: &str) -> impl IntoView + use<> {
    view! { <h3>{heading.to_owned()}</h3> }
}
