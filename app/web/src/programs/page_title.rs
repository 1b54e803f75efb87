//! The titles of pages, which the browser shows in its tab. The texts are those of the locale and of
//! the questionnaire.

use assay_locale::Messages;

use crate::route::Route;
use crate::state::{App, LocaleBundle};

/// The title of a page that the starter has, too; `None` for other pages.
pub(super) fn starter_title(app: &App, route: &Route, locale: &LocaleBundle) -> Option<String> {
    let messages = &locale.messages;
    let page = match route {
        Route::Start => {
            let (name, title) = (messages.app_name(), messages.start_title());
            return Some(format!("{name} · {title}"));
        }
        Route::Profile(_) => messages.profile_title().to_owned(),
        Route::Section { id, .. } => {
            let ix = app.questionnaire.model.find_section(id)?;
            locale.texts.section(ix).title.clone()
        }
        Route::Review => messages.review_title().to_owned(),
        _ => return None,
    };
    Some(messages.app_title_with_page(&page))
}

/// The title of the page of a result that was received; `None` for other pages.
pub(super) fn received_title(app: &App, route: &Route, locale: &LocaleBundle) -> Option<String> {
    received_page_name(app, route, locale).map(|page| locale.messages.app_title_with_page(page))
}

fn received_page_name<'a>(
    app: &'a App,
    route: &Route,
    locale: &'a LocaleBundle,
) -> Option<&'a str> {
    match route {
        Route::Shared(_) => Some(locale.messages.shared_title()),
        Route::Example(id) => {
            let mut examples = app.questionnaire.examples.iter();
            let example = examples.find(|example| example.id == *id)?;
            Some(example.name(locale.language.tag()))
        }
        _ => None,
    }
}

/// The title of any page. Only the full app links it.
pub(super) fn full_title(app: &App, route: &Route, locale: &LocaleBundle) -> String {
    starter_title(app, route, locale).unwrap_or_else(|| {
        let page = received_page_name(app, route, locale);
        let page = page.unwrap_or_else(|| full_page_name(route, &locale.messages));
        locale.messages.app_title_with_page(page)
    })
}

/// The name of a page that only the full app has.
fn full_page_name<'a>(route: &Route, messages: &'a Messages) -> &'a str {
    match route {
        Route::Ask => messages.ask_title(),
        Route::Results => messages.results_title(),
        Route::Examples => messages.examples_title(),
        Route::Workspace => messages.workspace_title(),
        Route::Team => messages.team_title(),
        Route::Invite => messages.invite_title(),
        Route::Invitation(_) => messages.invitation_title(),
        Route::Compare(_) => messages.compare_title(),
        Route::About => messages.about_title(),
        Route::Embed => messages.builder_title(),
        Route::Start
        | Route::Profile(_)
        | Route::Section { .. }
        | Route::Review
        | Route::Shared(_)
        | Route::Example(_)
        | Route::Unknown => messages.error_not_found(),
    }
}
