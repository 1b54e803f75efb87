//! What would be sent to the host page, with the visitor's choices.

use std::sync::Arc;

use assay_core::link::{EncodeError, LinkOptions, encode};
use assay_core::{Assessment, Certainty, DEFAULT_DRAWS, Evaluation, Model, ResultFile, Simulation};
use leptos::prelude::*;

use super::message::OutgoingMessage;
use crate::browser::{clock, slices};
use crate::state::App;

/// What would be sent, with the visitor's choices. Cloning is cheap.
#[derive(Clone)]
pub(super) struct ConsentContent {
    pub(super) model: Arc<Model>,
    /// Address of the app, to which `#/r/PAYLOAD` is appended.
    link_base: Arc<str>,
    pub(super) assessment: Arc<Assessment>,
    pub(super) includes_profile: RwSignal<bool>,
    pub(super) includes_notes: RwSignal<bool>,
    certainty: RwSignal<Option<Arc<Certainty>>>,
}

impl ConsentContent {
    /// Collects the content for the current assessment and starts the simulation.
    pub(super) fn new(app: &App) -> Self {
        let assessment = app.current_session().assessment();
        let content = Self {
            model: app.questionnaire.model.clone(),
            link_base: app.questionnaire.page_address().into(),
            assessment: Arc::new(clock::with_local_times(assessment)),
            includes_profile: RwSignal::new(true),
            includes_notes: RwSignal::new(false),
            certainty: RwSignal::new(None),
        };
        content.start_simulation();
        content
    }

    fn start_simulation(&self) {
        let (stance, answers) = (self.assessment.profile.stance, &self.assessment.answers);
        let simulation =
            Simulation::new(Evaluation::new(&self.model, stance, answers), DEFAULT_DRAWS);
        let certainty = self.certainty;
        slices::run_simulation(
            simulation,
            // The dialog may have been closed meanwhile.
            move || !certainty.is_disposed(),
            move |found| certainty.set(Some(Arc::new(found))),
        );
    }

    /// Returns what the link may contain, by the visitor's choices (reactive).
    pub(super) fn link_options(&self) -> LinkOptions {
        LinkOptions {
            profile: self.includes_profile.get(),
            notes: self.includes_notes.get(),
            ..LinkOptions::default()
        }
    }

    /// Returns the link that would be sent (reactive).
    pub(super) fn link(&self) -> Result<String, EncodeError> {
        let payload = encode(&self.model, &self.assessment, self.link_options())?;
        Ok(format!("{}#/r/{payload}", self.link_base))
    }

    /// Returns the result file and the link that would be sent (reactive); `None` while the
    /// simulation runs or if no link can be encoded.
    pub(super) fn result(&self) -> Option<(ResultFile<'_>, String)> {
        let certainty = self.certainty.get()?;
        let stance = self.assessment.profile.stance;
        let score = Evaluation::new(&self.model, stance, &self.assessment.answers).score();
        let link = self.link().ok()?;
        let file = ResultFile::new(&self.model, stance, &score, &certainty);
        Some((file, link))
    }

    /// Returns the message to send (reactive); `None` as for [`result`](Self::result).
    pub(super) fn message(&self) -> Option<OutgoingMessage<'_>> {
        let (file, link) = self.result()?;
        Some(OutgoingMessage::Result {
            result: Box::new(file),
            link,
        })
    }
}
