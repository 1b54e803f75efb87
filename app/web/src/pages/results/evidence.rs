//! The evidence behind a result: statistics and derivation, each in a closed fold.

use super::result_view::ResultView;
use super::{derivation, priorities, sensitivity};
use crate::parts::fold::{fold, fold_heading};
use crate::view::{IntoView, view};

/// Renders the section. The statistics are computed when their fold is first opened.
pub(super) fn evidence_section(result: &ResultView) -> impl IntoView + use<> {
    let messages = &result.messages;
    view! {
        <section class="stack wide evidence">
            <h2>{messages.evidence_heading().to_owned()}</h2>
            <p>{messages.evidence_lead().to_owned()}</p>
            {result.has_enough_answers().then(|| statistics(result))}
            {derivation::derivation_fold(result)}
        </section>
    }
}

fn statistics(result: &ResultView) -> impl IntoView + use<> {
    let messages = &result.messages;
    let (weighed, swung) = (result.clone(), result.clone());
    view! {
        {fold("evidence-part priorities", fold_heading(messages.priorities_heading()), move || priorities::priorities_view(&weighed))}
        {fold("evidence-part tornado", fold_heading(messages.tornado_heading()), move || sensitivity::sensitivity_view(&swung))}
    }
}
