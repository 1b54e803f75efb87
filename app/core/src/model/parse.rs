//! Reads model files. Reading continues after an error, so that all problems are reported.

use super::lookup::LookupTables;
use super::questions::{Names, read_entry_list};
use super::{
    Aggregation, FORMAT, Model, Question, Section, actions, limits, migration, paths, questions,
    warnings,
};
use crate::json::{Fields, Json, Node, read_tree, report_repeated_keys_except};
use crate::problem::Log;
use crate::syntax::Place;
use crate::{
    ActionIx, EntryKind, ProblemKind, Problems, QuestionIx, SectionIx, Texts, WithWarnings,
};

/// Replaces a missing list, which is reported.
static EMPTY: Json = Json::List(Vec::new());
/// Replaces a missing object, which is reported.
static NONE: Json = Json::Object(Vec::new());

impl Model {
    /// Parses a model file.
    ///
    /// Embedded texts are checked by [`Texts::from_json`], a language at a time, so that a fault in one
    /// language leaves the others usable.
    ///
    /// # Errors
    /// Every problem with its place. Oddities of a valid model are returned as warnings.
    ///
    /// ```
    /// use assay_core::Model;
    ///
    /// let problems = Model::parse(r#"{ "format": "assay.model/1" }"#).unwrap_err();
    /// assert!(problems.to_string().contains("the field \"questions\" is missing"));
    /// ```
    pub fn parse(text: &str) -> Result<WithWarnings<Self>, Problems> {
        let source = read_tree(text).map_err(Problems::single)?;
        let mut log = Log::default();
        report_repeated_keys_except(&source, is_wording, &mut log);
        let model = read(&source, &mut log)?;
        log.into_result()?;
        // Without a model there is at least one problem, so this error is never returned.
        let mut value = model.ok_or(Problems(Vec::new()))?;
        value.source = source;
        let warnings = warnings::find_warnings(&value);
        Ok(WithWarnings { value, warnings })
    }
}

/// A model without criteria, paths and actions, and the data needed to complete it.
struct Outline<'j, 't> {
    model: Model,
    questions: Names<'j, QuestionIx>,
    fields: Fields<'j, 't>,
}

fn read_outline<'j, 't>(
    top: &'t Node<'j, 't>,
    log: &mut Log,
) -> Result<Option<Outline<'j, 't>>, Problems> {
    let Some(fields) = top.fields(log) else {
        return Ok(None);
    };
    fields.check_format(FORMAT, "questions", log)?;
    let id = read_text(&fields, "id", log);
    let version = read_text(&fields, "version", log);
    let aggregation = aggregation(&fields, log);
    let Some((sections, questions, names)) = read_entries(&fields, log) else {
        return Ok(None);
    };
    let model = Model {
        id,
        version,
        ..Model::with_questions(sections, questions, aggregation)
    };
    Ok(Some(Outline {
        model,
        questions: names,
        fields,
    }))
}

/// Returns a required text, or an empty one if it is missing.
fn read_text(fields: &Fields<'_, '_>, field: &'static str, log: &mut Log) -> String {
    let node = fields.required(field, log);
    let text = node.and_then(|node| node.text(log));
    text.unwrap_or_default().to_owned()
}

/// The sections, the questions, and the indices of the questions by id.
type Entries<'j> = (Vec<Section>, Vec<Question>, Names<'j, QuestionIx>);

/// Reads sections and questions; `None` if there are so many that checking them would take long.
fn read_entries<'j>(fields: &Fields<'j, '_>, log: &mut Log) -> Option<Entries<'j>> {
    let top = Node::top(&EMPTY);
    let section_list = fields.required("sections", log).unwrap_or(top);
    let question_list = fields.required("questions", log).unwrap_or(top);
    let (kind, limit) = (EntryKind::Section, limits::MAX_SECTIONS);
    let section_ids = read_entry_list(&section_list, kind, limit, SectionIx::new, log);
    let (kind, limit) = (EntryKind::Question, limits::MAX_QUESTIONS);
    let question_ids = read_entry_list(&question_list, kind, limit, QuestionIx::new, log);
    if section_ids.entries.len() > limits::MAX_ENTRIES || question_ids.entries.len() > limit {
        return None;
    }
    let sections = questions::read_sections(&section_list, &section_ids, log);
    let names = section_ids.names;
    let mut questions = questions::read_questions(&question_list, &question_ids, &names, log);
    questions::check_section_weights(&section_list, &sections, &names, &mut questions, log);
    Some((sections, questions, question_ids.names))
}

