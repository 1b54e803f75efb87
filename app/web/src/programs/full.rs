//! The full app: every page of every questionnaire.

use std::sync::Arc;

use assay_core::Model;
use assay_locale::{Language, Messages, MessagesError};
use leptos::prelude::Callback;
use web_sys::HtmlElement;

use super::app_variant::{AppVariant, LoadedData, PageView};
use super::handover::{self, HandoverState};
use super::page_title::full_title;
use super::questionnaire_pages::questionnaire_page;
use super::rehearsal::rehearse_result;
use crate::browser::files::SavedFile;
use crate::browser::{LocalFuture, boot_registry, dom};
use crate::pages::start::example_views::ExampleViews;
use crate::pages::{
    about, ask, compare, embed_code, error, examples, new_invitation, received_invitation, results,
    shared_result, start, team, workspace,
};
use crate::parts::answer_evidence::{self, EvidenceList};
use crate::parts::wording_notice::{list_faults, wording_notice};
use crate::parts::{earlier_assessments, progress, saved_file, undo};
use crate::route::Route;
use crate::state::undo::limit_steps;
use crate::state::{App, DataLoader, LoadError, LocaleBundle, Questionnaire, Site, Wording};
use crate::view::{AnyView, IntoView, mount, view};
use crate::{brand, embed};

/// The full app.
pub(crate) struct FullApp;

impl DataLoader for FullApp {
    fn data_suffix(&self) -> &'static str {
        ".json"
    }

    fn parse_messages(
        &self,
        json: &str,
        site: &Site,
        language: Language,
    ) -> Result<Messages, MessagesError> {
        Messages::parse_with(json, |key, text| {
            site.config.override_text(language, key, text)
        })
    }

    fn load_wording<'a>(
        &'a self,
        questionnaire: &'a Questionnaire,
        language: Language,
    ) -> LocalFuture<'a, Result<Wording, LoadError>> {
        Box::pin(async move {
            boot_registry::wait_until_idle_or_requested().await;
            questionnaire.load_wording(language).await
        })
    }
}

impl AppVariant for FullApp {
    fn wait_until_requested<'a>(
        &self,
        site: &'static Site,
        loaded: Option<&'a LoadedData>,
    ) -> Option<LocalFuture<'a, ()>> {
        Some(Box::pin(async move {
            if let Some((questionnaire, locale)) = loaded {
                rehearse_result(site, questionnaire, locale).await;
            }
            boot_registry::wait_until_requested().await;
        }))
    }

    fn load_site(&self) -> LocalFuture<'static, Site> {
        Box::pin(async {
            let site = brand::load_site().await;
            embed::apply_initial_colours(&site);
            site
        })
    }

    fn load_questionnaire<'a>(
        &'a self,
        site: &'a Site,
    ) -> LocalFuture<'a, Result<Questionnaire, LoadError>> {
        Box::pin(async move {
            boot_registry::wait_until_idle_or_requested().await;
            Questionnaire::load(site).await
        })
    }

    fn adopt_state(&self, model: &Arc<Model>) -> Option<HandoverState> {
        handover::receive_state(model)
    }

    fn show_load_error(&self, messages: Option<Messages>, error: LoadError) {
        let app = dom::by_id::<HtmlElement>("app");
        let Some(place) = app.or_else(|| dom::by_id("first-screen")) else {
            return;
        };
        place.set_text_content(None);
        match messages {
            Some(messages) => mount(&place, move || {
                error::load_error_page(&messages, &error).into_any()
            }),
            None => place.set_text_content(Some(&error.to_string())),
        }
        dom::set_root_attribute("data-start", "yes");
        dom::set_root_attribute("data-ready", "");
    }

    fn read_route(&self, hash: &str, query: &str) -> Option<Route> {
        Route::from_address(hash, query)
    }

    fn can_show(&self, _: &App, _: &Route) -> bool {
        true
    }

    fn page_view(&self, app: &App, route: &Route, locale: &LocaleBundle) -> Option<PageView> {
        let page = questionnaire_page(app, route, progress::list_if_many)
            .unwrap_or_else(|| other_page(app, route, locale));
        Some(with_evidence(app, route, locale, page))
    }

    fn page_title(&self, app: &App, route: &Route, locale: &LocaleBundle) -> String {
        full_title(app, route, locale)
    }

    fn header(
        &self,
        app: &App,
        locale: &LocaleBundle,
        switch_language: Callback<Language>,
    ) -> AnyView {
        brand::top_bar(app, locale, switch_language)
    }

    fn surroundings(&self, app: &App) -> Option<(AnyView, AnyView)> {
        let above = view! { {brand::config_faults(app)}{brand::version_notice(app)}{wording_notice(app, list_faults)}{embed::requested_offer(app)} };
        let below = view! { {brand::footer(app)}{embed::consent_dialog(app)} };
        Some((above, below))
    }

    fn saved_file_view(&self, app: &App, file: &SavedFile) -> AnyView {
        saved_file::full_saved_file(app, file)
    }

    fn undo_or_redo(&self, app: &App, action: &str, by_key: bool) -> bool {
        if !answer_evidence::toggle_by_action(app, action) {
            undo::undo_or_redo(app, action, by_key);
        }
        true
    }

    fn on_start(&self, app: &App) {
        embed::start(app);
        answer_evidence::follow_fields(app);
        limit_steps(&app.current_session());
        if let Some((action, by_key)) = handover::take_requested_undo() {
            self.undo_or_redo(app, &action, by_key);
        }
    }
}

