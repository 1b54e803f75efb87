//! A random text for each assessment that changes with every change of its records. What was computed
//! of the records names the revision, so that it is known to be out of date without reading them.

use super::backend::Change;

/// The key of the assessment that a record belongs to.
pub(crate) fn assessment_key(record: &str) -> Option<&str> {
    record.strip_prefix("a/")?.split('/').next()
}

/// The key of an assessment's revision.
pub(super) fn revision_key(key: &str) -> String {
    format!("list/{key}/rev")
}

/// The changes with a new revision of each assessment whose records are among them, so that both are
/// written in one transaction. Every backend calls it for every write.
pub(super) fn with_revisions(mut changes: Vec<Change>, revision: &str) -> Vec<Change> {
    for at in 0..changes.len() {
        let record = changes.get(at).map(|(key, _)| key);
        let Some(key) = record.and_then(|key| assessment_key(key)) else {
            continue;
        };
        let key = revision_key(key);
        if changes.last().is_none_or(|(last, _)| *last != key) {
            changes.push((key, Some(revision.to_owned())));
        }
    }
    changes
}

#[cfg(test)]
mod tests {
    use super::with_revisions;

    #[test]
    fn every_changed_assessment_has_a_new_revision_and_nothing_else_has() {
        let keys = [
            "a/k1/head",
            "a/k1/q/x",
            "undo/k3/1",
            "a/k2/copied",
            "deleted/k4",
        ];
        let changes = keys.map(|key| (key.to_owned(), None)).to_vec();
        let all = with_revisions(changes, "r");
        let revision = |key: &str| (key.to_owned(), Some("r".to_owned()));
        let expected = [revision("list/k1/rev"), revision("list/k2/rev")];
        assert_eq!(all.get(keys.len()..), Some(expected.as_slice()));
    }
}
