//! The page for site owners who embed the app: embed code, live preview, and the configuration that
//! the app's host needs.

mod code;
mod option_fields;
mod options;
mod permissions;
mod preview;

use crate::view::{IntoView, view};
use leptos::prelude::*;
use std::cell::RefCell;

use self::options::Options;
use self::permissions::AllowedSites;
use crate::state::App;

/// The choices on the page. They outlive the page, which is rebuilt when the language changes.
#[derive(Clone, Default)]
struct BuilderState {
    options: Options,
    allowed: AllowedSites,
}

thread_local! {
    static STATE: RefCell<BuilderState> = RefCell::default();
}

fn load_state() -> BuilderState {
    STATE.with_borrow(BuilderState::clone)
}

/// Renders the page.
pub(crate) fn builder_page(app: &App) -> impl IntoView + use<> {
    let messages = app.messages();
    let BuilderState { options, allowed } = load_state();
    let options = RwSignal::new(options.with_default_home());
    let allowed = RwSignal::new(allowed);
    Effect::new(move |_| {
        let now = BuilderState {
            options: options.get(),
            allowed: allowed.get(),
        };
        STATE.set(now);
    });
    view! {
        <div class="stack wide">
            <h1 tabindex="-1">{messages.builder_title().to_owned()}</h1>
            <p class="lead">{messages.builder_lead().to_owned()}</p>
            <div class="builder">
                {option_fields::option_fields(&messages, options)}
                {code::code_section(app, options)}
            </div>
            {preview::preview(&messages, options)}
            {permissions::permissions_section(app, options, allowed)}
        </div>
    }
}
