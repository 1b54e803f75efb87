//! A read-only field with a link, and its copy button.

use web_sys::HtmlInputElement;

use crate::parts::copy_field::copy_field;
use crate::state::App;
use crate::view::{AnyView, Handle, IntoView, view};

/// The names by which scripts find the link and its button. Unique in a page.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum LinkHook {
    /// `data-share-link` and `copy-link`: the link that the page shares. Part of the public
    /// interface.
    Share,
    /// `data-reply-link` and `copy-reply`: the reply to an invitation.
    Reply,
}

/// Renders the field, the button and `beside` it. If copying fails, the link stays selected.
pub(crate) fn link_field(
    app: &App,
    hook: LinkHook,
    name: &str,
    link: impl Fn() -> String + 'static,
    beside: impl IntoView,
) -> AnyView {
    let messages = app.messages();
    let (share, reply, action) = match hook {
        LinkHook::Share => (Some(""), None, "copy-link"),
        LinkHook::Reply => (None, Some(""), "copy-reply"),
    };
    let field = Handle::new();
    let (marked, app) = (field.clone(), app.clone());
    let copying = field.clone();
    let copy = move |_| {
        if let Some(input) = copying.get::<HtmlInputElement>() {
            let app = app.clone();
            wasm_bindgen_futures::spawn_local(async move { copy_link(&app, &input).await });
        }
    };
    let mark = move |_| {
        if let Some(input) = marked.get::<HtmlInputElement>() {
            input.select();
        }
    };
    view! {
        <label class="field">
            <span>{name.to_owned()}</span>
            <input type="text" readonly data-share-link=share data-reply-link=reply node_ref=field prop:value=link on:focus=mark/>
        </label>
        <div class="row">
            <button type="button" class="button" data-action=action on:click=copy>{messages.share_copy().to_owned()}</button>
            {beside}
        </div>
    }
}

async fn copy_link(app: &App, input: &HtmlInputElement) {
    let messages = app.messages();
    let copied = copy_field(input).await;
    app.show_notice(
        if copied {
            messages.share_copied()
        } else {
            messages.share_copy_failed()
        }
        .to_owned(),
    );
}
