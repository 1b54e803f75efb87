//! The answers, section by section.

use assay_core::{Answer, Evidence};
use assay_locale::Messages;

use super::Figures;
use super::source::Computed;

/// The answers.
#[derive(Debug, Clone, PartialEq)]
pub struct AnswersContent {
    /// "Answers".
    pub heading: String,
    /// Title and answers of each section that has visible questions.
    pub sections: Vec<(String, Vec<AnswerRow>)>,
}

/// A question with its answer.
#[derive(Debug, Clone, PartialEq)]
pub struct AnswerRow {
    /// The question.
    pub question: String,
    /// The level with its meaning, or "open", "don't know", "not applicable".
    pub answer: String,
    /// The note; may be empty.
    pub note: String,
    /// Source, date and person of the evidence; may be empty.
    pub evidence: String,
}

impl AnswerRow {
    /// The note, and below it the evidence.
    #[must_use]
    pub fn remarks(&self) -> String {
        let parts = [self.note.as_str(), self.evidence.as_str()].into_iter();
        let parts = parts.filter(|part| !part.is_empty());
        parts.collect::<Vec<_>>().join("\n")
    }
}

pub(super) fn answers_content(of: &Computed<'_>, figures: &Figures) -> AnswersContent {
    let messages = of.source.messages;
    let mut sections = Vec::new();
    for (index, section) in figures.sections.iter().enumerate() {
        let questions = figures.questions.iter();
        let visible = questions.filter(|one| one.section == index && one.is_visible);
        let rows: Vec<AnswerRow> = visible
            .map(|question| AnswerRow {
                question: question.text.clone(),
                answer: match question.answer {
                    None => messages.review_open().to_owned(),
                    Some(Answer::Unknown) => messages.review_unknown().to_owned(),
                    Some(Answer::NotApplicable) => messages.section_not_applicable().to_owned(),
                    Some(Answer::Level(level)) => {
                        let number = level.get().saturating_add(1).to_string();
                        messages.whatif_choice(&number, question.meaning().unwrap_or_default())
                    }
                },
                note: question.note.clone(),
                evidence: evidence_text(messages, question.evidence.as_ref()),
            })
            .collect();
        if !rows.is_empty() {
            sections.push((section.title.clone(), rows));
        }
    }
    AnswersContent {
        heading: messages.report_answers().to_owned(),
        sections,
    }
}

/// "Evidence: register.xlsx · 2026-11-23 · Li Na"; nothing without evidence.
fn evidence_text(messages: &Messages, evidence: Option<&Evidence>) -> String {
    evidence.map_or_else(String::new, |evidence| {
        format!(
            "{}{}",
            messages.answer_evidence_before(),
            evidence.to_line()
        )
    })
}
