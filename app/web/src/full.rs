//! The whole program: every page of every questionnaire.

use assay_locale::Messages;
use web_sys::HtmlElement;

use crate::brand;
use crate::browser::dom;
use crate::handover;
use crate::pages::{
    about, ask, compare, embed_code, error, new_invitation, received_invitation, results,
    shared_result, start, team, workspace,
};
use crate::parts::{earlier_assessments, saved_file};
use crate::route::Route;
use crate::starter::{questionnaire_page, questionnaire_title};
use crate::state::{App, LoadError, LocaleBundle, Questionnaire};
use crate::variant::{AppVariant, PageView};
use crate::view::{AnyView, IntoView, mount, view};

/// What the whole program is made of.
pub(crate) static FULL: AppVariant = AppVariant {
    deferred: true,
    data_suffix: ".json",
    parse_messages: |json, site, language| {
        Messages::parse_with(json, |key, text| {
            site.config.override_text(language, key, text)
        })
    },
    load_site: Some(|| Box::pin(brand::load_site())),
    load_questionnaire: |site| {
        Box::pin(async move {
            handover::wait_for_idle().await;
            Questionnaire::load(site).await
        })
    },
    load_wording: |library, language| {
        Box::pin(async move {
            handover::wait_for_idle().await;
            library.load_wording(language).await
        })
    },
    page_view: |app, route, speech| Some(page(app, route, speech)),
    page_title: title,
    can_show: |_, _| true,
    adopt_state: handover::receive_state,
    show_load_error: refuse,
    header: brand::top_bar,
    surroundings: Some(|app| {
        let below = view! { {brand::footer(app)}{crate::embed::consent_dialog(app)} };
        let above = view! { {brand::config_faults(app)}{brand::wording_notice(app)}{crate::embed::requested_offer(app)} };
        (above, below)
    }),
    saved_file_view: saved_file::full_saved_file,
    on_start: Some(crate::embed::start),
};

/// Says why there is no questionnaire, in the place of the first screen.
fn refuse(words: Option<Messages>, error: LoadError) {
    let shown = dom::by_id::<HtmlElement>("app");
    let Some(place) = shown.or_else(|| dom::by_id("first-screen")) else {
        return;
    };
    place.set_text_content(None);
    match words {
        Some(words) => mount(&place, move || {
            error::load_error_page(&words, &error).into_any()
        }),
        None => place.set_text_content(Some(&error.to_string())),
    }
    if let Some(root) = dom::root() {
        let _ = root.set_attribute("data-start", "yes");
        let _ = root.set_attribute("data-ready", "");
    }
}

fn page(app: &App, route: &Route, speech: &LocaleBundle) -> PageView {
    if let Some(page) = questionnaire_page(app, route) {
        return page;
    }
    let not_found = || PageView::new("error", error::not_found_page(app).into_any());
    match route {
        Route::Start => PageView::new("start", start_page(app, speech)),
        Route::Ask => PageView::new("ask", ask::ask_page(app).into_any()),
        Route::Results => PageView::new("results", results::results_page(app).into_any()),
        Route::Shared(payload) => PageView::new("shared", shared_result::shared_page(app, payload)),
        Route::Example(id) => shared_result::example_page(app, id)
            .map_or_else(not_found, |view| PageView::new("shared", view)),
        Route::Workspace => PageView::new("workspace", workspace::workspace_page(app).into_any()),
        Route::Team => PageView::new("team", team::team_page(app).into_any()),
        Route::Invite => PageView::new("invite", new_invitation::invite_page(app).into_any()),
        Route::Invitation(payload) => PageView::new(
            "invitation",
            received_invitation::invitation_page(app, payload),
        ),
        Route::Compare(wanted) => PageView::new(
            "compare",
            compare::compare_page(app, wanted.as_deref()).into_any(),
        ),
        Route::About => PageView::new("about", about::about_page(app).into_any()),
        Route::Embed => PageView::new("embed", embed_code::builder_page(app).into_any()),
        Route::Profile(_) | Route::Section { .. } | Route::Review | Route::Unknown => not_found(),
    }
}

fn start_page(app: &App, speech: &LocaleBundle) -> AnyView {
    let page = start::StartPage {
        model: app.questionnaire.model.clone(),
        texts: speech.texts.clone(),
        messages: speech.messages.clone(),
        language: speech.language,
        examples: app.questionnaire.examples.clone(),
        main_depth: app.site.primary_depth(),
    };
    let unfinished = start::unfinished::unfinished(app, &speech.messages);
    let before = earlier_assessments::earlier_assessments(app, earlier_assessments::Place::Start);
    view! { {start::start_page(&page, unfinished, Some(before))}{brand::model_choice(app)} }
}

fn title(app: &App, route: &Route, speech: &LocaleBundle) -> String {
    if let Some(title) = questionnaire_title(app, route, speech) {
        return title;
    }
    let words = &speech.messages;
    let page = match route {
        Route::Ask => words.ask_title(),
        Route::Results => words.results_title(),
        Route::Shared(_) => words.shared_title(),
        Route::Example(id) => {
            let mut examples = app.questionnaire.examples.iter();
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
