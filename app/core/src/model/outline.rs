//! Reads sections and questions of a valid model file, with little code.

use super::lookup::LookupTables;
use super::{Aggregation, Condition, Model, Question, Section};
use crate::json::{Json, read_tree};
use crate::{QuestionIx, SectionIx, Stance, Tag};

impl Model {
    /// Reads sections and questions of a model file, which are sufficient to answer it but not to
    /// score it. Used by the starter app, whose download must be small, for files that
    /// [`Model::parse`] accepts: nothing is checked, and missing or mistyped fields are left out.
    ///
    /// Returns `None` if the text is not JSON.
    #[doc(hidden)]
    #[must_use]
    pub fn parse_outline(text: &str) -> Option<Self> {
        let source = read_tree(text).ok()?;
        let sections: Vec<Section> = entries(&source, "sections")
            .iter()
            .map(|section| Section {
                id: text_of(section, "id"),
                weight: number_of(section, "weight"),
            })
            .collect();
        let list = entries(&source, "questions");
        let questions: Vec<Question> = list
            .iter()
            .map(|question| read_question(question, &sections, list))
            .collect();
        let aggregation = Aggregation {
            power: 0.0,
            shift: 0.01,
        };
        Some(Self {
            id: text_of(&source, "id"),
            version: text_of(&source, "version"),
            ..Self::with_questions(sections, questions, aggregation)
        })
    }

    /// Creates a model without id, criteria, paths and actions.
    pub(super) fn with_questions(
        sections: Vec<Section>,
        questions: Vec<Question>,
        aggregation: Aggregation,
    ) -> Self {
        Self {
            tables: LookupTables::build(&sections, &questions, &[], &[]),
            id: String::new(),
            version: String::new(),
            aggregation,
            sections,
            questions,
            criteria: Vec::new(),
            actions: Vec::new(),
            paths: Default::default(),
            migrations: Default::default(),
            source: Json::Null,
        }
    }
}

fn read_question(json: &Json, sections: &[Section], questions: &[Json]) -> Question {
    let section = json.get("section").and_then(Json::as_str);
    let section = sections
        .iter()
        .position(|known| Some(known.id.as_str()) == section);
    let is_set = |field| json.get(field) == Some(&Json::Bool(true));
    let word = |field| json.get(field).and_then(Json::as_str);
    Question {
        id: text_of(json, "id"),
        section: section.map_or(SectionIx::NOWHERE, SectionIx::new),
        topic: text_of(json, "topic"),
        weight: number_of(json, "weight"),
        quick: is_set("quick"),
        tag: word("tag").and_then(Tag::parse),
        visible_if: json
            .get("visible_if")
            .and_then(|condition| read_condition(condition, questions)),
        stance: word("stance").and_then(Stance::parse),
        not_applicable: is_set("not_applicable"),
    }
}

fn read_condition(json: &Json, questions: &[Json]) -> Option<Condition> {
    let id = json.get("question")?;
    let question = questions
        .iter()
        .position(|question| question.get("id") == Some(id))?;
    Some(Condition {
        question: QuestionIx::new(question),
        at_least: json.get("at_least")?.as_level()?,
    })
}

fn entries<'j>(json: &'j Json, field: &str) -> &'j [Json] {
    match json.get(field) {
        Some(Json::List(entries)) => entries,
        _ => &[],
    }
}

fn text_of(json: &Json, field: &str) -> String {
    let text = json.get(field).and_then(Json::as_str);
    text.unwrap_or_default().to_owned()
}

fn number_of(json: &Json, field: &str) -> f64 {
    match json.get(field) {
        Some(Json::Number(number)) => number.as_f64().unwrap_or(1.0),
        _ => 1.0,
    }
}

#[cfg(test)]
mod tests {
    use crate::Model;

    #[test]
    fn an_outline_asks_what_the_whole_model_asks() {
        let text = include_str!("../../models/standard.json");
        let whole = Model::parse(text)
            .expect("the standard model is sound")
            .value;
        let outline = Model::parse_outline(text).expect("the standard model is JSON");
        assert_eq!(
            (outline.id(), outline.version()),
            (whole.id(), whole.version())
        );
        assert_eq!(outline.sections(), whole.sections());
        assert_eq!(outline.questions(), whole.questions());
        assert_eq!(
            outline.questions_after_conditions(),
            whole.questions_after_conditions()
        );
        assert!(outline.criteria().is_empty() && outline.actions().is_empty());
    }

    #[test]
    fn what_is_no_json_has_no_outline_and_what_is_missing_is_left_out() {
        assert_eq!(Model::parse_outline("{"), None);
        let empty = Model::parse_outline("[]").expect("this is JSON");
        assert_eq!((empty.sections().len(), empty.questions().len()), (0, 0));
    }
}
