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

use self::allow::Allowed;
use self::options::Options;
use crate::state::App;

/// What was chosen, and who is allowed. It outlives the page, which is made anew in another language.
#[derive(Clone, Default)]
struct Chosen {
    options: Options,
    allowed: Allowed,
}

thread_local! {
    static CHOSEN: RefCell<Chosen> = RefCell::default();
}

fn chosen() -> Chosen {
    CHOSEN.with_borrow(Chosen::clone)
}

/// The page.
pub(crate) fn builder_page(app: &App) -> impl IntoView + use<> {
    let words = app.words();
    let Chosen { options, allowed } = chosen();
    let options = RwSignal::new(options.at_home());
    let allowed = RwSignal::new(allowed);
    Effect::new(move |_| {
        let now = Chosen {
            options: options.get(),
            allowed: allowed.get(),
        };
        CHOSEN.set(now);
    });
    view! {
        <div class="stack wide">
            <h1 tabindex="-1">{words.builder_title().to_owned()}</h1>
            <p class="lead">{words.builder_lead().to_owned()}</p>
            <div class="builder">
                {fields::fields(&words, options)}
                {code::line_of_code(app, options)}
            </div>
            {preview::preview(&words, options)}
            {allow::allow(app, options, allowed)}
        </div>
    }
}
