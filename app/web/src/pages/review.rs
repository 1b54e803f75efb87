//! The review page: questions without a known answer, by section, each linked. A section without
//! such a question is left out; the bar above leads to it.

use crate::view::{CollectView, IntoView, view};
use assay_core::{Answer, QuestionIx, SectionIx};
use assay_locale::Messages;
use leptos::prelude::*;

use crate::parts::progress::{ArrangeLinks, progress_bar};
use crate::parts::undo_controls::undo_controls;
use crate::route;
use crate::state::{App, Session};

/// Renders the page.
pub(crate) fn review_page(app: &App, arrange: ArrangeLinks) -> impl IntoView + use<> {
    let messages = app.messages();
    let session = app.current_session();
    let open: Vec<(SectionIx, Vec<QuestionIx>)> = session
        .asked_sections()
        .into_iter()
        .map(|section| (section, open_questions(&session, section)))
        .filter(|(_, questions)| !questions.is_empty())
        .collect();
    let asks = !session.is_section_limited()
        && (!open.is_empty() || session.depth().get_untracked() == assay_core::Depth::Quick);
    let lead = match open.iter().map(|(_, questions)| questions.len()).sum() {
        0 => messages.review_complete().to_owned(),
        count => messages.review_lead(count),
    };
    let parts = open
        .into_iter()
        .map(|(section, questions)| section_part(app, &session, section, &questions))
        .collect_view();
    view! {
        {progress_bar(app, &session, None, arrange)}
        <div class="stack wide narrow">
            <h1 tabindex="-1">{messages.review_title().to_owned()}</h1>
            <p>{lead}</p>
            {send_note(&session, &messages)}
            {parts}
            {undo_controls(&messages)}
            <div class="row pager">
                {asks.then(|| view! { <a class="button quiet" href="#/ask" data-action="ask">{messages.ask_offer().to_owned()}</a> })}
                <a class="button" href="#/results" data-action="results">{messages.section_to_results().to_owned()}</a>
            </div>
        </div>
    }
}

/// Renders where to send the answers, if they answer an invitation.
fn send_note(session: &Session, messages: &Messages) -> Option<impl IntoView + use<>> {
    let invitation_note = match session.invitation()?.mail.as_str() {
        "" => messages.invited_send_anyone().to_owned(),
        mail => messages.invited_send(mail),
    };
    Some(view! { <p class="invited">{invitation_note}</p> })
}

/// Returns the asked questions of a section without a known answer.
fn open_questions(session: &Session, section: SectionIx) -> Vec<QuestionIx> {
    let questions = session.model().section_questions(section).iter().copied();
    questions
        .filter(|question| session.is_asked(*question))
        .filter(|question| matches!(session.answer(*question), None | Some(Answer::Unknown)))
        .collect()
}

fn section_part(
    app: &App,
    session: &Session,
    section: SectionIx,
    questions: &[QuestionIx],
) -> impl IntoView + use<> {
    let locale = app.locale.get_untracked();
    let (messages, texts) = (locale.messages, locale.texts);
    let id = session.model().section(section).id.clone();
    let rows = questions.iter().map(|question| {
        let address = route::question_address(&id, &session.model().question(*question).id);
        let state = match session.answer(*question) {
            Some(_) => messages.review_unknown(),
            None => messages.review_open(),
        };
        view! {
            <li><a href=address lang=texts.lang() dir=texts.dir()>{texts.question(*question).text.clone()}</a>" "<span class="tag">{state.to_owned()}</span></li>
        }
    });
    let rows = rows.collect_view();
    view! {
        <section class="stack">
            <h2><a class="quiet-link" href=route::section_address(&id) lang=texts.lang() dir=texts.dir()>{texts.section(section).title.clone()}</a></h2>
            <ul class="open-questions">{rows}</ul>
        </section>
    }
}
