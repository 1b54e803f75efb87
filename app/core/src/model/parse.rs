//! Reading a model file: every mistake is noted, and reading goes on.

use super::lookup::Tables;
use super::questions::{Listed, listed};
use super::{Aggregation, FORMAT, Model, actions, limits, paths, questions, warnings};
use crate::json::{Fields, Json, Node, read_tree, repeated_keys};
use crate::problem::Log;
use crate::{ActionIx, Checked, ProblemKind, Problems, QuestionIx, SectionIx, Texts, Thing};

/// Stands in for a list that is missing, which is noted.
static EMPTY: Json = Json::List(Vec::new());
/// Stands in for an object that is missing, which is noted.
static NONE: Json = Json::Object(Vec::new());

impl Model {
    /// Reads a model file.
    ///
    /// # Errors
    /// Everything that is wrong with it, with its place. What is odd but sound is a warning.
    pub fn parse(text: &str) -> Result<Checked<Self>, Problems> {
        let source = read_tree(text).map_err(Problems::one)?;
        let mut log = Log::default();
        repeated_keys(&source, &mut log);
        let model = read(&source, &mut log);
        log.into_result()?;
        // What leaves no model has been noted, so this is never said.
        let mut value = model.ok_or(Problems(Vec::new()))?;
        value.source = source;
        let warnings = warnings::warnings(&value);
        Ok(Checked { value, warnings })
    }
}

fn read(source: &Json, log: &mut Log) -> Option<Model> {
    let top = Node::top(source);
    let fields = top.fields(log)?;
    fields.check_format(FORMAT, log);
    let text = |field, log: &mut Log| {
        let node = fields.required(field, log)?;
        node.text(log).map(str::to_owned)
    };
    let id = text("id", log).unwrap_or_default();
    let version = text("version", log).unwrap_or_default();
    let aggregation = aggregation(&fields, log);

    let list = |field, log: &mut Log| fields.required(field, log);
    let section_list = list("sections", log).unwrap_or(Node::top(&EMPTY));
    let question_list = list("questions", log).unwrap_or(Node::top(&EMPTY));
    let action_list = fields.optional("actions").unwrap_or(Node::top(&EMPTY));
    let section_names = listed(
        &section_list,
        Thing::Section,
        limits::SECTIONS,
        SectionIx::new,
        log,
    );
    let question_names = listed(
        &question_list,
        Thing::Question,
        limits::QUESTIONS,
        QuestionIx::new,
        log,
    );
    let action_names: Listed<'_, ActionIx> = listed(
        &action_list,
        Thing::Action,
        limits::ENTRIES,
        ActionIx::new,
        log,
    );

    let counts = [
        (section_names.entries.len(), limits::SECTIONS),
        (question_names.entries.len(), limits::QUESTIONS),
        (action_names.entries.len(), limits::ENTRIES),
    ];
    if counts.into_iter().any(|(count, limit)| count > limit) {
        return None; // noted; looking further at so much would take long
    }

    let sections = questions::sections(&section_list, &section_names, log);
    let mut questions =
        questions::questions(&question_list, &question_names, &section_names.names, log);
    questions::weigh(
        &section_list,
        &sections,
        &section_names.names,
        &mut questions,
        log,
    );
    let criteria_node = list("criteria", log).unwrap_or(Node::top(&NONE));
    let (criteria, criterion_names) = paths::criteria(&criteria_node, &question_names.names, log);
    if criteria.len() > limits::ENTRIES {
        return None;
    }
    let paths_node = list("paths", log);
    let paths = paths_node
        .map(|node| paths::paths(&node, &criterion_names, log))
        .unwrap_or_default();
    let actions = actions::actions(&action_list, &action_names, &question_names.names, log);

    let model = Model {
        tables: Tables::build(&sections, &questions, &criteria, &actions),
        id,
        version,
        aggregation,
        sections,
        questions,
        criteria,
        actions,
        paths,
        source: Json::Null,
    };
    if let Some(node) = fields.optional("texts") {
        texts(&node, &model, log);
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
        && let Some(power) = paths::within(&node, -4.0, 4.0, log)
    {
        aggregation.power = power;
        if power != 0.0 && power.abs() < 0.01 {
            log.say(&node.place, ProblemKind::PowerTooNearZero { found: power });
        }
    }
    if let Some(node) = fields.required("shift", log)
        && let Some(shift) = paths::within(&node, 0.0001, 1.0, log)
    {
        aggregation.shift = shift;
    }
    aggregation
}

/// Checks texts that stand in the model file; a language may name a file instead.
fn texts(node: &Node<'_, '_>, model: &Model, log: &mut Log) {
    let Some(fields) = node.fields(log) else {
        return;
    };
    for (_, node) in fields.nodes() {
        if node.json.as_str().is_none() {
            Texts::read(model, &node, log);
        }
    }
}
