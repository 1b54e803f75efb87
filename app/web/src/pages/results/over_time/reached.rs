//! Which actions of the roadmap of the measurement before are reached.

use std::cell::RefCell;
use std::rc::Rc;
use std::sync::Arc;

use assay_core::{ActionProgress, RoadmapRun};
use leptos::prelude::*;

use super::super::result_view::ResultView;
use super::Measurements;
use crate::browser::slices::run_in_slices;
use crate::parts::signals::set_if_alive;
use crate::view::{AnyView, CollectView, IntoView, view};

/// Renders the actions once the roadmap of the measurement `last` is planned; `None` if the
/// questionnaire has no actions.
pub(super) fn reached(
    result: &ResultView,
    measurements: &Measurements,
    last: usize,
) -> Option<AnyView> {
    if result.model.actions().is_empty() {
        return None;
    }
    let progress = RwSignal::new(None::<Arc<Vec<ActionProgress>>>);
    plan(result, measurements, last, progress);
    let (result, day) = (result.clone(), measurements.day(last));
    let list = move || {
        progress
            .get()
            .map(|progress| list(&result, &day, &progress))
    };
    Some(list.into_any())
}

/// Plans the roadmap of the measurement in time slices.
fn plan(
    result: &ResultView,
    measurements: &Measurements,
    last: usize,
    progress: RwSignal<Option<Arc<Vec<ActionProgress>>>>,
) {
    let Some(one) = measurements.all.get(last) else {
        return;
    };
    let (model, now) = (result.model.clone(), result.assessment.clone());
    let run = RoadmapRun::new(one.assessment.evaluation(&model));
    let run = Rc::new(RefCell::new(Some(run)));
    let step = {
        let (run, model) = (run.clone(), model.clone());
        move || run.borrow_mut().as_mut().is_none_or(|run| run.step(&model))
    };
    run_in_slices(step, move || {
        let roadmap = run.take().map(|run| run.finish(&model));
        let found = roadmap.map(|roadmap| roadmap.progress(now.evaluation(&model)));
        // The page may have been left meanwhile.
        set_if_alive(progress, found.map(Arc::new));
    });
}

fn list(result: &ResultView, day: &str, progress: &[ActionProgress]) -> AnyView {
    let messages = &result.messages;
    let reached = progress.iter().filter(|one| one.is_reached()).count();
    let sentence = match progress.len() {
        0 => messages.overtime_reached_none(day),
        of => messages.overtime_reached_count(&reached.to_string(), of),
    };
    let legend = (!progress.is_empty()).then(|| {
        view! { <p class="small">{messages.overtime_reached_legend().to_owned()}</p> }
    });
    let rows = |is_reached: bool| {
        let shown = progress.iter().filter(|one| one.is_reached() == is_reached);
        shown.map(|one| row(result, *one)).collect_view()
    };
    let rest = progress.len() - reached;
    let rest = (rest > 0).then(|| {
        view! {
            <details>
                <summary>{messages.overtime_reached_rest(rest)}</summary>
                <ul class="reached-actions">{rows(false)}</ul>
            </details>
        }
    });
    view! {
        <div class="stack reached" data-reached=reached.to_string() data-of=progress.len().to_string()>
            <h3>{messages.overtime_reached(day)}</h3>
            <p>{sentence}</p>
            <ul class="reached-actions">{rows(true)}</ul>
            {rest}
            {legend}
        </div>
    }
}

fn row(result: &ResultView, one: ActionProgress) -> AnyView {
    let messages = &result.messages;
    let title = result.texts.action(one.action).title.clone();
    let id = result.model.action(one.action).id.clone();
    let (hook, state) = match (one.is_reached(), one.of) {
        (true, _) => ("reached", messages.overtime_reached_yes().to_owned()),
        (false, 0) => ("gone", messages.overtime_reached_gone().to_owned()),
        (false, of) => (
            "open",
            messages.overtime_reached_part(&one.reached.to_string(), of),
        ),
    };
    view! {
        <li data-reached-action=id data-state=hook>
            <span lang=result.texts.lang() dir=result.texts.dir()>{title}</span>" "<span class="tag">{state}</span>
        </li>
    }
}
