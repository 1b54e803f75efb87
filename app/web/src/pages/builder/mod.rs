//! For the owner of another site: makes the line of code, shows it live, and makes what the app's
//! host needs so that the site may show the app and be sent results.

mod allow;
mod code;
mod fields;
mod options;
mod preview;

use crate::view::{IntoView, view};
use leptos::prelude::*;
use std::cell::RefCell;

use self::allow::AllowedSites;
use self::options::Options;
use crate::state::App;

/// What was chosen, and who is allowed. It outlives the page, which is made anew in another language.
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

/// The page.
pub(crate) fn builder_page(app: &App) -> impl IntoView + use<> {
    let words = app.messages();
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
            <h1 tabindex="-1">{words.builder_title().to_owned()}</h1>
            <p class="lead">{words.builder_lead().to_owned()}</p>
            <div class="builder">
                {fields::option_fields(&words, options)}
                {code::code_section(app, options)}
            </div>
            {preview::preview(&words, options)}
            {allow::permissions_section(app, options, allowed)}
        </div>
    }
}
