//! A result: what was measured, which path fits, what to do next, and how it was computed.

mod actions;
mod confidence;
mod conviction;
mod derivation;
mod finding;
mod next_steps;
mod paths;
mod priorities;
mod reply;
mod sections;
mod sensitivity;
mod share;
mod smallest_changes;
mod what_if;

use std::sync::Arc;

use crate::view::{IntoView, view};
use assay_core::link::{ConfidenceSummary, Scores};
use assay_core::{
    Assessment, Certainty, DEFAULT_DRAWS, Model, Range, Recommendation, Roadmap, Score, Simulation,
    Texts,
};
use assay_locale::{Messages, Report, format_whole, sanitize_line, self_assessment_line};
use leptos::prelude::*;

use super::answers::AnswerList;
use super::profile::size_name;
use crate::brand;
use crate::browser::{clock, slices};
use crate::embed;
use crate::parts::certificate::Certificate;
use crate::state::App;
use share::ShareState;

/// Whose result it is.
#[derive(Clone, PartialEq, Eq)]
pub(crate) enum Origin {
    /// The reader's own.
    Own,
    /// Came in a link.
    Link(ReceivedLink),
    /// Came in a link that holds no answers.
    Scores(ReceivedLink),
    /// A fictional company, by its id, of this name.
    Example(String, String),
}

/// A link as it came.
#[derive(Clone, PartialEq, Eq)]
pub(crate) struct ReceivedLink {
    /// What stands after `#/r/`.
    pub(crate) payload: String,
    /// The same without the passphrase that it may be under.
    pub(crate) unsealed: String,
}

/// Everything that the parts of the page read. Cloning it is cheap.
#[derive(Clone)]
pub(super) struct ResultView {
    messages: Arc<Messages>,
    texts: Arc<Texts>,
    model: Arc<Model>,
    assessment: Arc<Assessment>,
    score: Arc<Score>,
    certainty: ArcRwSignal<Option<Arc<Certainty>>>,
    /// The roadmap, once it is planned.
    roadmap: ArcRwSignal<Option<Arc<Roadmap>>>,
    /// How sure it is, as a link without answers told it.
    sureness: Option<ConfidenceSummary>,
    origin: Origin,
    /// What a link begins with.
    link_base: Arc<str>,
}

impl ResultView {
    /// The address at which a payload opens.
    fn link_address(&self, payload: &str) -> String {
        format!("{}#/r/{payload}", self.link_base)
    }

    fn report(&self) -> Report<'_> {
        Report::new(&self.messages, &self.texts, &self.model, &self.score)
    }

    /// A figure as scripts read it: as [`figure_hook`], and without decimals where it came in steps.
    fn figure_hook(&self, value: Option<f64>) -> String {
        match self.score.precision.is_in_steps() {
            true => value.map_or_else(String::new, format_whole),
            false => figure_hook(value),
        }
    }

    /// The value of a range, for a hook.
    fn range_hook(&self, range: Option<Range>) -> String {
        self.figure_hook(range.and_then(|range| range.value))
    }

    /// Whether enough is answered for a recommendation, and so for what hangs on one.
    fn has_enough_answers(&self) -> bool {
        self.score.recommendation != Recommendation::NotEnoughAnswers
    }

    /// Whether it came from somebody else.
    fn is_received(&self) -> bool {
        matches!(self.origin, Origin::Link(_) | Origin::Scores(_))
    }

    /// Whether there are answers to look at, to try out and to go on with.
    fn has_answers(&self) -> bool {
        !matches!(self.origin, Origin::Scores(_))
    }

    fn name(&self) -> String {
        match &self.origin {
            Origin::Example(_, name) => name.clone(),
            Origin::Own | Origin::Link(_) | Origin::Scores(_) => {
                sanitize_line(&self.assessment.profile.name).into_owned()
            }
        }
    }
}

/// The page of the reader's own result.
pub(crate) fn results_page(app: &App) -> impl IntoView + use<> {
    let session = app.current_session();
    let app = app.clone();
    let outside = session.external_changes();
    move || {
        outside.get();
        if app.site.hides_results() {
            return embed::hidden_result(&app).into_any();
        }
        let assessment = clock::with_local_times(session.assessment());
        result_view(&app, assessment, Origin::Own).into_any()
    }
}

/// A result, whoever it belongs to.
pub(crate) fn result_view(
    app: &App,
    assessment: Assessment,
    origin: Origin,
) -> impl IntoView + use<> {
    let speech = app.locale.get_untracked();
    let model = app.questionnaire.model.clone();
    let shown = ResultView {
        score: Arc::new(assessment.evaluation(&model).score()),
        messages: speech.messages,
        texts: speech.texts,
        model,
        assessment: Arc::new(assessment),
        certainty: ArcRwSignal::new(None),
        roadmap: ArcRwSignal::new(None),
        sureness: None,
        origin,
        link_base: app.questionnaire.page_address().into(),
    };
    simulate(&shown);
    next_steps::plan(&shown);
    let sharing = (shown.origin == Origin::Own).then(|| ShareState::new(&shown));
    let answers = AnswerList {
        messages: shown.messages.clone(),
        texts: shown.texts.clone(),
        model: shown.model.clone(),
        assessment: shown.assessment.clone(),
        is_own: shown.origin == Origin::Own,
    };
    view! {
        <h1 class="visually-hidden" tabindex="-1">{shown.messages.results_title().to_owned()}</h1>
        {reply::reply_section(app, &shown)}
        {headline(&shown)}
        {actions::result_actions(app, &shown, sharing.as_ref())}
        {(shown.origin == Origin::Own).then(|| embed::send_offer(app))}
        {details(app, &shown, answers, sharing.as_ref())}
    }
}

