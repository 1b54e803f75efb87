//! The real result beside the one that is tried out.

use crate::view::{CollectView, IntoView, view};
use assay_core::{Certainty, PathId, PathStatus, Range, Score, SectionIx};
use assay_locale::{Report, format_share, format_tenth};
use leptos::prelude::*;

use super::WhatIf;
use crate::pages::results::ResultView;

/// Says the new AI content to those who cannot see the table change.
pub(super) fn announcement(trial: &WhatIf) -> impl IntoView + use<> {
    let trial = trial.clone();
    let said = move || {
        (trial.changed_count() > 0).then(|| {
            let content = |score: &Score| {
                score.ai_content.value().map_or_else(
                    || trial.result.messages.results_no_value().to_owned(),
                    format_tenth,
                )
            };
            let (words, tried) = (&trial.result.messages, trial.score.with(content));
            let real = content(&trial.result.score);
            if tried == real {
                words.whatif_same(&real)
            } else {
                words.whatif_live(&tried, &real)
            }
        })
    };
    view! { <p role="status" class="trial-live">{said}</p> }
}

/// Every figure, real and tried out.
pub(super) fn figure_table(trial: &WhatIf) -> impl IntoView + use<> {
    let words = trial.result.messages.clone();
    let trial = trial.clone();
    let body = move || {
        let real = figures(
            &trial.result,
            &trial.result.score,
            trial.result.certainty.get().as_deref(),
        );
        let tried = trial
            .score
            .with(|score| figures(&trial.result, score, trial.current_certainty().as_deref()));
        let rows = real.into_iter().zip(tried).map(|((label, real), (_, tried))| {
            let changed = (real != tried).then_some("");
            view! { <tr data-changed=changed><th scope="row">{label}</th><td>{real}</td><td>{tried}</td></tr> }
        });
        rows.collect_view()
    };
    view! {
        <table>
            <thead><tr>
                <th scope="col">{words.whatif_column_figure().to_owned()}</th>
                <th scope="col">{words.whatif_column_real().to_owned()}</th>
                <th scope="col">{words.whatif_column_tried().to_owned()}</th>
            </tr></thead>
            <tbody>{body}</tbody>
        </table>
    }
}

/// What a score comes to, each figure with its name; the same names in the same order for every score.
fn figures(
    shown: &ResultView,
    score: &Score,
    certainty: Option<&Certainty>,
) -> Vec<(String, String)> {
    let words = &shown.messages;
    let report = Report::new(words, &shown.texts, &shown.model, score);
    let content = report.content_figure();
    let content = match score.ai_content.level {
        Some(level) => words.whatif_both(&content, report.level_name(level)),
        None => content,
    };
    let mut rows = vec![(words.results_ai_content().to_owned(), content)];
    let sections = score.sections.iter().enumerate();
    rows.extend(sections.map(|(index, range)| {
        (
            shown.texts.section(SectionIx::new(index)).title.clone(),
            value(*range),
        )
    }));
    rows.push((words.faith_faith().to_owned(), value(score.faith.range)));
    rows.push((words.faith_all_in().to_owned(), value(score.all_in.range)));
    for path in PathId::ALL {
        let path = score.path(path);
        let standing = match path.status {
            PathStatus::Open => words.whatif_standing_open(),
            PathStatus::Unverified => words.whatif_standing_unverified(),
            PathStatus::Blocked => words.whatif_standing_blocked(),
            PathStatus::Unknown => words.whatif_standing_unknown(),
        };
        rows.push((
            report.path_name(path.id).to_owned(),
            words.whatif_both(&value(path.fit), standing),
        ));
    }
    rows.push((
        words.whatif_recommended().to_owned(),
        report
            .describe_recommendation(shown.assessment.profile.stance)
            .name,
    ));
    let sure = match certainty {
        None => words.whatif_computing().to_owned(),
        Some(certainty) => certainty.confidence.map_or_else(
            || "–".to_owned(),
            |share| words.whatif_share(&format_share(share)),
        ),
    };
    rows.push((words.whatif_confidence().to_owned(), sure));
    rows
}

fn value(range: Option<Range>) -> String {
    range
        .and_then(|range| range.value)
        .map_or_else(|| "–".to_owned(), format_tenth)
}
