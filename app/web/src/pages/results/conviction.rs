//! AI faith and all in, side by side.

use crate::view::{IntoView, view};
use assay_core::Range;
use assay_locale::format_whole;

use super::derivation::{DerivationPart, derived_heading};
use super::result_view::ResultView;
use crate::parts::charts::meter::range_meter;

pub(super) fn conviction_section(result: &ResultView) -> Option<impl IntoView + use<>> {
    let (faith, all_in) = (result.score.faith.range, result.score.all_in.range);
    (faith.is_some() || all_in.is_some()).then(|| {
        let messages = &result.messages;
        let heading = messages.faith_heading();
        view! {
            <section class="stack conviction">
                {derived_heading(result, DerivationPart::Conviction, heading, heading)}
                <div class="bar-rows">
                    {row(messages.faith_faith(), faith)}
                    {row(messages.faith_all_in(), all_in)}
                </div>
                <p>{result.report().conviction()}</p>
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
