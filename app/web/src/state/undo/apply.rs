//! Applying a step to an assessment.

use assay_core::{Assessment, Json, Model};

use super::step::{ChangeStep, Direction, RecordChange};
use crate::browser::store::Change;
use crate::state::assessment_records::{collect_assessments, to_records};

/// The assessment no longer has what the step wrote.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Overwritten;

/// Undoes or redoes a step. Returns the assessment and its changed records.
///
/// # Errors
/// If another change has replaced what the step wrote. In the head only the fields matter that the
/// step changed.
pub(super) fn apply_step(
    model: &Model,
    key: &str,
    assessment: &Assessment,
    step: &ChangeStep,
    direction: Direction,
) -> Result<(Assessment, Vec<Change>), Overwritten> {
    let mut records = to_records(key, model, assessment);
    let mut changes = Vec::new();
    for change in step.changes_to(direction) {
        let (record, _) = change.new_record(key);
        let place = records.iter().position(|(key, _)| *key == record);
        let present = place.map(|place| records.swap_remove(place).1);
        let value = new_value(present.as_deref(), change)?;
        records.extend(value.clone().map(|value| (record.clone(), value)));
        changes.push((record, value));
    }
    let changed = collect_assessments(model, records).pop();
    let changed = changed.ok_or(Overwritten)?;
    Ok((changed.assessment, changes))
}

/// The value of a record after a change.
fn new_value(present: Option<&str>, change: RecordChange) -> Result<Option<String>, Overwritten> {
    if present == change.before.as_deref() {
        return Ok(change.after);
    }
    if change.record != "head" {
        return Err(Overwritten);
    }
    let (present, from, to) = (
        parse(present)?,
        parse(change.before.as_deref())?,
        parse(change.after.as_deref())?,
    );
    let merged = merge(Some(&present), Some(&from), Some(&to))?;
    Ok(merged.map(|json| json.to_pretty()))
}

fn parse(text: Option<&str>) -> Result<Json, Overwritten> {
    Json::parse_leniently(text.ok_or(Overwritten)?).map_err(|_| Overwritten)
}

/// The present value with the differences from `from` to `to`.
fn merge(
    present: Option<&Json>,
    from: Option<&Json>,
    to: Option<&Json>,
) -> Result<Option<Json>, Overwritten> {
    if from == to {
        return Ok(present.cloned());
    }
    if present == from {
        return Ok(to.cloned());
    }
    let (Some(Json::Object(own)), Some(Json::Object(old)), Some(Json::Object(new))) =
        (present, from, to)
    else {
        return Err(Overwritten);
    };
    let mut names: Vec<&String> = Vec::new();
    for (name, _) in own.iter().chain(old).chain(new) {
        if !names.contains(&name) {
            names.push(name);
        }
    }
    let mut merged = Vec::new();
    for name in names {
        let field = |object: Option<&Json>| object.and_then(|object| object.get(name)).cloned();
        let (present, from, to) = (field(present), field(from), field(to));
        let value = merge(present.as_ref(), from.as_ref(), to.as_ref())?;
        merged.extend(value.map(|value| (name.clone(), value)));
    }
    Ok(Some(Json::Object(merged)))
}
