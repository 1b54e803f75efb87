//! The actual result beside the result that is tried out.

use crate::view::{CollectView, IntoView, view};
use assay_core::{Certainty, PathId, PathScore, PathStatus, Range, Score, SectionIx};
use assay_locale::{Messages, Report, format_share, format_tenth};
use leptos::prelude::*;

use super::super::result_view::ResultView;
use super::what_if_state::WhatIf;

/// Announces the new AI content to screen readers.
pub(super) fn announcement(what_if: &WhatIf) -> impl IntoView + use<> {
    let what_if = what_if.clone();
    let summary = move || {
        (what_if.changed_count() > 0).then(|| {
            let messages = &what_if.result.messages;
            let content = |score: &Score| {
                score.ai_content.value().map_or_else(
                    || messages.results_no_value().to_owned(),
                    |value| format_tenth(messages, value),
                )
            };
            let tried = what_if.score.with(content);
            let real = content(&what_if.result.score);
            if tried == real {
                messages.whatif_same(&real)
            } else {
                messages.whatif_live(&tried, &real)
            }
        })
    };
    view! { <p role="status" class="trial-live">{summary}</p> }
}

/// Renders the table of all figures.
pub(super) fn figure_table(what_if: &WhatIf) -> impl IntoView + use<> {
    let messages = what_if.result.messages.clone();
    let what_if = what_if.clone();
    let body = move || {
        let real = figures(
            &what_if.result,
            &what_if.result.score,
            what_if.result.certainty.get().as_deref(),
        );
        let tried = what_if.score.with(|score| {
            figures(
                &what_if.result,
                score,
                what_if.current_certainty().as_deref(),
            )
        });
        let rows = real.into_iter().zip(tried).map(|((label, real), (_, tried))| {
            let changed = (real != tried).then_some("");
            view! { <tr data-changed=changed><th scope="row">{label}</th><td>{real}</td><td>{tried}</td></tr> }
        });
        rows.collect_view()
    };
    view! {
        <table>
            <thead><tr>
                <th scope="col">{messages.whatif_column_figure().to_owned()}</th>
                <th scope="col">{messages.whatif_column_real().to_owned()}</th>
                <th scope="col">{messages.whatif_column_tried().to_owned()}</th>
            </tr></thead>
            <tbody>{body}</tbody>
        </table>
    }
}

/// Returns all figures of a score with their names, in the same order for every score.
fn figures(
    result: &ResultView,
    score: &Score,
    certainty: Option<&Certainty>,
) -> Vec<(String, String)> {
    let messages = &result.messages;
    let report = Report::new(messages, &result.texts, &result.model, score);
    let content = report.content_figure();
    let content = match score.ai_content.level {
        Some(level) => messages.whatif_both(&content, report.level_name(level)),
        None => content,
    };
    let mut rows = vec![(messages.results_ai_content().to_owned(), content)];
    let sections = score.sections.iter().enumerate();
    rows.extend(sections.map(|(index, range)| {
        (
            result.texts.section(SectionIx::new(index)).title.clone(),
            value(messages, *range),
        )
    }));
    rows.push((
        messages.faith_faith().to_owned(),
        value(messages, score.faith.range),
    ));
    rows.push((
        messages.faith_all_in().to_owned(),
        value(messages, score.all_in.range),
    ));
    rows.extend(PathId::ALL.map(|path| path_figure(messages, &report, score.path(path))));
    rows.push((
        messages.whatif_recommended().to_owned(),
        report
            .describe_recommendation(result.assessment.profile.stance)
            .name,
    ));
    rows.push((
        messages.whatif_confidence().to_owned(),
        confidence_figure(messages, certainty),
    ));
    rows
}

/// Returns the name of a path, and its fit with its status.
fn path_figure(messages: &Messages, report: &Report<'_>, path: &PathScore) -> (String, String) {
    let status = match path.status {
        PathStatus::Open => messages.whatif_standing_open(),
        PathStatus::Unverified => messages.whatif_standing_unverified(),
        PathStatus::Blocked => messages.whatif_standing_blocked(),
        PathStatus::Unknown => messages.whatif_standing_unknown(),
    };
    let name = report.path_name(path.id).to_owned();
    (
        name,
        messages.whatif_both(&value(messages, path.fit), status),
    )
}

/// Returns the confidence; `certainty` is `None` while the simulation runs.
fn confidence_figure(messages: &Messages, certainty: Option<&Certainty>) -> String {
    let Some(certainty) = certainty else {
        return messages.whatif_computing().to_owned();
    };
    certainty.confidence.map_or_else(
        || "–".to_owned(),
        |share| messages.whatif_share(&format_share(share)),
    )
}

fn value(messages: &Messages, range: Option<Range>) -> String {
    range
        .and_then(|range| range.value)
        .map_or_else(|| "–".to_owned(), |value| format_tenth(messages, value))
}
