//! How sure the recommendation is: in words, then the share of priorities under which each path wins.

use crate::view::{AnyView, IntoView, view};
use assay_core::{Certainty, ConfidenceLevel as Confidence};
use assay_locale::report::first_rank_shares;
use leptos::prelude::*;

use super::derivation::{DerivationPart, derivation_link};
use super::{Origin, ResultView, figure_hook};
use crate::parts::meter::{MeterSpan, meter};

/// The sentence and the bar, once they are computed.
pub(super) fn confidence_view(shown: &ResultView) -> impl IntoView + use<> {
    let shown = shown.clone();
    let certainty = shown.certainty.clone();
    move || {
        match certainty.get() {
        None => view! { <p class="small sure-sentence" aria-live="polite">{shown.messages.sure_computing().to_owned()}</p> }.into_any(),
        Some(certainty) => confidence_of(&shown, &certainty),
    }
    }
}

fn confidence_of(shown: &ResultView, certainty: &Certainty) -> AnyView {
    if let Some(sentence) = shown
        .sureness
        .and_then(|told| shown.report().received_confidence(told))
    {
        let all = shown.messages.path_thresholds().to_owned();
        return view! {
            <div class="stack sure" data-confidence="">
                <p class="sure-sentence">{sentence}</p>
                <p class="small">{all}</p>
            </div>
        }
        .into_any();
    }
    // A link need not say how sure its result is.
    let known = certainty.confidence.filter(|_| shown.has_enough_answers());
    let told = known.map(|_| confidence_details(shown, certainty));
    // Scripts look for the figure, and find none, where there is none.
    view! { <div class="stack sure" data-confidence=figure_hook(known)>{told}</div> }.into_any()
}

fn confidence_details(shown: &ResultView, certainty: &Certainty) -> impl IntoView + use<> {
    let (words, report) = (&shown.messages, shown.report());
    let mut at = 0.0;
    let shares = first_rank_shares(certainty).into_iter().enumerate();
    let spans = shares.map(|(index, (_, share))| {
        let from = at;
        at += share * 100.0;
        MeterSpan::new(from, at, if index == 0 { "winner" } else { "other" })
    });
    let spans = spans.collect();
    let all = words.list_sentences(&report.first_ranks(certainty), words.path_thresholds());
    view! {
        <p class="sure-sentence">{report.confidence(certainty)}</p>
        {meter("sure-bar", spans)}
        <p class="small figure">{all}</p>
        {derivation_link(shown, DerivationPart::Confidence, words.how_sure_heading())}
        {ask_offer(shown, certainty)}
    }
}

/// The way to more confidence, where a question that is open would decide something.
fn ask_offer(shown: &ResultView, certainty: &Certainty) -> Option<impl IntoView + use<>> {
    let worthwhile = certainty.level != Some(Confidence::Clear)
        && certainty.ask_next.iter().any(|(_, bits)| *bits > 0.0);
    // An invitation to some sections asks nothing else.
    let invited = shown.assessment.received_invitation(&shown.model);
    let asks = invited.is_none_or(|invited| invited.sections.is_empty());
    (shown.origin == Origin::Own && worthwhile && asks).then(|| view! {
        <p class="ask-offer">{shown.messages.ask_offer_why().to_owned()}" "<a href="#/ask" data-action="ask">{shown.messages.ask_offer().to_owned()}</a></p>
    })
}
