//! The pages that both apps show alike: profile, sections, review.

use super::app_variant::PageView;
use crate::pages::{profile, review, section};
use crate::parts::progress::ArrangeLinks;
use crate::route::Route;
use crate::state::App;
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
