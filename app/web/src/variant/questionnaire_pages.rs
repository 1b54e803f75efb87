//! The pages that both apps show alike: profile, sections, review.

use super::app_variant::PageView;
use crate::pages::{profile, review, section};
use crate::parts::progress::ArrangeLinks;
use crate::route::Route;
use crate::state::{App, LocaleBundle};
use crate::view::IntoView;

/// The page of a route; `None` where the route is not of these pages.
pub(super) fn questionnaire_page(
    app: &App,
    route: &Route,
    arrange: ArrangeLinks,
) -> Option<PageView> {
    match route {
        Route::Profile(_) => Some(PageView::new(
            "profile",
            profile::profile_page(app).into_any(),
        )),
        Route::Section { id, question } => {
            let ix = app.questionnaire.model.find_section(id)?;
            Some(PageView {
                content: section::section_page(app, ix, question.clone(), arrange).into_any(),
                kind: "section",
                section: Some(id.clone()),
            })
        }
        Route::Review => Some(PageView::new(
            "review",
            review::review_page(app, arrange).into_any(),
        )),
        _ => None,
    }
}

/// The title of these pages and of the start page.
pub(super) fn questionnaire_title(
    app: &App,
    route: &Route,
    locale: &LocaleBundle,
) -> Option<String> {
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
