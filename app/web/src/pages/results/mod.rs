//! A result: what was measured, which path fits, what to do next, and how it was computed.

mod actions;
mod change;
mod conviction;
mod finding;
mod how;
mod next;
mod paths;
mod priorities;
mod reply;
mod sections;
mod share;
mod sure;
mod tornado;
mod what_if;

use std::sync::Arc;

use crate::view::{IntoView, view};
use assay_core::link::{Scores, Sureness};
use assay_core::{
    Assessment, Certainty, DRAWS, Model, Range, Recommendation, Roadmap, Score, Simulation, Texts,
    score,
};
use assay_locale::{Report, Words, plain, rounded, self_assessed};
use leptos::prelude::*;

use super::answers::AnswerList;
use super::profile::size_name;
use crate::brand;
use crate::browser::{clock, slices};
use crate::embed;
use crate::parts::certificate::Certificate;
use crate::state::App;
use share::Sharing;

/// Whose result it is.
#[derive(Clone, PartialEq, Eq)]
pub(crate) enum Origin {
    /// The reader's own.
    Own,
    /// Came in a link.
    Link(Received),
    /// Came in a link that holds no answers.
    Scores(Received),
    /// A fictional company, by its id, of this name.
    Example(String, String),
}

/// A link as it came.
#[derive(Clone, PartialEq, Eq)]
pub(crate) struct Received {
    /// What stands after `#/r/`.
    pub(crate) payload: String,
    /// The same without the passphrase that it may be under.
    pub(crate) open: String,
}

/// Everything that the parts of the page read. Cloning it is cheap.
#[derive(Clone)]
pub(super) struct Shown {
    words: Arc<Words>,
    texts: Arc<Texts>,
    model: Arc<Model>,
    assessment: Arc<Assessment>,
    score: Arc<Score>,
    certainty: ArcRwSignal<Option<Arc<Certainty>>>,
    /// The roadmap, once it is planned.
    roadmap: ArcRwSignal<Option<Arc<Roadmap>>>,
    /// How sure it is, as a link without answers told it.
    sureness: Option<Sureness>,
    origin: Origin,
    /// What a link begins with.
    page: Arc<str>,
}

impl Shown {
    /// The address at which a payload opens.
    fn link(&self, payload: &str) -> String {
        format!("{}#/r/{payload}", self.page)
    }

    fn report(&self) -> Report<'_> {
        Report::new(&self.words, &self.texts, &self.model, &self.score)
    }

    /// A figure as scripts read it: as [`hook`], and without decimals where it came in steps.
    fn hook(&self, value: Option<f64>) -> String {
        match self.score.precision.is_in_steps() {
            true => value.map_or_else(String::new, rounded),
            false => hook(value),
        }
    }

    /// The value of a range, for a hook.
    fn value_of(&self, range: Option<Range>) -> String {
        self.hook(range.and_then(|range| range.value))
    }

    /// Whether enough is answered for a recommendation, and so for what hangs on one.
    fn is_judged(&self) -> bool {
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
                plain(&self.assessment.profile.name).into_owned()
            }
        }
    }
}

/// The page of the reader's own result.
pub(crate) fn results_page(app: &App) -> impl IntoView + use<> {
    let session = app.present();
    let app = app.clone();
    let outside = session.outside();
    move || {
        outside.get();
        if app.site.hides_results() {
            return embed::hidden(&app).into_any();
        }
        let assessment = clock::in_own_time(session.assessment());
        result(&app, assessment, Origin::Own).into_any()
    }
}

/// A result, whoever it belongs to.
pub(crate) fn result(app: &App, assessment: Assessment, origin: Origin) -> impl IntoView + use<> {
    let speech = app.speech.get_untracked();
    let model = app.library.model.clone();
    let shown = Shown {
        score: Arc::new(score(
            &model,
            assessment.profile.stance,
            &assessment.answers,
        )),
        words: speech.words,
        texts: speech.texts,
        model,
        assessment: Arc::new(assessment),
        certainty: ArcRwSignal::new(None),
        roadmap: ArcRwSignal::new(None),
        sureness: None,
        origin,
        page: app.library.page_address().into(),
    };
    simulate(&shown);
    next::plan(&shown);
    let sharing = (shown.origin == Origin::Own).then(|| Sharing::new(&shown));
    let answers = AnswerList {
        words: shown.words.clone(),
        texts: shown.texts.clone(),
        model: shown.model.clone(),
        assessment: shown.assessment.clone(),
        own: shown.origin == Origin::Own,
    };
    view! {
        <h1 class="visually-hidden" tabindex="-1">{shown.words.results_title().to_owned()}</h1>
        {reply::reply(app, &shown)}
        {headline(&shown)}
        {actions::actions(app, &shown, sharing.as_ref())}
        {(shown.origin == Origin::Own).then(|| embed::offer(app))}
        {further(app, &shown, answers, sharing.as_ref())}
    }
}

