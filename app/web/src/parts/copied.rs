//! A link in a field, and the button that copies it.

use web_sys::HtmlInputElement;

use crate::browser::{clipboard, dom};
use crate::state::App;
use crate::view::{AnyView, Handle, IntoView, view};

/// Under which names scripts find a link and its button. A page has one of a kind at most.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum LinkHook {
    /// `data-share-link` and `copy-link`, which others rely on: what the page is there to share.
    Share,
    /// `data-reply-link` and `copy-reply`: the answer to an invitation, beside what is shared.
    Reply,
}

/// The field and the button; what else can be done with the link stands beside the button. Where
/// the browser does not allow copying, the link is marked to be copied by hand.
pub(crate) fn link_field(
    app: &App,
    hook: LinkHook,
    name: &str,
    link: impl Fn() -> String + 'static,
    beside: impl IntoView,
) -> AnyView {
    let words = app.messages();
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
            <button type="button" class="button" data-action=action on:click=copy>{words.share_copy().to_owned()}</button>
            {beside}
        </div>
    }
}

async fn copy_link(app: &App, input: &HtmlInputElement) {
    let words = app.messages();
    let mark = || {
        dom::focus(input);
        input.select();
    };
    let copied = clipboard::copy_text(&input.value(), mark).await;
    app.show_notice(
        if copied {
            words.share_copied()
        } else {
            words.share_copy_failed()
        }
        .to_owned(),
    );
}
