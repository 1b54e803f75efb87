//! How the figures came about, with this result's own numbers.

use assay_locale::{percent, to_tenth};
use leptos::prelude::*;

use super::Shown;

pub(super) fn how(shown: &Shown) -> impl IntoView + use<> {
    let words = &shown.words;
    let content = &shown.score.ai_content;
    let content = content.arithmetic.zip(content.lost_to_imbalance).map(|(arithmetic, lost)| {
        view! { <p>{words.how_content(&to_tenth(arithmetic), &to_tenth(lost))}</p> }
    });
    view! {
        <section class="stack how" id="how" tabindex="-1">
            <h2>{words.how_heading().to_owned()}</h2>
            <p>{words.how_sections().to_owned()}</p>
            {content}
            <p>{words.how_level(&percent(shown.score.answered.weight))}</p>
            <p>{words.how_path().to_owned()}</p>
            <p>{words.how_self().to_owned()}</p>
            <p><a href="#/about">{words.how_more().to_owned()}</a></p>
        </section>
    }
}
