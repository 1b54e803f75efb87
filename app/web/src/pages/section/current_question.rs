//! The current question, and moving between questions.
//!
//! The mark is an attribute in the document (`data-current` on a fieldset), not a signal: moving it
//! rebuilds nothing.

use web_sys::{Element, Event, HtmlElement, ScrollLogicalPosition};

use crate::browser::dom;
use crate::parts::question::radios::{fieldset, focus_radio};

const ASKED: &str = "fieldset[data-question]:not([hidden])";
const OPEN: &str = "fieldset[data-question]:not([hidden], [data-answered])";

/// Returns the id of the question that a key event refers to: the focused one or, from the heading,
/// the first open one. `None` from anywhere else.
pub(super) fn question_of_key(event: &Event) -> Option<String> {
    let open = || {
        dom::closest::<Element>(event, "h1")?;
        dom::query::<Element>(OPEN)
    };
    let meant = dom::closest::<Element>(event, ASKED).or_else(open)?;
    meant.get_attribute("data-question")
}

/// Marks the question that received the focus.
pub(super) fn follow_focus(event: &Event) {
    if let Some(fieldset) = dom::closest::<Element>(event, ASKED) {
        mark_current(&fieldset);
    }
}

fn mark_current(fieldset: &Element) {
    if let Some(before) = dom::query::<Element>("fieldset[data-current]") {
        dom::remove_attribute(&before, "data-current");
    }
    dom::set_attribute(fieldset, "data-current", "");
}

/// Moves to the question after `id`, or to the next-page link after the last one.
pub(super) fn focus_next_question(id: &str) {
    let Some(here) = fieldset(id) else { return };
    let mut next = following(&here);
    while let Some(candidate) = next {
        if candidate.matches(ASKED).unwrap_or(false) {
            mark_and_focus(&candidate);
            return;
        }
        next = following(&candidate);
    }
    if let Some(way_on) = dom::query::<HtmlElement>(".pager .button:not(.quiet)") {
        dom::focus(&way_on);
        dom::scroll_into_view(&way_on, ScrollLogicalPosition::Nearest);
    }
}

/// The fieldset after this one: in the same group, or the first one of the next group.
fn following(fieldset: &Element) -> Option<Element> {
    fieldset.next_element_sibling().or_else(|| {
        let group = fieldset.closest(".questions > div").ok()??;
        dom::query_within(&group.next_element_sibling()?, "fieldset")
    })
}

/// Moves to the first question without an answer.
pub(super) fn focus_open_question() {
    if let Some(open) = dom::query(OPEN) {
        mark_and_focus(&open);
    }
}

/// Scrolls to a question and moves the focus to it.
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

/// If the marked question was hidden, moves mark and focus to the next one. Runs after the page has
/// settled, when the browser may already have dropped the focus.
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
