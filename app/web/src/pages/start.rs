//! The first screen: what one gets, how long it takes, an example, the companies to walk through.
//! It is also rendered natively into the page, so it touches no browser.

use std::sync::Arc;

use crate::view::{AnyView, CollectView, IntoView, view};
use assay_core::{Depth, Example, Model, Stance, Texts};
use assay_locale::{Language, Messages};

use crate::parts::certificate::Certificate;
use crate::parts::streaks::section_bars;
use crate::route;

use super::unfinished::Unfinished;

/// What the page is made of.
pub(crate) struct StartPage {
    pub(crate) model: Arc<Model>,
    pub(crate) texts: Arc<Texts>,
    pub(crate) messages: Arc<Messages>,
    pub(crate) language: Language,
    pub(crate) examples: Vec<Example>,
    /// The depth whose button is the main one.
    pub(crate) main_depth: Depth,
}

/// The example whose certificate stands on the page: one with open answers, so that its range shows.
const EXAMPLE_ID: &str = "insurer";

/// The page; `earlier` is what was begun with another version of the questionnaire. Its controls are plain links, so that they work before the app runs.
pub(crate) fn start_page(
    page: &StartPage,
    unfinished: Option<Unfinished>,
    earlier: Option<AnyView>,
) -> impl IntoView + use<> {
    let words = &page.messages;
    let promises = [
        words.start_get_content(),
        words.start_get_path(),
        words.start_get_next(),
    ];
    let promises = promises.map(|promise| view! { <li>{promise.to_owned()}</li> });
    view! {
        <div class="two start-top">
            <div class="stack wide">
                <h1 class="title" tabindex="-1">{words.start_title().to_owned()}</h1>
                <p class="lead">{words.start_lead().to_owned()}</p>
                {start_buttons(page)}
                {adopters_note(page)}
                <p class="small">{words.start_private().to_owned()}</p>
                {continue_link(unfinished)}
                {earlier}
            </div>
            {example_certificate(page).into_any()}
        </div>
        <section class="stack">
            <h2>{words.start_get_heading().to_owned()}</h2>
            <ul class="promises">{promises.collect_view()}</ul>
        </section>
        {example_companies(page)}
        {group_links(words)}
    }
}

/// What several results are good for.
fn group_links(words: &Messages) -> impl IntoView + use<> {
    view! {
        <section class="stack">
            <h2>{words.start_together().to_owned()}</h2>
            <div class="row">
                <a class="button quiet" href="#/invite" data-action="invite">{words.invite_title().to_owned()}</a>
                <a class="button quiet" href="#/team" data-action="team">{words.team_title().to_owned()}</a>
                <a class="button quiet" href="#/compare" data-action="compare">{words.compare_title().to_owned()}</a>
            </div>
        </section>
    }
}

/// The way back to what was begun. It is there even when nothing was, for the program that finds
/// the page ready made.
fn continue_link(unfinished: Option<Unfinished>) -> impl IntoView + use<> {
    let hidden = unfinished.is_none();
    let (address, sentence) = unfinished.map(|left| (left.address, left.sentence)).unzip();
    view! { <p hidden=hidden><a href=address data-action="continue">{sentence}</a></p> }
}

/// How many questions a company of this stance can be asked, if its answers bring no others.
fn count_questions(model: &Model, stance: Stance, depth: Depth) -> usize {
    let exists = model.existing_questions(stance);
    let questions = model.questions().iter().zip(exists);
    questions
        .filter(|(question, exists)| *exists && (depth == Depth::Full || question.quick))
        .count()
}

/// How long that many questions take, in minutes: a short questionnaire is answered off-hand, in a
/// long one some questions have to be looked up.
pub(crate) fn estimate_minutes(questions: usize) -> usize {
    ((questions * 36).saturating_sub(156) + 50)
        .div_euclid(100)
        .max(1)
}

/// "46 questions, about 15 minutes".
pub(crate) fn effort_sentence(
    words: &Messages,
    model: &Model,
    stance: Stance,
    depth: Depth,
) -> String {
    let count = count_questions(model, stance, depth);
    words.start_effort(&count.to_string(), estimate_minutes(count))
}

fn start_buttons(page: &StartPage) -> impl IntoView + use<> {
    let quick = page.model.offers_quick(Stance::Provide);
    let offered = match (quick, page.main_depth) {
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
    let words = &page.messages;
    let label = match depth {
        Depth::Quick => words.start_quick(),
        Depth::Full => words.start_full(),
    };
    view! {
        <a class=style href=format!("#/profile?depth={}", depth.as_str()) data-action="start" data-depth=depth.as_str()>
            {label.to_owned()}
            <small>{effort_sentence(words, &page.model, Stance::Provide, depth)}</small>
        </a>
    }
}

fn adopters_note(page: &StartPage) -> impl IntoView + use<> {
    let of = |depth| count_questions(&page.model, Stance::Adopt, depth).to_string();
    page.model.offers_quick(Stance::Adopt).then(|| {
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
    Some(view! {
        <div class="stack">
            <span class="small">{heading}</span>
            {certificate.view(None, sections)}
        </div>
    })
}

fn example_companies(page: &StartPage) -> Option<impl IntoView + use<>> {
    let words = &page.messages;
    let tag = page.language.tag();
    let rows = page.examples.iter().map(|example| {
        view! {
            <li>
                <a href=route::example_address(&example.id)>{example.name(tag).to_owned()}</a>
                <span class="small">{example.about(tag).to_owned()}</span>
            </li>
        }
    });
    (!page.examples.is_empty()).then(|| {
        view! {
            <section class="stack">
                <h2>{words.start_companies_heading().to_owned()}</h2>
                <p class="small">{words.start_companies_lead().to_owned()}</p>
                <ul class="companies">{rows.collect_view()}</ul>
            </section>
        }
    })
}

#[cfg(test)]
mod tests {
    use super::estimate_minutes;

    #[test]
    fn quick_takes_six_minutes_and_full_fifteen() {
        assert_eq!((estimate_minutes(21), estimate_minutes(46)), (6, 15));
        assert_eq!((estimate_minutes(0), estimate_minutes(3)), (1, 1));
    }
}
