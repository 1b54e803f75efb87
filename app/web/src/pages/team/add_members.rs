//! Adds members to the team and reports the outcome.

use assay_core::team::{MAX_MEMBERS, Member};

use crate::parts::add_results::AddReport;
use crate::state::{App, NotAdded, Team};

/// Adds members and returns the outcome. `sources` are the names of their sources, in the same
/// order.
pub(super) fn add_members(
    app: &App,
    team: &Team,
    members: Vec<Member>,
    sources: &[String],
) -> AddReport {
    let messages = app.messages();
    let mut report = AddReport::default();
    let mut added = 0_usize;
    for (which, result) in sources.iter().zip(team.add_members(members)) {
        let why = match result {
            Ok(()) => {
                added = added.saturating_add(1);
                continue;
            }
            // A form asks which answers count.
            Err(NotAdded::NeedsDecision) => continue,
            Err(NotAdded::AlreadyMember) => messages.team_refused_again().to_owned(),
            Err(NotAdded::TeamFull) => messages.team_refused_too_many(&MAX_MEMBERS.to_string()),
        };
        report
            .refusals
            .push(messages.adding_refused_line(which, &why));
    }
    if added > 0 {
        report.summary = messages.team_added(added);
    }
    report
}
