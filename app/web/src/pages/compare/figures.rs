//! Every figure of every result in one table, a column for each result.

use assay_core::compare::Compared;
use assay_core::link::Sureness as Told;
use assay_core::{PathId, Range, SectionIx, Standing, Words as Sure};
use assay_locale::{Report, Words, percent, rounded};

use super::chosen::Item;
use super::sure::{Confidence, Sureness};
use super::{Beside, letter};
use crate::view::{AnyView, CollectView, IntoView, view};

pub(super) fn table(beside: &Beside, items: &[Item], sureness: &Sureness) -> impl IntoView + use<> {
    let words = &beside.words;
    let comparison = beside.comparison();
    let heads = comparison.labels().iter().enumerate();
    let heads = heads.map(|(at, label)| {
        view! { <th scope="col"><strong class="letter">{letter(at)}</strong>" "<bdi>{label.clone()}</bdi></th> }
    });
    let heads = heads.collect_view();
    view! {
        <div class="broad" role="region" tabindex="0" aria-label=words.compare_figures_label().to_owned()>
            <table class="beside">
                <thead><tr><th scope="col">{words.whatif_column_figure().to_owned()}</th>{heads}</tr></thead>
                <tbody>
                    {ranges(beside, "ai_content", words.results_ai_content(), |result| result.score.ai_content.range)}
                    {levels(beside)}
                    {sections(beside)}
                    {ranges(beside, "faith", words.faith_faith(), |result| result.score.faith.range)}
                    {ranges(beside, "all_in", words.faith_all_in(), |result| result.score.all_in.range)}
                    {paths(beside)}
                    {recommendations(beside)}
                    {confidences(beside, items, sureness)}
                </tbody>
            </table>
        </div>
    }
}

fn row(id: &str, name: &str, cells: Vec<AnyView>) -> AnyView {
    view! { <tr data-row=id.to_owned()><th scope="row">{name.to_owned()}</th>{cells}</tr> }
}

fn ranges(
    beside: &Beside,
    id: &str,
    name: &str,
    range: impl Fn(&Compared) -> Option<Range>,
) -> AnyView {
    let comparison = beside.comparison();
    let cells = beside.results.iter().map(|result| {
        let range = range(result);
        let value = range.and_then(|range| range.value);
        let precision = result.score.precision;
        let hook = value.map_or_else(String::new, |value| match precision.is_in_steps() {
            true => rounded(value),
            false => format!("{value:.2}"),
        });
        view! { <td data-value=hook>{comparison.figure(precision, range)}</td> }
    });
    row(id, name, cells.collect())
}

fn sections(beside: &Beside) -> AnyView {
    let sections = (0..beside.model.sections().len()).map(SectionIx::new);
    let rows = sections.map(|section| {
        let id = &beside.model.section(section).id;
        let title = &beside.texts.section(section).title;
        ranges(beside, id, title, |result| {
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

fn levels(beside: &Beside) -> AnyView {
    let cells = beside.results.iter().map(|result| {
        let report = report(beside, result);
        let level = result.score.ai_content.level;
        let name = level.map(|level| report.level_name(level).to_owned());
        view! { <td>{name.unwrap_or_else(|| beside.words.sections_none().to_owned())}</td> }
    });
    row("level", beside.words.compare_level(), cells.collect())
}

fn report<'a>(beside: &'a Beside, result: &'a Compared) -> Report<'a> {
    Report::new(&beside.words, &beside.texts, &beside.model, &result.score)
}

/// The fits, with what does not stand open.
fn paths(beside: &Beside) -> AnyView {
    let (words, comparison) = (&beside.words, beside.comparison());
    let rows = PathId::ALL.map(|id| {
        let cells = beside.results.iter().map(|result| {
            let path = result.score.path(id);
            let standing = match path.standing {
                Standing::Open => None,
                Standing::Unverified => Some(words.whatif_standing_unverified()),
                Standing::Blocked => Some(words.whatif_standing_blocked()),
                Standing::Unknown => Some(words.whatif_standing_unknown()),
            };
            let standing = standing.filter(|_| result.score.precision.tells_paths());
            let standing =
                standing.map(|text| view! { <br/><span class="small">{text.to_owned()}</span> });
            view! { <td>{comparison.figure(result.score.precision, path.fit)}{standing}</td> }
        });
        let name = words.compare_fit(&beside.texts.path(id).title);
        row(id.as_str(), &name, cells.collect())
    });
    rows.collect_view()
}

fn recommendations(beside: &Beside) -> AnyView {
    let comparison = beside.comparison();
    let cells = beside
        .results
        .iter()
        .map(|result| view! { <td>{comparison.recommendation(&result.score)}</td> });
    let name = beside.words.whatif_recommended();
    row("recommendation", name, cells.collect())
}

fn confidences(beside: &Beside, items: &[Item], sureness: &Sureness) -> AnyView {
    let cells = items.iter().map(|item| {
        let (words, sureness, item) = (beside.words.clone(), sureness.clone(), item.clone());
        let said = move || match sureness.of(&item) {
            Confidence::Computing => words.whatif_computing().to_owned(),
            Confidence::Known(None) => words.sections_none().to_owned(),
            Confidence::Word(word) => word_of(&words, word).to_owned(),
            Confidence::Known(Some(share)) => words.whatif_share(&percent(share)),
        };
        view! { <td>{said}</td> }
    });
    row(
        "confidence",
        beside.words.whatif_confidence(),
        cells.collect(),
    )
}

/// How sure a result is, as a link without answers tells it.
fn word_of(words: &Words, sureness: Told) -> &str {
    match sureness {
        Told::Likely(true) => words.told_word_sure(),
        Told::Likely(false) => words.told_word_unsure(),
        Told::Word(Sure::Clear) => words.told_word_clear(),
        Told::Word(Sure::Likely) => words.told_word_likely(),
        Told::Word(Sure::Leaning) => words.told_word_leaning(),
        Told::Word(Sure::TooClose) => words.told_word_too_close(),
        // Told in a figure.
        Told::Drawn { .. } => words.sections_none(),
    }
}
