//! AI faith beside all in.

use crate::view::{IntoView, view};
use assay_core::Range;
use assay_locale::format_whole;

use super::ResultView;
use super::derivation::{DerivationPart, derivation_link};
use crate::parts::meter::{MeterSpan, meter};

pub(super) fn conviction_section(shown: &ResultView) -> Option<impl IntoView + use<>> {
    let (faith, all_in) = (shown.score.faith.range, shown.score.all_in.range);
    (faith.is_some() || all_in.is_some()).then(|| {
        let words = &shown.messages;
        view! {
            <section class="stack conviction">
                <h2>{words.faith_heading().to_owned()}</h2>
                <div class="streaks">
                    {row(words.faith_faith(), faith)}
                    {row(words.faith_all_in(), all_in)}
                </div>
                <p>{shown.report().conviction()}</p>
                {derivation_link(shown, DerivationPart::Conviction, words.faith_heading())}
            </section>
        }
    })
}

fn row(label: &str, range: Option<Range>) -> Option<impl IntoView + use<>> {
    let range = range?;
    let spans = vec![
        MeterSpan::new(0.0, range.value.unwrap_or(range.low), "known"),
        MeterSpan::new(range.low, range.high, "open"),
    ];
    let figure = range.value.map_or_else(|| "–".to_owned(), format_whole);
    Some(view! {
        <div class="streak">
            <span>{label.to_owned()}</span>
            {meter("track", spans)}
            <span class="figure">{figure}</span>
        </div>
    })
}
