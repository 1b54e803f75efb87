//! The reader's assessments as they are listed, with what is said where some cannot be read.

use std::sync::Arc;

use leptos::prelude::*;

use super::unread::unreadable_notice;
use crate::browser::store::PartialRead;
use crate::state::{App, StoredAssessment, load_assessments};
use crate::view::AnyView;

/// The assessments of this browser, as far as they can be read.
#[derive(Clone)]
pub(crate) struct AssessmentList {
    pub(crate) records: Arc<Vec<StoredAssessment>>,
    is_complete: bool,
}

/// The listing, once the store has answered.
pub(crate) type AssessmentListSignal = ArcRwSignal<Option<AssessmentList>>;

/// Lists the assessments of the questionnaire at hand.
pub(crate) fn load_list(app: &App) -> AssessmentListSignal {
    let listed = AssessmentListSignal::new(None);
    reload_list(app, &listed);
    listed
}

/// Reads them from the store again.
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
    /// What is said where some cannot be read.
    pub(crate) fn unreadable_notice(
        &self,
        app: &App,
        listed: &AssessmentListSignal,
    ) -> Option<AnyView> {
        let (reading, listed) = (app.clone(), listed.clone());
        (!self.is_complete).then(|| unreadable_notice(app, move || reload_list(&reading, &listed)))
    }
}
