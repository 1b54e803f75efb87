//! The result of the median answers, and the range that the disagreement leaves.

use crate::view::{CollectView, IntoView, view};
use assay_core::{Range, SectionIx};
use assay_locale::{Report, format_whole};

use super::team_view::TeamView;
use crate::parts::charts::level_scale::LevelScale;
use crate::parts::charts::meter::{MeterSpan, range_meter};
use crate::parts::figure_hook::figure_hook;

pub(super) fn outcome_section(team_view: &TeamView) -> impl IntoView + use<> {
    let messages = &team_view.messages;
    let outcome = &team_view.merged.outcome;
    let (report, score) = (team_view.report(), &outcome.score);
    let result = Report::new(messages, &team_view.texts, &team_view.model, score);
    let range = outcome.ai_content();
    let value = score.ai_content.value();
    let unit =
        value.map(|_| view! { <span class="unit">{messages.results_unit().to_owned()}</span> });
    let open = (score.answered.open > 0 && value.is_some())
        .then(|| view! { <p>{messages.team_result_open(&result.range(None))}</p> });
    let meaning = result.meaning(messages.team_result_team());
    view! {
        <section class="stack" aria-labelledby="team-result">
            <h2 id="team-result">{messages.team_result_heading().to_owned()}</h2>
            <div class="sheet" data-ai-content=figure_hook(value) data-low=figure_hook(range.map(|(low, _)| low)) data-high=figure_hook(range.map(|(_, high)| high))>
                <div>
                    <span class="small">{messages.results_ai_content().to_owned()}" · "{messages.team_result_origin(team_view.merged.members.len())}</span>
                    <div class="content">
                        <output class:none=value.is_none()>{result.content_figure()}</output>
                        {unit}
                        <span class="small">{report.range()}</span>
                    </div>
                </div>
                {scale(team_view, &result)}
                <p>{meaning}</p>
                {report.content_range().map(|sentence| view! { <p>{sentence}</p> })}
                {open}
                <p>{report.path()}</p>
                {sections(team_view)}
            </div>
        </section>
    }
}

/// Renders the levels, the range between the quartiles, and the median.
fn scale(team_view: &TeamView, result: &Report<'_>) -> impl IntoView + use<> {
    let content = team_view.merged.outcome.score.ai_content;
    let quartiles = team_view.merged.outcome.ai_content();
    let quartiles = quartiles.map(|(low, high)| MeterSpan::new(low, high, "plausible"));
    let range = team_view.report().range().unwrap_or_default();
    let label = team_view
        .messages
        .team_result_scale(&result.content_figure(), &range);
    let scale = LevelScale {
        level: content.level,
        ranges: quartiles.into_iter().collect(),
        value: content.value(),
    };
    scale.view(result, label)
}

/// Renders a bar for each section, pale between the quartiles.
fn sections(team_view: &TeamView) -> impl IntoView + use<> {
    let sections = (0..team_view.model.sections().len()).map(SectionIx::new);
    let rows = sections.filter_map(|section| {
        let (low, high) = team_view.merged.outcome.section(section)?;
        let score = team_view.merged.outcome.score.sections.get(section.index());
        let value = score.copied().flatten()?.value?;
        let range = Range { low, value: Some(value), high };
        Some(view! {
            <div class="bar-row">
                <span lang=team_view.texts.lang() dir=team_view.texts.dir()>{team_view.texts.section(section).title.clone()}</span>
                {range_meter(range)}
                <span class="figure">{format_whole(value)}</span>
            </div>
        })
    });
    let label = team_view.report().sections();
    view! {
        <div class="bar-rows" role="img" aria-label=label>{rows.collect_view()}</div>
        <p class="small">{team_view.messages.team_result_legend().to_owned()}</p>
    }
}
