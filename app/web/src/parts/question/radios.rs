//! The radios of a question in the document.

use assay_core::{Answer, QuestionIx};
use web_sys::{Element, HtmlElement, HtmlInputElement};

use crate::browser::dom;
use crate::state::Session;

/// Focuses the selected radio of a question, else the first one.
pub(crate) fn focus_radio(fieldset: &Element) {
    let radio = dom::query_within::<HtmlElement>(fieldset, "input:checked");
    if let Some(radio) = radio.or_else(|| dom::query_within(fieldset, "input")) {
        dom::focus(&radio);
    }
}

/// Selects an answer's radio.
pub(crate) fn show_answer(id: &str, answer: Answer) {
    each_radio(id, |radio| {
        radio.set_checked(radio.value() == answer.as_str())
    });
    show_answered(id, true);
}

/// Deselects all radios of a question.
pub(crate) fn show_no_answer(id: &str) {
    each_radio(id, |radio| radio.set_checked(false));
    show_answered(id, false);
}

/// Deselects all radios and moves the focus to the first one, because the pressed button
/// disappears.
pub(crate) fn clear_answer(id: &str) {
    show_no_answer(id);
    if let Some(fieldset) = fieldset(id) {
        focus_radio(&fieldset);
    }
}

/// Shows the questions that are asked, and hides the others.
pub(crate) fn show_asked(session: &Session, questions: &[QuestionIx]) {
    for question in questions {
        let id = &session.model().question(*question).id;
        if let Some(fieldset) = fieldset(id).and_then(dom::cast::<HtmlElement>) {
            fieldset.set_hidden(!session.is_asked(*question));
        }
    }
}

/// Marks whether a question has an answer to clear.
pub(crate) fn show_answered(id: &str, answered: bool) {
    if let Some(fieldset) = fieldset(id) {
        if answered {
            dom::set_attribute(&fieldset, "data-answered", "");
        } else {
            dom::remove_attribute(&fieldset, "data-answered");
        }
    }
}

fn each_radio(id: &str, act: impl Fn(&HtmlInputElement)) {
    let fieldset = fieldset(id).into_iter();
    for radio in fieldset.flat_map(|all| dom::query_all_within(&all, "input[type=radio]")) {
        act(&radio);
    }
}

/// Returns the fieldset of a question.
pub(crate) fn fieldset(id: &str) -> Option<Element> {
    dom::by_id(&format!("q-{id}"))
}
