//! The whole program: every page of every questionnaire.

use assay_locale::Words;
use web_sys::HtmlElement;

use crate::brand;
use crate::browser::dom;
use crate::handover;
use crate::light::{questionnaire_page, questionnaire_title};
use crate::pages::{
    about, ask, builder, compare, earlier, fault, invitation, invite, results, shared, start, team,
    unfinished, workspace,
};
use crate::parts::saved;
use crate::program::{Page, Program};
use crate::route::Route;
use crate::state::{App, Library, LoadError, Speech};
use crate::view::{AnyView, IntoView, mount, view};

/// What the whole program is made of.
pub(crate) static WHOLE: Program = Program {
    waits: true,
    ending: ".json",
    words: |json, site, language| {
        Words::parse_with(json, |key, text| site.config.reword(language, key, text))
    },
    site: Some(|| Box::pin(brand::load())),
    library: |site| {
        Box::pin(async move {
            handover::pause().await;
            Library::load(site).await
        })
    },
    wording: |library, language| {
        Box::pin(async move {
            handover::pause().await;
            library.wording(language).await
        })
    },
    page: |app, route, speech| Some(page(app, route, speech)),
    title,
    shows: |_, _| true,
    take: handover::take,
    refuse,
    bar: brand::bar,
    around: Some(|app| {
        let below = view! { {brand::foot(app)}{crate::embed::consent(app)} };
        let above = view! { {brand::faults(app)}{brand::wording(app)}{crate::embed::wanted(app)} };
        (above, below)
    }),
    saved: saved::full,
    begun: Some(crate::embed::start),
};

/// Says why there is no questionnaire, in the place of the first screen.
fn refuse(words: Option<Words>, error: LoadError) {
    let shown = dom::by_id::<HtmlElement>("app");
    let Some(place) = shown.or_else(|| dom::by_id("first-screen")) else {
        return;
    };
    place.set_text_content(None);
    match words {
        Some(words) => mount(&place, move || fault::load_page(&words, &error).into_any()),
        None => place.set_text_content(Some(&error.to_string())),
    }
    if let Some(root) = dom::root() {
        let _ = root.set_attribute("data-start", "yes");
        let _ = root.set_attribute("data-ready", "");
    }
}

fn page(app: &App, route: &Route, speech: &Speech) -> Page {
    if let Some(page) = questionnaire_page(app, route) {
        return page;
    }
    let not_found = || Page::new("error", fault::not_found_page(app).into_any());
    match route {
        Route::Start => Page::new("start", start_page(app, speech)),
        Route::Ask => Page::new("ask", ask::ask_page(app).into_any()),
        Route::Results => Page::new("results", results::results_page(app).into_any()),
        Route::Shared(payload) => Page::new("shared", shared::shared_page(app, payload)),
        Route::Example(id) => {
            shared::example_page(app, id).map_or_else(not_found, |view| Page::new("shared", view))
        }
        Route::Workspace => Page::new("workspace", workspace::workspace_page(app).into_any()),
        Route::Team => Page::new("team", team::team_page(app).into_any()),
        Route::Invite => Page::new("invite", invite::invite_page(app).into_any()),
        Route::Invitation(payload) => {
            Page::new("invitation", invitation::invitation_page(app, payload))
        }
        Route::Compare(wanted) => Page::new(
            "compare",
            compare::compare_page(app, wanted.as_deref()).into_any(),
        ),
        Route::About => Page::new("about", about::about_page(app).into_any()),
        Route::Embed => Page::new("embed", builder::builder_page(app).into_any()),
        Route::Profile(_) | Route::Section { .. } | Route::Review | Route::Unknown => not_found(),
    }
}

fn start_page(app: &App, speech: &Speech) -> AnyView {
    let page = start::StartPage {
        model: app.library.model.clone(),
        texts: speech.texts.clone(),
        words: speech.words.clone(),
        language: speech.language,
        examples: app.library.examples.clone(),
        first: app.site.first_depth(),
    };
    let unfinished = unfinished::unfinished(app, &speech.words);
    let before = earlier::earlier(app, earlier::Place::Start);
    view! { {start::start_page(&page, unfinished, Some(before))}{brand::choice(app)} }
}

fn title(app: &App, route: &Route, speech: &Speech) -> String {
    if let Some(title) = questionnaire_title(app, route, speech) {
        return title;
    }
    let words = &speech.words;
    let page = match route {
        Route::Ask => words.ask_title(),
        Route::Results => words.results_title(),
        Route::Shared(_) => words.shared_title(),
        Route::Example(id) => {
            let mut examples = app.library.examples.iter();
            match examples.find(|example| example.id == *id) {
                Some(example) => example.name(speech.language.tag()),
                None => words.error_not_found(),
            }
        }
        Route::Workspace => words.workspace_title(),
        Route::Team => words.team_title(),
        Route::Invite => words.invite_title(),
        Route::Invitation(_) => words.invitation_title(),
        Route::Compare(_) => words.compare_title(),
        Route::About => words.about_title(),
        Route::Embed => words.builder_title(),
        Route::Start
        | Route::Profile(_)
        | Route::Section { .. }
        | Route::Review
        | Route::Unknown => words.error_not_found(),
    };
    words.app_title_with_page(page)
}
