//! The first screen as HTML, which the build puts into the page: it shows before the app's program
//! has arrived. It contains the languages of most visitors; `boot.js` chooses the one that shows, and
//! fetches the first screen in another one.

#![allow(clippy::panic, reason = "an invalid first screen stops the build")]

use std::sync::Arc;

use crate::view::{CollectView, to_html, view};
use assay_core::{Depth, Json, Model, Texts, examples};
use assay_locale::{Language, Messages};
use leptos::prelude::*;

use crate::pages::start::example_views::ExampleViews;
use crate::pages::start::{StartPage, start_page};
use crate::parts::header::header;
use crate::route::Route;

const MODEL: &str = include_str!("../../core/models/standard.json");
const EXAMPLES: &str = include_str!("../../core/models/examples.json");

/// Renders the start page, and the lines that show instead of it at other addresses and where the app
/// cannot start: an object with the HTML of the `page`, and the HTML of each language with a file of
/// its own under `files`.
///
/// # Panics
/// If the standard questionnaire or its texts are invalid, which stops the build.
#[must_use]
pub fn render_first_screen() -> Json {
    let (in_page, in_files): (Vec<_>, Vec<_>) =
        Language::ALL.into_iter().partition(|one| one.is_in_page());
    let unstarted = in_page.iter().map(|language| unstarted(*language));
    let screens = in_page.iter().map(|language| in_language(*language));
    let page = unstarted.chain(screens).collect();
    let files = in_files
        .into_iter()
        .map(|one| (one.tag().to_owned(), Json::Text(in_language(one))))
        .collect();
    Json::Object(vec![
        ("page".to_owned(), Json::Text(page)),
        ("files".to_owned(), Json::Object(files)),
    ])
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
        main_depth: Depth::Quick,
        is_depth_fixed: false,
        is_introduced: false,
    };
    let examples = ExampleViews::render(&page, &examples);
    let failures = [
        ("load", messages.app_page_failed()),
        ("wasm", messages.missing_wasm()),
        ("engine", messages.missing_engine()),
    ];
    let failures = failures.map(|(why, text)| {
        view! { <p class="first-failed" role="alert" data-why=why>{text.to_owned()}</p> }
    });
    let failures = failures.into_iter().collect_view();
    let fetched = (!language.is_in_page()).then_some("");
    let direction = match messages.app_direction() {
        "ltr" => None,
        other => Some(other.to_owned()),
    };
    Owner::new().with(move || {
        to_html(&view! {
            <div class="first" data-language=language.tag() data-fetched=fetched lang=language.tag() dir=direction>
                <a class="skip" href="#main">{messages.app_skip().to_owned()}</a>
                {header(&messages, language, &ArcRwSignal::new(Route::Start), Callback::new(|_| ()))}
                {failures}
                <main data-page="start" class="first-start">{start_page(&page, examples, None, None)}</main>
                <p class="first-other" role="status">{messages.app_loading().to_owned()}</p>
            </div>
        })
    })
}

fn texts(language: Language) -> &'static str {
    let texts = language.standard_wording("");
    texts.unwrap_or_else(|| panic!("models/standard.{}.json is missing", language.tag()))
}
