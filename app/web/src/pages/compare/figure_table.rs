//! Every figure of every result in one table, a column for each result.

use assay_core::compare::ComparedResult;
use assay_core::link::ConfidenceSummary as Told;
use assay_core::{ConfidenceLevel as Sure, PathId, PathStatus, Range, SectionIx};
use assay_locale::{Messages, Report, format_share, format_whole};

use super::confidence::{ConfidenceLoader, ConfidenceState};
use super::selection::SelectedResult;
use super::{ComparisonView, result_letter};
use crate::view::{AnyView, CollectView, IntoView, view};

pub(super) fn figure_table(
    beside: &ComparisonView,
    items: &[SelectedResult],
    sureness: &ConfidenceLoader,
) -> impl IntoView + use<> {
    let words = &beside.messages;
    let comparison = beside.comparison();
    let heads = comparison.labels().iter().enumerate();
    let heads = heads.map(|(at, label)| {
        view! { <th scope="col"><strong class="letter">{result_letter(at)}</strong>" "<bdi>{label.clone()}</bdi></th> }
    });
    let heads = heads.collect_view();
    view! {
        <div class="broad" role="region" tabindex="0" aria-label=words.compare_figures_label().to_owned()>
            <table class="beside">
                <thead><tr><th scope="col">{words.whatif_column_figure().to_owned()}</th>{heads}</tr></thead>
                <tbody>
                    {range_row(beside, "ai_content", words.results_ai_content(), |result| result.score.ai_content.range)}
                    {level_row(beside)}
                    {section_rows(beside)}
                    {range_row(beside, "faith", words.faith_faith(), |result| result.score.faith.range)}
                    {range_row(beside, "all_in", words.faith_all_in(), |result| result.score.all_in.range)}
                    {path_rows(beside)}
                    {recommendation_row(beside)}
                    {confidence_row(beside, items, sureness)}
                </tbody>
            </table>
        </div>
    }
}

fn row(id: &str, name: &str, cells: Vec<AnyView>) -> AnyView {
    view! { <tr data-row=id.to_owned()><th scope="row">{name.to_owned()}</th>{cells}</tr> }
}

fn range_row(
    beside: &ComparisonView,
    id: &str,
    name: &str,
    range: impl Fn(&ComparedResult) -> Option<Range>,
) -> AnyView {
    let comparison = beside.comparison();
    let cells = beside.results.iter().map(|result| {
        let range = range(result);
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

fn section_rows(beside: &ComparisonView) -> AnyView {
    let sections = (0..beside.model.sections().len()).map(SectionIx::new);
    let rows = sections.map(|section| {
        let id = &beside.model.section(section).id;
        let title = &beside.texts.section(section).title;
        range_row(beside, id, title, |result| {
            result
                .score
                .sections
                .get(section.index())
                .copied()
                .flatten()
        })
    });
    rows.collect_view()
}

fn level_row(beside: &ComparisonView) -> AnyView {
    let cells = beside.results.iter().map(|result| {
        let report = report(beside, result);
        let level = result.score.ai_content.level;
        let name = level.map(|level| report.level_name(level).to_owned());
        view! { <td>{name.unwrap_or_else(|| beside.messages.sections_none().to_owned())}</td> }
    });
    row("level", beside.messages.compare_level(), cells.collect())
}

fn report<'a>(beside: &'a ComparisonView, result: &'a ComparedResult) -> Report<'a> {
    Report::new(
        &beside.messages,
        &beside.texts,
        &beside.model,
        &result.score,
    )
}

/// The fits, with what does not stand open.
fn path_rows(beside: &ComparisonView) -> AnyView {
    let (words, comparison) = (&beside.messages, beside.comparison());
    let rows = PathId::ALL.map(|id| {
        let cells = beside.results.iter().map(|result| {
            let path = result.score.path(id);
            let standing = match path.status {
                PathStatus::Open => None,
                PathStatus::Unverified => Some(words.whatif_standing_unverified()),
                PathStatus::Blocked => Some(words.whatif_standing_blocked()),
                PathStatus::Unknown => Some(words.whatif_standing_unknown()),
            };
            let standing = standing.filter(|_| result.score.precision.includes_paths());
            let standing =
                standing.map(|text| view! { <br/><span class="small">{text.to_owned()}</span> });
            view! { <td>{comparison.format_range(result.score.precision, path.fit)}{standing}</td> }
        });
        let name = words.compare_fit(&beside.texts.path(id).title);
        row(id.as_str(), &name, cells.collect())
    });
    rows.collect_view()
}

fn recommendation_row(beside: &ComparisonView) -> AnyView {
    let comparison = beside.comparison();
    let cells = beside
        .results
        .iter()
        .map(|result| view! { <td>{comparison.recommendation(&result.score)}</td> });
    let name = beside.messages.whatif_recommended();
    row("recommendation", name, cells.collect())
}

fn confidence_row(
    beside: &ComparisonView,
    items: &[SelectedResult],
    sureness: &ConfidenceLoader,
) -> AnyView {
    let cells = items.iter().map(|item| {
        let (words, sureness, item) = (beside.messages.clone(), sureness.clone(), item.clone());
        let said = move || match sureness.state_of(&item) {
            ConfidenceState::Computing => words.whatif_computing().to_owned(),
            ConfidenceState::Share(None) => words.sections_none().to_owned(),
            ConfidenceState::Level(word) => confidence_name(&words, word).to_owned(),
            ConfidenceState::Share(Some(share)) => words.whatif_share(&format_share(share)),
        };
        view! { <td>{said}</td> }
    });
    row(
        "confidence",
        beside.messages.whatif_confidence(),
        cells.collect(),
    )
}

/// How sure a result is, as a link without answers tells it.
fn confidence_name(words: &Messages, sureness: Told) -> &str {
    match sureness {
        Told::AtLeastLikely(true) => words.told_word_sure(),
        Told::AtLeastLikely(false) => words.told_word_unsure(),
        Told::Level(Sure::Clear) => words.told_word_clear(),
        Told::Level(Sure::Likely) => words.told_word_likely(),
        Told::Level(Sure::Leaning) => words.told_word_leaning(),
        Told::Level(Sure::TooClose) => words.told_word_too_close(),
        // Told in a figure.
        Told::Simulated { .. } => words.sections_none(),
    }
}
