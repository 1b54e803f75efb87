//! A questionnaire of one's own as the starter has it: the whole file, checked, and a start page
//! without examples.

use assay_locale::{Language, Messages, MessagesError};
use leptos::prelude::*;

use super::starter::{StarterQuestionnaire, note_earlier_version};
use super::takeover;
use crate::browser::{LocalFuture, teardown};
use crate::pages::start::{StartPage, start_page, unfinished};
use crate::parts::progress;
use crate::parts::wording_notice::{FaultList, wording_notice};
use crate::state::{App, LoadError, LocaleBundle, Questionnaire, Site, Wording};
use crate::view::{AnyView, IntoView, Node};

/// A file of the site, or a questionnaire that the visitor opened and this browser stores.
pub(crate) struct OwnQuestionnaire;

impl StarterQuestionnaire for OwnQuestionnaire {
    fn data_suffix(&self) -> &'static str {
        ".own.json"
    }

    fn parse_messages(&self, json: &str) -> Result<Messages, MessagesError> {
        Messages::parse_own_starter(json)
    }

    fn load<'a>(&'a self, site: &'a Site) -> LocalFuture<'a, Result<Questionnaire, LoadError>> {
        Box::pin(async {
            let questionnaire = Questionnaire::load_own(site).await?;
            note_earlier_version(&questionnaire.model).await;
            Ok(questionnaire)
        })
    }

    fn load_wording<'a>(
        &'a self,
        questionnaire: &'a Questionnaire,
        language: Language,
    ) -> LocalFuture<'a, Result<Wording, LoadError>> {
        Box::pin(questionnaire.load_wording(language))
    }

    /// The full app describes faults of wording, and lists many sections.
    fn can_show(&self, app: &App) -> bool {
        let has_faults = app.locale.with_untracked(has_faults);
        !has_faults && progress::fit_side_by_side(app.questionnaire.model.sections().len())
    }

    fn notices(&self, app: &App) -> Option<AnyView> {
        let no_faults: FaultList = |_, _| Node::Many(Vec::new());
        Some(wording_notice(app, no_faults).into_any())
    }

    fn start_page(&self, app: &App, locale: &LocaleBundle) -> AnyView {
        let page = StartPage {
            model: app.questionnaire.model.clone(),
            texts: locale.texts.clone(),
            messages: locale.messages.clone(),
            language: locale.language,
            main_depth: app.site.primary_depth(),
            is_depth_fixed: false,
            is_introduced: false,
        };
        let unfinished = unfinished::unfinished(app, &locale.messages);
        start_page(&page, None, unfinished, None).into_any()
    }

    /// Requests the full app when the reader switches to a language whose wording has faults.
    fn on_start(&self, app: &App) {
        let (app, owner) = (app.clone(), Owner::new());
        let effect = owner.with(|| {
            RenderEffect::new(move |_: Option<()>| {
                if app.locale.with(has_faults) {
                    takeover::request_page(&app, None);
                }
            })
        });
        teardown::keep_alive((owner, effect));
    }
}

/// Whether wording is refused.
fn has_faults(locale: &LocaleBundle) -> bool {
    let mut remarks = locale.remarks.iter();
    remarks.any(|remarks| !remarks.unusable.is_empty())
}
