//! How the figures came about, with this result's own numbers, and the ways here from each figure.

use crate::view::{CollectView, IntoView, view};
use assay_core::Certainty;
use assay_locale::Report;
use assay_locale::report::MeanDerivation;
use leptos::prelude::*;
use web_sys::{HtmlDetailsElement, HtmlElement, ScrollLogicalPosition};

use super::ResultView;
use crate::browser::dom;
use crate::parts::fold::fold;

/// A part of the explanation; its id in the document.
#[derive(Clone, Copy)]
pub(super) enum DerivationPart {
    Content,
    Sections,
    Conviction,
    Paths,
    Confidence,
    Roadmap,
}

impl DerivationPart {
    const fn id(self) -> &'static str {
        match self {
            Self::Content => "how-content",
            Self::Sections => "how-sections",
            Self::Conviction => "how-conviction",
            Self::Paths => "how-paths",
            Self::Confidence => "how-sure",
            Self::Roadmap => "how-roadmap",
        }
    }
}

/// The way from a figure of this name to its part; there is none without the answers.
pub(super) fn derivation_link(
    shown: &ResultView,
    part: DerivationPart,
    figure: &str,
) -> Option<impl IntoView + use<>> {
    let words = &shown.messages;
    shown.has_answers().then(|| view! {
        <button type="button" class="plain way" data-how=part.id() aria-label=words.how_link_label(figure) on:click=move |_| show_part(part.id())>
            {words.results_how().to_owned()}
        </button>
    })
}

/// Brings a part into view with its first fold open, and gives it the focus.
fn show_part(id: &str) {
    if let Some(fold) = dom::query::<HtmlDetailsElement>(&format!("#{id} details")) {
        fold.set_open(true);
    }
    if let Some(part) = dom::by_id::<HtmlElement>(id) {
        dom::focus(&part);
        dom::scroll_into_view(&part, ScrollLogicalPosition::Start);
    }
}

/// The whole explanation.
pub(super) fn derivation_section(shown: &ResultView) -> impl IntoView + use<> {
    let words = &shown.messages;
    view! {
        <section class="stack wide how" id="how" tabindex="-1">
            <h2>{words.how_heading().to_owned()}</h2>
            {part(DerivationPart::Content, words.results_ai_content(), content(shown))}
            {part(DerivationPart::Sections, words.sections_heading_any(), sections(shown))}
            {part(DerivationPart::Conviction, words.faith_heading(), conviction(shown))}
            {part(DerivationPart::Paths, words.path_heading(), paths(shown))}
            {part(DerivationPart::Confidence, words.how_sure_heading(), confidence(shown))}
            {part(DerivationPart::Roadmap, words.next_roadmap(), roadmap(shown))}
            <p>{words.how_self().to_owned()}</p>
            <p><a href="#/about">{words.how_more().to_owned()}</a></p>
        </section>
    }
}

fn part<V: IntoView + 'static>(
    part: DerivationPart,
    heading: &str,
    content: V,
) -> impl IntoView + use<V> {
    let named = format!("{}-heading", part.id());
    view! {
        <section class="stack" id=part.id() tabindex="-1" aria-labelledby=named.clone()>
            <h3 id=named.clone()>{heading.to_owned()}</h3>
            {content}
        </section>
    }
}

fn content(shown: &ResultView) -> impl IntoView + use<> {
    let report = shown.report();
    let said = |sentence: Option<String>| sentence.map(|sentence| view! { <p>{sentence}</p> });
    view! {
        {said(report.content_derivation())}
        {formula(report.content_formula())}
        {formula(report.mean_formula())}
        {said(report.content_bounds())}
        {simulation_sentence(shown, |report, certainty| report.plausible_derivation(certainty))}
        <p>{report.level_derivation()}</p>
    }
}

fn sections(shown: &ResultView) -> impl IntoView + use<> {
    let words = &shown.messages;
    view! {
        <p>{words.how_sections().to_owned()}</p>
        {sums(shown, words.how_fold_sections(), |shown| shown.report().section_means(shown.assessment.profile.stance, &shown.assessment.answers))}
    }
}

fn conviction(shown: &ResultView) -> impl IntoView + use<> {
    let words = &shown.messages;
    view! {
        <p>{words.how_conviction().to_owned()}</p>
        {sums(shown, words.how_fold_conviction(), |shown| shown.report().conviction_means(shown.assessment.profile.stance, &shown.assessment.answers))}
    }
}

fn paths(shown: &ResultView) -> impl IntoView + use<> {
    let words = &shown.messages;
    view! {
        <p>{words.how_path().to_owned()}</p>
        {sums(shown, words.how_fold_paths(), |shown| shown.report().path_means(shown.assessment.profile.stance))}
        {sums(shown, words.how_fold_criteria(), |shown| shown.report().criterion_means(shown.assessment.profile.stance, &shown.assessment.answers))}
    }
}

fn confidence(shown: &ResultView) -> impl IntoView + use<> {
    simulation_sentence(shown, |report, certainty| {
        Some(report.confidence_derivation(certainty))
    })
}

fn roadmap(shown: &ResultView) -> impl IntoView + use<> {
    let worth = shown.report().worth_derivation();
    let rule = if worth.is_some() {
        shown.messages.how_roadmap()
    } else {
        shown.messages.how_roadmap_none()
    };
    view! { {worth.map(|worth| view! { <p>{worth}</p> })}<p>{rule.to_owned()}</p> }
}

/// A sentence on the draws, once they are made.
fn simulation_sentence(
    shown: &ResultView,
    say: fn(&Report<'_>, &Certainty) -> Option<String>,
) -> impl IntoView + use<> {
    let shown = shown.clone();
    move || {
        shown
            .certainty
            .get()
            .and_then(|certainty| say(&shown.report(), &certainty))
            .map(|said| view! { <p>{said}</p> })
    }
}

fn formula(text: Option<String>) -> Option<impl IntoView + use<>> {
    text.map(|text| view! { <p class="formula figure">{text}</p> })
}

/// Weighted means with everything that is in them, folded away.
fn sums(
    shown: &ResultView,
    summary: &str,
    of: fn(&ResultView) -> Vec<MeanDerivation>,
) -> impl IntoView + use<> {
    let shown = shown.clone();
    fold("sums", summary.to_owned(), move || {
        of(&shown)
            .into_iter()
            .map(|sum| weighted_sum(&shown, sum))
            .collect_view()
    })
}

fn weighted_sum(shown: &ResultView, sum: MeanDerivation) -> impl IntoView + use<> {
    let words = &shown.messages;
    let thresholds = sum.terms.iter().any(|term| !term.threshold.is_empty());
    let rows = sum.terms.into_iter().map(|term| {
        let threshold = thresholds.then(|| view! { <td>{term.threshold}</td> });
        view! { <tr><th scope="row">{term.name}</th><td>{term.weight}</td><td>{term.value}</td>{threshold}</tr> }
    });
    let rows = rows.collect_view();
    view! {
        {formula(Some(sum.formula))}
        <table>
            <thead><tr>
                <th scope="col">{words.how_column_part().to_owned()}</th>
                <th scope="col">{words.how_column_weight().to_owned()}</th>
                <th scope="col">{words.how_column_value().to_owned()}</th>
                {thresholds.then(|| view! { <th scope="col">{words.how_column_threshold().to_owned()}</th> })}
            </tr></thead>
            <tbody>{rows}</tbody>
        </table>
    }
}
