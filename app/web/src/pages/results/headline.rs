//! The certificate at the top of a result.

use leptos::prelude::*;

use super::derivation::{self, DerivationPart};
use super::finding::finding;
use super::result_view::ResultView;
use crate::parts::certificate::Certificate;
use crate::view::{IntoView, view};

/// Renders the certificate, with the attributes that scripts read.
pub(super) fn headline(result: &ResultView) -> impl IntoView + use<> {
    let content = result.score.ai_content;
    let figure = result.figure_hook(content.value());
    let level = content
        .level
        .map(|level| level.as_str())
        .unwrap_or_default();
    let result = result.clone();
    let certificate = move || {
        let plausible = result
            .certainty
            .get()
            .and_then(|certainty| certainty.plausible);
        let certificate = Certificate {
            messages: result.messages.clone(),
            texts: result.texts.clone(),
            model: result.model.clone(),
            score: result.score.clone(),
            name: result.name(),
            detail: result.profile_line(),
            origin: result.origin_line(),
            year: result
                .last_changed()
                .and_then(|m| m.get(..4))
                .unwrap_or_default()
                .to_owned(),
            plausible,
        };
        let finding = finding(&result).into_any();
        let way = derivation::derivation_link(
            &result,
            DerivationPart::Content,
            result.messages.results_ai_content(),
        );
        match result.is_received() {
            true => certificate.received_view(Some(finding), way).into_any(),
            false => certificate.view(Some(finding), way).into_any(),
        }
    };
    view! { <div data-ai-content=figure data-level=level>{certificate}</div> }
}
