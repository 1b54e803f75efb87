//! Reads the texts of sections and questions, with little code.

use super::fill::NUMBERS;
use super::{QuestionText, SectionText, Texts};
use crate::json::{Json, read_tree};
use crate::{Model, VecMap};

impl Texts {
    /// Reads the title, section and question texts of a [`Model::parse_outline`]. Nothing is
    /// checked: ids are used for missing and mistyped texts, and for a file that is not JSON.
    #[doc(hidden)]
    #[must_use]
    pub fn parse_outline(model: &Model, text: &str) -> Self {
        let json = read_tree(text).unwrap_or(Json::Null);
        let entry = |part, id: &str| json.get(part).and_then(|part| part.get(id));
        let sections = model.sections().iter().map(|section| {
            let json = entry("sections", &section.id);
            SectionText {
                title: text_of(json, "title", &section.id),
                intro: text_of(json, "intro", ""),
            }
        });
        let questions = model.questions().iter().map(|question| {
            let json = entry("questions", &question.id);
            QuestionText {
                text: text_of(json, "text", &question.id),
                help: text_of(json, "help", ""),
                levels: levels_of(json),
            }
        });
        Self {
            title: text_of(Some(&json), "title", model.id()),
            sections: sections.collect(),
            topics: VecMap::new(),
            questions: questions.collect(),
            criteria: Vec::new(),
            paths: Default::default(),
            actions: Vec::new(),
            incomplete: Vec::new(),
            foreign: None,
        }
    }
}

fn text_of(json: Option<&Json>, field: &str, placeholder: &str) -> String {
    let text = json.and_then(|json| json.get(field)).and_then(Json::as_str);
    text.unwrap_or(placeholder).to_owned()
}

fn levels_of(json: Option<&Json>) -> [String; 5] {
    let mut levels = NUMBERS.map(str::to_owned);
    if let Some(Json::List(texts)) = json.and_then(|json| json.get("levels")) {
        for (level, text) in levels.iter_mut().zip(texts.iter().filter_map(Json::as_str)) {
            text.clone_into(level);
        }
    }
    levels
}

#[cfg(test)]
mod tests {
    use crate::{Model, Texts};

    #[test]
    fn an_outline_has_the_texts_that_the_whole_wording_has() {
        let model = include_str!("../../models/standard.json");
        let model = Model::parse(model)
            .expect("the standard model is sound")
            .value;
        for text in [
            include_str!("../../models/standard.en.json"),
            include_str!("../../models/standard.zh-CN.json"),
        ] {
            let whole = Texts::parse(&model, text)
                .expect("its texts are sound")
                .value;
            let outline = Texts::parse_outline(&model, text);
            assert_eq!(outline.title, whole.title);
            assert_eq!(outline.sections, whole.sections);
            assert_eq!(outline.questions, whole.questions);
        }
    }

    #[test]
    fn ids_replace_missing_texts() {
        let model = include_str!("../../models/standard.json");
        let model = Model::parse(model)
            .expect("the standard model is sound")
            .value;
        assert_eq!(Texts::parse_outline(&model, "{"), {
            let mut empty = Texts::empty(&model);
            empty.criteria.clear();
            empty.paths = Default::default();
            empty.actions.clear();
            empty.topics = crate::VecMap::new();
            empty.incomplete.clear();
            empty
        });
    }
}
