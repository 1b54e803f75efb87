//! What a copy for another version of the questionnaire keeps and loses.

use assay_locale::versions::CopyEffect;

use crate::view::{AnyView, CollectView, view};

/// Renders the effect of a copy, with every loss.
pub(crate) fn copy_effect_view(effect: CopyEffect) -> AnyView {
    let lost = effect.losses.into_iter();
    let lost: Vec<AnyView> = lost.map(|line| view! { <li>{line}</li> }).collect();
    let lost = (!lost.is_empty()).then(
        || view! { <ul class="faults" data-lost=lost.len().to_string()>{lost.collect_view()}</ul> },
    );
    let moved = effect.level_changes;
    let moved = moved.map(|moved| view! { <span class="small">{moved}</span> });
    view! { <span class="small">{effect.sentence}</span>{lost}{moved} }
}
