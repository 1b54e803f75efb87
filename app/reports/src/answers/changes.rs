//! Answers read from a table, and what they change in an assessment.

use assay_core::{Answer, Assessment, Evidence, QuestionIx};

use super::evidence_columns::ImportedEvidence;
use crate::excel_limits::cell_text;

/// Answers read from a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ImportedAnswers {
    /// The answers, in the order of the rows.
    pub answers: Vec<ImportedAnswer>,
}

/// The answer of a row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ImportedAnswer {
    /// The row as spreadsheets show it.
    pub row: u32,
    /// The question.
    pub question: QuestionIx,
    /// The answer; `None` for an empty cell.
    pub answer: Option<Answer>,
    /// The note; `None` if the table has no column of notes.
    pub note: Option<String>,
    /// The evidence; `None` if the table has no column of it.
    pub evidence: Option<ImportedEvidence>,
}

/// What a table would change.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AnswerDifference {
    /// The row.
    pub row: u32,
    /// The question.
    pub question: QuestionIx,
    /// The present and the new answer, if they differ.
    pub answer: Option<(Option<Answer>, Option<Answer>)>,
    /// The present and the new note, if they differ.
    pub note: Option<(String, String)>,
    /// The present and the new evidence, if they differ.
    pub evidence: Option<(Option<Evidence>, Option<Evidence>)>,
}

impl ImportedAnswer {
    /// The note if it differs from the present one. A workbook holds a long note cut, which is no
    /// difference.
    fn changed_note(&self, present: &str) -> Option<&str> {
        let new = self.note.as_deref()?;
        (new != present && new != cell_text(present)).then_some(new)
    }

    /// The present and the new evidence, if they differ.
    fn changed_evidence(
        &self,
        assessment: &Assessment,
    ) -> Option<(Option<Evidence>, Option<Evidence>)> {
        let present = assessment.evidence(self.question);
        let new = self.evidence.as_ref()?.replace(present.as_ref());
        (new != present).then_some((present, new))
    }
}

fn present_note(assessment: &Assessment, question: QuestionIx) -> &str {
    let note = assessment.notes.get(&question);
    note.map_or("", String::as_str)
}

impl ImportedAnswers {
    /// What the table would change in an assessment, in the order of its rows.
    #[must_use]
    pub fn changes(&self, assessment: &Assessment) -> Vec<AnswerDifference> {
        let differences = self.answers.iter().map(|imported| {
            let present = assessment.answers.get(imported.question);
            let note = present_note(assessment, imported.question);
            let new_note = imported.changed_note(note);
            AnswerDifference {
                row: imported.row,
                question: imported.question,
                answer: (present != imported.answer).then_some((present, imported.answer)),
                note: new_note.map(|new| (note.to_owned(), new.to_owned())),
                evidence: imported.changed_evidence(assessment),
            }
        });
        differences
            .filter(|one| one.answer.is_some() || one.note.is_some() || one.evidence.is_some())
            .collect()
    }

    /// Writes the answers, notes and evidence into an assessment.
    pub fn apply(&self, assessment: &mut Assessment) {
        for imported in &self.answers {
            if let Some((_, evidence)) = imported.changed_evidence(assessment) {
                assessment.set_evidence(imported.question, evidence.as_ref());
            }
            assessment.answers.set(imported.question, imported.answer);
            let note = present_note(assessment, imported.question);
            match imported.changed_note(note) {
                None => {}
                Some("") => drop(assessment.notes.remove(&imported.question)),
                Some(note) => {
                    assessment.notes.insert(imported.question, note.to_owned());
                }
            }
        }
    }
}
