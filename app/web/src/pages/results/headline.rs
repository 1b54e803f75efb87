//! The certificate at the top of a result.

use leptos::prelude::*;

use super::derivation::{DerivationPart, derivation_link};
use super::finding::finding;
use super::result_view::ResultView;
use crate::parts::certificate::Certificate;
use crate::view::{AnyView, IntoView, view};

/// Renders the certificate, with the attributes that scripts read.
pub(super) fn headline(result: &ResultView) -> impl IntoView + use<> {
    let content = result.score.ai_content;
    let figure = result.figure_hook(content.value());
    let level = content
        .level
        .map(|level| level.as_str())
        .unwrap_or_default();
    let result = result.clone();
    let certificate = move || certificate(&result);
    view! { <div data-ai-content=figure data-level=level>{certificate}</div> }
}

fn certificate(result: &ResultView) -> AnyView {
    let certainty = result.certainty.get();
    let year = result.last_changed().and_then(|time| time.get(..4));
    let certificate = Certificate {
        messages: result.messages.clone(),
        texts: result.texts.clone(),
        model: result.model.clone(),
        score: result.score.clone(),
        name: result.name(),
        detail: result.profile_line(),
        origin: result.origin_line(),
        year: year.unwrap_or_default().to_owned(),
        range_room: certainty.is_none().then(|| range_room(result)),
        plausible: certainty.and_then(|certainty| certainty.plausible),
    };
    let finding = finding(result).into_any();
    let name = result.messages.results_ai_content();
    let link = derivation_link(result, DerivationPart::Content, name);
    match result.is_received() {
        true => certificate.received_view(Some(finding), link).into_any(),
        false => certificate.view(Some(finding), link).into_any(),
    }
}

/// Returns the range in words with the possible range for the plausible one, which is about as long.
fn range_room(result: &ResultView) -> String {
    let possible = result.score.ai_content.range;
    let possible = possible.map(|range| (range.low, range.high));
    result.report().range(possible)
}
