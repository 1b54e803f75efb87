//! Reading texts.

use super::fill::NUMBERS;
use super::{ActionText, PathText, QuestionText, SectionText, Texts, markup};
use crate::json::{Fields, Json, Node, report_repeated_keys};
use crate::problem::Log;
use crate::{Model, PathId, ProblemKind, Problems, VecMap, WithWarnings};

impl Texts {
    /// Reads a text file: the `texts` object of one language.
    ///
    /// # Errors
    /// Everything of the wrong shape, with its place. What is merely missing or superfluous is a
    /// warning.
    pub fn parse(model: &Model, text: &str) -> Result<WithWarnings<Self>, Problems> {
        Self::from_json(model, &Json::parse(text)?)
    }

    /// Reads texts that stand in a model file.
    ///
    /// # Errors
    /// As [`Texts::parse`].
    pub fn from_json(model: &Model, json: &Json) -> Result<WithWarnings<Self>, Problems> {
        let mut log = Log::default();
        report_repeated_keys(json, &mut log);
        let texts = Self::read(model, &Node::top(json), &mut log);
        log.into_result()?;
        Ok(WithWarnings {
            warnings: texts.incomplete.clone(),
            value: texts,
        })
    }

    /// The texts of a [`Model::parse_outline`]: its title, sections and questions. Where a text has the
    /// wrong shape, or is no JSON, ids stand.
    #[must_use]
    pub fn parse_outline(model: &Model, text: &str) -> Self {
        let json = Json::parse(text).unwrap_or(Json::Null);
        let mut reader = Reader {
            wrong: &mut Log::default(),
            gaps: Log::default(),
        };
        reader.asked(model, &Node::top(&json))
    }

    /// No texts: ids stand everywhere.
    #[must_use]
    pub fn empty(model: &Model) -> Self {
        let none = Json::Object(Vec::new());
        Self::read(model, &Node::top(&none), &mut Log::default())
    }

    /// Reads texts wherever they stand, noting what has the wrong shape.
    pub(crate) fn read(model: &Model, node: &Node<'_, '_>, wrong: &mut Log) -> Self {
        let nothing = Json::Object(Vec::new());
        let fallback = Node {
            json: &nothing,
            place: node.place,
        };
        let shaped = node.fields(wrong).is_some();
        let node = if shaped { node } else { &fallback };
        let mut reader = Reader {
            wrong,
            gaps: Log::default(),
        };
        let mut texts = reader.texts(model, node);
        markup::report_markup(&texts, model, &node.place, &mut reader.gaps);
        texts.incomplete = reader.gaps.into_problems();
        texts
    }
}

/// Where what is wrong, and what is missing or superfluous, is noted.
struct Reader<'l> {
    wrong: &'l mut Log,
    gaps: Log,
}

fn ids<T>(entries: &[T], id: fn(&T) -> &String) -> Vec<&str> {
    entries.iter().map(|entry| id(entry).as_str()).collect()
}

const PARTS: [&str; 7] = [
    "title",
    "sections",
    "topics",
    "questions",
    "criteria",
    "paths",
    "actions",
];

