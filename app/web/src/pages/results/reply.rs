//! Sends the result link back to whoever invited the reader.

use assay_core::Invited;
use assay_core::link::{Detail, Include, encode};
use assay_locale::list;

use super::{Origin, Shown};
use crate::browser::mail;
use crate::parts::copied::{Hook, copied};
use crate::parts::link_contents;
use crate::state::App;
use crate::view::{AnyView, IntoView, view};

/// Nothing unless the reader's own result answers an invitation.
pub(super) fn reply(app: &App, shown: &Shown) -> Option<impl IntoView + use<>> {
    let invited = shown.assessment.invited(&shown.model);
    let invited = invited.filter(|_| shown.origin == Origin::Own)?;
    let words = &shown.words;
    let to = match invited.mail.as_str() {
        "" => words.reply_anyone().to_owned(),
        mail => words.reply_to(mail),
    };
    let Some(link) = link(shown) else {
        return Some(view! { <p role="alert">{words.reply_too_long().to_owned()}</p> });
    };
    let body = words.reply_draft_body(&link);
    let draft = mail::draft(&invited.mail, words.reply_draft_subject(), &body);
    let button = view! { <a class="button quiet" data-action="mail" href=draft>{words.reply_draft().to_owned()}</a> };
    Some(view! {
        <section class="sheet reply" aria-labelledby="reply">
            <h2 id="reply">{words.reply_heading().to_owned()}</h2>
            <p>{to}</p>
            {partial(shown, &invited)}
            {unnamed(shown)}
            <p class="small">{contains(shown)}" "{words.share_warning().to_owned()}</p>
            {copied(app, Hook::Reply, words.share_link(), move || link.clone(), button)}
        </section>
    })
}

/// With the answers and the profile but without notes.
const INCLUDE: Include = Include {
    profile: true,
    notes: false,
    answers: Detail::Exact,
    sureness: None,
};

/// The whole address of the result; none where the profile is too long for a link.
fn link(shown: &Shown) -> Option<String> {
    let payload = encode(&shown.model, &shown.assessment, INCLUDE).ok()?;
    Some(shown.link(&payload))
}

fn contains(shown: &Shown) -> String {
    link_contents::sentence(&shown.words, &shown.model, &shown.assessment, &INCLUDE)
}

/// Why figures are missing, where only some sections were asked.
fn partial(shown: &Shown, invited: &Invited) -> Option<AnyView> {
    let titles = invited.sections.iter();
    let titles = titles.map(|section| shown.texts.section(*section).title.as_str());
    let titles: Vec<&str> = titles.collect();
    (!titles.is_empty()).then(|| {
        let said = shown.words.reply_partial(&list(&shown.words, &titles));
        view! { <p>{said}</p> }
    })
}

/// Without a name nobody can tell whose the answers are.
fn unnamed(shown: &Shown) -> Option<AnyView> {
    let words = &shown.words;
    shown.assessment.profile.name.trim().is_empty().then(|| {
        view! { <p>{words.reply_unnamed().to_owned()}" "<a href="#/profile">{words.reply_name().to_owned()}</a></p> }
    })
}
