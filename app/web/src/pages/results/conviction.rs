//! AI faith beside all in.

use crate::view::{IntoView, view};
use assay_core::Range;
use assay_locale::rounded;

use super::Shown;
use super::how::{Part, way};
use crate::parts::meter::{Span, meter};

pub(super) fn conviction(shown: &Shown) -> Option<impl IntoView + use<>> {
    let (faith, all_in) = (shown.score.faith.range, shown.score.all_in.range);
    (faith.is_some() || all_in.is_some()).then(|| {
        let words = &shown.words;
        view! {
            <section class="stack conviction">
                <h2>{words.faith_heading().to_owned()}</h2>
                <div class="streaks">
                    {row(words.faith_faith(), faith)}
                    {row(words.faith_all_in(), all_in)}
                </div>
                <p>{shown.report().conviction()}</p>
                {way(shown, Part::Conviction, words.faith_heading())}
            </section>
        }
    })
}

fn row(label: &str, range: Option<Range>) -> Option<impl IntoView + use<>> {
    let range = range?;
    let spans = vec![
        Span::new(0.0, range.value.unwrap_or(range.low), "known"),
        Span::new(range.low, range.high, "open"),
    ];
    let figure = range.value.map_or_else(|| "–".to_owned(), rounded);
    Some(view! {
        <div class="streak">
            <span>{label.to_owned()}</span>
            {meter("track", spans)}
            <span class="figure">{figure}</span>
        </div>
    })
}
