//! Reads a table of answers and compares it with the assessment of the request.
//!
//! The outcome is an object with one of two fields:
//!
//! | field | content |
//! | --- | --- |
//! | `faults` | a sentence for each fault of the table; nothing is changed then |
//! | `changes` | what the table would change, in the order of its rows |
//!
//! A change has the `row`, the id of the `question`, and, where they differ, the present and the new
//! answer as tables write them (`from`, `to`), the new one as files hold it (`answer`: a number, a
//! word or `null`), the new `note`, and the record of the new `evidence`, empty where it is removed.

use assay_core::{Answer, Json, Model};
use assay_locale::Messages;
use assay_reports::answers::{AnswerDifference, answer_word, describe_import_fault, read_answers};

use crate::request::Request;

/// Reads the table; returns the outcome as JSON.
pub(crate) fn read(request: &Request, table: &[u8]) -> Result<String, String> {
    let model = request.model()?;
    let assessment = request.assessment(&model)?;
    let messages = request.messages(&request.config()?)?;
    let (field, list): (_, Vec<Json>) = match read_answers(&model, table) {
        Err(faults) => {
            let sentences = faults
                .iter()
                .map(|fault| Json::text(describe_import_fault(&messages, fault)));
            ("faults", sentences.collect())
        }
        Ok(imported) => {
            let changes = imported.changes(&assessment);
            let changes = changes
                .iter()
                .map(|change| change_json(&model, &messages, change));
            ("changes", changes.collect())
        }
    };
    Ok(Json::object([(field, Json::List(list))]).to_string())
}

fn change_json(model: &Model, messages: &Messages, change: &AnswerDifference) -> Json {
    let mut fields = vec![
        ("row", Json::Number(change.row.into())),
        ("question", Json::text(&model.question(change.question).id)),
    ];
    if let Some((from, to)) = change.answer {
        fields.push(("from", Json::text(table_word(messages, from))));
        fields.push(("to", Json::text(table_word(messages, to))));
        fields.push(("answer", file_value(to)));
    }
    if let Some((_, note)) = &change.note {
        fields.push(("note", Json::text(note)));
    }
    if let Some((_, evidence)) = &change.evidence {
        let record = evidence.as_ref().map(|it| it.to_record(None));
        fields.push(("evidence", Json::Text(record.unwrap_or_default())));
    }
    Json::object(fields)
}

/// An answer as tables and the page write it.
fn table_word(messages: &Messages, answer: Option<Answer>) -> String {
    let (unknown, not_applicable) = (
        messages.section_unknown(),
        messages.section_not_applicable(),
    );
    answer.map_or_else(
        || messages.import_open().to_owned(),
        |answer| answer_word(answer, unknown, not_applicable),
    )
}

/// An answer as files hold it.
fn file_value(answer: Option<Answer>) -> Json {
    match answer {
        None => Json::Null,
        Some(Answer::Level(level)) => Json::Number(level.get().into()),
        Some(other) => Json::text(other.as_str()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn outcome(table: &str) -> Json {
        let fields = [
            ("language", "en"),
            ("model", include_str!("../../core/models/standard.json")),
            ("messages", include_str!("../../locale/texts/en.json")),
            (
                "assessment",
                r#"{ "format": "assay.assessment/1", "profile": { "stance": "provide" },
                "answers": { "data.domain": 3, "data.labels": 1 }, "notes": { "data.domain": "old" } }"#,
            ),
            ("config", ""),
        ];
        let json = Json::object(fields.map(|(name, text)| (name, Json::text(text))));
        let request = Request::parse(&json.to_string()).unwrap();
        Json::parse(&read(&request, table.as_bytes()).unwrap()).unwrap()
    }

    #[test]
    fn changes_name_their_rows_and_questions_that_are_not_listed_stay() {
        let table = "id,answer,note\ndata.domain,5,new\ndata.fusion,Don't know,\n";
        let expected = r#"{"changes":[{"row":2,"question":"data.domain","from":"4","to":"5","answer":4,"note":"new"},{"row":3,"question":"data.fusion","from":"open","to":"Don’t know","answer":"unknown"}]}"#;
        assert_eq!(outcome(table).to_string(), expected);
    }

    #[test]
    fn evidence_is_a_record_with_its_faults() {
        let table = "id,answer,evidence,evidence date\ndata.domain,4,a.pdf,2026/11/23\n";
        let expected = r#"{"changes":[{"row":2,"question":"data.domain","evidence":"{\"source\":\"a.pdf\",\"date\":\"2026-11-23\"}"}]}"#;
        assert_eq!(outcome(table).to_string(), expected);
        let table = "id,answer,evidence date\ndata.domain,4,soon\n";
        let faults = outcome(table).get("faults").map(Json::to_string);
        assert!(faults.unwrap().contains("Row 2: “soon” is no date"));
    }

    #[test]
    fn an_empty_cell_opens_the_question() {
        let expected = r#"{"changes":[{"row":2,"question":"data.labels","from":"2","to":"open","answer":null}]}"#;
        assert_eq!(outcome("id,answer\ndata.labels,\n").to_string(), expected);
    }

    #[test]
    fn a_table_with_faults_gives_every_fault_and_no_change() {
        let table = "id,answer\ndata.domain,9\ndata.labels,3\nno.such,1\n";
        let Some(Json::List(faults)) = outcome(table).get("faults").cloned() else {
            panic!("no faults");
        };
        let faults: Vec<_> = faults.iter().filter_map(Json::as_str).collect();
        assert_eq!(faults.len(), 2);
        assert!(faults[0].starts_with("Row 2: “9”"), "{faults:?}");
        assert!(faults[1].starts_with("Row 4: "), "{faults:?}");
        assert!(outcome(table).get("changes").is_none());
    }
}
