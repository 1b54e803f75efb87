//! The section scores as small bars for a certificate.

use crate::view::{CollectView, IntoView, view};
use assay_core::{Model, Range, SectionIx, Texts};
use assay_locale::format_whole;

use super::meter::{MeterSpan, meter};

/// Renders a bar for each section with a score: solid up to the value, hatched over the possible
/// range.
pub(crate) fn section_bars(
    model: &Model,
    texts: &Texts,
    sections: &[Option<Range>],
) -> impl IntoView + use<> {
    let rows = model
        .sections()
        .iter()
        .enumerate()
        .filter_map(|(index, _)| {
            let range = sections.get(index).copied().flatten()?;
            Some(section_bar(texts, SectionIx::new(index), range))
        });
    let rows = rows.collect_view();
    view! { <div class="bar-rows">{rows}</div> }
}

fn section_bar(texts: &Texts, section: SectionIx, range: Range) -> impl IntoView + use<> {
    let value = range.value.unwrap_or(range.low);
    let spans = vec![
        MeterSpan::new(0.0, value, "known"),
        MeterSpan::new(range.low, range.high, "open"),
    ];
    let figure = range.value.map_or_else(|| "–".to_owned(), format_whole);
    view! {
        <div class="bar-row">
            <span lang=texts.lang() dir=texts.dir()>{texts.section(section).title.clone()}</span>
            {meter("track", spans)}
            <span class="figure">{figure}</span>
        </div>
    }
}