fn read(source: &Json, log: &mut Log) -> Result<Option<Model>, Problems> {
    let top = Node::top(source);
    let outline = read_outline(&top, log)?;
    Ok(outline.and_then(|outline| complete(outline, log)))
}

/// Completes the model with criteria, paths, actions and embedded texts.
fn complete(outline: Outline<'_, '_>, log: &mut Log) -> Option<Model> {
    let Outline {
        mut model,
        questions,
        fields,
    } = outline;
    check_texts(&fields, &model, log);
    let action_list = fields.optional("actions").unwrap_or(Node::top(&EMPTY));
    let (action, limit) = (EntryKind::Action, limits::MAX_ENTRIES);
    let action_names = read_entry_list(&action_list, action, limit, ActionIx::new, log);
    if action_names.entries.len() > limit {
        return None;
    }
    let criteria_node = fields.required("criteria", log).unwrap_or(Node::top(&NONE));
    let (criteria, criterion_names) = paths::read_criteria(&criteria_node, &questions, log);
    if criteria.len() > limit {
        return None;
    }
    let paths_node = fields.required("paths", log);
    model.paths = paths_node
        .map(|node| paths::read_paths(&node, &criterion_names, log))
        .unwrap_or_default();
    model.criteria = criteria;
    model.actions = actions::read_actions(&action_list, &action_names, &questions, log);
    model.tables = LookupTables::build(
        &model.sections,
        &model.questions,
        &model.criteria,
        &model.actions,
    );
    model.migrations = migration::read_migrations(&fields, &questions, log);
    if let Some(node) = fields.optional("texts") {
        check_wording(&node, &model, log);
    }
    Some(model)
}

/// Reports an empty id or version.
fn check_texts(fields: &Fields<'_, '_>, model: &Model, log: &mut Log) {
    for (name, text) in [("id", &model.id), ("version", &model.version)] {
        // A missing field or a wrong type is reported where it is read.
        if let Some(node) = fields.optional(name)
            && node.json.as_str().is_some()
            && text.is_empty()
        {
            log.report(&node.place, ProblemKind::EmptyText);
        }
    }
}

fn aggregation(fields: &Fields<'_, '_>, log: &mut Log) -> Aggregation {
    let mut aggregation = Aggregation {
        power: 0.0,
        shift: 0.01,
    };
    let Some(node) = fields.required("aggregation", log) else {
        return aggregation;
    };
    let Some(fields) = node.fields(log) else {
        return aggregation;
    };
    if let Some(node) = fields.required("power", log)
        && let Some(power) = paths::read_number_in_range(&node, -4.0, 4.0, log)
    {
        aggregation.power = power;
        if power != 0.0 && power.abs() < 0.01 {
            log.report(&node.place, ProblemKind::PowerTooNearZero { found: power });
        }
    }
    if let Some(node) = fields.required("shift", log)
        && let Some(shift) = paths::read_number_in_range(&node, 0.0001, 1.0, log)
    {
        aggregation.shift = shift;
    }
    aggregation
}

/// Checks that `texts` is an object. Problems of the embedded texts are reported only if the model is
/// refused anyway: by themselves they concern one language (see [`Texts::from_json`]).
fn check_wording(node: &Node<'_, '_>, model: &Model, log: &mut Log) {
    let Some(fields) = node.fields(log) else {
        return;
    };
    if log.is_empty() {
        return;
    }
    for (_, node) in fields.nodes() {
        if node.json.as_str().is_none() {
            Texts::read(model, &node, log);
        }
    }
}

/// Whether a place is that of the wording in one language, which [`Texts::from_json`] checks.
fn is_wording(place: &Place<'_>) -> bool {
    matches!(place, Place::Key(Place::Key(Place::Top, "texts"), _))
}
