//! One question: legend, help, five levels, "don't know", "not applicable", clear button, note, the button of the evidence.
//!
//! The questions of a page are one piece of HTML, which the browser reads at once: a section may
//! have hundreds of questions of about thirty nodes each.

pub(crate) mod keys;
pub(crate) mod notes;
pub(crate) mod radios;

use std::sync::Arc;

use assay_core::{Answer, Level, QuestionIx, Texts};
use assay_locale::Messages;
use leptos::prelude::*;
use web_sys::Element;

use crate::browser::dom;
use crate::state::{App, Session};
use crate::view::{AnyView, CollectView, Handle, IntoView, contains_measure, to_html, view};

/// Builds the questions of an assessment in one language.
#[derive(Clone)]
pub(crate) struct QuestionViews {
    session: Session,
    messages: Arc<Messages>,
    texts: Arc<Texts>,
}

impl QuestionViews {
    /// For the current assessment and language.
    pub(crate) fn new(app: &App) -> Self {
        let locale = app.locale.get_untracked();
        Self {
            session: app.current_session(),
            messages: locale.messages,
            texts: locale.texts,
        }
    }

    /// Builds the fieldsets of questions in one element. Those that `shows` refuses are hidden.
    pub(crate) fn build(
        &self,
        questions: &[QuestionIx],
        shows: impl Fn(QuestionIx) -> bool,
    ) -> AnyView {
        let fieldsets = questions.iter().map(|it| self.fieldset(*it, shows(*it)));
        let html = to_html(&fieldsets.collect_view());
        let (views, questions) = (self.clone(), questions.to_vec());
        let handle = Handle::new();
        handle.on_load(move |built: Element| views.open_notes(&built, &questions));
        view! { <div prop:innerHTML=html node_ref=handle></div> }.into_any()
    }

    fn fieldset(&self, index: QuestionIx, shows: bool) -> AnyView {
        let (id, text) = (self.id(index), self.texts.question(index));
        let chosen = self.session.answer(index);
        let help = (!text.help.is_empty()).then(|| format!("h-{id}"));
        let help_text = help.clone().map(|help| {
            view! { <p class="small" id=help lang=self.texts.lang() dir=self.texts.dir()>{text.help.as_str()}</p> }
        });
        let weightless = self.session.model().question(index).weight == 0.0;
        let aside = weightless.then(|| {
            view! { <p class="small aside">{self.messages.section_weightless()}</p> }
        });
        view! {
            <fieldset class="question" id=format!("q-{id}") data-question=id hidden=!shows
                data-answered=chosen.is_some() aria-describedby=help>
                <legend lang=self.texts.lang() dir=self.texts.dir()>{text.text.as_str()}</legend>
                {help_text}
                {aside}
                {self.levels(index, chosen)}
                {self.extras(index, chosen)}
            </fieldset>
        }
        .into_any()
    }

    /// The five levels. Their digits are counters of the style sheet.
    fn levels(&self, index: QuestionIx, chosen: Option<Answer>) -> AnyView {
        let labels = &self.texts.question(index).levels;
        let levels = Level::ALL.into_iter().zip(labels).map(|(level, label)| {
            let answer = Answer::Level(level);
            view! {
                <label class="choice numbered" lang=self.texts.lang() dir=self.texts.dir()>
                    {self.radio(index, answer, chosen)}{in_one_box(label)}
                </label>
            }
        });
        levels.collect_view().into_any()
    }

    /// The answers that are no level, the button that clears, and those of note and evidence.
    fn extras(&self, index: QuestionIx, chosen: Option<Answer>) -> AnyView {
        let messages = &self.messages;
        let allows_none = self.session.model().question(index).not_applicable;
        let chip = |answer, label: &str| {
            view! { <label class="chip">{self.radio(index, answer, chosen)}<span>{label}</span></label> }
        };
        let clear_label = messages.section_clear_label(&self.texts.question(index).text);
        view! {
            <div class="row extras">
                {chip(Answer::Unknown, messages.section_unknown())}
                {allows_none.then(|| chip(Answer::NotApplicable, messages.section_not_applicable()))}
                <button type="button" class="plain clear" data-clear aria-label=clear_label>{messages.section_clear()}</button>
                <button type="button" class="note" data-note aria-expanded="false">{messages.section_note()}</button>
                <button type="button" class="note" data-action=format!("evidence/{}-change", self.id(index)) aria-expanded="false">{messages.section_evidence()}</button>
            </div>
        }
        .into_any()
    }

    fn radio(&self, index: QuestionIx, answer: Answer, chosen: Option<Answer>) -> AnyView {
        let is_chosen = chosen == Some(answer);
        view! { <input type="radio" name=self.id(index) value=answer.as_str() checked=is_chosen/> }
            .into_any()
    }

    fn id(&self, index: QuestionIx) -> &str {
        &self.session.model().question(index).id
    }

    /// Opens the fields of the notes that exist.
    fn open_notes(&self, built: &Element, questions: &[QuestionIx]) {
        let fieldsets = dom::query_all_within::<Element>(built, "fieldset");
        for (fieldset, question) in fieldsets.iter().zip(questions) {
            if let Some(note) = self.session.note(*question) {
                notes::show(fieldset, &self.note_label(*question), &note);
            }
        }
    }

    /// Opens or closes the note of a question whose button was pressed.
    pub(crate) fn toggle_note(&self, question: QuestionIx) {
        if let Some(fieldset) = radios::fieldset(self.id(question)) {
            notes::toggle(&fieldset, &self.note_label(question));
        }
    }

    /// Shows the note of a question as it was changed elsewhere.
    pub(crate) fn update_note(&self, question: QuestionIx) {
        let note = self.session.note(question).unwrap_or_default();
        if let Some(fieldset) = radios::fieldset(self.id(question)) {
            notes::show(&fieldset, &self.note_label(question), &note);
        }
    }

    fn note_label(&self, question: QuestionIx) -> String {
        let text = &self.texts.question(question).text;
        self.messages.section_note_label(text)
    }
}

/// A text as one item of the box around it: the measure, which must not break, is an element of its
/// own.
fn in_one_box(text: &str) -> AnyView {
    match contains_measure(text) {
        true => IntoView::into_any(view! { <span>{text}</span> }),
        false => IntoView::into_any(text),
    }
}

#[cfg(all(test, feature = "ssr"))]
mod tests {
    use super::in_one_box;
    use crate::view::to_html;

    #[test]
    fn a_text_with_the_measure_stays_one_item_of_its_box() {
        assert_eq!(to_html(&in_one_box("a < b")), "a &lt; b");
        assert_eq!(
            to_html(&in_one_box("the 含AI量 of it")),
            "<span>the <span class=\"whole\">含AI量</span> of it</span>"
        );
    }
}
