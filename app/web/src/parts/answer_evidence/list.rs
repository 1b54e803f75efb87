//! All evidence of an assessment, by question.

use std::sync::Arc;

use assay_core::{Assessment, Model, Texts};
use assay_locale::Messages;

use super::line::evidence_line;
use crate::route;
use crate::view::{AnyView, CollectView, IntoView, view};

/// The data of the list.
pub(crate) struct EvidenceList<'a> {
    pub(crate) messages: &'a Messages,
    pub(crate) texts: &'a Arc<Texts>,
    pub(crate) model: &'a Model,
    pub(crate) assessment: &'a Assessment,
}

impl EvidenceList<'_> {
    /// Renders the list with its heading; nothing without evidence. Each question is a link to it.
    pub(crate) fn view(&self, class: &'static str) -> Option<AnyView> {
        let rows: Vec<AnyView> = self.rows();
        (!rows.is_empty()).then(|| {
            let heading = self.messages.answer_evidence_heading().to_owned();
            view! { <section class=class><h2>{heading}</h2><dl class="answers">{rows.into_iter().collect_view()}</dl></section> }
                .into_any()
        })
    }

    fn rows(&self) -> Vec<AnyView> {
        let rows = self.model.question_ixs().filter_map(|question| {
            let evidence = self.assessment.evidence(question)?;
            let known = self.model.question(question);
            let address = route::question_address(&self.model.section(known.section).id, &known.id);
            let text = self.texts.question(question).text.clone();
            Some(view! { <dt lang=self.texts.lang() dir=self.texts.dir()><a class="quiet-link" href=address>{text}</a></dt><dd>{evidence_line(&evidence)}</dd> }.into_any())
        });
        rows.collect()
    }
}

/// Renders the list for print, where the fold of all answers does not show.
pub(crate) fn printed_list(list: &EvidenceList<'_>) -> Option<AnyView> {
    list.view("stack wide evidence-list printed")
}
