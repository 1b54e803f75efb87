//! The link of the invitation, its content, and the ways to send it.

use assay_core::link::Invitation;
use assay_locale::join_list;
use leptos::prelude::*;

use super::form::InvitationForm;
use crate::browser::mail;
use crate::parts::effort::invitation_effort;
use crate::parts::links::link_field::{LinkHook, link_field};
use crate::parts::section_titles::section_titles;
use crate::view::{AnyView, view};

/// Renders the link, its content and the ways to send it.
pub(super) fn link_section(form: &InvitationForm) -> AnyView {
    let messages = form.messages();
    let link = {
        let form = form.clone();
        Memo::new(move |_| form.link())
    };
    let fault = move || link.get().err();
    let (seen, about) = (form.clone(), form.clone());
    let contains = move || seen.invitation().map(|it| link_contents(&seen, &it));
    let effort = move || about.invitation().map(|it| effort(&about, &it));
    let drafting = form.clone();
    let draft = move || {
        drafting
            .invitation()
            .map(|it| mail_draft(&drafting, &it, link))
    };
    let hint = view! { <a class="button quiet" data-action="mail" href=draft>{messages.invite_draft().to_owned()}</a> };
    view! {
        <section class="sheet" aria-labelledby="invitation-link">
            <h2 id="invitation-link">{messages.invite_made().to_owned()}</h2>
            <p>{messages.invite_warning().to_owned()}</p>
            <div aria-live="polite"><p class="small">{effort}</p><p class="small">{contains}</p></div>
            <p role="alert">{fault}</p>
            {link_field(&form.app, LinkHook::Share, messages.invite_link(), move || link.get().unwrap_or_default(), hint)}
        </section>
    }
}

fn effort(form: &InvitationForm, invitation: &Invitation) -> String {
    invitation_effort(&form.messages(), &form.app.questionnaire.model, invitation)
}

fn link_contents(form: &InvitationForm, invitation: &Invitation) -> String {
    let messages = form.messages();
    let mut parts = vec![messages.invite_part_what().to_owned()];
    if !invitation.sections.is_empty() {
        parts.push(messages.invite_part_sections(&section_titles(&form.app, &invitation.sections)));
    }
    if !invitation.message.is_empty() {
        parts.push(messages.invite_part_message().to_owned());
    }
    if !invitation.mail.is_empty() {
        parts.push(messages.invite_part_mail(&invitation.mail));
    }
    messages.share_contains(&join_list(&messages, &parts))
}

/// Returns the address of a mail draft with the message and the link.
fn mail_draft(
    form: &InvitationForm,
    invitation: &Invitation,
    link: Memo<Result<String, String>>,
) -> String {
    let messages = form.messages();
    let link = link.get().unwrap_or_default();
    let asks = messages.invite_draft_body(&link);
    let body = match invitation.message.as_str() {
        "" => asks,
        message => format!("{message}\n\n{asks}"),
    };
    mail::draft_address("", messages.invite_draft_subject(), &body)
}
