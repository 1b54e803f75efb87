//! The answers, section by section.

use assay_core::Answer;

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
