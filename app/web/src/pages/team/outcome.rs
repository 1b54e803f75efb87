//! The result of the median answers, and what the disagreement leaves possible.

use crate::view::{CollectView, IntoView, view};
use assay_core::{Maturity, SectionIx};
use assay_locale::{Report, format_whole};

use super::TeamView;
use crate::parts::meter::{MeterSpan, meter};

pub(super) fn outcome_section(shown: &TeamView) -> impl IntoView + use<> {
    let words = &shown.messages;
    let outcome = &shown.merged.outcome;
    let (report, score) = (shown.report(), &outcome.score);
    let result = Report::new(words, &shown.texts, &shown.model, score);
    let range = outcome.ai_content();
    let hook = |value: Option<f64>| value.map_or_else(String::new, |value| format!("{value:.2}"));
    let value = score.ai_content.value();
    let unit = value.map(|_| view! { <span class="unit">{words.results_unit().to_owned()}</span> });
    let open = (score.answered.open > 0 && value.is_some())
        .then(|| view! { <p>{words.team_result_open(&result.range(None))}</p> });
    let meaning = result.meaning(words.team_result_team());
    view! {
        <section class="stack" aria-labelledby="team-result">
            <h2 id="team-result">{words.team_result_heading().to_owned()}</h2>
            <div class="sheet" data-ai-content=hook(value) data-low=hook(range.map(|(low, _)| low)) data-high=hook(range.map(|(_, high)| high))>
                <div>
                    <span class="small">{words.results_ai_content().to_owned()}" · "{words.team_result_origin(shown.merged.members.len())}</span>
                    <div class="content">
                        <output class:none=value.is_none()>{result.content_figure()}</output>
                        {unit}
                        <span class="small">{report.range()}</span>
                    </div>
                </div>
                {scale(shown, &result)}
                <p>{meaning}</p>
                {report.content_range().map(|said| view! { <p>{said}</p> })}
                {open}
                <p>{report.path()}</p>
                {sections(shown)}
            </div>
        </section>
    }
}

/// The levels, what lies between the quartiles, and the median.
fn scale(shown: &TeamView, result: &Report<'_>) -> impl IntoView + use<> {
    let content = shown.merged.outcome.score.ai_content;
    let mut spans: Vec<MeterSpan> = Maturity::ALL
        .into_iter()
        .map(|level| {
            let on = content.level == Some(level);
            let from = level.lower_bound();
            let gap = if from > 0.0 { 0.3 } else { 0.0 };
            MeterSpan::new(from + gap, from + 20.0, if on { "band on" } else { "band" })
        })
        .collect();
    if let Some((low, high)) = shown.merged.outcome.ai_content() {
        spans.push(MeterSpan::new(low, high, "plausible"));
    }
    if let Some(value) = content.value() {
        let at = value.clamp(0.2, 99.8);
        spans.push(MeterSpan::new(at - 0.2, at + 0.2, "mark"));
    }
    let names = Maturity::ALL.into_iter().map(|level| {
        let on = (content.level == Some(level)).then_some("");
        view! { <span class="level-name" data-on=on>{result.level_name(level).to_owned()}</span> }
    });
    let range = shown.report().range().unwrap_or_default();
    let label = shown
        .messages
        .team_result_scale(&result.content_figure(), &range);
    view! {
        <div class="scale" role="img" aria-label=label>
            {meter("scale-bar", spans)}
            <div class="level-names" aria-hidden="true">{names.collect_view()}</div>
        </div>
    }
}

/// A streak for each section, hatched between the quartiles.
fn sections(shown: &TeamView) -> impl IntoView + use<> {
    let sections = (0..shown.model.sections().len()).map(SectionIx::new);
    let rows = sections.filter_map(|section| {
        let (low, high) = shown.merged.outcome.section(section)?;
        let score = shown.merged.outcome.score.sections.get(section.index());
        let value = score.copied().flatten()?.value?;
        let spans = vec![MeterSpan::new(0.0, value, "known"), MeterSpan::new(low, high, "open")];
        Some(view! {
            <div class="streak">
                <span lang=shown.texts.lang() dir=shown.texts.dir()>{shown.texts.section(section).title.clone()}</span>
                {meter("track", spans)}
                <span class="figure">{format_whole(value)}</span>
            </div>
        })
    });
    let label = shown.report().sections();
    view! {
        <div class="streaks" role="img" aria-label=label>{rows.collect_view()}</div>
        <p class="small">{shown.messages.team_result_legend().to_owned()}</p>
    }
}
