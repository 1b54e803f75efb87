//! The start page: purpose, effort, an example and the fictional companies. Also rendered natively
//! for the first screen, so it uses no browser function.

use std::sync::Arc;

use crate::view::{AnyView, CollectView, IntoView, view};
use assay_core::{Depth, Model, Stance, Texts};
use assay_locale::{Language, Messages};

use crate::parts::effort::{count_questions, effort_sentence};

pub(crate) mod example_views;
pub(crate) mod unfinished;

use example_views::ExampleViews;
use unfinished::Unfinished;

/// The data of the page.
pub(crate) struct StartPage {
    pub(crate) model: Arc<Model>,
    pub(crate) texts: Arc<Texts>,
    pub(crate) messages: Arc<Messages>,
    pub(crate) language: Language,
    /// Depth of the main button.
    pub(crate) main_depth: Depth,
    /// Whether the page around the app determines the depth.
    pub(crate) is_depth_fixed: bool,
    /// Whether the page around the app introduces the assessment.
    pub(crate) is_introduced: bool,
}

/// Renders the page. `examples` are the views of the fictional companies, if the questionnaire has
/// any; `earlier` lists assessments of other versions of the questionnaire. All controls are plain
/// links, so that they work before the app runs.
pub(crate) fn start_page(
    page: &StartPage,
    examples: Option<ExampleViews>,
    unfinished: Option<Unfinished>,
    earlier: Option<AnyView>,
) -> impl IntoView + use<> {
    let messages = &page.messages;
    let (certificate, companies) = examples
        .map(|views| (views.certificate, views.companies))
        .unzip();
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
            {certificate}
        </div>
        <section class="stack unframed">
            <h2>{messages.start_get_heading().to_owned()}</h2>
            <ul class="promises">{promises.collect_view()}</ul>
        </section>
        {companies}
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
