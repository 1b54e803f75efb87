//! All answers of a result, by section.

use std::sync::Arc;

use crate::view::{CollectView, IntoView, view};
use assay_core::{Answer, Assessment, Model, QuestionIx, SectionIx, Texts, Visibility};
use assay_locale::Messages;

use crate::parts::answer_evidence::evidence_line;
use crate::parts::fold::fold;
use crate::route;

/// The data of the list.
pub(crate) struct AnswerList {
    pub(crate) messages: Arc<Messages>,
    pub(crate) texts: Arc<Texts>,
    pub(crate) model: Arc<Model>,
    pub(crate) assessment: Arc<Assessment>,
    /// Whether each answer has a link to its question.
    pub(crate) is_own: bool,
}

impl AnswerList {
    /// Renders the list in a closed fold.
    pub(crate) fn view(self) -> impl IntoView {
        let heading = self.messages.answers_heading().to_owned();
        let count = self.visible_questions().count();
        let summary = self.messages.answers_show(&count.to_string());
        view! {
            <section class="stack all-answers">
                <h2>{heading}</h2>
                {fold("", summary, move || self.sections())}
            </section>
        }
    }

    /// Returns the questions that are visible for this assessment.
    fn visible_questions(&self) -> impl Iterator<Item = QuestionIx> + use<> {
        let assessment = &self.assessment;
        let visible = Visibility::new(assessment.evaluation(&self.model));
        self.model
            .question_ixs()
            .filter(move |question| visible.is_visible(*question))
    }

    fn sections(&self) -> impl IntoView + use<> {
        let result: Vec<QuestionIx> = self.visible_questions().collect();
        let sections = (0..self.model.sections().len()).map(SectionIx::new).map(|section| {
            let here = result.iter().filter(|q| self.model.question(**q).section == section);
            let rows = here.map(|question| self.row(*question)).collect_view();
            view! { <h3 lang=self.texts.lang() dir=self.texts.dir()>{self.texts.section(section).title.clone()}</h3><dl class="answers">{rows}</dl> }
        });
        sections.collect_view()
    }

    fn row(&self, question: QuestionIx) -> impl IntoView + use<> {
        let text = self.texts.question(question);
        let answer = match self.assessment.answers.get(question) {
            Some(Answer::Level(level)) => {
                let label = text
                    .levels
                    .get(usize::from(level.get()))
                    .cloned()
                    .unwrap_or_default();
                view! { <kbd>{(level.get() + 1).to_string()}</kbd>" "<span lang=self.texts.lang() dir=self.texts.dir()>{label}</span> }.into_any()
            }
            Some(Answer::Unknown) => {
                view! { <em>{self.messages.section_unknown().to_owned()}</em> }.into_any()
            }
            Some(Answer::NotApplicable) => {
                view! { <em>{self.messages.section_not_applicable().to_owned()}</em> }.into_any()
            }
            None => view! { <em>{self.messages.answers_none().to_owned()}</em> }.into_any(),
        };
        let note = self.assessment.notes.get(&question).map(|note| {
            view! { <p class="small">{self.messages.answers_note(note)}</p> }
        });
        let evidence = self.assessment.evidence(question).map(|evidence| {
            let label = self.messages.answer_evidence_before().to_owned();
            view! { <p class="small" data-evidence-line>{label}{evidence_line(&evidence)}</p> }
        });
        let giver = self.assessment.given_by.get(&question).map(|name| {
            view! { <p class="small">{self.messages.answers_given_by(name)}</p> }
        });
        let change = self.is_own.then(|| {
            let known = self.model.question(question);
            let address = route::question_address(&self.model.section(known.section).id, &known.id);
            view! { " "<a class="small" href=address>{self.messages.answers_change().to_owned()}</a> }
        });
        view! { <dt lang=self.texts.lang() dir=self.texts.dir()>{text.text.clone()}</dt><dd>{answer}{change}{giver}{note}{evidence}</dd> }
    }
}
