//! The reply to an invitation: the result link, sent back to the sender.

use assay_core::ReceivedInvitation;
use assay_core::link::{AnswerDetail, LinkOptions, encode};
use assay_locale::join_list;

use super::result_view::ResultView;
use crate::browser::mail;
use crate::parts::links::link_contents;
use crate::parts::links::link_field::{LinkHook, link_field};
use crate::state::App;
use crate::view::{AnyView, IntoView, view};

/// Renders the reply with the reader's own result; `None` unless it answers an invitation.
pub(super) fn reply_section(app: &App, result: &ResultView) -> Option<impl IntoView + use<>> {
    let invited = result.assessment.received_invitation(&result.model)?;
    let messages = &result.messages;
    let to = match invited.mail.as_str() {
        "" => messages.reply_anyone().to_owned(),
        mail => messages.reply_to(mail),
    };
    let Some(link) = link(result) else {
        return Some(view! { <p role="alert">{messages.reply_too_long().to_owned()}</p> });
    };
    let body = messages.reply_draft_body(&link);
    let draft = mail::draft_address(&invited.mail, messages.reply_draft_subject(), &body);
    let button = view! { <a class="button quiet" data-action="mail" href=draft>{messages.reply_draft().to_owned()}</a> };
    Some(view! {
        <section class="sheet reply" aria-labelledby="reply">
            <h2 id="reply">{messages.reply_heading().to_owned()}</h2>
            <p>{to}</p>
            {partial_note(result, &invited)}
            {unnamed_note(result)}
            <p class="small">{link_contents(result)}" "{messages.share_warning().to_owned()}</p>
            {link_field(app, LinkHook::Reply, messages.share_link(), move || link.clone(), button)}
        </section>
    })
}

/// Answers and profile, without notes.
const INCLUDE: LinkOptions = LinkOptions {
    profile: true,
    notes: false,
    answers: AnswerDetail::Exact,
    confidence: None,
};

/// Returns the result link; `None`, which the section shows, if the profile is too long for a link.
fn link(result: &ResultView) -> Option<String> {
    let payload = encode(&result.model, &result.assessment, INCLUDE).ok()?;
    Some(result.link_address(&payload))
}

fn link_contents(result: &ResultView) -> String {
    link_contents::contents_sentence(
        &result.messages,
        &result.model,
        &result.assessment,
        &INCLUDE,
    )
}

/// Explains missing figures, if only some sections were asked.
fn partial_note(result: &ResultView, invited: &ReceivedInvitation) -> Option<AnyView> {
    let titles = invited.sections.iter();
    let titles = titles.map(|section| result.texts.section(*section).title.as_str());
    let titles: Vec<&str> = titles.collect();
    (!titles.is_empty()).then(|| {
        let sentence = result
            .messages
            .reply_partial(&join_list(&result.messages, &titles));
        view! { <p>{sentence}</p> }
    })
}

/// Asks for a name, so that the receiver can tell the replies apart.
fn unnamed_note(result: &ResultView) -> Option<AnyView> {
    let messages = &result.messages;
    result.assessment.profile.name.trim().is_empty().then(|| {
        view! { <p>{messages.reply_unnamed().to_owned()}" "<a href="#/profile">{messages.reply_name().to_owned()}</a></p> }
    })
}
