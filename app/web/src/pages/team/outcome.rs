//! The result of the median answers, and what the disagreement leaves possible.

use crate::view::{CollectView, IntoView, view};
use assay_core::SectionIx;
use assay_locale::rounded;

use super::Shown;
use crate::parts::certificate::Certificate;
use crate::parts::meter::{Span, meter};

pub(super) fn outcome(shown: &Shown) -> impl IntoView + use<> {
    let words = &shown.words;
    let outcome = &shown.merged.outcome;
    let range = outcome.ai_content();
    let hook = |value: Option<f64>| value.map_or_else(String::new, |value| format!("{value:.2}"));
    let certificate = Certificate {
        words: words.clone(),
        texts: shown.texts.clone(),
        model: shown.model.clone(),
        score: std::sync::Arc::new(outcome.score.clone()),
        name: words.team_result_team().to_owned(),
        detail: String::new(),
        origin: words.team_result_origin(shown.merged.members.len()),
        year: String::new(),
        plausible: None,
    };
    let report = shown.report();
    let content = report.content().map(|said| view! { <p>{said}</p> });
    let bar = range.filter(|(low, high)| high > low).map(|(low, high)| {
        let value = outcome.score.ai_content.value().unwrap_or(low);
        let mark = value.clamp(0.2, 99.8);
        let spans = vec![
            Span::new(0.0, 100.0, "band"),
            Span::new(low, high, "possible"),
            Span::new(mark - 0.2, mark + 0.2, "mark"),
        ];
        view! { {meter("scale-bar", spans)} }
    });
    view! {
        <section class="stack" aria-labelledby="team-result">
            <h2 id="team-result">{words.team_result_heading().to_owned()}</h2>
            <div data-ai-content=hook(outcome.score.ai_content.value())
                data-low=hook(range.map(|(low, _)| low)) data-high=hook(range.map(|(_, high)| high))>
                {certificate.view(view! { {content}{bar}<p>{report.path()}</p>{sections(shown)} })}
            </div>
        </section>
    }
}

/// A streak for each section, hatched between the quartiles.
fn sections(shown: &Shown) -> impl IntoView + use<> {
    let sections = (0..shown.model.sections().len()).map(SectionIx::new);
    let rows = sections.filter_map(|section| {
        let (low, high) = shown.merged.outcome.section(section)?;
        let score = shown.merged.outcome.score.sections.get(section.index());
        let value = score.copied().flatten()?.value?;
        let spans = vec![Span::new(0.0, value, "known"), Span::new(low, high, "open")];
        Some(view! {
            <div class="streak">
                <span>{shown.texts.section(section).title.clone()}</span>
                {meter("track", spans)}
                <span class="figure">{rounded(value)}</span>
            </div>
        })
    });
    let label = shown.report().sections();
    view! {
        <div class="streaks" role="img" aria-label=label>{rows.collect_view()}</div>
        <p class="small">{shown.words.team_result_legend().to_owned()}</p>
    }
}
