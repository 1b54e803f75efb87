//! The charts: the AI content, and below it a small one for each section, AI faith and all in.

use assay_charts::{Series, TrendPoint};
use assay_core::compare::{Figure, HistoryLine, series_history};
use assay_core::{SectionIx, SectionTarget, Targets};
use assay_locale::{NumberFormat, format_tenth, format_whole};

use super::target_mark::target_mark;
use crate::pages::compare::ComparisonView;
use crate::parts::charts::trend_chart::{day_ticks, labelled_bar, small_trend_chart, trend_chart};
use crate::view::{AnyView, CollectView, view};

/// Renders the charts; `None` if no two measurements have different days.
pub(super) fn charts(view: &ComparisonView, targets: &Targets) -> Option<AnyView> {
    let content = figure_line(view, Figure::AiContent)?;
    let sentences = view.comparison().history(std::slice::from_ref(&content));
    let label = view.messages.compare_history_label(&sentences.join(" "));
    let parts = parts(view).into_iter().filter_map(|(name, figure)| {
        let line = figure_line(view, figure)?;
        Some(small_chart(view, &name, &line, target_of(targets, figure)))
    });
    let parts = parts.collect_view();
    let has_targets = !targets.sections.is_empty();
    let target_legend = has_targets.then(|| format!(" {}", view.messages.targets_overtime()));
    Some(view! {
        <div class="time">{trend_chart(label, vec![series(view, &content, format_tenth)], ticks(view, &content))}</div>
        <ul class="small-charts">{parts}</ul>
        <p class="small">{view.messages.overtime_legend().to_owned()}{target_legend}</p>
    })
}

/// Returns the line of a figure; `None` unless it has points of two days.
fn figure_line(view: &ComparisonView, figure: Figure) -> Option<HistoryLine> {
    let line = series_history(&view.results, figure);
    let (first, last) = (line.points.first()?, line.points.last()?);
    (first.day != last.day).then_some(line)
}

/// Returns the figures of the small charts with their names.
fn parts(view: &ComparisonView) -> Vec<(String, Figure)> {
    let sections = (0..view.model.sections().len()).map(SectionIx::new);
    let sections = sections.map(|section| {
        let title = view.texts.section(section).title.clone();
        (title, Figure::Section(section))
    });
    let conviction = [
        (view.messages.faith_faith().to_owned(), Figure::Faith),
        (view.messages.faith_all_in().to_owned(), Figure::AllIn),
    ];
    sections.chain(conviction).collect()
}

/// Returns the target of a figure: only sections have one.
fn target_of(targets: &Targets, figure: Figure) -> Option<SectionTarget> {
    match figure {
        Figure::Section(section) => targets.sections.get(&section).copied(),
        _ => None,
    }
}

fn small_chart(
    view: &ComparisonView,
    name: &str,
    line: &HistoryLine,
    target: Option<SectionTarget>,
) -> AnyView {
    let comparison = view.comparison();
    let values = line.points.iter().map(|point| {
        let value =
            comparison.format_value(point.result, point.value(), |_, value| format_whole(value));
        view.messages.overtime_point(&comparison.day(point), &value)
    });
    let mark = target.and_then(|target| target_mark(view, line, target));
    let target_words = mark.as_ref().map(|mark| mark.description.clone());
    let values: Vec<String> = values.chain(target_words).collect();
    let label = view.messages.overtime_chart(name, &values.join(", "));
    let mut series = vec![series(view, line, |_, value| format_whole(value))];
    let mut ticks = ticks(view, line);
    if let Some(mark) = mark {
        mark.add_to(&mut series, &mut ticks);
    }
    view! {
        <li>
            <p><strong>{name.to_owned()}</strong></p>
            {small_trend_chart(label, series, ticks)}
        </li>
    }
}

fn series(view: &ComparisonView, line: &HistoryLine, format: NumberFormat) -> Series {
    let comparison = view.comparison();
    let points = line.points.iter().map(|point| TrendPoint {
        day: point.day.days(),
        series_style: 0,
        bar: labelled_bar(
            comparison.format_value(point.result, point.value(), format),
            point.range,
        ),
    });
    Series {
        points: points.collect(),
    }
}

fn ticks(view: &ComparisonView, line: &HistoryLine) -> Vec<assay_charts::Tick> {
    let comparison = view.comparison();
    day_ticks(line.points.iter(), |point| comparison.day(point))
}