/// What stands below the certificate.
fn details(
    app: &App,
    shown: &ResultView,
    answers: AnswerList,
    sharing: Option<&ShareState>,
) -> impl IntoView + use<> {
    let own = shown.origin == Origin::Own;
    view! {
        {paths::paths_section(shown)}
        {next_steps::next_steps(shown)}
        {sections::sections_section(shown)}
        {conviction::conviction_section(shown)}
        {smallest_changes::smallest_changes(shown)}
        {priorities::priorities_section(shown)}
        {sensitivity::sensitivity_section(shown)}
        {own.then(|| brand::call_to_action(app, share::full_link(app, shown)))}
        {what_if::what_if_section(shown)}
        {answers.view()}
        {derivation::derivation_section(shown)}
        {model_line(shown)}
        {share::printed_qr_code(app, shown, sharing)}
    }
}

/// The result in a link that holds no answers: what can be said by the scores alone.
pub(crate) fn scores_result_view(
    app: &App,
    scores: Scores,
    link: ReceivedLink,
) -> impl IntoView + use<> {
    let speech = app.locale.get_untracked();
    let model = app.questionnaire.model.clone();
    let mut assessment = Assessment::new(&model, scores.profile.stance, scores.depth);
    assessment.updated = scores.day.map(|day| day.to_string());
    let certainty = Arc::new(scores.certainty());
    let sureness = scores.confidence;
    // A print goes on to others: its code holds no more than links do now.
    let open = scores.encode(&model).unwrap_or_default();
    let link = ReceivedLink {
        unsealed: open,
        ..link
    };
    assessment.profile = scores.profile;
    let tells_more = scores.score.precision.includes_sections();
    let shown = ResultView {
        score: Arc::new(scores.score),
        messages: speech.messages,
        texts: speech.texts,
        model,
        assessment: Arc::new(assessment),
        certainty: ArcRwSignal::new(Some(certainty)),
        roadmap: ArcRwSignal::new(None),
        sureness,
        origin: Origin::Scores(link),
        link_base: app.questionnaire.page_address().into(),
    };
    view! {
        <h1 class="visually-hidden" tabindex="-1">{shown.messages.results_title().to_owned()}</h1>
        {headline(&shown)}
        {actions::result_actions(app, &shown, None)}
        {tells_more.then(|| paths::paths_section(&shown))}
        {tells_more.then(|| sections::sections_section(&shown))}
        {conviction::conviction_section(&shown)}
        {model_line(&shown)}
        {share::printed_qr_code(app, &shown, None)}
    }
}

/// Runs the simulation in slices, so that nothing the reader does has to wait.
fn simulate(shown: &ResultView) {
    let simulation = Simulation::new(shown.assessment.evaluation(&shown.model), DEFAULT_DRAWS);
    let certainty = shown.certainty.clone();
    slices::run_simulation(
        simulation,
        || true,
        move |found| certainty.set(Some(Arc::new(found))),
    );
}

/// The certificate, with the hooks that scripts read.
fn headline(shown: &ResultView) -> impl IntoView + use<> {
    let content = shown.score.ai_content;
    let figure = shown.figure_hook(content.value());
    let level = content
        .level
        .map(|level| level.as_str())
        .unwrap_or_default();
    let shown = shown.clone();
    let certificate = move || {
        let plausible = shown
            .certainty
            .get()
            .and_then(|certainty| certainty.plausible);
        let certificate = Certificate {
            messages: shown.messages.clone(),
            texts: shown.texts.clone(),
            model: shown.model.clone(),
            score: shown.score.clone(),
            name: shown.name(),
            detail: detail(&shown),
            origin: origin_line(&shown),
            year: last_moment(&shown)
                .and_then(|m| m.get(..4))
                .unwrap_or_default()
                .to_owned(),
            plausible,
        };
        let finding = finding::finding(&shown).into_any();
        let way = derivation::derivation_link(
            &shown,
            derivation::DerivationPart::Content,
            shown.messages.results_ai_content(),
        );
        match shown.is_received() {
            true => certificate.received_view(Some(finding), way).into_any(),
            false => certificate.view(Some(finding), way).into_any(),
        }
    };
    view! { <div data-ai-content=figure data-level=level>{certificate}</div> }
}

/// Industry and size, as far as they were given.
fn detail(shown: &ResultView) -> String {
    let profile = &shown.assessment.profile;
    let parts = [
        sanitize_line(&profile.industry).into_owned(),
        sanitize_line(&size_name(&shown.messages, &profile.size)).into_owned(),
    ];
    let known: Vec<String> = parts
        .into_iter()
        .filter(|part| !part.trim().is_empty())
        .collect();
    known.join(" · ")
}

fn last_moment(shown: &ResultView) -> Option<&str> {
    shown.assessment.last_changed()
}

/// Who assessed and when, and that nobody checked it.
fn origin_line(shown: &ResultView) -> String {
    let words = &shown.messages;
    if matches!(shown.origin, Origin::Example(..)) {
        return words.results_example_note().to_owned();
    }
    self_assessment_line(words, &shown.assessment.profile.name, last_moment(shown))
}

/// What a print needs to be traced: the questionnaire and its version.
fn model_line(shown: &ResultView) -> impl IntoView + use<> {
    let line = shown
        .messages
        .results_model_line(shown.model.id(), shown.model.version());
    let said = shown.messages.results_trace(&origin_line(shown), &line);
    view! { <p class="small trace">{said}</p> }
}

/// A figure as scripts read it: two decimals and a point in every language, empty for none.
fn figure_hook(value: Option<f64>) -> String {
    value.map_or_else(String::new, |value| format!("{value:.2}"))
}
