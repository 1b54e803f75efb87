//! The targets beside the present: on the charts, in a sentence, and in the table of the sections.

use assay_charts::{Bar, TARGET_STYLE};
use assay_core::SectionIx;
use assay_locale::{format_date, format_target, section_target_state, section_targets_sentence};
use leptos::prelude::*;

use super::super::result_view::ResultView;
use crate::parts::charts::chart_canvas::legend_key;
use crate::view::{AnyView, IntoView, view};

/// Returns the bars of sections with their targets (reactive).
pub(in super::super) fn with_targets(result: &ResultView, bars: Vec<(SectionIx, Bar)>) -> Vec<Bar> {
    let targets = result.targets.get();
    let bars = bars.into_iter().map(|(section, bar)| Bar {
        target: targets.section_percent(section),
        ..bar
    });
    bars.collect()
}

/// Lists the targets of the sections (reactive); `None` if there are none.
pub(in super::super) fn targets_text(result: &ResultView) -> Option<String> {
    let targets = result.targets.get();
    section_targets_sentence(&result.messages, &result.texts, &targets, &result.score)
}

/// Renders the legend of the targets with their list (reactive); nothing where there are none.
pub(in super::super) fn target_legend(result: &ResultView) -> AnyView {
    let result = result.clone();
    (move || {
        targets_text(&result).map(|sentence| {
            view! {
                <div class="target-legend small" data-targets-shown="">
                    {legend_key(TARGET_STYLE)}
                    <p>{result.messages.targets_legend().to_owned()}" "{sentence}</p>
                </div>
            }
        })
    })
    .into_any()
}

/// The cells of a section's target in the table.
pub(in super::super) struct TargetCells;

impl TargetCells {
    /// Renders the heads of the columns (reactive); nothing where no section has a target.
    pub(in super::super) fn heads(result: &ResultView) -> Option<AnyView> {
        if result.targets.get().sections.is_empty() {
            return None;
        }
        let messages = &result.messages;
        Some(
            view! {
                <th scope="col">{messages.targets_column_target().to_owned()}</th>
                <th scope="col">{messages.targets_column_gap().to_owned()}</th>
                <th scope="col">{messages.targets_column_date().to_owned()}</th>
            }
            .into_any(),
        )
    }

    /// Renders the cells of a section (reactive); nothing where no section has a target.
    pub(in super::super) fn of_section(result: &ResultView, section: SectionIx) -> Option<AnyView> {
        let targets = result.targets.get();
        if targets.sections.is_empty() {
            return None;
        }
        let messages = &result.messages;
        let none = || messages.sections_none().to_owned();
        let target = targets.sections.get(&section);
        let percent = target.map_or_else(none, |it| format_target(it.score.percent()));
        let state = targets.section_state(section, &result.score);
        let state = state.map_or_else(none, |state| section_target_state(messages, state));
        let day = target.and_then(|target| target.date);
        let day = day.map_or_else(none, |day| format_date(messages, Some(&day.to_string())));
        Some(view! { <td>{percent}</td><td>{state}</td><td>{day}</td> }.into_any())
    }
}
