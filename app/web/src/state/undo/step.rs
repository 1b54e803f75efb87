//! A change that can be undone, and its text in the store.

use crate::browser::store::Change;
use crate::state::length_prefix::{read_part, write_part};

/// Undo or redo.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Direction {
    Undo,
    Redo,
}

/// A record that a change replaced.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct RecordChange {
    /// The key of the record behind `a/KEY/`.
    pub(crate) record: String,
    /// The value before the change; `None` where there is no record.
    pub(crate) before: Option<String>,
    /// The value after the change.
    pub(crate) after: Option<String>,
}

impl Direction {
    /// The direction of a button, by its `data-action`.
    pub(crate) fn of_action(action: &str) -> Self {
        match action {
            "redo-change" => Self::Redo,
            _ => Self::Undo,
        }
    }
}

impl RecordChange {
    /// The record after the change, with its whole key.
    pub(crate) fn new_record(&self, key: &str) -> Change {
        (format!("a/{key}/{}", self.record), self.after.clone())
    }
}

/// Appends a change of a record to the text of a step, which begins with a part that is present if the
/// step is undone.
pub(super) fn write_change(
    text: &mut String,
    record: &str,
    before: Option<&str>,
    after: Option<&str>,
) {
    for part in [Some(record), before, after] {
        write_part(text, part);
    }
}

/// A change to an assessment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct ChangeStep {
    pub(crate) is_undone: bool,
    pub(crate) changes: Vec<RecordChange>,
}

impl ChangeStep {
    /// The text of the step in the store.
    pub(crate) fn to_text(&self) -> String {
        let mut text = String::new();
        write_part(&mut text, self.is_undone.then_some(""));
        for change in &self.changes {
            let (before, after) = (change.before.as_deref(), change.after.as_deref());
            write_change(&mut text, &change.record, before, after);
        }
        text
    }

    /// Parses what [`to_text`](Self::to_text) wrote; `None` if it is something else.
    pub(crate) fn parse(text: &str) -> Option<Self> {
        let mut rest = text;
        let is_undone = read_part(&mut rest)?.is_some();
        let mut changes = Vec::new();
        while !rest.is_empty() {
            changes.push(RecordChange {
                record: read_part(&mut rest)??,
                before: read_part(&mut rest)?,
                after: read_part(&mut rest)?,
            });
        }
        Some(Self { is_undone, changes })
    }

    /// Whether it changes anything. A text that was written and taken back changes nothing.
    pub(crate) fn has_effect(&self) -> bool {
        self.changes.iter().any(|it| it.before != it.after)
    }

    /// The first record that changed: the one that the step is about.
    pub(crate) fn subject(&self) -> Option<&RecordChange> {
        self.changes.first()
    }

    /// The ids of the questions that changed, each once.
    pub(crate) fn questions(&self) -> Vec<&str> {
        let mut ids = Vec::new();
        for change in &self.changes {
            if let Some((_, id)) = change.record.split_once('/')
                && !ids.contains(&id)
            {
                ids.push(id);
            }
        }
        ids
    }

    /// The changes in a direction: for undo, from `after` to `before`.
    pub(crate) fn changes_to(&self, direction: Direction) -> Vec<RecordChange> {
        let turned = |change: &RecordChange| match direction {
            Direction::Redo => change.clone(),
            Direction::Undo => RecordChange {
                record: change.record.clone(),
                before: change.after.clone(),
                after: change.before.clone(),
            },
        };
        self.changes.iter().map(turned).collect()
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{ChangeStep, RecordChange};

    fn changes() -> impl Strategy<Value = RecordChange> {
        let value = || prop::option::of("(\\PC|\n){0,20}");
        let parts = ("[a-z./]{1,12}", value(), value());
        parts.prop_map(|(record, before, after)| RecordChange {
            record,
            before,
            after,
        })
    }

    proptest! {
        #[test]
        fn a_step_is_read_as_it_was_written(
            is_undone in any::<bool>(), changes in prop::collection::vec(changes(), 0..3),
        ) {
            let step = ChangeStep { is_undone, changes };
            prop_assert_eq!(ChangeStep::parse(&step.to_text()), Some(step));
        }

        #[test]
        fn a_text_of_another_form_is_no_step(text in "[a-z]{1,20}") {
            prop_assert_eq!(ChangeStep::parse(&text), None);
        }
    }
}
