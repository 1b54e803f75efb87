//! The section scores as small bars for a certificate.

use crate::view::{CollectView, IntoView, view};
use assay_core::{Model, Range, SectionIx, Texts};
use assay_locale::format_whole;

use super::meter::range_meter;

/// Renders a bar for each section with a score: see [`range_meter`].
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
    let figure = range.value.map_or_else(|| "–".to_owned(), format_whole);
    view! {
        <div class="bar-row">
            <span lang=texts.lang() dir=texts.dir()>{texts.section(section).title.clone()}</span>
            {range_meter(range)}
            <span class="figure">{figure}</span>
        </div>
    }
}
