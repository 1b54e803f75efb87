//! Data of the charts.

use assay_core::Range;
use assay_locale::{Messages, Report};

use super::figures::SectionFigures;
use super::targets::TargetsContent;

/// The kind of a chart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ChartKind {
    /// One axis for each category, from 0 to 100.
    Radar,
    /// One horizontal bar for each category, from 0 to 100.
    Bars,
}

/// A chart over categories; all values are percentages from 0 to 100.
#[derive(Debug, Clone, PartialEq)]
pub struct Chart {
    /// The kind.
    pub kind: ChartKind,
    /// Name of the chart in lists of objects.
    pub name: String,
    /// Text alternative.
    pub alternative: String,
    /// Names of the categories.
    pub categories: Vec<String>,
    /// The series; the first one is the main one.
    pub series: Vec<ChartSeries>,
}

/// A series of a chart.
#[derive(Debug, Clone, PartialEq)]
pub struct ChartSeries {
    /// Its name.
    pub name: String,
    /// A value for each category; `None` where there is none.
    pub values: Vec<Option<f64>>,
    /// Whether these are targets, which are drawn otherwise than values.
    pub is_target: bool,
}

impl Chart {
    /// Whether there is anything to draw.
    #[must_use]
    pub fn has_values(&self) -> bool {
        let mut series = self.series.iter();
        series.any(|series| series.values.iter().any(Option::is_some))
    }
}

/// Fewer axes make no radar.
const MIN_AXES: usize = 3;

/// The radar of the sections, with the interval that open answers leave; `None` with fewer than
/// three sections.
pub(super) fn radar(
    messages: &Messages,
    report: &Report<'_>,
    sections: &[SectionFigures],
    targets: Option<&TargetsContent>,
) -> Option<Chart> {
    let counting = counting(sections);
    if counting.len() < MIN_AXES {
        return None;
    }
    let values = |of: fn(&Range) -> Option<f64>| counting.iter().map(|(_, r)| of(r)).collect();
    let mut series = vec![ChartSeries {
        name: messages.sections_column_value().to_owned(),
        values: values(|range| range.value),
        is_target: false,
    }];
    if counting.iter().any(|(_, range)| range.width() > 0.0) {
        series.push(ChartSeries {
            name: messages.sections_column_low().to_owned(),
            values: values(|range| Some(range.low)),
            is_target: false,
        });
        series.push(ChartSeries {
            name: messages.sections_column_high().to_owned(),
            values: values(|range| Some(range.high)),
            is_target: false,
        });
    }
    series.extend(target_series(messages, sections, targets));
    Some(Chart {
        kind: ChartKind::Radar,
        name: messages.sections_heading_any().to_owned(),
        alternative: messages.sections_radar(&description(report, targets)),
        categories: counting.iter().map(|(title, _)| title.clone()).collect(),
        series,
    })
}

/// The bars of the sections.
pub(super) fn section_bars(
    messages: &Messages,
    report: &Report<'_>,
    sections: &[SectionFigures],
    targets: Option<&TargetsContent>,
) -> Chart {
    let counting = counting(sections);
    Chart {
        kind: ChartKind::Bars,
        name: messages.sections_heading_any().to_owned(),
        alternative: messages.sections_bars(&description(report, targets)),
        categories: counting.iter().map(|(title, _)| title.clone()).collect(),
        series: vec![ChartSeries {
            name: messages.sections_column_value().to_owned(),
            values: counting.iter().map(|(_, range)| range.value).collect(),
            is_target: false,
        }]
        .into_iter()
        .chain(target_series(messages, sections, targets))
        .collect(),
    }
}

/// The targets of the sections with a score; `None` if no section has one.
fn target_series(
    messages: &Messages,
    sections: &[SectionFigures],
    targets: Option<&TargetsContent>,
) -> Option<ChartSeries> {
    let targets = targets?;
    let counting = sections.iter().enumerate();
    let counting = counting.filter(|(_, section)| section.range.is_some());
    let values: Vec<_> = counting
        .map(|(index, _)| targets.section_percent(index))
        .collect();
    values.iter().any(Option::is_some).then(|| ChartSeries {
        name: messages.targets_column_target().to_owned(),
        values,
        is_target: true,
    })
}

/// The sentence about the sections, followed by that about their targets.
fn description(report: &Report<'_>, targets: Option<&TargetsContent>) -> String {
    let sentence = report.sections_sentence();
    match targets.map(|targets| targets.sentence.as_str()) {
        None | Some("") => sentence,
        Some(targets) => format!("{sentence} {targets}"),
    }
}

fn counting(sections: &[SectionFigures]) -> Vec<(String, Range)> {
    let counting = sections.iter();
    counting
        .filter_map(|section| Some((section.title.clone(), section.range?)))
        .collect()
}
