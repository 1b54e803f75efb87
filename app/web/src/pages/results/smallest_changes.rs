//! What would change the recommendation: the smallest change for each other path.

use std::cell::RefCell;
use std::rc::Rc;

use crate::view::{CollectView, IntoView, view};
use assay_core::{ChangeSearch, PathId, SmallestChange};
use leptos::prelude::*;

use super::result_view::ResultView;
use crate::browser::slices::run_in_slices;

type FoundChanges = Vec<(PathId, SmallestChange)>;

/// Renders the section, filled when the search ends; `None` if nothing can be recommended.
pub(super) fn smallest_changes(result: &ResultView) -> Option<impl IntoView + use<>> {
    result.has_enough_answers().then(|| section(result))
}

fn section(result: &ResultView) -> impl IntoView + use<> {
    let found = ArcRwSignal::new(None::<FoundChanges>);
    search_changes(result, found.clone());
    let messages = result.messages.clone();
    let result = result.clone();
    view! {
        <section class="stack change">
            <h2>{messages.change_heading().to_owned()}</h2>
            <p>{messages.change_lead().to_owned()}</p>
            {move || match found.get() {
                None => view! { <p class="small">{result.messages.change_computing().to_owned()}</p> }.into_any(),
                Some(found) => change_list(&result, &found).into_any(),
            }}
        </section>
    }
}

/// Searches path by path, in time slices.
fn search_changes(result: &ResultView, found: ArcRwSignal<Option<FoundChanges>>) {
    let now = result.score.recommendation.path();
    let mut left = PathId::ALL
        .into_iter()
        .filter(move |path| Some(*path) != now);
    let (model, assessment) = (result.model.clone(), result.assessment.clone());
    let changes = Rc::new(RefCell::new(FoundChanges::new()));
    let mut at: Option<(PathId, ChangeSearch)> = None;
    let step = {
        let changes = changes.clone();
        move || {
            let Some((path, mut search)) = at.take() else {
                at = left
                    .next()
                    .map(|path| (path, ChangeSearch::new(assessment.evaluation(&model), path)));
                return at.is_none();
            };
            if search.step() {
                changes.borrow_mut().push((path, search.finish()));
            } else {
                at = Some((path, search));
            }
            false
        }
    };
    run_in_slices(step, move || found.set(Some(changes.take())));
}

fn change_list(result: &ResultView, found: &FoundChanges) -> impl IntoView + use<> {
    let report = result.report();
    let ways = found.iter().map(|(path, change)| {
        let way = report.describe_change(*path, change);
        let raises = way
            .raises
            .into_iter()
            .map(|raise| view! { <li>{raise}</li> })
            .collect_view();
        let steps = change
            .steps
            .map_or_else(String::new, |steps| steps.to_string());
        view! {
            <li data-change=path.as_str() data-steps=steps data-exact=change.exact.then_some("")>
                <p>{way.sentence}</p>
                <ul>{raises}</ul>
            </li>
        }
    });
    let ways = ways.collect_view();
    view! {
        <p>{report.nearest_paths(found)}</p>
        <ul class="ways">{ways}</ul>
    }
}
