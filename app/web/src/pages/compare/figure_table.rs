//! The table of all figures, one column per result.

use assay_core::compare::{ComparedResult, Figure};
use assay_core::{PathId, PathStatus, SectionIx};
use assay_locale::report::stated_confidence_name;
use assay_locale::{Report, format_share, format_whole};

use super::comparison_view::{ComparisonView, result_letter};
use super::confidence::{ConfidenceLoader, ConfidenceState};
use super::selected_result::SelectedResult;
use crate::view::{AnyView, CollectView, IntoView, view};

pub(super) fn figure_table(
    view: &ComparisonView,
    items: &[SelectedResult],
    confidence: &ConfidenceLoader,
) -> impl IntoView + use<> {
    let messages = &view.messages;
    let comparison = view.comparison();
    let heads = comparison.labels().iter().enumerate();
    let heads = heads.map(|(at, label)| {
        view! { <th scope="col"><strong class="letter">{result_letter(at)}</strong>" "<bdi>{label.clone()}</bdi></th> }
    });
    let heads = heads.collect_view();
    view! {
        <div class="broad" role="region" tabindex="0" aria-label=messages.compare_figures_label().to_owned()>
            <table class="beside">
                <thead><tr><th scope="col">{messages.whatif_column_figure().to_owned()}</th>{heads}</tr></thead>
                <tbody>
                    {ai_content_row(view)}
                    {level_row(view)}
                    {part_rows(view)}
                    {path_rows(view)}
                    {recommendation_row(view)}
                    {confidence_row(view, items, confidence)}
                </tbody>
            </table>
        </div>
    }
}

fn row(id: &str, name: &str, cells: Vec<AnyView>) -> AnyView {
    view! { <tr data-row=id.to_owned()><th scope="row">{name.to_owned()}</th>{cells}</tr> }
}

/// Renders the row of the AI content.
pub(crate) fn ai_content_row(view: &ComparisonView) -> AnyView {
    let name = view.messages.results_ai_content();
    range_row(view, "ai_content", name, Figure::AiContent)
}

/// Renders the rows of the sections, of AI faith and of all in.
pub(crate) fn part_rows(view: &ComparisonView) -> AnyView {
    let sections = (0..view.model.sections().len()).map(SectionIx::new);
    let sections = sections.map(|section| {
        let id = &view.model.section(section).id;
        let title = &view.texts.section(section).title;
        range_row(view, id, title, Figure::Section(section))
    });
    let messages = &view.messages;
    let conviction = [
        range_row(view, "faith", messages.faith_faith(), Figure::Faith),
        range_row(view, "all_in", messages.faith_all_in(), Figure::AllIn),
    ];
    sections.chain(conviction).collect_view()
}

fn range_row(view: &ComparisonView, id: &str, name: &str, figure: Figure) -> AnyView {
    let comparison = view.comparison();
    let cells = view.results.iter().map(|result| {
        let range = figure.range(&result.score);
        let value = range.and_then(|range| range.value);
        let precision = result.score.precision;
        let hook = value.map_or_else(String::new, |value| match precision.is_in_steps() {
            true => format_whole(value),
            false => format!("{value:.2}"),
        });
        view! { <td data-value=hook>{comparison.format_range(precision, range)}</td> }
    });
    row(id, name, cells.collect())
}

fn level_row(view: &ComparisonView) -> AnyView {
    let cells = view.results.iter().map(|result| {
        let report = report(view, result);
        let level = result.score.ai_content.level;
        let name = level.map(|level| report.level_name(level).to_owned());
        view! { <td>{name.unwrap_or_else(|| view.messages.sections_none().to_owned())}</td> }
    });
    row("level", view.messages.compare_level(), cells.collect())
}

fn report<'a>(view: &'a ComparisonView, result: &'a ComparedResult) -> Report<'a> {
    Report::new(&view.messages, &view.texts, &view.model, &result.score)
}

/// Renders the fit of each path, with its status unless it is open.
fn path_rows(view: &ComparisonView) -> AnyView {
    let (messages, comparison) = (&view.messages, view.comparison());
    let rows = PathId::ALL.map(|id| {
        let cells = view.results.iter().map(|result| {
            let path = result.score.path(id);
            let standing = match path.status {
                PathStatus::Open => None,
                PathStatus::Unverified => Some(messages.whatif_standing_unverified()),
                PathStatus::Blocked => Some(messages.whatif_standing_blocked()),
                PathStatus::Unknown => Some(messages.whatif_standing_unknown()),
            };
            let standing = standing.filter(|_| result.score.precision.includes_paths());
            let standing =
                standing.map(|text| view! { <br/><span class="small">{text.to_owned()}</span> });
            view! { <td>{comparison.format_range(result.score.precision, path.fit)}{standing}</td> }
        });
        let name = messages.compare_fit(&view.texts.path(id).title);
        row(id.as_str(), &name, cells.collect())
    });
    rows.collect_view()
}

fn recommendation_row(view: &ComparisonView) -> AnyView {
    let comparison = view.comparison();
    let cells = view
        .results
        .iter()
        .map(|result| view! { <td>{comparison.recommendation(&result.score)}</td> });
    let name = view.messages.whatif_recommended();
    row("recommendation", name, cells.collect())
}

fn confidence_row(
    view: &ComparisonView,
    items: &[SelectedResult],
    confidence: &ConfidenceLoader,
) -> AnyView {
    let cells = items.iter().map(|item| {
        let (messages, confidence, item) =
            (view.messages.clone(), confidence.clone(), item.clone());
        let cell = move || match confidence.state_of(&item) {
            ConfidenceState::Computing => messages.whatif_computing().to_owned(),
            ConfidenceState::Share(None) => messages.sections_none().to_owned(),
            ConfidenceState::Level(stated) => stated_confidence_name(&messages, stated)
                .unwrap_or(messages.sections_none())
                .to_owned(),
            ConfidenceState::Share(Some(share)) => messages.whatif_share(&format_share(share)),
        };
        view! { <td>{cell}</td> }
    });
    row(
        "confidence",
        view.messages.whatif_confidence(),
        cells.collect(),
    )
}
