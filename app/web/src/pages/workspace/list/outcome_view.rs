//! Shows what the last action did, with its undo.

use leptos::prelude::*;

use super::actions;
use super::outcome::Outcome;
use super::page_state::ListPage;
use crate::parts::focus::focus_later;
use crate::view::{AnyView, IntoView, view};

/// Renders the outcome in a live region.
pub(super) fn outcome_view(page: &ListPage) -> impl IntoView + use<> {
    let page = page.clone();
    let content = move || {
        let outcome = page.outcome.get()?;
        Some(content(&page, outcome))
    };
    view! { <div role="status">{content}</div> }
}

fn content(page: &ListPage, outcome: Outcome) -> AnyView {
    let messages = page.app.messages();
    let undo = outcome.undo.map(|undo| {
        let page = page.clone();
        let press = move |_| actions::undo(&page, undo.clone());
        view! { <button class="plain" data-action="undo-list" on:click=press>{messages.restart_undo().to_owned()}</button> }
    });
    let closing = page.clone();
    let close = move |_| {
        closing.outcome.set(None);
        focus_later(["main h1".to_owned()]);
    };
    view! {
        <div class="notice banner" data-outcome tabindex="-1">
            <p>{outcome.text}</p>
            {undo}
            <button class="plain" on:click=close>{messages.notice_dismiss().to_owned()}</button>
        </div>
    }
}
