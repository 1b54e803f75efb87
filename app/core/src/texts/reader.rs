//! Reads the entries of a text file.

use super::fill::NUMBERS;
use super::{ActionText, PathText, QuestionText, SectionText, Texts};
use crate::json::{Fields, Json, Node};
use crate::problem::Log;
use crate::{Model, PathId, ProblemKind, VecMap};

/// The log of errors and the log of incomplete texts.
pub(super) struct Reader<'l> {
    pub(super) wrong: &'l mut Log,
    pub(super) gaps: Log,
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
    pub(super) fn texts(&mut self, model: &Model, node: &Node<'_, '_>) -> Texts {
        let criteria = ids(model.criteria(), |c| &c.id);
        let actions = ids(model.actions(), |a| &a.id);
        self.check_keys(node, &PARTS);
        let mut paths = self
            .part(node, "paths", &PathId::WORDS, Self::path)
            .into_iter();
        // Read first, so that problems are reported in file order.
        let outline = self.outline(model, node);
        Texts {
            topics: self.topics(model, node),
            criteria: self.part(node, "criteria", &criteria, Self::plain),
            paths: PathId::ALL.map(|_| paths.next().unwrap_or_default()),
            actions: self.part(node, "actions", &actions, Self::action),
            ..outline
        }
    }

    /// Reads title, sections and questions.
    fn outline(&mut self, model: &Model, node: &Node<'_, '_>) -> Texts {
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

    /// Reads an object with an entry for each of the ids.
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

    /// Reads a text of an entry, or returns its replacement.
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
