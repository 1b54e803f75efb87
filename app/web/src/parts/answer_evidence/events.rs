//! Stores what is written in the fields of evidence.

use assay_core::{Day, Evidence, EvidenceSource, Person};
use gloo::events::EventListener;
use web_sys::{Element, Event, HtmlInputElement};

use super::fields::{BOX, Part, show_link};
use crate::browser::{dom, teardown};
use crate::state::App;

/// Has every change of a field stored.
pub(crate) fn follow_fields(app: &App) {
    let Some(window) = dom::window() else { return };
    let app = app.clone();
    teardown::keep_alive(EventListener::new(&window, "input", move |event| {
        store_field(&app, event);
    }));
}

/// Stores the fields to which the changed one belongs; nothing where it is no field of evidence.
fn store_field(app: &App, event: &Event) -> Option<()> {
    let fields: Element = dom::closest(event, BOX)?;
    let part = Part::of(&dom::event_target::<HtmlInputElement>(event)?)?;
    let session = app.current_session();
    let question = session
        .model()
        .find_question(&fields.get_attribute("data-evidence")?)?;
    let text = |part: Part| Some(part.input(&fields)?.value());
    let date = Part::Date.input(&fields)?;
    let day = Day::parse(&date.value());
    let is_faulty = !date.check_validity() || (day.is_none() && !date.value().is_empty());
    show_fault(app, &fields, is_faulty);
    // A date that is not whole yet does not replace the one before.
    let present = session.evidence(question);
    let present_day = present.as_ref().and_then(Evidence::date);
    let day = if is_faulty { present_day } else { day };
    let source = EvidenceSource::new(&text(Part::Source)?);
    let evidence = Evidence::new(source, day, Person::new(&text(Part::Person)?));
    // A space at the end of a text changes nothing, and must not end the step of its undo.
    if evidence != present {
        session.set_evidence(question, evidence.as_ref(), part.number());
    }
    show_link(&fields, evidence.as_ref());
    Some(())
}

fn show_fault(app: &App, fields: &Element, is_faulty: bool) {
    if let Some(place) = dom::query_within::<Element>(fields, "[data-date-fault]") {
        let messages = app.messages();
        let text = if is_faulty {
            messages.answer_evidence_date_fault()
        } else {
            ""
        };
        place.set_text_content(Some(text));
    }
}
