//! The first screen as HTML, which the build puts into the page: it shows before the app's program
//! has arrived. It contains both languages; `boot.js` chooses the one that shows.

#![allow(clippy::panic, reason = "an invalid first screen stops the build")]

use std::sync::Arc;

use crate::view::{CollectView, to_html, view};
use assay_core::{Depth, Model, Texts, examples};
use assay_locale::{Language, Messages};
use leptos::prelude::*;

use crate::pages::start::{StartPage, start_page};
use crate::parts::header::header;
use crate::route::Route;

const MODEL: &str = include_str!("../../core/models/standard.json");
const EXAMPLES: &str = include_str!("../../core/models/examples.json");

/// Renders the start page in both languages, and the lines that show instead of it at other addresses
/// and where the app cannot start.
///
/// # Panics
/// If the standard questionnaire or its texts are invalid, which stops the build.
#[must_use]
pub fn render_first_screen() -> String {
    let unstarted = Language::ALL.into_iter().map(unstarted);
    unstarted
        .chain(Language::ALL.into_iter().map(in_language))
        .collect()
}

/// The line that shows until a script has chosen a language: in a browser that is too old for the
/// script, or under a policy that blocks it.
fn unstarted(language: Language) -> String {
    let text = Messages::embedded(language).missing_script().to_owned();
    to_html(&view! { <p class="unstarted" role="alert" lang=language.tag()>{text}</p> })
}

fn in_language(language: Language) -> String {
    let model = Model::parse(MODEL)
        .unwrap_or_else(|faults| panic!("{faults}"))
        .value;
    let examples =
        examples::parse_examples(&model, EXAMPLES).unwrap_or_else(|faults| panic!("{faults}"));
    let texts = Texts::parse(&model, texts(language))
        .unwrap_or_else(|faults| panic!("{faults}"))
        .value;
    let messages = Arc::new(Messages::embedded(language));
    let page = StartPage {
        model: Arc::new(model),
        texts: Arc::new(texts),
        messages: messages.clone(),
        language,
        examples,
        main_depth: Depth::Quick,
        is_depth_fixed: false,
        is_introduced: false,
    };
    let failures = [
        ("load", messages.app_page_failed()),
        ("wasm", messages.missing_wasm()),
        ("engine", messages.missing_engine()),
    ];
    let failures = failures.map(|(why, text)| {
        view! { <p class="first-failed" role="alert" data-why=why>{text.to_owned()}</p> }
    });
    let failures = failures.into_iter().collect_view();
    Owner::new().with(move || {
        to_html(&view! {
            <div class="first" data-language=language.tag() lang=language.tag()>
                <a class="skip" href="#main">{messages.app_skip().to_owned()}</a>
                {header(&messages, language, &Route::Start, Callback::new(|()| ()))}
                {failures}
                <main data-page="start" class="first-start">{start_page(&page, None, None)}</main>
                <p class="first-other" role="status">{messages.app_loading().to_owned()}</p>
            </div>
        })
    })
}

fn texts(language: Language) -> &'static str {
    match language {
        Language::English => include_str!("../../core/models/standard.en.json"),
        Language::Chinese => include_str!("../../core/models/standard.zh-CN.json"),
    }
}
