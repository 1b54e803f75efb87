//! The data of the comparison.

use std::sync::Arc;

use assay_core::compare::ComparedResult;
use assay_core::{Model, Texts};
use assay_locale::{Comparison, Messages};
use leptos::prelude::*;

use super::selected_result::SelectedResult;
use crate::state::App;

/// The data that the sections of the comparison show. Cloning is cheap.
#[derive(Clone)]
pub(crate) struct ComparisonView {
    pub(crate) messages: Arc<Messages>,
    pub(crate) texts: Arc<Texts>,
    pub(crate) model: Arc<Model>,
    pub(crate) results: Arc<Vec<ComparedResult>>,
}

impl ComparisonView {
    pub(super) fn new(app: &App, items: &[SelectedResult]) -> Self {
        let locale = app.locale.get_untracked();
        Self {
            messages: locale.messages,
            texts: locale.texts,
            model: app.questionnaire.model.clone(),
            results: Arc::new(items.iter().map(|item| item.result.clone()).collect()),
        }
    }

    pub(crate) fn comparison(&self) -> Comparison<'_> {
        Comparison::new(&self.messages, &self.texts, &self.model, &self.results)
    }
}

/// Returns the letter that identifies a result in charts and tables.
pub(super) fn result_letter(result: usize) -> String {
    "ABCDEFGH"
        .chars()
        .nth(result)
        .map(String::from)
        .unwrap_or_default()
}
