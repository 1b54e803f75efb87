//! One question: legend, help, five levels, "don't know", "not applicable", clear, note.

use crate::view::{CollectView, IntoView, view};
use assay_core::{Answer, Level, QuestionIx, Texts};
use assay_locale::Words;
use leptos::prelude::*;

use crate::state::Session;

/// The fieldset of a question. It is there even while the question is not `asked`, but hidden.
pub(crate) fn question(
    session: &Session,
    words: &Words,
    texts: &Texts,
    index: QuestionIx,
    asked: ArcRwSignal<bool>,
) -> impl IntoView + use<> {
    let question = session.model().question(index);
    let text = texts.question(index);
    let id = question.id.clone();
    let chosen = session.answer(index);
    let levels = Level::ALL.into_iter().zip(text.levels.iter());
    let levels = levels
        .map(|(level, label)| choice(&id, level, label, chosen))
        .collect_view();
    let weightless = (question.weight == 0.0)
        .then(|| view! { <p class="small aside">{words.section_weightless().to_owned()}</p> });
    let help = (!text.help.is_empty()).then(|| view! { <p class="small">{text.help.clone()}</p> });
    let not_applicable = question.not_applicable.then(|| {
        chip(
            &id,
            Answer::NotApplicable,
            words.section_not_applicable(),
            chosen,
        )
    });
    view! {
        <fieldset class="question" id=format!("q-{id}") data-question=id.clone() data-answered=chosen.is_some() hidden=move || !asked.get()>
            <legend><span>{text.text.clone()}</span></legend>
            {help}
            {weightless}
            <div class="levels">{levels}</div>
            <div class="row extras">
                {chip(&id, Answer::Unknown, words.section_unknown(), chosen)}
                {not_applicable}
                <button type="button" class="plain clear" data-clear aria-label=words.section_clear_label(&text.text)>
                    {words.section_clear().to_owned()}
                </button>
                {note(session, words, &text.text, index)}
            </div>
        </fieldset>
    }
}

fn choice(id: &str, level: Level, label: &str, chosen: Option<Answer>) -> impl IntoView + use<> {
    let answer = Answer::Level(level);
    view! {
        <label class="choice numbered">
            <input type="radio" name=id.to_owned() value=answer.as_str() checked=chosen == Some(answer)/>
            <kbd aria-hidden="true">{(level.get() + 1).to_string()}</kbd>
            <span>{label.to_owned()}</span>
        </label>
    }
}

fn chip(id: &str, answer: Answer, label: &str, chosen: Option<Answer>) -> impl IntoView + use<> {
    view! {
        <label class="chip">
            <input type="radio" name=id.to_owned() value=answer.as_str() checked=chosen == Some(answer)/>
            <span>{label.to_owned()}</span>
        </label>
    }
}

fn note(
    session: &Session,
    words: &Words,
    question: &str,
    index: QuestionIx,
) -> impl IntoView + use<> {
    let note = session.note(index);
    let open = note.is_some();
    view! {
        <details class="note" open=open>
            <summary>{words.section_note().to_owned()}</summary>
            <textarea rows="3" maxlength="4000" aria-label=words.section_note_label(question)>{note.unwrap_or_default()}</textarea>
        </details>
    }
}
