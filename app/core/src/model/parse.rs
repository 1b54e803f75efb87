//! Reading a model file: every mistake is noted, and reading goes on.

use super::lookup::LookupTables;
use super::questions::{Names, read_entry_list};
use super::{Aggregation, FORMAT, Model, actions, limits, migration, paths, questions, warnings};
use crate::json::{Fields, Json, Node, Place, read_tree, report_repeated_keys_except};
use crate::problem::Log;
use crate::{
    ActionIx, EntryKind, ProblemKind, Problems, QuestionIx, SectionIx, Texts, WithWarnings,
};

/// Stands in for a list that is missing, which is noted.
static EMPTY: Json = Json::List(Vec::new());
/// Stands in for an object that is missing, which is noted.
static NONE: Json = Json::Object(Vec::new());

impl Model {
    /// Reads a model file.
    ///
    /// Wording inside the file is not checked here: [`Texts::from_json`] checks a language at a time, so that
    /// a fault in one language leaves the others usable.
    ///
    /// # Errors
    /// Everything that is wrong with it, with its place. What is odd but sound is a warning.
    pub fn parse(text: &str) -> Result<WithWarnings<Self>, Problems> {
        let source = read_tree(text).map_err(Problems::single)?;
        let mut log = Log::default();
        report_repeated_keys_except(&source, is_wording, &mut log);
        let model = read(&source, &mut log)?;
        log.into_result()?;
        // What leaves no model has been noted, so this is never said.
        let mut value = model.ok_or(Problems(Vec::new()))?;
        value.source = source;
        let warnings = warnings::find_warnings(&value);
        Ok(WithWarnings { value, warnings })
    }

    /// What a model file asks, without criteria, paths and actions: enough to answer it with, not
    /// to score. For a program that should weigh little and a file that is known to be sound.
    ///
    /// # Errors
    /// What is wrong with its sections and questions.
    pub fn parse_outline(text: &str) -> Result<Self, Problems> {
        let source = read_tree(text).map_err(Problems::single)?;
        let mut log = Log::default();
        let top = Node::top(&source);
        let model = asked(&top, &mut log)?.map(|asked| asked.model);
        log.into_result()?;
        model.ok_or(Problems(Vec::new()))
    }
}

/// What is asked: a model as far as its sections and questions make it.
struct Asked<'j, 't> {
    model: Model,
    questions: Names<'j, QuestionIx>,
    fields: Fields<'j, 't>,
}

fn asked<'j, 't>(top: &'t Node<'j, 't>, log: &mut Log) -> Result<Option<Asked<'j, 't>>, Problems> {
    let Some(fields) = top.fields(log) else {
        return Ok(None);
    };
    fields.check_format(FORMAT, "questions", log)?;
    Ok(asked_in(fields, log))
}

fn asked_in<'j, 't>(fields: Fields<'j, 't>, log: &mut Log) -> Option<Asked<'j, 't>> {
    let text = |field, log: &mut Log| {
        let node = fields.required(field, log)?;
        node.text(log).map(str::to_owned)
    };
    let id = text("id", log).unwrap_or_default();
    let version = text("version", log).unwrap_or_default();
    let aggregation = aggregation(&fields, log);
    let section_list = fields
        .required("sections", log)
        .unwrap_or(Node::top(&EMPTY));
    let question_list = fields
        .required("questions", log)
        .unwrap_or(Node::top(&EMPTY));
    let (section, question) = (EntryKind::Section, EntryKind::Question);
    let section_names = read_entry_list(
        &section_list,
        section,
        limits::MAX_SECTIONS,
        SectionIx::new,
        log,
    );
    let names = read_entry_list(
        &question_list,
        question,
        limits::MAX_QUESTIONS,
        QuestionIx::new,
        log,
    );
    if section_names.entries.len() > limits::MAX_ENTRIES
        || names.entries.len() > limits::MAX_QUESTIONS
    {
        return None; // noted; looking further at so much would take long
    }
    let sections = questions::read_sections(&section_list, &section_names, log);
    let section_names = section_names.names;
    let mut questions = questions::read_questions(&question_list, &names, &section_names, log);
    questions::check_section_weights(
        &section_list,
        &sections,
        &section_names,
        &mut questions,
        log,
    );
    let model = Model {
        tables: LookupTables::build(&sections, &questions, &[], &[]),
        id,
        version,
        aggregation,
        sections,
        questions,
        criteria: Vec::new(),
        actions: Vec::new(),
        paths: Default::default(),
        migrations: Default::default(),
        source: Json::Null,
    };
    Some(Asked {
        model,
        questions: names.names,
        fields,
    })
}

fn read(source: &Json, log: &mut Log) -> Result<Option<Model>, Problems> {
    let top = Node::top(source);
    let asked = asked(&top, log)?;
    Ok(asked.and_then(|asked| fill(asked, log)))
}

/// The whole model: with criteria, paths, actions, and texts that stand in the file.
fn fill(asked: Asked<'_, '_>, log: &mut Log) -> Option<Model> {
    let Asked {
        mut model,
        questions,
        fields,
    } = asked;
    for (name, text) in [("id", &model.id), ("version", &model.version)] {
        // What is missing or no text was noted when it was read.
        if let Some(node) = fields.optional(name)
            && node.json.as_str().is_some()
            && text.is_empty()
        {
            log.report(&node.place, ProblemKind::EmptyText);
        }
    }
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
        check_texts(&node, &model, log);
    }
    Some(model)
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

/// Checks that texts are an object. A model that is refused anyway reports the faults of the texts
/// in its file as well; by themselves they concern their language only.
fn check_texts(node: &Node<'_, '_>, model: &Model, log: &mut Log) {
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
