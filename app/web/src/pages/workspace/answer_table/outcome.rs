//! What the program for reports found in a table.

use assay_core::{Answer, Evidence, Json, Level, Model, QuestionIx};

/// The outcome of reading a table.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum TableOutcome {
    /// A sentence for each fault.
    Faults(Vec<String>),
    /// What would change, in the order of the rows.
    Changes(Vec<TableChange>),
}

/// What one row would change.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct TableChange {
    /// The row as spreadsheets show it.
    pub(super) row: u32,
    pub(super) question: QuestionIx,
    /// The answer, if it differs.
    pub(super) answer: Option<AnswerChange>,
    /// The new note, if it differs.
    pub(super) note: Option<String>,
    /// The new evidence, if it differs; `Some(None)` if it is removed.
    pub(super) evidence: Option<Option<Evidence>>,
}

/// A change of an answer.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct AnswerChange {
    /// The present answer in words.
    pub(super) from: String,
    /// The new one in words.
    pub(super) to: String,
    /// The new one; `None` if the question is opened.
    pub(super) answer: Option<Answer>,
}

impl TableOutcome {
    /// Reads the outcome; `None` if it has another form.
    pub(super) fn parse(model: &Model, text: &str) -> Option<Self> {
        let json = Json::parse_leniently(text).ok()?;
        if let Some(Json::List(faults)) = json.get("faults") {
            let sentences = faults.iter().map(|fault| fault.as_str().map(str::to_owned));
            return sentences.collect::<Option<_>>().map(Self::Faults);
        }
        let Some(Json::List(changes)) = json.get("changes") else {
            return None;
        };
        let changes = changes
            .iter()
            .map(|change| TableChange::read(model, change));
        changes.collect::<Option<_>>().map(Self::Changes)
    }
}

impl TableChange {
    fn read(model: &Model, json: &Json) -> Option<Self> {
        let Some(Json::Number(row)) = json.get("row") else {
            return None;
        };
        let text = |field: &str| json.get(field).and_then(Json::as_str).map(str::to_owned);
        let answer = match json.get("answer") {
            None => None,
            Some(answer) => Some(AnswerChange {
                from: text("from")?,
                to: text("to")?,
                answer: read_answer(answer)?,
            }),
        };
        Some(Self {
            row: u32::try_from(row.as_u64()?).ok()?,
            question: model.find_question(json.get("question")?.as_str()?)?,
            answer,
            note: text("note"),
            evidence: match text("evidence") {
                None => None,
                Some(record) => Some(read_evidence(&record)?),
            },
        })
    }
}

/// The evidence of a record, and nothing for an empty one; `None` if it is neither: evidence is not
/// removed because its record cannot be read.
fn read_evidence(record: &str) -> Option<Option<Evidence>> {
    match record {
        "" => Some(None),
        record => Evidence::from_record(record).map(Some),
    }
}

/// An answer as files hold it; `None` if it is none.
fn read_answer(json: &Json) -> Option<Option<Answer>> {
    Some(match json {
        Json::Null => None,
        Json::Number(level) => {
            let level = u8::try_from(level.as_u64()?).ok()?;
            Some(Answer::Level(Level::new(level)?))
        }
        other => Some(Answer::parse(other.as_str()?)?),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(text: &str) -> Option<TableOutcome> {
        let model = include_str!("../../../../../core/models/standard.json");
        TableOutcome::parse(&Model::parse(model).unwrap().value, text)
    }

    #[test]
    fn changes_hold_levels_words_and_opened_questions() {
        let text = r#"{"changes":[{"row":2,"question":"data.domain","from":"4","to":"5","answer":4,"note":"n"},
            {"row":3,"question":"data.labels","from":"2","to":"open","answer":null},
            {"row":4,"question":"data.fusion","from":"open","to":"Don’t know","answer":"unknown"},
            {"row":5,"question":"data.inventory","note":"","evidence":"{\"source\":\"a.pdf\"}"}]}"#;
        let Some(TableOutcome::Changes(changes)) = parse(text) else {
            panic!("no changes");
        };
        let answers: Vec<_> = changes
            .iter()
            .map(|change| change.answer.as_ref().map(|answer| answer.answer))
            .collect();
        let level = Level::new(4).map(Answer::Level);
        assert_eq!(
            answers,
            [Some(level), Some(None), Some(Some(Answer::Unknown)), None]
        );
        assert_eq!(changes[3].note.as_deref(), Some(""));
        assert_eq!(changes[1].row, 3);
        assert_eq!(changes[1].evidence, None);
        let evidence = changes[3].evidence.clone().flatten();
        assert_eq!(evidence.map(|it| it.to_line()).as_deref(), Some("a.pdf"));
    }

    #[test]
    fn an_outcome_of_another_form_is_refused_as_a_whole() {
        for text in [
            "[]",
            "{}",
            r#"{"changes":[{"row":2,"question":"no.such"}]}"#,
            r#"{"changes":[{"row":2,"question":"data.domain","from":"1","to":"9","answer":8}]}"#,
            r#"{"changes":[{"row":2,"question":"data.domain","evidence":"{\"source\":"}]}"#,
        ] {
            assert_eq!(parse(text), None, "{text}");
        }
        let faults = TableOutcome::Faults(vec!["Row 2".to_owned()]);
        assert_eq!(parse(r#"{"faults":["Row 2"]}"#), Some(faults));
    }
}
