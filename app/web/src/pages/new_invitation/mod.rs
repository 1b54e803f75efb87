//! The page that creates an invitation: whom it asks what, and where the result link is to be sent.

mod fields;
mod form;
mod link_section;

use self::fields::{depth_field, mail_field, message_field, sections_field, stance_field};
use self::form::InvitationForm;
use self::link_section::link_section;
use crate::state::App;
use crate::view::{IntoView, view};

/// Renders the page.
pub(crate) fn invite_page(app: &App) -> impl IntoView + use<> {
    let messages = app.messages();
    let form = InvitationForm::new(app);
    view! {
        <div class="stack wide narrow">
            <h1 tabindex="-1">{messages.invite_title().to_owned()}</h1>
            <p class="lead">{messages.invite_lead().to_owned()}</p>
            <form class="stack wide" autocomplete="off" on:submit=|event| event.prevent_default()>
                {stance_field(&form, &messages)}
                {depth_field(&form)}
                {sections_field(&form)}
                {message_field(&form, &messages)}
                {mail_field(&form, &messages)}
            </form>
            {link_section(&form)}
            <p>{messages.invite_team().to_owned()}" "<a href="#/team" data-action="team">{messages.team_title().to_owned()}</a></p>
        </div>
    }
}
