//! The list of assessments of this browser, with a notice if some cannot be read.

use std::sync::Arc;

use assay_core::Assessment;
use assay_locale::{Messages, format_date};
use leptos::prelude::*;

use super::unreadable_notice::unreadable_notice;
use crate::browser::clock;
use crate::browser::store::PartialRead;
use crate::state::{App, StoredAssessment, load_assessments};
use crate::view::AnyView;

/// The assessments, as far as they can be read.
#[derive(Clone)]
pub(crate) struct AssessmentList {
    pub(crate) records: Arc<Vec<StoredAssessment>>,
    is_complete: bool,
}

/// `None` until the store has been read.
pub(crate) type AssessmentListSignal = ArcRwSignal<Option<AssessmentList>>;

/// Loads the assessments of the open questionnaire.
pub(crate) fn load_list(app: &App) -> AssessmentListSignal {
    let listed = AssessmentListSignal::new(None);
    reload_list(app, &listed);
    listed
}

/// Reads the store again.
pub(crate) fn reload_list(app: &App, listed: &AssessmentListSignal) {
    let (model, listed) = (app.questionnaire.model.clone(), listed.clone());
    wasm_bindgen_futures::spawn_local(async move {
        let read = load_assessments(&model).await;
        let whole = read.is_ok();
        let records = Arc::new(read.unwrap_or_else(|PartialRead(part)| part));
        listed.set(Some(AssessmentList {
            records,
            is_complete: whole,
        }));
    });
}

impl AssessmentList {
    /// Renders a notice if some assessments cannot be read.
    pub(crate) fn unreadable_notice(
        &self,
        app: &App,
        listed: &AssessmentListSignal,
    ) -> Option<AnyView> {
        let (reading, listed) = (app.clone(), listed.clone());
        (!self.is_complete).then(|| unreadable_notice(app, move || reload_list(&reading, &listed)))
    }
}

/// Returns the name of an assessment, and a line with the number of answers and the date.
pub(crate) fn assessment_summary(messages: &Messages, assessment: &Assessment) -> (String, String) {
    let name = match assessment.profile.name.trim() {
        "" => messages.workspace_unnamed().to_owned(),
        name => name.to_owned(),
    };
    let answered = assessment.answers.len().to_string();
    let updated = assessment.updated.as_deref().map(clock::to_local_time);
    let day = format_date(messages, updated.as_deref());
    (name, messages.workspace_line(&answered, &day))
}
