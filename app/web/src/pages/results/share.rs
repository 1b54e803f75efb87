//! Sharing a result by a link: what is in it, what that means, and copying it.

use crate::view::{Handle, IntoView, view};
use assay_core::link::{Detail, Include, encode};
use leptos::prelude::*;

use web_sys::HtmlInputElement;

use super::Shown;
use crate::browser::{clipboard, dom, net};
use crate::state::App;

/// The panel that opens under the share button.
pub(super) fn share(app: &App, shown: &Shown, open: RwSignal<bool>) -> impl IntoView + use<> {
    let words = shown.words.clone();
    let (profile, notes) = (RwSignal::new(true), RwSignal::new(false));
    let link = {
        let shown = shown.clone();
        Memo::new(move |_| link(&shown, profile.get(), notes.get()))
    };
    let contains = {
        let shown = shown.clone();
        move || contains(&shown, profile.get(), notes.get())
    };
    let address = move || link.get().unwrap_or_default();
    let failure = {
        let words = words.clone();
        move || link.get().err().map(|why| words.share_failed(&why))
    };
    let field = Handle::new();
    let marked = field.clone();
    let has_notes = !shown.assessment.notes.is_empty();
    let notes_choice =
        has_notes.then(|| choice(words.share_include_notes(), "include-notes", notes));
    view! {
        <section class="sheet share" aria-labelledby="share-heading">
            <h2 id="share-heading">{words.share_heading().to_owned()}</h2>
            <p>{words.share_warning().to_owned()}</p>
            {choice(words.share_include_profile(), "include-profile", profile)}
            {notes_choice}
            <p class="small" aria-live="polite">{contains}</p>
            <p role="alert">{failure}</p>
            <label class="field">
                <span>{words.share_link().to_owned()}</span>
                <input type="text" readonly data-share-link node_ref=field prop:value=address on:focus=move |_| select(&marked)/>
            </label>
            <div class="row">
                <button class="button" data-action="copy-link" on:click=copy(app, &field)>{words.share_copy().to_owned()}</button>
                <button class="button quiet" on:click=move |_| open.set(false)>{words.share_close().to_owned()}</button>
            </div>
        </section>
    }
}

fn choice(label: &str, name: &'static str, on: RwSignal<bool>) -> impl IntoView + use<> {
    view! {
        <label><input type="checkbox" name=name prop:checked=on on:change=move |event| on.set(event_target_checked(&event))/>" "{label.to_owned()}</label>
    }
}

/// The whole address of the result, or why there is none.
fn link(shown: &Shown, profile: bool, notes: bool) -> Result<String, String> {
    let include = Include {
        profile,
        notes,
        answers: Detail::Exact,
        sureness: None,
    };
    let payload =
        encode(&shown.model, &shown.assessment, include).map_err(|error| error.to_string())?;
    Ok(format!("{}#/r/{payload}", net::page_address()))
}

/// The link with all answers and the profile, if there can be one that opens elsewhere.
pub(super) fn plain_link(app: &App, shown: &Shown) -> Option<String> {
    if app.library.is_kept() {
        return None;
    }
    link(shown, true, false).ok()
}

/// What the link will tell whoever opens it.
fn contains(shown: &Shown, profile: bool, notes: bool) -> String {
    let words = &shown.words;
    let mut parts = vec![words.share_part_answers(), words.share_part_date()];
    if profile {
        parts.push(words.share_part_profile());
    }
    if notes && !shown.assessment.notes.is_empty() {
        parts.push(words.share_part_notes());
    }
    words.share_contains(&assay_locale::list(words, &parts))
}

fn select(field: &Handle) {
    if let Some(field) = field.get::<HtmlInputElement>() {
        field.select();
    }
}

/// Copies the link and says whether that worked; where it did not, the link is marked to be copied by hand.
fn copy(app: &App, field: &Handle) -> impl Fn(web_sys::MouseEvent) + 'static + use<> {
    let (app, field) = (app.clone(), field.clone());
    move |_| {
        let Some(input) = field.get::<HtmlInputElement>() else {
            return;
        };
        let app = app.clone();
        wasm_bindgen_futures::spawn_local(async move {
            let copied = clipboard::copy(&input.value()).await;
            let words = app.words();
            app.tell(
                if copied {
                    words.share_copied()
                } else {
                    words.share_copy_failed()
                }
                .to_owned(),
            );
            if !copied {
                dom::focus(&input);
                input.select();
            }
        });
    }
}
