//! What is folded away and costs nothing until it is opened.

use crate::view::{IntoView, view};
use leptos::prelude::*;

/// A fold whose content is made when it is first opened, and then stays.
pub(crate) fn fold<V: IntoView + 'static>(
    class: &'static str,
    summary: impl IntoView + 'static,
    content: impl Fn() -> V + Send + Sync + 'static,
) -> impl IntoView {
    let opened = RwSignal::new(false);
    // The event comes for closing, too, and content must not be made twice.
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
