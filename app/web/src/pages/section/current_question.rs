//! Which question is marked as the current one, and how the mark moves.
//!
//! The mark lives in the document (`data-current` on a fieldset), not in signals: moving it wakes
//! nothing else.

use assay_core::Answer;
use wasm_bindgen::JsCast;
use web_sys::{
    Element, Event, HtmlElement, HtmlInputElement, HtmlTextAreaElement, ScrollLogicalPosition,
};

use crate::browser::dom;

const ASKED: &str = "fieldset[data-question]:not([hidden])";
const OPEN: &str = "fieldset[data-question]:not([hidden], [data-answered])";

/// The id of the question that a key means: the one that has the focus. From the heading of the
/// page it is the first open one; from anywhere else it is none.
pub(super) fn question_of_key(event: &Event) -> Option<String> {
    let open = || {
        dom::closest::<Element>(event, "h1")?;
        dom::query::<Element>(OPEN)
    };
    let meant = dom::closest::<Element>(event, ASKED).or_else(open)?;
    meant.get_attribute("data-question")
}

/// Marks the question that got the focus.
pub(super) fn follow_focus(event: &Event) {
    if let Some(fieldset) = dom::closest::<Element>(event, ASKED) {
        mark_current(&fieldset);
    }
}

fn mark_current(fieldset: &Element) {
    if let Some(before) = dom::query::<Element>("fieldset[data-current]") {
        let _ = before.remove_attribute("data-current");
    }
    let _ = fieldset.set_attribute("data-current", "");
}

/// Goes on to the question after this one, or to the way on where it is the last.
pub(super) fn focus_next_question(id: &str) {
    let Some(here) = fieldset(id) else { return };
    let mut next = here.next_element_sibling();
    while let Some(candidate) = next {
        if candidate.matches(ASKED).unwrap_or(false) {
            mark_and_focus(&candidate);
            return;
        }
        next = candidate.next_element_sibling();
    }
    if let Some(way_on) = dom::query::<HtmlElement>(".pager .button:not(.quiet)") {
        dom::focus(&way_on);
        dom::scroll_into_view(&way_on, ScrollLogicalPosition::Nearest);
    }
}

/// Goes to the first question that has no answer.
pub(super) fn focus_open_question() {
    if let Some(open) = dom::query(OPEN) {
        mark_and_focus(&open);
    }
}

/// Brings a question into view and gives it the focus.
pub(super) fn focus_question(id: &str) {
    if let Some(fieldset) = fieldset(id).filter(|fieldset| fieldset.matches(ASKED).unwrap_or(false))
    {
        mark_and_focus(&fieldset);
    }
}

fn mark_and_focus(fieldset: &Element) {
    mark_current(fieldset);
    focus_radio(fieldset);
    dom::scroll_into_view(fieldset, ScrollLogicalPosition::Center);
}

/// The focus goes to the radio that is chosen, else to the first one.
pub(crate) fn focus_radio(fieldset: &Element) {
    let radio = fieldset.query_selector("input:checked").ok().flatten();
    let radio = radio.or_else(|| fieldset.query_selector("input").ok().flatten());
    if let Some(radio) = radio.and_then(|radio| radio.dyn_into::<HtmlElement>().ok()) {
        dom::focus(&radio);
    }
}

/// If the marked question goes, mark and focus go to the next one. Looks when the page has settled;
/// by then the browser may have dropped the focus already.
pub(super) fn keep_focus_visible() {
    gloo::timers::callback::Timeout::new(0, || {
        let Some(hidden) = dom::query::<Element>("fieldset[data-current][hidden]") else {
            return;
        };
        if dom::focused_element().is_none_or(|at| hidden.contains(Some(&at))) {
            focus_next_question(&hidden.get_attribute("data-question").unwrap_or_default());
        }
    })
    .forget();
}

/// Shows an answer in a question's radios.
pub(super) fn show_answer(id: &str, answer: Answer) {
    each_radio(id, |radio| {
        radio.set_checked(radio.value() == answer.as_str())
    });
    show_answered(id, true);
}

/// Shows that a question has no answer.
pub(crate) fn show_no_answer(id: &str) {
    each_radio(id, |radio| radio.set_checked(false));
    show_answered(id, false);
}

/// Takes an answer back as the reader wants it: what was pressed for it disappears.
pub(crate) fn clear_answer(id: &str) {
    show_no_answer(id);
    if let Some(fieldset) = fieldset(id) {
        focus_radio(&fieldset);
    }
}

/// Shows a note from elsewhere, unless one is being written there.
pub(super) fn show_note(id: &str, note: &str) {
    let area = fieldset(id).and_then(|f| f.query_selector("textarea:not(:focus)").ok()?);
    if let Some(area) = area.and_then(|area| area.dyn_into::<HtmlTextAreaElement>().ok()) {
        area.set_value(note);
    }
}

/// Shows whether there is an answer to take back.
pub(crate) fn show_answered(id: &str, answered: bool) {
    if let Some(fieldset) = fieldset(id) {
        let _ = fieldset.toggle_attribute_with_force("data-answered", answered);
    }
}

fn each_radio(id: &str, act: impl Fn(&HtmlInputElement)) {
    let Some(radios) = fieldset(id).and_then(|f| f.query_selector_all("input[type=radio]").ok())
    else {
        return;
    };
    for radio in (0..radios.length()).filter_map(|at| radios.get(at)?.dyn_into().ok()) {
        act(&radio);
    }
}

fn fieldset(id: &str) -> Option<Element> {
    dom::by_id(&format!("q-{id}"))
}
