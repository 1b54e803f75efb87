//! The derivation of the figures with the numbers of this result, and the links to it from each
//! figure.

use crate::view::{CollectView, IntoView, view};
use assay_core::Certainty;
use assay_locale::Report;
use assay_locale::report::MeanDerivation;
use leptos::prelude::*;
use web_sys::{HtmlDetailsElement, HtmlElement, ScrollLogicalPosition};

use super::result_view::ResultView;
use crate::browser::dom;
use crate::parts::fold::{fold, fold_heading};

/// A part of the derivation. Each has an id in the document.
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

/// Renders the link from a figure to its derivation; `None` without answers. `figure` is the
/// figure's name.
pub(super) fn derivation_link(
    result: &ResultView,
    part: DerivationPart,
    figure: &str,
) -> Option<impl IntoView + use<>> {
    let messages = &result.messages;
    result.has_answers().then(|| view! {
        <button type="button" class="plain way" data-how=part.id() aria-label=messages.how_link_label(figure) on:click=move |_| show_part(part.id())>
            {messages.results_how().to_owned()}
        </button>
    })
}

/// Renders a heading of the second level with the link to the derivation of its figures beside it.
pub(super) fn derived_heading(
    result: &ResultView,
    part: DerivationPart,
    heading: &str,
    figure: &str,
) -> impl IntoView + use<> {
    let link = derivation_link(result, part, figure);
    view! { <div class="derived"><h2>{heading.to_owned()}</h2>{link}</div> }
}

/// Opens the derivation and the first fold of a part, scrolls to the part, and moves the focus.
fn show_part(id: &str) {
    if let Some(derivation) = dom::by_id::<HtmlDetailsElement>("how") {
        derivation.set_open(true);
    }
    if let Some(fold) = dom::query::<HtmlDetailsElement>(&format!("#{id} details")) {
        fold.set_open(true);
    }
    if let Some(part) = dom::by_id::<HtmlElement>(id) {
        dom::focus(&part);
        dom::scroll_into_view(&part, ScrollLogicalPosition::Start);
    }
}

/// Renders the derivation in a closed fold. Its content exists from the beginning: each figure
/// links to a part of it.
pub(super) fn derivation_fold(result: &ResultView) -> impl IntoView + use<> {
    let messages = &result.messages;
    view! {
        <details class="evidence-part how" id="how">
            <summary>{fold_heading(messages.how_heading())}</summary>
            {part(DerivationPart::Content, messages.results_ai_content(), content(result))}
            {part(DerivationPart::Sections, messages.sections_heading_any(), sections(result))}
            {part(DerivationPart::Conviction, messages.faith_heading(), conviction(result))}
            {part(DerivationPart::Paths, messages.path_heading(), paths(result))}
            {part(DerivationPart::Confidence, messages.how_confidence_heading(), confidence(result))}
            {part(DerivationPart::Roadmap, messages.next_roadmap(), roadmap(result))}
            <p>{messages.how_self().to_owned()}</p>
            <p><a href="#/about">{messages.how_more().to_owned()}</a></p>
        </details>
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
            <h4 id=named.clone()>{heading.to_owned()}</h4>
            {content}
        </section>
    }
}

fn content(result: &ResultView) -> impl IntoView + use<> {
    let report = result.report();
    let paragraph = |sentence: Option<String>| sentence.map(|sentence| view! { <p>{sentence}</p> });
    view! {
        {paragraph(report.content_derivation())}
        {formula(report.content_formula())}
        {formula(report.mean_formula())}
        {paragraph(report.content_bounds())}
        {simulation_sentence(result, |report, certainty| report.plausible_derivation(certainty))}
        <p>{report.level_derivation()}</p>
    }
}

fn sections(result: &ResultView) -> impl IntoView + use<> {
    let messages = &result.messages;
    view! {
        <p>{messages.how_sections().to_owned()}</p>
        {sums(result, messages.how_fold_sections(), |result| result.report().section_means(result.assessment.profile.stance, &result.assessment.answers))}
    }
}

fn conviction(result: &ResultView) -> impl IntoView + use<> {
    let messages = &result.messages;
    view! {
        <p>{messages.how_conviction().to_owned()}</p>
        {sums(result, messages.how_fold_conviction(), |result| result.report().conviction_means(result.assessment.profile.stance, &result.assessment.answers))}
    }
}

fn paths(result: &ResultView) -> impl IntoView + use<> {
    let messages = &result.messages;
    view! {
        <p>{messages.how_path().to_owned()}</p>
        {sums(result, messages.how_fold_paths(), |result| result.report().path_means(result.assessment.profile.stance))}
        {sums(result, messages.how_fold_criteria(), |result| result.report().criterion_means(result.assessment.profile.stance, &result.assessment.answers))}
    }
}

fn confidence(result: &ResultView) -> impl IntoView + use<> {
    simulation_sentence(result, |report, certainty| {
        Some(report.confidence_derivation(certainty))
    })
}

fn roadmap(result: &ResultView) -> impl IntoView + use<> {
    let worth = result.report().worth_derivation();
    let rule = if worth.is_some() {
        result.messages.how_roadmap()
    } else {
        result.messages.how_roadmap_none()
    };
    view! { {worth.map(|worth| view! { <p>{worth}</p> })}<p>{rule.to_owned()}</p> }
}

/// Renders a sentence about the simulation once it has ended.
fn simulation_sentence(
    result: &ResultView,
    say: fn(&Report<'_>, &Certainty) -> Option<String>,
) -> impl IntoView + use<> {
    let result = result.clone();
    move || {
        result
            .certainty
            .get()
            .and_then(|certainty| say(&result.report(), &certainty))
            .map(|sentence| view! { <p>{sentence}</p> })
    }
}

fn formula(text: Option<String>) -> Option<impl IntoView + use<>> {
    text.map(|text| view! { <p class="formula figure">{text}</p> })
}

/// Renders weighted means with all terms in a closed fold.
fn sums(
    result: &ResultView,
    summary: &str,
    of: fn(&ResultView) -> Vec<MeanDerivation>,
) -> impl IntoView + use<> {
    let result = result.clone();
    fold("sums", summary.to_owned(), move || {
        of(&result)
            .into_iter()
            .map(|sum| weighted_sum(&result, sum))
            .collect_view()
    })
}

fn weighted_sum(result: &ResultView, sum: MeanDerivation) -> impl IntoView + use<> {
    let messages = &result.messages;
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
                <th scope="col">{messages.how_column_part().to_owned()}</th>
                <th scope="col">{messages.how_column_weight().to_owned()}</th>
                <th scope="col">{messages.how_column_value().to_owned()}</th>
                {thresholds.then(|| view! { <th scope="col">{messages.how_column_threshold().to_owned()}</th> })}
            </tr></thead>
            <tbody>{rows}</tbody>
        </table>
    }
}
