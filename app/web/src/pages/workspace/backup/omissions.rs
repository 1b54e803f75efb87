//! What is not in a backup, or was not restored from it, with the reasons.

use assay_core::backup::OmittedGroup;
use assay_locale::Messages;
use leptos::prelude::*;

use super::restore::BackupState;
use crate::parts::problems::problem_lines;
use crate::view::{CollectView, IntoView, view};

/// A line for each omitted group: its name, if it is known, and what is wrong.
pub(super) fn omission_lines(messages: &Messages, omitted: &[OmittedGroup]) -> Vec<String> {
    let line = |group: &OmittedGroup| {
        let problems = problem_lines(messages, &group.problems);
        let mut problems = problems.into_iter();
        let first = problems.next().unwrap_or_default();
        let all = problems.fold(first, |before, problem| {
            messages.list_sentences(&before, &problem)
        });
        match &group.name {
            Some(name) => messages.problem_at(name, &all),
            None => all,
        }
    };
    omitted.iter().map(line).collect()
}

/// Renders the lines; nothing if nothing was omitted.
pub(super) fn omission_list(state: &BackupState) -> impl IntoView + use<> {
    let (messages, omitted) = (state.app.messages(), state.omitted.clone());
    move || {
        let lines = omitted.get();
        (!lines.is_empty()).then(|| {
            let items = lines.iter().map(|line| view! { <li>{line.clone()}</li> });
            view! {
                <p>{messages.backup_omitted(lines.len())}</p>
                <ul class="faults">{items.collect_view()}</ul>
            }
        })
    }
}
