//! Mappings from earlier versions of a model: renamed questions and changed levels.
//!
//! The fields `renamed` (`{"old": "new"}`) and `levels` (`{"id": [0, 1, 1, 3, 4]}`, from old to new
//! level) apply to every other version of the same model. `from_version` (`{"1": {"renamed": …}}`)
//! replaces both for one version.

use super::Model;
use super::questions::{Names, resolve};
use crate::json::{Fields, Json, Node};
use crate::problem::Log;
use crate::{EntryKind, Level, ModelRef, ProblemKind, QuestionIx, VecMap};

/// The mappings from all other versions.
#[derive(Debug, Clone, PartialEq, Default)]
pub(crate) struct Migrations {
    /// The mapping from versions without their own entry.
    any: Migration,
    /// The mappings by version.
    by_version: VecMap<String, Migration>,
}

/// The mapping from one version.
#[derive(Debug, Clone, PartialEq, Default)]
pub(crate) struct Migration {
    /// Questions by old id.
    renamed: VecMap<String, QuestionIx>,
    /// Old ids by question.
    old_ids: VecMap<QuestionIx, String>,
    /// The new level for each old level, by question.
    levels: VecMap<QuestionIx, [Level; 5]>,
    /// Whether the mapping is for one specific version. Then an id that belongs to another question now
    /// over cannot refer to that question.
    exact: bool,
}

impl Migration {
    /// Returns the question for an id of the old version. `is_used` returns whether an id occurs in
    /// the same file.
    pub(crate) fn find_question(
        &self,
        model: &Model,
        id: &str,
        is_used: impl Fn(&str) -> bool,
    ) -> Option<QuestionIx> {
        if let Some(&question) = self.renamed.get(id) {
            return Some(question);
        }
        let question = model.find_question(id)?;
        let has_old_id = self
            .old_id(question)
            .is_some_and(|old| self.exact || is_used(old));
        (!has_old_id).then_some(question)
    }

    /// Returns the old id of a renamed question.
    pub(crate) fn old_id(&self, question: QuestionIx) -> Option<&str> {
        self.old_ids.get(&question).map(String::as_str)
    }

    /// Maps an old level of a question to the new one.
    pub(crate) fn map_level(&self, question: QuestionIx, old: Level) -> Level {
        let new = self.levels.get(&question);
        let new = new.and_then(|levels| levels.get(usize::from(old.get())));
        new.copied().unwrap_or(old)
    }
}

impl Model {
    /// Returns the mapping from another version; `None` for this version and for other models,
    /// whose ids are unrelated.
    pub(crate) fn migration(&self, of: &ModelRef) -> Option<&Migration> {
        if of.id != self.id || of.version == self.version {
            return None;
        }
        let migrations = &self.migrations;
        let exact = migrations.by_version.get(of.version.as_str());
        Some(exact.unwrap_or(&migrations.any))
    }
}

/// Reads the mappings of a model file.
pub(super) fn read_migrations(
    fields: &Fields<'_, '_>,
    questions: &Names<'_, QuestionIx>,
    log: &mut Log,
) -> Migrations {
    let any = migration(fields, questions, log);
    let mut by_version = VecMap::new();
    if let Some(node) = fields.optional("from_version")
        && let Some(versions) = node.fields(log)
    {
        for (version, node) in versions.nodes() {
            if let Some(fields) = node.fields(log) {
                let migration = Migration {
                    exact: true,
                    ..migration(&fields, questions, log)
                };
                by_version.insert(version.to_owned(), migration);
            }
        }
    }
    Migrations { any, by_version }
}

fn migration(
    fields: &Fields<'_, '_>,
    questions: &Names<'_, QuestionIx>,
    log: &mut Log,
) -> Migration {
    let mut migration = Migration::default();
    if let Some(node) = fields.optional("renamed") {
        migration.read_renamed(&node, questions, log);
    }
    // A list is a note for authors.
    if let Some(node) = fields.optional("levels")
        && !matches!(node.json, Json::List(_))
    {
        migration.read_levels(&node, questions, log);
    }
    migration
}

impl Migration {
    fn read_renamed(
        &mut self,
        node: &Node<'_, '_>,
        questions: &Names<'_, QuestionIx>,
        log: &mut Log,
    ) {
        let Some(fields) = node.fields(log) else {
            return;
        };
        for (old, node) in fields.nodes() {
            let Some(new) = node.text(log) else { continue };
            let Some(question) = resolve(&node, new, questions, EntryKind::Question, log) else {
                continue;
            };
            if let Some(first) = self.old_id(question) {
                let kind = ProblemKind::DuplicateRename {
                    old: old.to_owned(),
                    first: first.to_owned(),
                    new: new.to_owned(),
                };
                log.report(&node.place, kind);
                continue;
            }
            self.old_ids.insert(question, old.to_owned());
            self.renamed.insert(old.to_owned(), question);
        }
    }

    /// Reads level mappings by the id of the question, or by its old id if no question has that id
    /// now.
    fn read_levels(
        &mut self,
        node: &Node<'_, '_>,
        questions: &Names<'_, QuestionIx>,
        log: &mut Log,
    ) {
        let Some(fields) = node.fields(log) else {
            return;
        };
        for (id, node) in fields.nodes() {
            let old = self.renamed.get(id).copied();
            let question = match old.filter(|_| !questions.contains_key(id)) {
                Some(question) => Some(question),
                None => resolve(&node, id, questions, EntryKind::Question, log),
            };
            let new = five_levels(&node, log);
            if let Some((question, new)) = question.zip(new)
                && self.levels.insert(question, new).is_some()
            {
                let id = id.to_owned();
                log.report(&node.place, ProblemKind::DuplicateLevels { id });
            }
        }
    }
}

/// Reads the new levels for the five old ones.
fn five_levels(node: &Node<'_, '_>, log: &mut Log) -> Option<[Level; 5]> {
    let elements = node.elements(log)?;
    let levels = elements.iter().enumerate();
    let levels: Vec<Option<Level>> = levels
        .map(|(old, json)| node.element(old, json).level(log))
        .collect();
    if levels.len() != Level::ALL.len() {
        let count = levels.len();
        log.report(&node.place, ProblemKind::NotFiveLevels { count });
    }
    let levels: Option<Vec<Level>> = levels.into_iter().collect();
    levels?.try_into().ok()
}
