//! Live preview with the real embed element.

use crate::view::{AnyView, IntoView, view};
use assay_locale::Messages;
use leptos::prelude::*;

use super::options::Options;
use crate::browser::console::log_error;
use crate::browser::dom;

pub(super) fn preview(messages: &Messages, options: RwSignal<Options>) -> impl IntoView + use<> {
    load_element_script();
    view! {
        <section class="stack" aria-labelledby="preview-heading">
            <h2 id="preview-heading">{messages.builder_see().to_owned()}</h2>
            <p>{messages.builder_see_lead().to_owned()}</p>
            <div class="preview">{preview_element(options)}</div>
        </section>
    }
}

fn preview_element(options: RwSignal<Options>) -> AnyView {
    // One memo per attribute: an unchanged attribute is not set again, which would reload the
    // frame.
    let value = move |name: &'static str| {
        let value = Memo::new(move |_| {
            let attributes = options.read().attributes();
            let given = attributes.into_iter().find(|(given, _)| *given == name);
            given
                .map(|(_, value)| value)
                .filter(|value| !value.is_empty())
        });
        move || value.get()
    };
    view! {
        <assay-assessment model=value("model") lang=value("lang") theme=value("theme") mode=value("mode") label=value("label")
            stance=value("stance") depth=value("depth") results=value("results") height=value("height")></assay-assessment>
    }
}

/// Loads the script that defines the element, once.
fn load_element_script() {
    const SCRIPT: &str = "./embed.js";
    let loaded = format!("script[src=\"{SCRIPT}\"]");
    if dom::query::<web_sys::Element>(&loaded).is_some() {
        return;
    }
    let script = dom::create::<web_sys::Element>("script");
    if let (Some(script), Some(head)) = (script, dom::query::<web_sys::Element>("head")) {
        dom::set_attribute(&script, "src", SCRIPT);
        log_error("load the embed script", head.append_child(&script));
    }
}
