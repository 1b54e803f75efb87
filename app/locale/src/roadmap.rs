//! Names of what a roadmap consists of, and what is planned for an action.

use assay_core::{Effort, PlannedAction, Wave};

use crate::{Messages, format_date, sanitize_line};

/// The name of a wave.
#[must_use]
pub fn wave_name(messages: &Messages, wave: Wave) -> &str {
    match wave {
        Wave::Now => messages.next_wave_now(),
        Wave::Next => messages.next_wave_next(),
        Wave::Later => messages.next_wave_later(),
    }
}

/// The name of an effort.
#[must_use]
pub fn effort_name(messages: &Messages, effort: Effort) -> &str {
    match effort {
        Effort::S => messages.next_effort_small(),
        Effort::M => messages.next_effort_medium(),
        Effort::L => messages.next_effort_large(),
    }
}

/// Owner, due date and date of completion, as far as they are known.
#[must_use]
pub fn planned_lines(messages: &Messages, planned: &PlannedAction) -> Vec<String> {
    let owner = sanitize_line(&planned.owner);
    let owner = (!owner.is_empty()).then(|| messages.plan_owner_line(&owner));
    let day = |day: assay_core::Day| format_date(messages, Some(&day.to_string()));
    let due = planned.due.map(|due| messages.plan_due_line(&day(due)));
    let done = planned.done.map(|done| messages.plan_done_line(&day(done)));
    [owner, due, done].into_iter().flatten().collect()
}

#[cfg(test)]
mod tests {
    use assay_core::{Day, PlannedAction};

    use super::planned_lines;
    use crate::Messages;

    #[test]
    fn a_plan_is_described_as_far_as_it_is_known() {
        let messages = Messages::parse(include_str!("../texts/en.json")).unwrap();
        assert!(planned_lines(&messages, &PlannedAction::default()).is_empty());
        let planned = PlannedAction {
            owner: "Ann\nLee".to_owned(),
            due: Day::parse("2026-12-24"),
            done: None,
        };
        let lines = planned_lines(&messages, &planned);
        assert_eq!(lines, ["Owner: Ann Lee", "Due: 24 December 2026"]);
    }
}
