//! Maps the targets of a file of another version of the questionnaire.

use super::file::{LEVEL, entries};
use crate::{Json, Level};

/// Returns the targets with the entries of questions mapped by `map`, which receives the id and the
/// entry, and returns them in the model; `None` removes an entry.
pub(crate) fn migrate(
    targets: &Json,
    mut map: impl FnMut(&str, &Json) -> Option<(String, Json)>,
) -> Json {
    let Json::Object(kinds) = targets else {
        return targets.clone();
    };
    let kinds = kinds.iter().map(|(kind, value)| {
        let value = match (kind.as_str(), value) {
            ("questions", Json::Object(_)) => {
                let mapped = entries(targets, kind).iter();
                Json::Object(mapped.filter_map(|(id, entry)| map(id, entry)).collect())
            }
            _ => value.clone(),
        };
        (kind.clone(), value)
    });
    Json::Object(kinds.collect())
}

/// Returns the target of a question with its level mapped by `map`.
pub(crate) fn map_target_level(target: &Json, map: impl Fn(Level) -> Level) -> Json {
    let Json::Object(fields) = target else {
        return target.clone();
    };
    let fields = fields.iter().map(|(field, value)| {
        let level = value.as_level().filter(|_| field == LEVEL);
        let value = level.map_or_else(|| value.clone(), |level| Json::from(map(level).get()));
        (field.clone(), value)
    });
    Json::Object(fields.collect())
}
