//! The state of the form, and the invitation that follows from it.

use std::sync::Arc;

use assay_core::link::{EncodeError, Invitation};
use assay_core::{Depth, SectionIx};
use assay_locale::Messages;
use leptos::prelude::*;

use crate::state::App;

/// State of the form.
#[derive(Clone)]
pub(super) struct InvitationForm {
    pub(super) app: App,
    pub(super) invitation: RwSignal<Invitation>,
    /// One entry per section of the questionnaire.
    pub(super) selected_sections: RwSignal<Vec<bool>>,
}

impl InvitationForm {
    pub(super) fn new(app: &App) -> Self {
        let locale = app.locale.get_untracked();
        let stance = app.current_session().stance();
        let invitation = Invitation {
            stance,
            depth: App::default_depth(&app.questionnaire, stance, Depth::Full),
            locale: Some(locale.language.tag().to_owned()),
            sections: Vec::new(),
            mail: String::new(),
            message: String::new(),
        };
        let sections = app.questionnaire.model.sections().len();
        Self {
            app: app.clone(),
            invitation: RwSignal::new(invitation),
            selected_sections: RwSignal::new(vec![true; sections]),
        }
    }

    pub(super) fn messages(&self) -> Arc<Messages> {
        self.app.messages()
    }

    /// Returns the sections with questions for the chosen stance and depth, with the number of
    /// questions (reactive).
    pub(super) fn offered_sections(&self) -> Vec<(SectionIx, usize)> {
        let model = &self.app.questionnaire.model;
        let all = Invitation {
            sections: Vec::new(),
            ..self.invitation.get()
        };
        let questions = all.questions(model);
        let sections = (0..model.sections().len()).map(SectionIx::new);
        let counted = sections.map(|section| {
            let here = questions.iter();
            let here = here.filter(|question| model.question(**question).section == section);
            (section, here.count())
        });
        counted.filter(|(_, count)| *count > 0).collect()
    }

    /// Returns the invitation (reactive); `None` if no section is selected.
    pub(super) fn invitation(&self) -> Option<Invitation> {
        let offered = self.offered_sections();
        let ticked = self.selected_sections.get();
        let is_ticked = |section: SectionIx| ticked.get(section.index()) == Some(&true);
        let named: Vec<SectionIx> = offered
            .iter()
            .map(|(section, _)| *section)
            .filter(|section| is_ticked(*section))
            .collect();
        let mut invitation = self.invitation.get();
        invitation.mail = invitation.mail.trim().to_owned();
        invitation.message = invitation.message.trim().to_owned();
        // An empty list means all sections.
        invitation.sections = if named.len() == offered.len() {
            Vec::new()
        } else {
            named.clone()
        };
        (!named.is_empty()).then_some(invitation)
    }

    /// Returns the link, or a sentence that says why there is none (reactive).
    pub(super) fn link(&self) -> Result<String, String> {
        let messages = self.messages();
        let invitation = self
            .invitation()
            .ok_or_else(|| messages.invite_fault_sections().to_owned())?;
        match invitation.encode(&self.app.questionnaire.model) {
            Ok(payload) => Ok(format!(
                "{}#/i/{payload}",
                self.app.questionnaire.page_address()
            )),
            Err(EncodeError::NotAMailAddress { mail }) => Err(messages.invite_fault_mail(&mail)),
            Err(EncodeError::TooLong { .. }) => Err(messages.invite_fault_long().to_owned()),
        }
    }
}
