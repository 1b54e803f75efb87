//! Confidence of the recommendation: a sentence and the share of draws in which each path ranks
//! first.

use crate::view::{AnyView, IntoView, view};
use assay_core::{Certainty, ConfidenceLevel as Confidence};
use assay_locale::report::first_rank_shares;
use leptos::prelude::*;

use super::origin::Origin;
use super::result_view::ResultView;
use crate::parts::charts::meter::{MeterSpan, meter};
use crate::parts::figure_hook::figure_hook;

/// Renders the sentence and the bar once the simulation has ended.
pub(super) fn confidence_view(result: &ResultView) -> impl IntoView + use<> {
    let result = result.clone();
    let certainty = result.certainty.clone();
    move || {
        match certainty.get() {
        None => view! { <p class="small confidence-sentence" aria-live="polite">{result.messages.confidence_computing().to_owned()}</p> }.into_any(),
        Some(certainty) => confidence_of(&result, &certainty),
    }
    }
}

fn confidence_of(result: &ResultView, certainty: &Certainty) -> AnyView {
    if let Some(sentence) = result
        .confidence
        .and_then(|received| result.report().received_confidence(received))
    {
        let all = result.messages.path_thresholds().to_owned();
        return view! {
            <div class="stack confidence" data-confidence="">
                <p class="confidence-sentence">{sentence}</p>
                <p class="small">{all}</p>
            </div>
        }
        .into_any();
    }
    // A link without answers may contain no confidence.
    let known = certainty.confidence.filter(|_| result.has_enough_answers());
    let details = known.map(|_| confidence_details(result, certainty));
    // Present even without a figure: scripts look for the attribute.
    view! { <div class="stack confidence" data-confidence=figure_hook(known)>{details}</div> }
        .into_any()
}

fn confidence_details(result: &ResultView, certainty: &Certainty) -> impl IntoView + use<> {
    let (messages, report) = (&result.messages, result.report());
    let shares = first_rank_shares(certainty);
    // Where one path ranks first in all draws, rounded, the sentence before has said so.
    let is_divided = shares.first().is_some_and(|(_, share)| *share < 0.995);
    let mut at = 0.0;
    let spans = shares.into_iter().enumerate();
    let spans = spans.map(|(index, (_, share))| {
        let from = at;
        at += share * 100.0;
        MeterSpan::new(from, at, if index == 0 { "winner" } else { "other" })
    });
    let spans = spans.collect();
    let thresholds = messages.path_thresholds();
    let all = match is_divided {
        true => messages.list_sentences(&report.first_ranks(certainty), thresholds),
        false => thresholds.to_owned(),
    };
    view! {
        <p class="confidence-sentence">{report.confidence(certainty)}</p>
        {meter("confidence-bar", spans)}
        <p class="small figure">{all}</p>
        {ask_offer(result, certainty)}
    }
}

/// Renders the link to the page "ask what matters", if an open question could change the
/// recommendation.
fn ask_offer(result: &ResultView, certainty: &Certainty) -> Option<impl IntoView + use<>> {
    let worthwhile = certainty.level != Some(Confidence::Clear)
        && certainty.ask_next.iter().any(|(_, bits)| *bits > 0.0);
    // An invitation limits the questions to its sections.
    let invited = result.assessment.received_invitation(&result.model);
    let asks = invited.is_none_or(|invited| invited.sections.is_empty());
    (result.origin == Origin::Own && worthwhile && asks).then(|| view! {
        <p class="ask-offer">{result.messages.ask_offer_why().to_owned()}" "<a href="#/ask" data-action="ask">{result.messages.ask_offer().to_owned()}</a></p>
    })
}
