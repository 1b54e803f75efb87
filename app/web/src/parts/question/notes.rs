//! The note of a question in the document: its button, and its field, which is built when it is
//! first opened.

use web_sys::{Element, HtmlTextAreaElement};

use crate::browser::dom;

/// Opens the note of a question, or closes it.
pub(crate) fn toggle(fieldset: &Element, label: &str) {
    match field(fieldset) {
        Some(field) => set_open(fieldset, &field, field.hidden()),
        None => drop(open_field(fieldset, label)),
    }
}

/// Shows a note, unless the reader is writing in its field. An empty one opens no field.
pub(crate) fn show(fieldset: &Element, label: &str, note: &str) {
    let field = match field(fieldset) {
        None if !note.is_empty() => open_field(fieldset, label),
        existing => existing,
    };
    if let Some(field) = field.filter(|field| !field.matches(":focus").unwrap_or(false)) {
        // A property: programs that translate a page replace text nodes, in fields, too.
        field.set_value(note);
    }
}

fn field(fieldset: &Element) -> Option<HtmlTextAreaElement> {
    dom::query_within(fieldset, "textarea")
}

fn open_field(fieldset: &Element, label: &str) -> Option<HtmlTextAreaElement> {
    let field: HtmlTextAreaElement = dom::create("textarea")?;
    field.set_rows(3);
    dom::set_attribute(&field, "maxlength", "4000");
    dom::set_attribute(&field, "aria-label", label);
    let button = dom::query_within::<Element>(fieldset, "[data-note]")?;
    dom::insert_after(&button, &field);
    set_open(fieldset, &field, true);
    Some(field)
}

fn set_open(fieldset: &Element, field: &HtmlTextAreaElement, is_open: bool) {
    field.set_hidden(!is_open);
    if let Some(button) = dom::query_within::<Element>(fieldset, "[data-note]") {
        let expanded = if is_open { "true" } else { "false" };
        dom::set_attribute(&button, "aria-expanded", expanded);
    }
}
