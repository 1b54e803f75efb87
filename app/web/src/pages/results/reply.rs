//! Sends the result link back to whoever invited the reader.

use assay_core::ReceivedInvitation;
use assay_core::link::{AnswerDetail, LinkOptions, encode};
use assay_locale::join_list;

use super::{Origin, ResultView};
use crate::browser::mail;
use crate::parts::copied::{LinkHook, link_field};
use crate::parts::link_contents;
use crate::state::App;
use crate::view::{AnyView, IntoView, view};

/// Nothing unless the reader's own result answers an invitation.
pub(super) fn reply_section(app: &App, shown: &ResultView) -> Option<impl IntoView + use<>> {
    let invited = shown.assessment.received_invitation(&shown.model);
    let invited = invited.filter(|_| shown.origin == Origin::Own)?;
    let words = &shown.messages;
    let to = match invited.mail.as_str() {
        "" => words.reply_anyone().to_owned(),
        mail => words.reply_to(mail),
    };
    let Some(link) = link(shown) else {
        return Some(view! { <p role="alert">{words.reply_too_long().to_owned()}</p> });
    };
    let body = words.reply_draft_body(&link);
    let draft = mail::draft_address(&invited.mail, words.reply_draft_subject(), &body);
    let button = view! { <a class="button quiet" data-action="mail" href=draft>{words.reply_draft().to_owned()}</a> };
    Some(view! {
        <section class="sheet reply" aria-labelledby="reply">
            <h2 id="reply">{words.reply_heading().to_owned()}</h2>
            <p>{to}</p>
            {partial_note(shown, &invited)}
            {unnamed_note(shown)}
            <p class="small">{link_contents(shown)}" "{words.share_warning().to_owned()}</p>
            {link_field(app, LinkHook::Reply, words.share_link(), move || link.clone(), button)}
        </section>
    })
}

/// With the answers and the profile but without notes.
const INCLUDE: LinkOptions = LinkOptions {
    profile: true,
    notes: false,
    answers: AnswerDetail::Exact,
    confidence: None,
};

/// The whole address of the result; none where the profile is too long for a link.
fn link(shown: &ResultView) -> Option<String> {
    let payload = encode(&shown.model, &shown.assessment, INCLUDE).ok()?;
    Some(shown.link_address(&payload))
}

fn link_contents(shown: &ResultView) -> String {
    link_contents::contents_sentence(&shown.messages, &shown.model, &shown.assessment, &INCLUDE)
}

/// Why figures are missing, where only some sections were asked.
fn partial_note(shown: &ResultView, invited: &ReceivedInvitation) -> Option<AnyView> {
    let titles = invited.sections.iter();
    let titles = titles.map(|section| shown.texts.section(*section).title.as_str());
    let titles: Vec<&str> = titles.collect();
    (!titles.is_empty()).then(|| {
        let said = shown
            .messages
            .reply_partial(&join_list(&shown.messages, &titles));
        view! { <p>{said}</p> }
    })
}

/// Without a name nobody can tell whose the answers are.
fn unnamed_note(shown: &ResultView) -> Option<AnyView> {
    let words = &shown.messages;
    shown.assessment.profile.name.trim().is_empty().then(|| {
        view! { <p>{words.reply_unnamed().to_owned()}" "<a href="#/profile">{words.reply_name().to_owned()}</a></p> }
    })
}