/// Adds the evidence for answers to a page of the questionnaire.
fn with_evidence(app: &App, route: &Route, locale: &LocaleBundle, page: PageView) -> PageView {
    let evidence = match route {
        Route::Section { id, .. } => answer_evidence::shown_evidence(app, id),
        Route::Review => {
            let session = app.current_session();
            let list = EvidenceList {
                messages: &locale.messages,
                texts: &locale.texts,
                model: session.model(),
                assessment: &session.assessment(),
            };
            view! { {list.view("stack wide narrow evidence-list")} }.into_any()
        }
        _ => return page,
    };
    let content = view! { {page.content}{evidence} }.into_any();
    PageView { content, ..page }
}

/// A page that only this app has.
fn other_page(app: &App, route: &Route, locale: &LocaleBundle) -> PageView {
    let not_found = || error::not_found_page(app).into_any();
    let (kind, content) = match route {
        Route::Start => ("start", start_page(app, locale)),
        Route::Ask => ("ask", ask::ask_page(app).into_any()),
        Route::Results => ("results", results::results_page(app).into_any()),
        Route::Shared(payload) => ("shared", shared_result::shared_page(app, payload)),
        Route::Example(id) => match shared_result::example_page(app, id) {
            Some(page) => ("shared", page),
            None => ("error", not_found()),
        },
        Route::Examples if app.questionnaire.examples.is_empty() => ("error", not_found()),
        Route::Examples => ("examples", examples::examples_page(app).into_any()),
        Route::Workspace => ("workspace", workspace::workspace_page(app).into_any()),
        Route::Team => ("team", team::team_page(app).into_any()),
        Route::Invite => ("invite", new_invitation::invite_page(app).into_any()),
        Route::Invitation(payload) => (
            "invitation",
            received_invitation::invitation_page(app, payload),
        ),
        Route::Compare(added) => {
            let page = compare::compare_page(app, added.as_deref());
            ("compare", page.into_any())
        }
        Route::About => ("about", about::about_page(app).into_any()),
        Route::Embed => ("embed", embed_code::builder_page(app).into_any()),
        Route::Profile(_) | Route::Section { .. } | Route::Review | Route::Unknown => {
            ("error", not_found())
        }
    };
    PageView::new(kind, content)
}

/// Whether the owner has written the headline of the start page.
fn has_own_title(app: &App) -> bool {
    let mut texts = app.site.config.texts.iter();
    texts.any(|text| text.key == "start.title")
}

fn start_page(app: &App, locale: &LocaleBundle) -> AnyView {
    let page = start::StartPage {
        model: app.questionnaire.model.clone(),
        texts: locale.texts.clone(),
        messages: locale.messages.clone(),
        language: locale.language,
        main_depth: app.site.primary_depth(),
        is_depth_fixed: app.site.fixed_depth().is_some(),
        is_introduced: app.site.frame.embedded && !has_own_title(app),
    };
    let examples = ExampleViews::render(&page, &app.questionnaire.examples);
    let unfinished = start::unfinished::unfinished(app, &locale.messages);
    let earlier = earlier_assessments::earlier_assessments(app);
    view! { {start::start_page(&page, examples, unfinished, Some(earlier))}{brand::model_choice(app)} }
}
