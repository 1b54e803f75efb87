//! The real result beside the one that is tried out.

use crate::view::{CollectView, IntoView, view};
use assay_core::{Certainty, PathId, Range, Score, SectionIx, Standing};
use assay_locale::{Report, percent, to_tenth};
use leptos::prelude::*;

use super::Trial;
use crate::pages::results::Shown;

/// Says the new AI content to those who cannot see the table change.
pub(super) fn live(trial: &Trial) -> impl IntoView + use<> {
    let trial = trial.clone();
    let said = move || {
        (trial.changed() > 0).then(|| {
            let content = |score: &Score| {
                score
                    .ai_content
                    .value()
                    .map_or_else(|| trial.shown.words.results_no_value().to_owned(), to_tenth)
            };
            let (words, tried) = (&trial.shown.words, trial.score.with(content));
            let real = content(&trial.shown.score);
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
pub(super) fn table(trial: &Trial) -> impl IntoView + use<> {
    let words = trial.shown.words.clone();
    let trial = trial.clone();
    let body = move || {
        let real = figures(
            &trial.shown,
            &trial.shown.score,
            trial.shown.certainty.get().as_deref(),
        );
        let tried = trial
            .score
            .with(|score| figures(&trial.shown, score, trial.sureness().as_deref()));
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
fn figures(shown: &Shown, score: &Score, certainty: Option<&Certainty>) -> Vec<(String, String)> {
    let words = &shown.words;
    let report = Report::new(words, &shown.texts, &shown.model, score);
    let content = report.content();
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
        let standing = match path.standing {
            Standing::Open => words.whatif_standing_open(),
            Standing::Unverified => words.whatif_standing_unverified(),
            Standing::Blocked => words.whatif_standing_blocked(),
            Standing::Unknown => words.whatif_standing_unknown(),
        };
        rows.push((
            report.path(path.id).to_owned(),
            words.whatif_both(&value(path.fit), standing),
        ));
    }
    rows.push((
        words.whatif_recommended().to_owned(),
        report.verdict(shown.assessment.profile.stance).name,
    ));
    let sure = match certainty {
        None => words.whatif_computing().to_owned(),
        Some(certainty) => certainty.confidence.map_or_else(
            || "–".to_owned(),
            |share| words.whatif_share(&percent(share)),
        ),
    };
    rows.push((words.whatif_confidence().to_owned(), sure));
    rows
}

fn value(range: Option<Range>) -> String {
    range
        .and_then(|range| range.value)
        .map_or_else(|| "–".to_owned(), to_tenth)
}
