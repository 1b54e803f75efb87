//! The fields of the evidence for an answer, which are built when they are first opened.

use assay_core::{Evidence, MAX_PERSON_LENGTH, MAX_SOURCE_LENGTH, QuestionIx};
use leptos::prelude::GetUntracked;
use web_sys::{Element, HtmlElement, HtmlInputElement};

use super::line::source_link;
use crate::browser::dom;
use crate::state::{App, Session};
use crate::view::{AnyView, IntoView, to_html, view};

/// Matches the box of the fields.
pub(super) const BOX: &str = "[data-evidence]";
/// Matches the button beside a question.
const BUTTON: &str = "[data-action^='evidence/']";

/// A field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Part {
    Source,
    Date,
    Person,
}

impl Part {
    const ALL: [Self; 3] = [Self::Source, Self::Date, Self::Person];

    fn name(self) -> &'static str {
        match self {
            Self::Source => "source",
            Self::Date => "date",
            Self::Person => "person",
        }
    }

    /// The field of an input.
    pub(super) fn of(input: &HtmlInputElement) -> Option<Self> {
        let name = input.get_attribute("data-part")?;
        Self::ALL.into_iter().find(|part| part.name() == name)
    }

    /// Its number among the texts of a record, by which steps of undo are told apart.
    pub(super) fn number(self) -> u8 {
        match self {
            Self::Source => 0,
            Self::Date => 1,
            Self::Person => 2,
        }
    }

    /// The input in the box of the fields.
    pub(super) fn input(self, fields: &Element) -> Option<HtmlInputElement> {
        dom::query_within(fields, &format!("[data-part={}]", self.name()))
    }

    fn value(self, evidence: Option<&Evidence>) -> String {
        let Some(evidence) = evidence else {
            return String::new();
        };
        match self {
            Self::Source => evidence.source().as_str().to_owned(),
            Self::Date => evidence
                .date()
                .map(|day| day.to_string())
                .unwrap_or_default(),
            Self::Person => evidence.person().as_str().to_owned(),
        }
    }
}

/// Builds the fields of a question, empty.
pub(super) fn fields(app: &App, session: &Session, question: QuestionIx) -> AnyView {
    let locale = app.locale.get_untracked();
    let messages = &locale.messages;
    let label = messages.answer_evidence_label(&locale.texts.question(question).text);
    let id = session.model().question(question).id.as_str();
    view! {
        <div class="evidence-fields" role="group" aria-label=label data-evidence=id>
            <label class="field wide-field">{messages.answer_evidence_source()}
                <input type="text" data-part="source" maxlength=MAX_SOURCE_LENGTH.to_string() spellcheck="false"/></label>
            <label class="field">{messages.answer_evidence_date()}
                <input type="date" data-part="date" min="2020-01-01" max="9999-12-31"/></label>
            <label class="field">{messages.answer_evidence_person()}
                <input type="text" data-part="person" maxlength=MAX_PERSON_LENGTH.to_string()/></label>
            <p class="small" data-source-link></p>
            <p class="small" data-date-fault role="status"></p>
        </div>
    }
    .into_any()
}

/// Opens the fields and moves the focus to the first one, or closes them.
pub(super) fn toggle(fieldset: &Element, build: impl FnOnce() -> AnyView) {
    let existing = dom::query_within::<HtmlElement>(fieldset, BOX);
    let is_open = existing.as_ref().is_some_and(|it| !it.hidden());
    let Some(fields) = existing.or_else(|| insert(fieldset, build)) else {
        return;
    };
    set_open(fieldset, &fields, !is_open);
    let first = Part::Source.input(&fields).filter(|_| !is_open);
    if let Some(first) = first {
        dom::focus(&first);
        dom::scroll_into_view(&fields, web_sys::ScrollLogicalPosition::Nearest);
    }
}

/// Shows evidence, except in the field in which the reader is writing. Without evidence no fields are
/// opened.
pub(super) fn show(
    fieldset: &Element,
    evidence: Option<&Evidence>,
    build: impl FnOnce() -> AnyView,
) {
    let existing = dom::query_within::<HtmlElement>(fieldset, BOX);
    let fields = match evidence {
        Some(_) if existing.is_none() => insert(fieldset, build).inspect(|fields| {
            set_open(fieldset, fields, true);
        }),
        _ => existing,
    };
    let Some(fields) = fields else { return };
    for part in Part::ALL {
        let input = part.input(&fields);
        if let Some(input) = input.filter(|it| !it.matches(":focus").unwrap_or(false)) {
            input.set_value(&part.value(evidence));
        }
    }
    show_link(&fields, evidence);
}

/// Shows the source as a link, if it is the address of a web page.
pub(super) fn show_link(fields: &Element, evidence: Option<&Evidence>) {
    if let Some(place) = dom::query_within::<Element>(fields, "[data-source-link]") {
        let link = evidence.and_then(|evidence| source_link(evidence.source()));
        place.set_inner_html(&link.map(|link| to_html(&link)).unwrap_or_default());
    }
}

fn insert(fieldset: &Element, build: impl FnOnce() -> AnyView) -> Option<HtmlElement> {
    let before = dom::query_within::<Element>(fieldset, ".extras")?;
    let outer: Element = dom::create("div")?;
    outer.set_inner_html(&to_html(&build()));
    let fields: HtmlElement = dom::query_within(&outer, BOX)?;
    dom::insert_after(&before, &fields);
    Some(fields)
}

fn set_open(fieldset: &Element, fields: &HtmlElement, is_open: bool) {
    fields.set_hidden(!is_open);
    if let Some(button) = dom::query_within::<Element>(fieldset, BUTTON) {
        let expanded = if is_open { "true" } else { "false" };
        dom::set_attribute(&button, "aria-expanded", expanded);
    }
}
