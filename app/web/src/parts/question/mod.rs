//! One question: legend, help, five levels, "don't know", "not applicable", clear button, note.
//!
//! A section may have hundreds of questions of about sixty nodes each. Only a template is built
//! node by node; questions are clones of it, filled with their texts.

pub(crate) mod keys;
pub(crate) mod radios;

use crate::view::{CollectView, IntoView, Node, build_once, follow, set_text, view};
use assay_core::{Answer, Level, QuestionIx, Texts};
use assay_locale::Messages;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, HtmlInputElement, HtmlTextAreaElement};

use crate::browser::dom::{self, set_attribute};
use crate::state::Session;

/// The parts that differ between questions, in document order.
const PARTS: &str = "legend span, p, input, .levels span, button, details, textarea";

/// Template from which the fieldsets of questions are cloned.
pub(crate) struct QuestionTemplate {
    blank: Option<Element>,
}

impl QuestionTemplate {
    /// Builds the template in a language.
    pub(crate) fn new(messages: &Messages) -> Self {
        Self {
            blank: build_once(blank_question(messages)),
        }
    }

    /// Builds the fieldset of a question. It is hidden while the question is not asked.
    pub(crate) fn build_question(
        &self,
        session: &Session,
        messages: &Messages,
        texts: &Texts,
        index: QuestionIx,
        asked: &ArcRwSignal<bool>,
    ) -> Node {
        let Some(fieldset) = self.blank.as_ref().and_then(dom::clone::<HtmlElement>) else {
            return Node::Many(Vec::new());
        };
        fill_question(&fieldset, session, messages, texts, index);
        let visibility = follow_visibility(&fieldset, asked.clone());
        Node::Many(vec![Node::Existing(fieldset.into()), visibility])
    }
}

/// Shows and hides a question with its condition.
fn follow_visibility(fieldset: &HtmlElement, asked: ArcRwSignal<bool>) -> Node {
    let fieldset = fieldset.clone();
    follow(move || {
        let is_hidden = !asked.get();
        if fieldset.hidden() != is_hidden {
            fieldset.set_hidden(is_hidden);
        }
    })
}

/// Fills a clone with the texts and the state of a question.
fn fill_question(
    fieldset: &HtmlElement,
    session: &Session,
    messages: &Messages,
    texts: &Texts,
    index: QuestionIx,
) -> Option<()> {
    let question = session.model().question(index);
    let (id, text) = (question.id.as_str(), texts.question(index));
    let mut parts = dom::query_all_within::<Element>(fieldset, PARTS).into_iter();

    fieldset.set_id(&format!("q-{id}"));
    set_attribute(fieldset, "data-question", id);
    set_own_text(&parts.next()?, texts, &text.text);
    let help = parts.next()?;
    set_own_text(&help, texts, &text.help);
    help.set_id(&format!("h-{id}"));
    set_attribute(fieldset, "aria-describedby", &help.id());
    remove_unless(&help, !text.help.is_empty());
    remove_unless(&parts.next()?, question.weight == 0.0);
    let chosen = session.answer(index);
    if chosen.is_some() {
        set_attribute(fieldset, "data-answered", "");
    }
    for (level, label) in Level::ALL.into_iter().zip(&text.levels) {
        set_radio(&parts.next()?, id, chosen == Some(Answer::Level(level)));
        set_own_text(&parts.next()?, texts, label);
    }
    set_radio(&parts.next()?, id, chosen == Some(Answer::Unknown));
    let not_applicable = parts.next()?;
    set_radio(&not_applicable, id, chosen == Some(Answer::NotApplicable));
    remove_unless(&not_applicable.parent_element()?, question.not_applicable);
    let label = messages.section_clear_label(&text.text);
    set_attribute(&parts.next()?, "aria-label", &label);
    let note_label = messages.section_note_label(&text.text);
    let (details, field) = (parts.next()?, parts.next()?);
    fill_note(&details, &field, &note_label, session.note(index))
}

/// Fills the note field, and opens its fold if there is a note.
fn fill_note(details: &Element, field: &Element, label: &str, note: Option<String>) -> Option<()> {
    set_attribute(field, "aria-label", label);
    if let Some(note) = note {
        set_attribute(details, "open", "");
        // Set as a property: programs that translate a page replace text nodes, in fields, too.
        field.dyn_ref::<HtmlTextAreaElement>()?.set_value(&note);
    }
    Some(())
}

/// Sets a text of the questionnaire with its own language, which may differ from the page's.
fn set_own_text(element: &Element, texts: &Texts, text: &str) {
    set_text(element, text);
    for (name, value) in [("lang", texts.lang()), ("dir", texts.dir())] {
        if let Some(value) = value {
            set_attribute(element, name, value);
        }
    }
}

fn remove_unless(element: &Element, wanted: bool) {
    if !wanted {
        element.remove();
    }
}

fn set_radio(input: &Element, id: &str, chosen: bool) {
    if let Some(input) = input.dyn_ref::<HtmlInputElement>() {
        input.set_name(id);
        if chosen {
            input.set_default_checked(true);
        }
    }
}

/// Renders a question without texts.
fn blank_question(messages: &Messages) -> impl IntoView + use<> {
    let levels = Level::ALL.map(|level| {
        view! {
            <label class="choice numbered">
                <input type="radio" value=Answer::Level(level).as_str()/>
                <kbd aria-hidden="true">{(level.get() + 1).to_string()}</kbd>
                <span></span>
            </label>
        }
    });
    view! {
        <fieldset class="question">
            <legend><span></span></legend>
            <p class="small"></p>
            <p class="small aside">{messages.section_weightless().to_owned()}</p>
            <div class="levels">{levels.into_iter().collect_view()}</div>
            <div class="row extras">
                {chip(Answer::Unknown, messages.section_unknown())}
                {chip(Answer::NotApplicable, messages.section_not_applicable())}
                <button type="button" class="plain clear" data-clear>{messages.section_clear().to_owned()}</button>
                <details class="note">
                    <summary>{messages.section_note().to_owned()}</summary>
                    <textarea rows="3" maxlength="4000"></textarea>
                </details>
            </div>
        </fieldset>
    }
}

fn chip(answer: Answer, label: &str) -> impl IntoView + use<> {
    view! {
        <label class="chip">
            <input type="radio" value=answer.as_str()/>
            <span>{label.to_owned()}</span>
        </label>
    }
}
