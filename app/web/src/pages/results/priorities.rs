//! The priorities for which each path would be right: its central weights relative to equal
//! weights.

use crate::view::{CollectView, IntoView, view};
use assay_core::Certainty;
use assay_locale::report::{Priorities, Priority};
use leptos::prelude::*;

use super::result_view::ResultView;
use crate::parts::charts::meter::{MeterSpan, meter};

/// Renders the priorities once the simulation has ended.
pub(super) fn priorities_view(result: &ResultView) -> impl IntoView + use<> {
    let result = result.clone();
    move || {
        let certainty = result.certainty.get();
        certainty.map(|certainty| all_priorities(&result, &certainty))
    }
}

fn all_priorities(result: &ResultView, certainty: &Certainty) -> impl IntoView + use<> {
    let (messages, report) = (&result.messages, result.report());
    let lead = report
        .priorities_introduction(certainty)
        .unwrap_or_else(|| messages.priorities_none().to_owned());
    let paths = report
        .priorities(certainty)
        .into_iter()
        .map(|path| path_priorities(result, path))
        .collect_view();
    view! {
        <p>{lead}</p>
        <div class="leanings">{paths}</div>
    }
}

fn path_priorities(result: &ResultView, path: Priorities) -> impl IntoView + use<> {
    let bars = path.bars.into_iter().map(bar).collect_view();
    view! {
        <div class="leaning" data-priorities=path.path.as_str()>
            <h4>{result.report().path_name(path.path).to_owned()}" "<span class="small figure">{path.share}</span></h4>
            <p>{path.sentence}</p>
            <ul>{bars}</ul>
        </div>
    }
}

fn bar(priority: Priority) -> impl IntoView {
    let end = 50.0 + priority.deviation * 49.0;
    let spans = vec![
        MeterSpan::new(
            50.0_f64.min(end),
            50.0_f64.max(end),
            if priority.deviation < 0.0 {
                "less"
            } else {
                "more"
            },
        ),
        MeterSpan::new(49.8, 50.2, "even"),
    ];
    view! {
        <li>
            <span>{priority.name}</span>
            {meter("lean", spans)}
            <span class="figure">{priority.figure}</span>
        </li>
    }
}
