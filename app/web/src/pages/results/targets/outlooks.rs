//! The targets beside the roadmap: what becomes of each, and which actions lead to them.

use assay_core::{ActionIx, Roadmap, TargetOutlook};
use assay_locale::target_outlook;

use super::super::result_view::ResultView;
use crate::view::{AnyView, CollectView, IntoView, view};

/// Renders what becomes of each target; `None` without targets.
pub(in super::super) fn target_outlooks(result: &ResultView, plan: &Roadmap) -> Option<AnyView> {
    if plan.outlooks.is_empty() {
        return None;
    }
    let rows = plan.outlooks.iter().map(|outlook| row(result, outlook));
    let rows = rows.collect_view();
    Some(
        view! {
            <div class="stack target-outlooks">
                <p>{result.messages.targets_roadmap_lead().to_owned()}</p>
                <ul class="reached-actions">{rows}</ul>
            </div>
        }
        .into_any(),
    )
}

fn row(result: &ResultView, outlook: &TargetOutlook) -> AnyView {
    let words = target_outlook(&result.messages, &result.texts, outlook);
    let state = match words.is_reached {
        true => "reached",
        false => "open",
    };
    view! {
        <li data-target-outlook="" data-state=state>
            <span lang=result.texts.lang() dir=result.texts.dir()>{words.target}</span>" "<span class="tag">{words.state}</span>
        </li>
    }
    .into_any()
}

/// Renders the mark of an action that was selected for a target; `None` for any other action.
pub(in super::super) fn target_mark(
    result: &ResultView,
    plan: &Roadmap,
    action: ActionIx,
) -> Option<AnyView> {
    let leads = plan.towards_targets.contains(&action);
    leads.then(|| {
        let mark = result.messages.targets_roadmap_mark().to_owned();
        view! { " "<span class="tag" data-towards-target="">{mark}</span> }.into_any()
    })
}
