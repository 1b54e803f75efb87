//! The fictional companies on the start page: the certificate of one, and a list of some.

use std::sync::Arc;

use assay_core::{Example, Score, Stance};
use assay_locale::{Language, Report};

use super::StartPage;
use crate::parts::certificate::Certificate;
use crate::parts::charts::section_bars::section_bars;
use crate::route;
use crate::view::{AnyView, CollectView, IntoView, view};

/// Number of companies on the page; a page of its own lists all of them.
const LISTED_EXAMPLES: usize = 6;

/// Example whose certificate is shown. It has open answers, so that a range is visible.
const EXAMPLE_ID: &str = "insurer";

/// What the start page shows of the fictional companies. The starter for other questionnaires, which
/// have none, does not link it.
pub(crate) struct ExampleViews {
    pub(super) certificate: AnyView,
    pub(super) companies: AnyView,
}

impl ExampleViews {
    /// Renders the companies; `None` without any.
    pub(crate) fn render(page: &StartPage, examples: &[Example]) -> Option<Self> {
        Some(Self {
            certificate: example_certificate(page, examples)?.into_any(),
            companies: example_companies(page, examples)?.into_any(),
        })
    }
}

fn example_certificate(page: &StartPage, examples: &[Example]) -> Option<impl IntoView + use<>> {
    let mut listed = examples.iter();
    let example = listed
        .find(|example| example.id == EXAMPLE_ID)
        .or_else(|| examples.first())?;
    let assessment = &example.assessment;
    let result = assessment.evaluation(&page.model).score();
    let certificate = Certificate {
        messages: page.messages.clone(),
        texts: page.texts.clone(),
        model: page.model.clone(),
        score: Arc::new(result),
        name: example.name(page.language.tag()).to_owned(),
        detail: String::new(),
        origin: page.messages.results_example_note().to_owned(),
        year: assessment
            .created
            .as_deref()
            .and_then(|date| date.get(..4))
            .unwrap_or_default()
            .to_owned(),
        plausible: None,
        range_room: None,
    };
    let sections = section_bars(&page.model, &page.texts, &certificate.score.sections);
    let heading = page.messages.start_example().to_owned();
    let path = recommended_path(page, &certificate.score, assessment.profile.stance);
    Some(view! {
        <div class="stack unframed">
            <span class="small">{heading}</span>
            {certificate.view(Some(path), sections)}
        </div>
    })
}

/// Renders the recommended path. Its classes are in the style sheet of the first screen.
fn recommended_path(page: &StartPage, score: &Score, stance: Stance) -> AnyView {
    let report = Report::new(&page.messages, &page.texts, &page.model, score);
    let name = report.describe_recommendation(stance).name;
    view! {
        <div>
            <span class="small">{page.messages.path_heading().to_owned()}</span>
            <p class="lead"><strong>{name}</strong></p>
        </div>
    }
    .into_any()
}

fn example_companies(page: &StartPage, examples: &[Example]) -> Option<impl IntoView + use<>> {
    let messages = &page.messages;
    let listed = examples.get(..LISTED_EXAMPLES);
    let listed = listed.unwrap_or(examples);
    let all = (listed.len() < examples.len()).then(|| {
        view! { <p><a href="#/examples">{messages.start_companies_all().to_owned()}</a></p> }
    });
    (!listed.is_empty()).then(|| {
        view! {
            <section class="stack unframed">
                <h2>{messages.start_companies_heading().to_owned()}</h2>
                <p class="small">{messages.start_companies_lead().to_owned()}</p>
                {company_list(listed, page.language)}
                {all}
            </section>
        }
    })
}

/// Renders the names of fictional companies, with a sentence on each and a link to its result.
pub(crate) fn company_list(examples: &[Example], language: Language) -> AnyView {
    let tag = language.tag();
    let rows = examples.iter().map(|example| {
        view! {
            <li>
                <a href=route::example_address(&example.id)>{example.name(tag).to_owned()}</a>
                <span class="small">{example.about(tag).to_owned()}</span>
            </li>
        }
    });
    view! { <ul class="companies">{rows.collect_view()}</ul> }
}
