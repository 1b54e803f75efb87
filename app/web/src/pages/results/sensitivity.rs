//! Sensitivity: the effect of one level less or more for each answer.

use std::cell::RefCell;
use std::rc::Rc;

use crate::view::{CollectView, IntoView, view};
use assay_core::{Sensitivity, SensitivityRun};
use assay_locale::report::Swing;
use leptos::prelude::*;

use super::result_view::ResultView;
use crate::browser::slices::run_in_slices;
use crate::parts::charts::meter::{MeterSpan, meter};

/// Renders the effect of each answer once every answer is examined.
pub(super) fn sensitivity_view(result: &ResultView) -> impl IntoView + use<> {
    let found = ArcRwSignal::new(None::<Vec<Sensitivity>>);
    compute_sensitivity(result, found.clone());
    let result = result.clone();
    move || found.get().map(|found| all_effects(&result, &found))
}

fn compute_sensitivity(result: &ResultView, found: ArcRwSignal<Option<Vec<Sensitivity>>>) {
    let run = SensitivityRun::new(result.assessment.evaluation(&result.model));
    let run = Rc::new(RefCell::new(Some(run)));
    let step = {
        let run = run.clone();
        move || run.borrow_mut().as_mut().is_none_or(SensitivityRun::step)
    };
    run_in_slices(step, move || {
        found.set(run.take().map(SensitivityRun::finish))
    });
}

fn all_effects(result: &ResultView, found: &[Sensitivity]) -> impl IntoView + use<> {
    let swings = result.report().swings(found);
    let lead = result.report().largest_swing(&swings);
    let some = !swings.is_empty();
    view! {
        <p>{lead}</p>
        {some.then(|| table(result, swings))}
    }
}

fn table(result: &ResultView, swings: Vec<Swing>) -> impl IntoView + use<> {
    let messages = &result.messages;
    let greatest = swings
        .iter()
        .flat_map(|swing| swing.changes)
        .fold(0.0_f64, |most, change| most.max(change.abs()));
    let rows = swings
        .into_iter()
        .map(|swing| row(swing, greatest))
        .collect_view();
    view! {
        <p class="small">{messages.tornado_explain().to_owned()}</p>
        <table>
            <thead><tr>
                <th scope="col">{messages.tornado_column_answer().to_owned()}</th>
                <th scope="col">{messages.tornado_column_lower().to_owned()}</th>
                <th scope="col">{messages.tornado_column_higher().to_owned()}</th>
            </tr></thead>
            <tbody>{rows}</tbody>
        </table>
    }
}

fn row(swing: Swing, greatest: f64) -> impl IntoView {
    let spans = spans(&swing, greatest);
    let turns = swing.path_changes.into_iter().flatten();
    let turns = turns
        .map(|turn| view! { <span class="small turn">{turn}</span> })
        .collect_view();
    let [lower, higher] = swing.figures;
    view! {
        <tr>
            <th scope="row">
                <div class="swing">
                    <span>{swing.question}</span>
                    {meter("swing-bar", spans)}
                    {turns}
                </div>
            </th>
            <td>{lower}</td>
            <td>{higher}</td>
        </tr>
    }
}

/// Returns a bar on each side of the middle, with a mark at its end if the recommended path
/// changes.
fn spans(swing: &Swing, greatest: f64) -> Vec<MeterSpan> {
    let mut spans = vec![MeterSpan::new(49.8, 50.2, "middle")];
    for ((change, turn), class) in swing
        .changes
        .into_iter()
        .zip(&swing.path_changes)
        .zip(["lower", "higher"])
    {
        let end = 50.0 + change / greatest * 48.0;
        spans.push(MeterSpan::new(end.min(50.0), end.max(50.0), class));
        if turn.is_some() {
            spans.push(MeterSpan::new(end - 0.8, end + 0.8, "turn"));
        }
    }
    spans
}
