//! Who does an action of the roadmap, until when, and when it was done.
//!
//! The plan is the field `actions` of the assessment file: an object by action id. It is kept as it
//! is in the file and read on demand, because the program that answers questions knows no actions.
//! Entries of actions that the model does not have are kept and have no effect.

use super::Assessment;
use crate::json::{Json, Node};
use crate::problem::Log;
use crate::{ActionIx, Day, Model, ProblemKind, Problems, VecMap};

/// The field of the assessment file.
const FIELD: &str = "actions";

/// The maximum length of an owner, in characters.
pub const MAX_OWNER_LENGTH: usize = 200;

/// What is planned for one action.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct PlannedAction {
    /// Who does it; may be empty.
    pub owner: String,
    /// When it should be done.
    pub due: Option<Day>,
    /// When it was done; `None` while it is not.
    pub done: Option<Day>,
}

impl PlannedAction {
    /// Returns whether nothing is planned.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

/// What is planned, by action.
pub type ActionPlan = VecMap<ActionIx, PlannedAction>;

impl Assessment {
    /// Returns what is planned for the actions of the model. A value that [`check_follow_up`]
    /// reports is left out.
    ///
    /// [`check_follow_up`]: Assessment::check_follow_up
    #[must_use]
    pub fn action_plan(&self, model: &Model) -> ActionPlan {
        let mut plan = ActionPlan::new();
        let Some(Json::Object(entries)) = self.unknown_field(FIELD) else {
            return plan;
        };
        for (id, entry) in entries {
            let planned = read_entry(&Node::top(entry), &mut Log::default());
            if let Some(action) = model.find_action(id)
                && !planned.is_empty()
            {
                plan.insert(action, planned);
            }
        }
        plan
    }

    /// Sets what is planned for an action; an empty plan is removed. Unknown fields of its entry are
    /// kept. An owner is cut to [`MAX_OWNER_LENGTH`] characters.
    pub fn set_planned_action(&mut self, model: &Model, action: ActionIx, planned: &PlannedAction) {
        let id = &model.action(action).id;
        let mut entries = match self.unknown_field(FIELD) {
            Some(Json::Object(entries)) => entries.clone(),
            _ => Vec::new(),
        };
        let mut fields = match entries.iter().find(|(key, _)| key == id) {
            Some((_, Json::Object(fields))) => fields.clone(),
            _ => Vec::new(),
        };
        fields.retain(|(field, _)| !["owner", "due", "done"].contains(&field.as_str()));
        fields.splice(0..0, planned_fields(planned));
        let is_empty = fields.is_empty();
        let entry = (id.clone(), Json::Object(fields));
        match entries.iter().position(|(key, _)| key == id) {
            Some(at) => drop(entries.splice(at..=at, Some(entry).filter(|_| !is_empty))),
            None if is_empty => {}
            None => entries.push(entry),
        }
        let value = (!entries.is_empty()).then_some(Json::Object(entries));
        self.set_unknown_field(FIELD, value);
    }

    /// Parses an assessment of this model, and checks the fields that follow up a result.
    ///
    /// # Errors
    /// As [`Assessment::parse`], then as [`Assessment::check_follow_up`].
    pub fn parse_with_follow_up(model: &Model, text: &str) -> Result<Self, Problems> {
        let assessment = Self::parse(model, text)?;
        assessment.check_follow_up().map(|()| assessment)
    }

    /// Checks the fields that follow up a result, which [`Assessment::parse`] keeps unread: the
    /// series, the plan of the actions, and the targets.
    ///
    /// # Errors
    /// Every problem with its place: a wrong type, a date that does not exist, an owner that is too
    /// long, a target that is out of range.
    pub fn check_follow_up(&self) -> Result<(), Problems> {
        let mut log = Log::default();
        let fields = Json::Object(self.unknown.top.clone());
        let top = Node::top(&fields);
        let Some(fields) = top.fields(&mut log) else {
            return Ok(());
        };
        if let Some(node) = fields.optional(super::series::FIELD) {
            node.text(&mut log);
        }
        if let Some(node) = fields.optional(FIELD)
            && let Some(entries) = node.fields(&mut log)
        {
            for (_, entry) in entries.nodes() {
                read_entry(&entry, &mut log);
            }
        }
        crate::targets::check(&fields, &mut log);
        log.into_result()
    }
}

fn planned_fields(planned: &PlannedAction) -> Vec<(String, Json)> {
    let owner: String = planned
        .owner
        .trim()
        .chars()
        .take(MAX_OWNER_LENGTH)
        .collect();
    let texts = [
        ("owner", Some(owner).filter(|owner| !owner.is_empty())),
        ("due", planned.due.map(|day| day.to_string())),
        ("done", planned.done.map(|day| day.to_string())),
    ];
    let texts = texts.into_iter();
    texts
        .filter_map(|(field, text)| Some((field.to_owned(), Json::Text(text?))))
        .collect()
}

fn read_entry(entry: &Node<'_, '_>, log: &mut Log) -> PlannedAction {
    let mut planned = PlannedAction::default();
    let Some(fields) = entry.fields(log) else {
        return planned;
    };
    if let Some(node) = fields.optional("owner") {
        planned.owner = owner(&node, log).unwrap_or_default();
    }
    planned.due = fields
        .optional("due")
        .and_then(|node| read_date(&node, log));
    planned.done = fields
        .optional("done")
        .and_then(|node| read_date(&node, log));
    planned
}

fn owner(node: &Node<'_, '_>, log: &mut Log) -> Option<String> {
    let text = node.text(log)?;
    let length = text.chars().count();
    if length > MAX_OWNER_LENGTH {
        let limit = MAX_OWNER_LENGTH;
        log.report(&node.place, ProblemKind::TextTooLong { length, limit });
        return None;
    }
    Some(text.trim().to_owned())
}

/// Reads a date without a time.
pub(crate) fn read_date(node: &Node<'_, '_>, log: &mut Log) -> Option<Day> {
    let text = node.text(log)?;
    let day = Day::parse(text).filter(|_| text.len() == 10);
    if day.is_none() {
        let found = node.json.quote();
        log.report(&node.place, ProblemKind::NotADate { found });
    }
    day
}
