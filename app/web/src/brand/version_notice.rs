//! Notice on a page that has an earlier version of the standard questionnaire.

use crate::browser::net;
use crate::state::App;
use crate::view::{IntoView, view};

/// Renders the notice with a link to the present version; nothing for any other questionnaire.
pub(crate) fn version_notice(app: &App) -> impl IntoView + use<> {
    app.questionnaire.is_earlier_standard().then(|| {
        let messages = app.messages();
        let text = messages.versions_earlier(app.questionnaire.model.version());
        let present = net::address_with_model("standard");
        view! {
            <p class="notice" role="status" data-earlier-version>{text}" "<a href=present>{messages.versions_present().to_owned()}</a></p>
        }
    })
}
