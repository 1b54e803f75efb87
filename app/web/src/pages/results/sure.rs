//! How sure the recommendation is: in words, then the share of priorities under which each path wins.

use crate::view::{IntoView, view};
use assay_core::{Certainty, Recommendation, Words as Confidence};
use assay_locale::report::first_shares;
use assay_locale::{list, percent};
use leptos::prelude::*;

use super::how::{Part, way};
use super::{Origin, Shown, hook};
use crate::parts::meter::{Span, meter};

/// The sentence and the bar, once they are computed.
pub(super) fn sure(shown: &Shown) -> impl IntoView + use<> {
    let shown = shown.clone();
    let certainty = shown.certainty.clone();
    move || {
        match certainty.get() {
        None => view! { <p class="small sure-sentence" aria-live="polite">{shown.words.sure_computing().to_owned()}</p> }.into_any(),
        Some(certainty) => said(&shown, &certainty).into_any(),
    }
    }
}

fn said(shown: &Shown, certainty: &Certainty) -> Option<impl IntoView + use<>> {
    if shown.score.recommendation == Recommendation::NotEnoughAnswers {
        return None;
    }
    // A link need not say how sure its result is.
    certainty.confidence?;
    let shares = first_shares(certainty);
    let mut at = 0.0;
    let spans = shares.iter().enumerate().map(|(index, (_, share))| {
        let from = at;
        at += share * 100.0;
        Span::new(from, at, if index == 0 { "winner" } else { "other" })
    });
    let spans = spans.collect();
    let named = shares.iter().filter(|(_, share)| *share >= 0.005);
    let named: Vec<String> = named
        .map(|(path, share)| {
            let name =
                path.map_or_else(|| shown.words.sure_none(), |path| shown.report().path(path));
            shown.words.sure_share(name, &percent(*share))
        })
        .collect();
    let all = shown.words.sure_shares(&list(&shown.words, &named));
    Some(view! {
        <div class="stack sure" data-confidence=hook(certainty.confidence)>
            <p class="sure-sentence">{shown.report().confidence(certainty)}</p>
            {meter("sure-bar", spans)}
            <p class="small figure">{all}" "{shown.words.path_thresholds().to_owned()}</p>
            {way(shown, Part::Sure, shown.words.how_sure_heading())}
            {offer(shown, certainty)}
        </div>
    })
}

/// The way to more confidence, where a question that is open would decide something.
fn offer(shown: &Shown, certainty: &Certainty) -> Option<impl IntoView + use<>> {
    let worthwhile = certainty.words != Some(Confidence::Clear)
        && certainty.ask_next.iter().any(|(_, bits)| *bits > 0.0);
    // An invitation to some sections asks nothing else.
    let invited = shown.assessment.invited(&shown.model);
    let asks = invited.is_none_or(|invited| invited.sections.is_empty());
    (shown.origin == Origin::Own && worthwhile && asks).then(|| view! {
        <p class="ask-offer">{shown.words.ask_offer_why().to_owned()}" "<a href="#/ask" data-action="ask">{shown.words.ask_offer().to_owned()}</a></p>
    })
}
