//! What is still open or answered with "don't know", section by section, a click from its question.

use crate::view::{CollectView, IntoView, view};
use assay_core::{Answer, QuestionIx, SectionIx};
use assay_locale::Messages;
use leptos::prelude::*;

use super::section::progress_bar;
use crate::route;
use crate::state::{App, Session};

/// The page.
pub(crate) fn review_page(app: &App) -> impl IntoView + use<> {
    let words = app.messages();
    let session = app.current_session();
    let open: Vec<(SectionIx, Vec<QuestionIx>)> = session
        .asked_sections()
        .into_iter()
        .filter(|section| session.section_count(*section).get_untracked().asked > 0)
        .map(|section| (section, open_questions(&session, section)))
        .collect();
    let asks = !session.is_section_limited()
        && (open.iter().any(|(_, questions)| !questions.is_empty())
            || session.depth().get_untracked() == assay_core::Depth::Quick);
    let lead = match open.iter().map(|(_, questions)| questions.len()).sum() {
        0 => words.review_complete().to_owned(),
        count => words.review_lead(count),
    };
    let parts = open
        .into_iter()
        .map(|(section, questions)| section_part(app, &session, section, &questions))
        .collect_view();
    view! {
        {progress_bar(app, &session, None)}
        <div class="stack wide narrow">
            <h1 tabindex="-1">{words.review_title().to_owned()}</h1>
            <p>{lead}</p>
            {send_note(&session, &words)}
            {parts}
            <div class="row pager">
                {asks.then(|| view! { <a class="button quiet" href="#/ask" data-action="ask">{words.ask_offer().to_owned()}</a> })}
                <a class="button" href="#/results" data-action="results">{words.section_to_results().to_owned()}</a>
            </div>
        </div>
    }
}

/// Where the answers go when they are done, if somebody asked for them.
fn send_note(session: &Session, words: &Messages) -> Option<impl IntoView + use<>> {
    let said = match session.invitation()?.mail.as_str() {
        "" => words.invited_send_anyone().to_owned(),
        mail => words.invited_send(mail),
    };
    Some(view! { <p class="invited">{said}</p> })
}

/// The asked questions of a section that have no known answer.
fn open_questions(session: &Session, section: SectionIx) -> Vec<QuestionIx> {
    let questions = session.model().section_questions(section).iter().copied();
    questions
        .filter(|question| session.is_asked(*question).get_untracked())
        .filter(|question| matches!(session.answer(*question), None | Some(Answer::Unknown)))
        .collect()
}

fn section_part(
    app: &App,
    session: &Session,
    section: SectionIx,
    questions: &[QuestionIx],
) -> impl IntoView + use<> {
    let speech = app.locale.get_untracked();
    let (words, texts) = (speech.messages, speech.texts);
    let id = session.model().section(section).id.clone();
    let rows = questions.iter().map(|question| {
        let address = route::question_address(&id, &session.model().question(*question).id);
        let state = match session.answer(*question) {
            Some(_) => words.review_unknown(),
            None => words.review_open(),
        };
        view! {
            <li><a href=address lang=texts.lang() dir=texts.dir()>{texts.question(*question).text.clone()}</a>" "<span class="tag">{state.to_owned()}</span></li>
        }
    });
    let rows = rows.collect_view();
    let done = questions
        .is_empty()
        .then(|| view! { <p class="small">{words.review_section_done().to_owned()}</p> });
    view! {
        <section class="stack">
            <h2><a class="quiet-link" href=route::section_address(&id) lang=texts.lang() dir=texts.dir()>{texts.section(section).title.clone()}</a></h2>
            {done}
            <ul class="open-questions">{rows}</ul>
        </section>
    }
}