impl Reader<'_> {
    fn texts(&mut self, model: &Model, node: &Node<'_, '_>) -> Texts {
        let criteria = ids(model.criteria(), |c| &c.id);
        let actions = ids(model.actions(), |a| &a.id);
        self.check_keys(node, &PARTS);
        let mut paths = self
            .part(node, "paths", &PathId::WORDS, Self::path)
            .into_iter();
        // First, so that what is wrong is told in the order of a file.
        let asked = self.asked(model, node);
        Texts {
            topics: self.topics(model, node),
            criteria: self.part(node, "criteria", &criteria, Self::plain),
            paths: PathId::ALL.map(|_| paths.next().unwrap_or_default()),
            actions: self.part(node, "actions", &actions, Self::action),
            ..asked
        }
    }

    /// What is asked: title, sections, questions.
    fn asked(&mut self, model: &Model, node: &Node<'_, '_>) -> Texts {
        let sections = ids(model.sections(), |s| &s.id);
        let questions = ids(model.questions(), |q| &q.id);
        Texts {
            title: self.text(node, "title", model.id()),
            sections: self.part(node, "sections", &sections, Self::section),
            topics: VecMap::new(),
            questions: self.part(node, "questions", &questions, Self::question),
            criteria: Vec::new(),
            paths: Default::default(),
            actions: Vec::new(),
            incomplete: Vec::new(),
            foreign: None,
        }
    }

    fn topics(&mut self, model: &Model, node: &Node<'_, '_>) -> VecMap<String, String> {
        let mut ids: Vec<&str> = model.questions().iter().map(|q| q.topic.as_str()).collect();
        crate::sorting::sort(&mut ids);
        ids.dedup();
        ids.retain(|topic| !topic.is_empty());
        let texts = self.part(node, "topics", &ids, Self::plain);
        ids.iter().map(|&id| id.to_owned()).zip(texts).collect()
    }

    /// Reads one part: an object with an entry for each of these ids.
    fn part<T>(
        &mut self,
        node: &Node<'_, '_>,
        name: &'static str,
        ids: &[&str],
        read: fn(&mut Self, Option<&Node<'_, '_>>, &str) -> T,
    ) -> Vec<T> {
        let nothing = Json::Object(Vec::new());
        let place = node.place.key(name);
        let json = node.json.get(name);
        let node = Node {
            json: json.unwrap_or(&nothing),
            place,
        };
        let mut entries: Vec<(&str, Node<'_, '_>)> = node
            .fields(self.wrong)
            .map(|fields| fields.nodes().collect())
            .unwrap_or_default();
        crate::sorting::sort_by_key(&mut entries, |(id, _)| *id);
        self.check_ids(&entries, ids);
        let mut texts = Vec::with_capacity(ids.len());
        let mut starts = (Vec::new(), Vec::new());
        for &id in ids {
            let entry_place = place.key(id).to_string();
            starts.0.push((entry_place.clone(), self.wrong.count()));
            starts.1.push((entry_place, self.gaps.count()));
            let at = entries.binary_search_by_key(&id, |(id, _)| *id).ok();
            let entry = at.and_then(|at| entries.get(at)).map(|(_, node)| node);
            if entry.is_none() {
                self.gaps.report(&place.key(id), ProblemKind::MissingText);
            }
            texts.push(read(self, entry, id));
        }
        self.wrong.merge_shared(&starts.0);
        self.gaps.merge_shared(&starts.1);
        texts
    }

    fn check_ids(&mut self, entries: &[(&str, Node<'_, '_>)], ids: &[&str]) {
        let mut sorted = ids.to_vec();
        crate::sorting::sort(&mut sorted);
        for (key, node) in entries {
            if sorted.binary_search(key).is_err() {
                let key = (*key).to_owned();
                self.gaps
                    .report(&node.place, ProblemKind::SuperfluousText { key });
            }
        }
    }

    fn check_keys(&mut self, node: &Node<'_, '_>, known: &[&str]) {
        let Some(fields) = node.fields(self.wrong) else {
            return;
        };
        for (key, node) in fields.nodes() {
            if !known.contains(&key) {
                let key = key.to_owned();
                self.gaps
                    .report(&node.place, ProblemKind::SuperfluousText { key });
            }
        }
    }

    /// A text among the fields of an entry, or what stands in for it.
    fn text(&mut self, node: &Node<'_, '_>, field: &str, stand_in: &str) -> String {
        let Json::Object(entries) = node.json else {
            return stand_in.to_owned();
        };
        let fields = Fields {
            entries,
            place: &node.place,
        };
        match fields.optional(field) {
            Some(node) => node.text(self.wrong).unwrap_or(stand_in).to_owned(),
            None => {
                self.gaps
                    .report(&node.place.key(field), ProblemKind::MissingText);
                stand_in.to_owned()
            }
        }
    }

    fn plain(&mut self, node: Option<&Node<'_, '_>>, id: &str) -> String {
        node.and_then(|node| node.text(self.wrong))
            .unwrap_or(id)
            .to_owned()
    }

    fn section(&mut self, node: Option<&Node<'_, '_>>, id: &str) -> SectionText {
        let Some(node) = node else {
            return SectionText {
                title: id.to_owned(),
                ..SectionText::default()
            };
        };
        self.check_keys(node, &["title", "intro"]);
        SectionText {
            title: self.text(node, "title", id),
            intro: self.text(node, "intro", ""),
        }
    }

    fn path(&mut self, node: Option<&Node<'_, '_>>, id: &str) -> PathText {
        let Some(node) = node else {
            return PathText {
                title: id.to_owned(),
                ..PathText::default()
            };
        };
        self.check_keys(node, &["title", "summary"]);
        PathText {
            title: self.text(node, "title", id),
            summary: self.text(node, "summary", ""),
        }
    }

    fn action(&mut self, node: Option<&Node<'_, '_>>, id: &str) -> ActionText {
        let Some(node) = node else {
            return ActionText {
                title: id.to_owned(),
                ..ActionText::default()
            };
        };
        self.check_keys(node, &["title", "why", "done"]);
        ActionText {
            title: self.text(node, "title", id),
            why: self.text(node, "why", ""),
            done: self.text(node, "done", ""),
        }
    }

    fn question(&mut self, node: Option<&Node<'_, '_>>, id: &str) -> QuestionText {
        let mut question = QuestionText {
            text: id.to_owned(),
            help: String::new(),
            levels: NUMBERS.map(str::to_owned),
        };
        if let Some(node) = node {
            self.check_keys(node, &["text", "help", "levels"]);
            question.text = self.text(node, "text", id);
            question.help = self.text(node, "help", "");
            self.levels(node, &mut question.levels);
        }
        question
    }

    fn levels(&mut self, node: &Node<'_, '_>, levels: &mut [String; 5]) {
        let place = node.place.key("levels");
        let Some(json) = node.json.get("levels") else {
            if matches!(node.json, Json::Object(_)) {
                self.gaps.report(&place, ProblemKind::MissingText);
            }
            return;
        };
        let node = Node { json, place };
        let Some(elements) = node.elements(self.wrong) else {
            return;
        };
        let found = elements.len();
        if found != levels.len() {
            self.wrong.report(&place, ProblemKind::LevelCount { found });
        }
        for ((index, json), level) in elements.iter().enumerate().zip(levels) {
            if let Some(text) = node.element(index, json).text(self.wrong) {
                text.clone_into(level);
            }
        }
    }
}
