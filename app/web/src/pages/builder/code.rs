//! Texts to copy, the line of code first.

use crate::view::{AnyView, Handle, IntoView, view};
use assay_hosting::PinnedScript;
use leptos::prelude::*;
use web_sys::HtmlTextAreaElement;

use super::options::Options;
use crate::browser::{clipboard, dom, net};
use crate::state::App;

/// The line of code, and whether it names a version of the script that never changes.
pub(super) fn code_section(app: &App, options: RwSignal<Options>) -> impl IntoView + use<> {
    let words = app.messages();
    let newest: RwSignal<Option<PinnedScript>> = RwSignal::new(None);
    wasm_bindgen_futures::spawn_local(async move {
        // The page may be left before the answer comes.
        let _ = newest.try_set(load_newest_version().await);
    });
    let code = {
        let fallback = words.builder_fallback().to_owned();
        Memo::new(move |_| {
            let snippet = options.read().snippet(newest.get(), &fallback);
            snippet.map_or_else(String::new, |snippet| snippet.html())
        })
    };
    let fixed = {
        let words = words.clone();
        move || {
            newest.get().map(|newest| {
                view! {
                    <label>
                        <input type="checkbox" name="fixed" prop:checked=move || options.read().is_pinned
                            on:change=move |event| options.update(|o| o.is_pinned = event_target_checked(&event))/>
                        " "{words.builder_fixed(&newest.file)}
                    </label>
                }
            })
        }
    };
    view! {
        <section class="stack sheet line-of-code" aria-labelledby="code-heading">
            <h2 id="code-heading">{words.builder_code().to_owned()}</h2>
            <p>{words.builder_code_where().to_owned()}</p>
            {copy_area(app, "code", words.builder_code_html(), move || code.get())}
            {fixed}
        </section>
    }
}

/// The script's newest version with its hash, as the site's own table says it.
async fn load_newest_version() -> Option<PinnedScript> {
    let text = net::fetch_text("embed.json").await.ok()?;
    let table = js_sys::JSON::parse(&text).ok()?;
    let field = |name: &str| {
        js_sys::Reflect::get(&table, &name.into())
            .ok()
            .and_then(|value| value.as_string())
    };
    Some(PinnedScript {
        file: field("file")?,
        integrity: field("integrity")?,
    })
}

/// A text that cannot be changed, with a button that copies it. `name` is that of the field.
pub(super) fn copy_area(
    app: &App,
    name: &'static str,
    label: &str,
    text: impl Fn() -> String + Clone + 'static,
) -> AnyView {
    let words = app.messages();
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
            <button type="button" class="button quiet" data-copies=name aria-label=words.builder_copy_what(label) on:click=press>{words.builder_copy().to_owned()}</button>
        </div>
    }
}

/// Copies and says so; where it cannot, the text is marked to be copied by hand.
fn copy_handler(app: &App, field: &Handle) -> impl Fn(web_sys::MouseEvent) + 'static + use<> {
    let (app, field) = (app.clone(), field.clone());
    move |_| {
        let Some(area) = field.get::<HtmlTextAreaElement>() else {
            return;
        };
        let app = app.clone();
        wasm_bindgen_futures::spawn_local(async move {
            let words = app.messages();
            let mark = || {
                dom::focus(&area);
                area.select();
            };
            let said = match clipboard::copy_text(&area.value(), mark).await {
                true => words.builder_copied(),
                false => words.builder_copy_failed(),
            };
            app.show_notice(said.to_owned());
        });
    }
}
