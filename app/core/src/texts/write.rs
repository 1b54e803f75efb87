//! Writes texts as the JSON object that [`Texts::parse`] reads.

use super::Texts;
use crate::{ActionIx, CriterionIx, Json, Model, PathId, QuestionIx, SectionIx};

impl Texts {
    /// Returns all texts of `model` as JSON. Parsed again they are the same texts, complete: an id
    /// that stands for a missing text is written as the text.
    #[must_use]
    pub fn to_json(&self, model: &Model) -> Json {
        let topics = self.topics.iter();
        Json::object([
            ("title", Json::text(self.title())),
            (
                "sections",
                entries(
                    model.sections(),
                    |section| &section.id,
                    |ix| self.section_json(ix),
                ),
            ),
            (
                "topics",
                Json::object(topics.map(|(id, text)| (id.clone(), Json::text(text)))),
            ),
            (
                "questions",
                entries(
                    model.questions(),
                    |question| &question.id,
                    |ix| self.question_json(ix),
                ),
            ),
            (
                "criteria",
                entries(
                    model.criteria(),
                    |criterion| &criterion.id,
                    |ix| Json::text(self.criterion(CriterionIx::new(ix))),
                ),
            ),
            (
                "paths",
                Json::object(PathId::ALL.map(|path| (path.as_str(), self.path_json(path)))),
            ),
            (
                "actions",
                entries(
                    model.actions(),
                    |action| &action.id,
                    |ix| self.action_json(ix),
                ),
            ),
        ])
    }

    fn section_json(&self, index: usize) -> Json {
        let text = self.section(SectionIx::new(index));
        strings([("title", &text.title), ("intro", &text.intro)])
    }

    fn question_json(&self, index: usize) -> Json {
        let text = self.question(QuestionIx::new(index));
        let levels = text.levels.iter().map(Json::text);
        Json::object([
            ("text", Json::text(&text.text)),
            ("help", Json::text(&text.help)),
            ("levels", Json::List(levels.collect())),
        ])
    }

    fn path_json(&self, path: PathId) -> Json {
        let text = self.path(path);
        strings([("title", &text.title), ("summary", &text.summary)])
    }

    fn action_json(&self, index: usize) -> Json {
        let text = self.action(ActionIx::new(index));
        strings([
            ("title", &text.title),
            ("why", &text.why),
            ("done", &text.done),
        ])
    }
}

/// An object with an entry for each id.
fn entries<T>(parts: &[T], id: fn(&T) -> &String, json: impl Fn(usize) -> Json) -> Json {
    let parts = parts.iter().enumerate();
    Json::object(parts.map(|(index, part)| (id(part).clone(), json(index))))
}

fn strings<const N: usize>(fields: [(&str, &String); N]) -> Json {
    Json::object(fields.map(|(name, text)| (name, Json::text(text))))
}

#[cfg(test)]
mod tests {
    use crate::{Model, Texts};

    #[test]
    fn texts_that_are_written_and_read_again_are_the_same() {
        let model = include_str!("../../models/standard.json");
        let model = Model::parse(model).unwrap().value;
        for text in [
            include_str!("../../models/standard.en.json"),
            include_str!("../../models/standard.zh-CN.json"),
        ] {
            let texts = Texts::parse(&model, text).unwrap().value;
            let again = Texts::from_json(&model, &texts.to_json(&model)).unwrap();
            assert_eq!(again.value, texts);
        }
    }

    #[test]
    fn a_text_that_is_missing_is_written_as_its_id() {
        let model = include_str!("../../models/standard.json");
        let model = Model::parse(model).unwrap().value;
        let json = Texts::empty(&model).to_json(&model);
        let title = json
            .get("sections")
            .and_then(|sections| sections.get("data"));
        let title = title.and_then(|section| section.get("title"));
        assert_eq!(title.and_then(crate::Json::as_str), Some("data"));
    }
}
