//! The titles of several sections in a sentence.

use assay_core::SectionIx;
use assay_locale::join_list;
use leptos::prelude::*;

use crate::state::App;

/// Returns the titles of sections as a list in words.
pub(crate) fn section_titles(app: &App, sections: &[SectionIx]) -> String {
    let locale = app.locale.get_untracked();
    let titles = sections.iter();
    let titles: Vec<&str> = titles
        .map(|section| locale.texts.section(*section).title.as_str())
        .collect();
    join_list(&locale.messages, &titles)
}
