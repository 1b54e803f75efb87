//! The data of the team page.

use std::sync::Arc;

use assay_core::team::MergedAnswers;
use assay_core::{Model, Texts};
use assay_locale::{Messages, TeamReport};
use leptos::prelude::*;

use crate::state::{App, Team};

/// The data that the sections of the page show.
#[derive(Clone)]
pub(super) struct TeamView {
    pub(super) app: App,
    pub(super) team: Team,
    pub(super) messages: Arc<Messages>,
    pub(super) texts: Arc<Texts>,
    pub(super) model: Arc<Model>,
    pub(super) merged: Arc<MergedAnswers>,
    pub(super) names: Arc<Vec<String>>,
}

impl TeamView {
    pub(super) fn new(app: &App, team: &Team, merged: Arc<MergedAnswers>) -> Self {
        let locale = app.locale.get_untracked();
        Self {
            names: Arc::new(team.display_names(&locale.messages)),
            app: app.clone(),
            team: team.clone(),
            messages: locale.messages,
            texts: locale.texts,
            model: team.model.clone(),
            merged,
        }
    }

    pub(super) fn report(&self) -> TeamReport<'_> {
        TeamReport::new(
            &self.messages,
            &self.texts,
            &self.model,
            &self.merged,
            &self.names,
        )
    }
}
