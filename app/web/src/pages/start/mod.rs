//! The start page: purpose, effort, an example and the fictional companies. Also rendered natively
//! for the first screen, so it uses no browser function.

use std::sync::Arc;

use crate::view::{AnyView, CollectView, IntoView, view};
use assay_core::{Depth, Example, Model, Score, Stance, Texts};
use assay_locale::{Language, Messages, Report};

use crate::parts::certificate::Certificate;
use crate::parts::charts::section_bars::section_bars;
use crate::parts::effort::{count_questions, effort_sentence};
use crate::route;

pub(crate) mod unfinished;

use unfinished::Unfinished;

/// The data of the page.
pub(crate) struct StartPage {
    pub(crate) model: Arc<Model>,
    pub(crate) texts: Arc<Texts>,
    pub(crate) messages: Arc<Messages>,
    pub(crate) language: Language,
    pub(crate) examples: Vec<Example>,
    /// Depth of the main button.
    pub(crate) main_depth: Depth,
    /// Whether the page around the app determines the depth.
    pub(crate) is_depth_fixed: bool,
    /// Whether the page around the app introduces the assessment.
    pub(crate) is_introduced: bool,
}

/// Number of companies on the page; a page of its own lists all of them.
const LISTED_EXAMPLES: usize = 6;

/// Example whose certificate is shown. It has open answers, so that a range is visible.
const EXAMPLE_ID: &str = "insurer";

/// Renders the page. `earlier` lists assessments of other versions of the questionnaire. All
/// controls are plain links, so that they work before the app runs.
pub(crate) fn start_page(
    page: &StartPage,
    unfinished: Option<Unfinished>,
    earlier: Option<AnyView>,
) -> impl IntoView + use<> {
    let messages = &page.messages;
    let promises = [
        messages.start_get_content(),
        messages.start_get_path(),
        messages.start_get_next(),
    ];
    let promises = promises.map(|promise| view! { <li>{promise.to_owned()}</li> });
    let (title, lead) = match page.is_introduced {
        true => (messages.start_title_framed(), None),
        false => (messages.start_title(), Some(messages.start_lead())),
    };
    view! {
        <div class="two start-top">
            <div class="stack wide">
                <h1 class="title" tabindex="-1">{title.to_owned()}</h1>
                {lead.map(|lead| view! { <p class="lead">{lead.to_owned()}</p> })}
                {start_buttons(page)}
                {adopters_note(page)}
                <p class="small">{messages.start_private().to_owned()}</p>
                {continue_link(unfinished)}
                {earlier}
            </div>
            {example_certificate(page).into_any()}
        </div>
        <section class="stack unframed">
            <h2>{messages.start_get_heading().to_owned()}</h2>
            <ul class="promises">{promises.collect_view()}</ul>
        </section>
        {example_companies(page)}
        {group_links(messages)}
    }
}

/// Renders the links to invitations, team and comparison.
fn group_links(messages: &Messages) -> impl IntoView + use<> {
    view! {
        <section class="stack">
            <h2>{messages.start_together().to_owned()}</h2>
            <div class="row">
                <a class="button quiet" href="#/invite" data-action="invite">{messages.invite_title().to_owned()}</a>
                <a class="button quiet" href="#/team" data-action="team">{messages.team_title().to_owned()}</a>
                <a class="button quiet" href="#/compare" data-action="compare">{messages.compare_title().to_owned()}</a>
            </div>
        </section>
    }
}

/// Renders the link to the unfinished assessment. Present but hidden if there is none: the starter
/// app fills it in the prerendered page.
fn continue_link(unfinished: Option<Unfinished>) -> impl IntoView + use<> {
    let hidden = unfinished.is_none();
    let (address, sentence) = unfinished.map(|left| (left.address, left.sentence)).unzip();
    view! { <p hidden=hidden><a href=address data-action="continue">{sentence}</a></p> }
}

fn start_buttons(page: &StartPage) -> impl IntoView + use<> {
    let quick = page.model.offers_quick(Stance::Provide);
    let offered = match (quick, page.main_depth) {
        (true, depth) if page.is_depth_fixed => vec![depth],
        (true, Depth::Quick) => vec![Depth::Quick, Depth::Full],
        (true, Depth::Full) => vec![Depth::Full, Depth::Quick],
        (false, _) => vec![Depth::Full],
    };
    let buttons = offered.into_iter().enumerate();
    let buttons = buttons.map(|(at, depth)| {
        let style = if at == 0 { "button" } else { "button quiet" };
        start_button(page, depth, style)
    });
    view! { <div class="row">{buttons.collect_view()}</div> }
}

fn start_button(page: &StartPage, depth: Depth, style: &'static str) -> impl IntoView + use<> {
    let messages = &page.messages;
    let label = match depth {
        Depth::Quick => messages.start_quick(),
        Depth::Full => messages.start_full(),
    };
    view! {
        <a class=style href=format!("#/profile?depth={}", depth.as_str()) data-action="start" data-depth=depth.as_str()>
            {label.to_owned()}
            <small>{effort_sentence(messages, &page.model, Stance::Provide, depth)}</small>
        </a>
    }
}

fn adopters_note(page: &StartPage) -> impl IntoView + use<> {
    let of = |depth| count_questions(&page.model, Stance::Adopt, depth).to_string();
    let is_choice = !page.is_depth_fixed && page.model.offers_quick(Stance::Adopt);
    is_choice.then(|| {
        let sentence = page
            .messages
            .start_adopters(&of(Depth::Quick), &of(Depth::Full));
        view! { <p class="small">{sentence}</p> }
    })
}

fn example_certificate(page: &StartPage) -> Option<impl IntoView + use<>> {
    let example = page
        .examples
        .iter()
        .find(|example| example.id == EXAMPLE_ID)
        .or_else(|| page.examples.first())?;
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

fn example_companies(page: &StartPage) -> Option<impl IntoView + use<>> {
    let messages = &page.messages;
    let listed = page.examples.get(..LISTED_EXAMPLES);
    let listed = listed.unwrap_or(&page.examples);
    let all = (listed.len() < page.examples.len()).then(|| {
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
