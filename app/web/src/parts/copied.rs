//! A link in a field, and the button that copies it.

use web_sys::HtmlInputElement;

use crate::browser::{clipboard, dom};
use crate::state::App;
use crate::view::{AnyView, Handle, IntoView, view};

/// The field and the button; what else can be done with the link stands beside the button. Where
/// the browser does not allow copying, the link is marked to be copied by hand.
pub(crate) fn copied(
    app: &App,
    name: &str,
    link: impl Fn() -> String + 'static,
    beside: impl IntoView,
) -> AnyView {
    let words = app.words();
    let field = Handle::new();
    let (marked, app) = (field.clone(), app.clone());
    let copying = field.clone();
    let copy = move |_| {
        if let Some(input) = copying.get::<HtmlInputElement>() {
            let app = app.clone();
            wasm_bindgen_futures::spawn_local(async move { copy_of(&app, &input).await });
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
            <input type="text" readonly data-share-link node_ref=field prop:value=link on:focus=mark/>
        </label>
        <div class="row">
            <button type="button" class="button" data-action="copy-link" on:click=copy>{words.share_copy().to_owned()}</button>
            {beside}
        </div>
    }
}

async fn copy_of(app: &App, input: &HtmlInputElement) {
    let words = app.words();
    let mark = || {
        dom::focus(input);
        input.select();
    };
    let copied = clipboard::copy(&input.value(), mark).await;
    app.tell(
        if copied {
            words.share_copied()
        } else {
            words.share_copy_failed()
        }
        .to_owned(),
    );
}
