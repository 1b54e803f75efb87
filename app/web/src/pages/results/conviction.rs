//! AI faith and all in, side by side.

use crate::view::{IntoView, view};
use assay_core::Range;
use assay_locale::format_whole;

use super::derivation::{DerivationPart, derivation_link};
use super::result_view::ResultView;
use crate::parts::charts::meter::range_meter;

pub(super) fn conviction_section(result: &ResultView) -> Option<impl IntoView + use<>> {
    let (faith, all_in) = (result.score.faith.range, result.score.all_in.range);
    (faith.is_some() || all_in.is_some()).then(|| {
        let messages = &result.messages;
        view! {
            <section class="stack conviction">
                <h2>{messages.faith_heading().to_owned()}</h2>
                <div class="bar-rows">
                    {row(messages.faith_faith(), faith)}
                    {row(messages.faith_all_in(), all_in)}
                </div>
                <p>{result.report().conviction()}</p>
                {derivation_link(result, DerivationPart::Conviction, messages.faith_heading())}
            </section>
        }
    })
}

fn row(label: &str, range: Option<Range>) -> Option<impl IntoView + use<>> {
    let range = range?;
    let figure = range.value.map_or_else(|| "–".to_owned(), format_whole);
    Some(view! {
        <div class="bar-row">
            <span>{label.to_owned()}</span>
            {range_meter(range)}
            <span class="figure">{figure}</span>
        </div>
    })
}
