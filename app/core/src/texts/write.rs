//! Writes texts as the JSON object that [`Texts::parse`] reads.

use super::Texts;
use crate::{ActionIx, CriterionIx, Json, Model, PathId, QuestionIx, SectionIx};

impl Texts {
    /// Returns all texts of `model` as JSON. Parsed again they are the same texts, complete: an id
    /// that stands for a missing text is written as the text.
    #[must_use]
    pub fn to_json(&self, model: &Model) -> Json {
        let topics = self.topics.iter();
        let topics = topics.map(|(id, text)| (id.clone(), Json::text(text)));
        let paths = PathId::ALL.map(|path| (path.as_str(), self.path_json(path)));
        Json::object([
            ("title", Json::text(self.title())),
            ("sections", self.sections_json(model)),
            ("topics", Json::object(topics)),
            ("questions", self.questions_json(model)),
            ("criteria", self.criteria_json(model)),
            ("paths", Json::object(paths)),
            ("actions", self.actions_json(model)),
        ])
    }

    fn sections_json(&self, model: &Model) -> Json {
        let sections = model.sections().iter().enumerate();
        Json::object(sections.map(|(index, section)| {
            let text = self.section(SectionIx::new(index));
            let json = strings([("title", &text.title), ("intro", &text.intro)]);
            (section.id.clone(), json)
        }))
    }

    fn questions_json(&self, model: &Model) -> Json {
        let questions = model.questions().iter().enumerate();
        Json::object(questions.map(|(index, question)| {
            let text = self.question(QuestionIx::new(index));
            let levels = text.levels.iter().map(Json::text);
            let json = Json::object([
                ("text", Json::text(&text.text)),
                ("help", Json::text(&text.help)),
                ("levels", Json::List(levels.collect())),
            ]);
            (question.id.clone(), json)
        }))
    }

    fn criteria_json(&self, model: &Model) -> Json {
        let criteria = model.criteria().iter().enumerate();
        Json::object(criteria.map(|(index, criterion)| {
            let text = self.criterion(CriterionIx::new(index));
            (criterion.id.clone(), Json::text(text))
        }))
    }

    fn path_json(&self, path: PathId) -> Json {
        let text = self.path(path);
        strings([("title", &text.title), ("summary", &text.summary)])
    }

    fn actions_json(&self, model: &Model) -> Json {
        let actions = model.actions().iter().enumerate();
        Json::object(actions.map(|(index, action)| {
            let text = self.action(ActionIx::new(index));
            let fields = [
                ("title", &text.title),
                ("why", &text.why),
                ("done", &text.done),
            ];
            (action.id.clone(), strings(fields))
        }))
    }
}

/// An object of texts.
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
