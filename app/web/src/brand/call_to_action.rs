//! The owner's call to action at the end of a result.

use crate::view::{IntoView, view};
use assay_config::CallToAction;
use leptos::prelude::*;

use crate::state::App;

/// A result link that the call to action can pass on.
pub(crate) struct ResultLink {
    pub(crate) address: String,
    /// A sentence that lists what the link contains.
    pub(crate) contents: String,
}

/// Renders the owner's button, if one is configured. The link is passed on only if the visitor
/// ticks the box.
pub(crate) fn call_to_action(app: &App, link: Option<ResultLink>) -> impl IntoView + use<> {
    let call = app.site.config.call_to_action.clone()?;
    let locale = app.locale.get_untracked();
    let link = link.filter(|_| call.has_link_placeholder() && !app.site.config.disabled.sharing);
    let label = call.0.label.get(locale.language).to_owned();
    let agreed = RwSignal::new(false);
    let choice = link.as_ref().map(|link| {
        let contents = link.contents.clone();
        let agree = move |event| agreed.set(event_target_checked(&event));
        view! {
            <label><input type="checkbox" name="with-link" prop:checked=agreed on:change=agree/>" "{locale.messages.cta_with_link().to_owned()}</label>
            <p class="small" data-call-contains>{contents}</p>
        }
    });
    let address = move || {
        address(
            &call,
            link.as_ref()
                .filter(|_| agreed.get())
                .map(|link| link.address.as_str()),
        )
    };
    Some(view! {
        <section class="sheet call" aria-label=label.clone()>
            {choice}
            <div class="row"><a class="button" data-action="call" href=address target="_blank" rel="noopener">{label}</a></div>
        </section>
    })
}

fn address(call: &CallToAction, link: Option<&str>) -> String {
    let encoded = link.map(|link| String::from(js_sys::encode_uri_component(link)));
    call.address(encoded.as_deref())
}
