//! The data of the results page.

use std::sync::Arc;

use assay_core::link::{ConfidenceSummary, Scores};
use assay_core::{
    Assessment, Certainty, DEFAULT_DRAWS, Model, Range, Recommendation, Roadmap, Score, Simulation,
    Targets, Texts,
};
use assay_locale::{Messages, Report, format_whole, sanitize_line, self_assessment_line};
use leptos::prelude::*;
use wasm_bindgen::JsValue;

use super::origin::Origin;
use crate::browser::console::log_error;
use crate::browser::slices;
use crate::parts::company_size::size_name;
use crate::parts::figure_hook::figure_hook;
use crate::state::App;

/// The data that the sections of the page show. Cloning is cheap.
#[derive(Clone)]
pub(super) struct ResultView {
    pub(super) messages: Arc<Messages>,
    pub(super) texts: Arc<Texts>,
    pub(super) model: Arc<Model>,
    pub(super) assessment: Arc<Assessment>,
    pub(super) score: Arc<Score>,
    /// The targets, which the owner changes on the page.
    pub(super) targets: ArcRwSignal<Arc<Targets>>,
    pub(super) certainty: ArcRwSignal<Option<Arc<Certainty>>>,
    /// `None` until the roadmap is planned.
    pub(super) roadmap: ArcRwSignal<Option<Arc<Roadmap>>>,
    /// The confidence that a link without answers contains.
    pub(super) confidence: Option<ConfidenceSummary>,
    pub(super) origin: Origin,
    /// Payload of the printed code of a result without answers.
    pub(super) printed_payload: Option<String>,
    /// Address of the app, to which `#/r/PAYLOAD` is appended.
    pub(super) link_base: Arc<str>,
}

impl ResultView {
    /// Computes the score of an assessment.
    pub(super) fn of_assessment(app: &App, assessment: Assessment, origin: Origin) -> Self {
        let locale = app.locale.get_untracked();
        let model = app.questionnaire.model.clone();
        let score = assessment.evaluation(&model).score();
        Self {
            score: Arc::new(score),
            targets: ArcRwSignal::new(Arc::new(assessment.targets(&model))),
            messages: locale.messages,
            texts: locale.texts,
            model,
            assessment: Arc::new(assessment),
            certainty: ArcRwSignal::new(None),
            roadmap: ArcRwSignal::new(None),
            confidence: None,
            origin,
            printed_payload: None,
            link_base: app.questionnaire.page_address().into(),
        }
    }

    /// Takes the scores of a link without answers.
    pub(super) fn of_scores(app: &App, scores: Scores, payload: String) -> Self {
        let locale = app.locale.get_untracked();
        let model = app.questionnaire.model.clone();
        let mut assessment = Assessment::new(&model, scores.profile.stance, scores.depth);
        assessment.updated = scores.day.map(|day| day.to_string());
        let certainty = Arc::new(scores.certainty());
        // Encoded anew: links of earlier versions contained more.
        let printed = scores
            .encode(&model)
            .map_err(|error| JsValue::from_str(&error.to_string()));
        let printed_payload = log_error("encode the printed result", printed);
        assessment.profile = scores.profile;
        Self {
            score: Arc::new(scores.score),
            targets: ArcRwSignal::default(),
            messages: locale.messages,
            texts: locale.texts,
            model,
            assessment: Arc::new(assessment),
            certainty: ArcRwSignal::new(Some(certainty)),
            roadmap: ArcRwSignal::new(None),
            confidence: scores.confidence,
            origin: Origin::Scores(payload),
            printed_payload,
            link_base: app.questionnaire.page_address().into(),
        }
    }

    /// Runs the simulation in time slices.
    pub(super) fn simulate(&self) {
        let simulation = Simulation::new(self.assessment.evaluation(&self.model), DEFAULT_DRAWS);
        let certainty = self.certainty.clone();
        slices::run_simulation(
            simulation,
            || true,
            move |found| certainty.set(Some(Arc::new(found))),
        );
    }
}

impl ResultView {
    /// Returns the address of a result link.
    pub(super) fn link_address(&self, payload: &str) -> String {
        format!("{}#/r/{payload}", self.link_base)
    }

    pub(super) fn report(&self) -> Report<'_> {
        Report::new(&self.messages, &self.texts, &self.model, &self.score)
    }

    /// Formats a figure for scripts: like [`figure_hook`], but without decimals if the link
    /// contained coarse steps.
    pub(super) fn figure_hook(&self, value: Option<f64>) -> String {
        match self.score.precision.is_in_steps() {
            true => value.map_or_else(String::new, format_whole),
            false => figure_hook(value),
        }
    }

    /// Formats the value of a range for scripts.
    pub(super) fn range_hook(&self, range: Option<Range>) -> String {
        self.figure_hook(range.and_then(|range| range.value))
    }

    /// Returns whether enough questions are answered for a recommendation.
    pub(super) fn has_enough_answers(&self) -> bool {
        self.score.recommendation != Recommendation::NotEnoughAnswers
    }

    /// Returns whether the result came in a link.
    pub(super) fn is_received(&self) -> bool {
        matches!(self.origin, Origin::Link(_) | Origin::Scores(_))
    }

    /// Returns whether the answers are available.
    pub(super) fn has_answers(&self) -> bool {
        !matches!(self.origin, Origin::Scores(_))
    }

    pub(super) fn name(&self) -> String {
        match &self.origin {
            Origin::Example(_, name) => name.clone(),
            Origin::Own | Origin::Link(_) | Origin::Scores(_) => {
                sanitize_line(&self.assessment.profile.name).into_owned()
            }
        }
    }

    /// Returns industry and size, as far as they are known.
    pub(super) fn profile_line(&self) -> String {
        let profile = &self.assessment.profile;
        let parts = [
            sanitize_line(&profile.industry).into_owned(),
            sanitize_line(&size_name(&self.messages, &profile.size)).into_owned(),
        ];
        let known: Vec<String> = parts
            .into_iter()
            .filter(|part| !part.trim().is_empty())
            .collect();
        known.join(" · ")
    }

    /// Returns when the assessment was last changed.
    pub(super) fn last_changed(&self) -> Option<&str> {
        self.assessment.last_changed()
    }

    /// Returns who assessed and when, with the note that nobody verified it.
    pub(super) fn origin_line(&self) -> String {
        if matches!(self.origin, Origin::Example(..)) {
            return self.messages.results_example_note().to_owned();
        }
        let name = &self.assessment.profile.name;
        self_assessment_line(&self.messages, name, self.last_changed())
    }
}