/// What stands below the certificate.
fn further(
    app: &App,
    shown: &Shown,
    answers: AnswerList,
    sharing: Option<&Sharing>,
) -> impl IntoView + use<> {
    let own = shown.origin == Origin::Own;
    view! {
        {paths::paths(shown)}
        {next::next(shown)}
        {sections::sections(shown)}
        {conviction::conviction(shown)}
        {change::change(shown)}
        {priorities::priorities(shown)}
        {tornado::tornado(shown)}
        {own.then(|| brand::call_to_action(app, share::plain_link(app, shown)))}
        {what_if::what_if(shown)}
        {answers.view()}
        {how::how(shown)}
        {trace(shown)}
        {share::printed(app, shown, sharing)}
    }
}

/// The result in a link that holds no answers: what can be said by the scores alone.
pub(crate) fn scores_result(app: &App, scores: Scores, link: Received) -> impl IntoView + use<> {
    let speech = app.speech.get_untracked();
    let model = app.library.model.clone();
    let mut assessment = Assessment::new(&model, scores.profile.stance, scores.depth);
    assessment.updated = scores.day.map(|day| day.to_string());
    let certainty = Arc::new(scores.certainty());
    let sureness = scores.sureness;
    // A print goes on to others: its code holds no more than links do now.
    let open = scores.encode(&model).unwrap_or_default();
    let link = Received { open, ..link };
    assessment.profile = scores.profile;
    let tells_more = scores.score.precision.tells_sections();
    let shown = Shown {
        score: Arc::new(scores.score),
        words: speech.words,
        texts: speech.texts,
        model,
        assessment: Arc::new(assessment),
        certainty: ArcRwSignal::new(Some(certainty)),
        roadmap: ArcRwSignal::new(None),
        sureness,
        origin: Origin::Scores(link),
        page: app.library.page_address().into(),
    };
    view! {
        <h1 class="visually-hidden" tabindex="-1">{shown.words.results_title().to_owned()}</h1>
        {headline(&shown)}
        {actions::actions(app, &shown, None)}
        {tells_more.then(|| paths::paths(&shown))}
        {tells_more.then(|| sections::sections(&shown))}
        {conviction::conviction(&shown)}
        {trace(&shown)}
        {share::printed(app, &shown, None)}
    }
}

/// Runs the simulation in slices, so that nothing the reader does has to wait.
fn simulate(shown: &Shown) {
    let simulation = Simulation::new(
        &shown.model,
        shown.assessment.profile.stance,
        &shown.assessment.answers,
        DRAWS,
    );
    let certainty = shown.certainty.clone();
    slices::simulate(
        simulation,
        || true,
        move |found| certainty.set(Some(Arc::new(found))),
    );
}

/// The certificate, with the hooks that scripts read.
fn headline(shown: &Shown) -> impl IntoView + use<> {
    let content = shown.score.ai_content;
    let figure = shown.hook(content.value());
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
            words: shown.words.clone(),
            texts: shown.texts.clone(),
            model: shown.model.clone(),
            score: shown.score.clone(),
            name: shown.name(),
            detail: detail(&shown),
            origin: origin_line(&shown),
            year: moment(&shown)
                .and_then(|m| m.get(..4))
                .unwrap_or_default()
                .to_owned(),
            plausible,
        };
        let finding = finding::finding(&shown).into_any();
        let way = how::way(&shown, how::Part::Content, shown.words.results_ai_content());
        match shown.is_received() {
            true => certificate.received(Some(finding), way).into_any(),
            false => certificate.view(Some(finding), way).into_any(),
        }
    };
    view! { <div data-ai-content=figure data-level=level>{certificate}</div> }
}

/// Industry and size, as far as they were given.
fn detail(shown: &Shown) -> String {
    let profile = &shown.assessment.profile;
    let parts = [
        plain(&profile.industry).into_owned(),
        plain(&size_name(&shown.words, &profile.size)).into_owned(),
    ];
    let known: Vec<String> = parts
        .into_iter()
        .filter(|part| !part.trim().is_empty())
        .collect();
    known.join(" · ")
}

fn moment(shown: &Shown) -> Option<&str> {
    shown.assessment.moment()
}

/// Who assessed and when, and that nobody checked it.
fn origin_line(shown: &Shown) -> String {
    let words = &shown.words;
    if matches!(shown.origin, Origin::Example(..)) {
        return words.results_example_note().to_owned();
    }
    self_assessed(words, &shown.assessment.profile.name, moment(shown))
}

/// What a print needs to be traced: the questionnaire and its version.
fn trace(shown: &Shown) -> impl IntoView + use<> {
    let line = shown
        .words
        .results_model_line(shown.model.id(), shown.model.version());
    let said = shown.words.results_trace(&origin_line(shown), &line);
    view! { <p class="small trace">{said}</p> }
}

/// A figure as scripts read it: two decimals and a point in every language, empty for none.
fn hook(value: Option<f64>) -> String {
    value.map_or_else(String::new, |value| format!("{value:.2}"))
}
