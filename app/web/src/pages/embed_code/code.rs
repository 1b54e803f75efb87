//! Texts to copy: the embed code, and read-only fields with a copy button.

use crate::view::{AnyView, Handle, IntoView, view};
use assay_core::Json;
use assay_hosting::PinnedScript;
use leptos::prelude::*;
use wasm_bindgen::JsValue;
use web_sys::HtmlTextAreaElement;

use super::options::Options;
use crate::browser::console::log_error;
use crate::browser::net;
use crate::parts::copy_field::copy_field;
use crate::parts::signals::set_if_alive;
use crate::state::App;

/// Renders the embed code and the choice of a pinned script version.
pub(super) fn code_section(app: &App, options: RwSignal<Options>) -> impl IntoView + use<> {
    let messages = app.messages();
    let newest: RwSignal<Option<PinnedScript>> = RwSignal::new(None);
    wasm_bindgen_futures::spawn_local(async move {
        // The page may have been left meanwhile.
        set_if_alive(newest, load_newest_version().await);
    });
    let code = {
        let fallback = messages.builder_fallback().to_owned();
        Memo::new(move |_| {
            let snippet = options.read().snippet(newest.get(), &fallback);
            snippet.map_or_else(String::new, |snippet| snippet.html())
        })
    };
    let fixed = {
        let messages = messages.clone();
        move || {
            newest.get().map(|newest| {
                view! {
                    <label>
                        <input type="checkbox" name="fixed" prop:checked=move || options.read().is_pinned
                            on:change=move |event| options.update(|o| o.is_pinned = event_target_checked(&event))/>
                        " "{messages.builder_fixed(&newest.file)}
                    </label>
                }
            })
        }
    };
    view! {
        <section class="stack sheet line-of-code" aria-labelledby="code-heading">
            <h2 id="code-heading">{messages.builder_code().to_owned()}</h2>
            <p>{messages.builder_code_where().to_owned()}</p>
            {copy_area(app, "code", messages.builder_code_html(), move || code.get())}
            {fixed}
        </section>
    }
}

/// Loads the newest script version with its hash from `embed.json`; `None` if it is missing.
async fn load_newest_version() -> Option<PinnedScript> {
    let text = net::fetch_text("embed.json").await;
    let text = text.map_err(|error| JsValue::from_str(&error.to_string()));
    let text = log_error("load the versions of the embed script", text)?;
    let table = Json::parse(&text).map_err(|problems| JsValue::from_str(&problems.to_string()));
    let table = log_error("read the versions of the embed script", table)?;
    let field = |name: &str| table.get(name)?.as_str().map(str::to_owned);
    Some(PinnedScript {
        file: field("file")?,
        integrity: field("integrity")?,
    })
}

/// Renders a read-only field with a copy button. `name` is the name of the field.
pub(super) fn copy_area(
    app: &App,
    name: &'static str,
    label: &str,
    text: impl Fn() -> String + Clone + 'static,
) -> AnyView {
    let messages = app.messages();
    let field = Handle::new();
    let rows = {
        let text = text.clone();
        move || text().lines().count().clamp(2, 16).to_string()
    };
    let press = copy_handler(app, &field);
    view! {
        <div class="stack code">
            <label class="field">
                <span>{label.to_owned()}</span>
                <textarea readonly name=name spellcheck="false" rows=rows node_ref=field prop:value=text></textarea>
            </label>
            <button type="button" class="button quiet" data-copies=name aria-label=messages.builder_copy_what(label) on:click=press>{messages.builder_copy().to_owned()}</button>
        </div>
    }
}

/// Copies the field and reports the outcome; if copying fails, the text stays selected.
fn copy_handler(app: &App, field: &Handle) -> impl Fn(web_sys::MouseEvent) + 'static + use<> {
    let (app, field) = (app.clone(), field.clone());
    move |_| {
        let Some(area) = field.get::<HtmlTextAreaElement>() else {
            return;
        };
        let app = app.clone();
        wasm_bindgen_futures::spawn_local(async move {
            let messages = app.messages();
            let text = match copy_field(&area).await {
                true => messages.builder_copied(),
                false => messages.builder_copy_failed(),
            };
            app.show_notice(text.to_owned());
        });
    }
}
