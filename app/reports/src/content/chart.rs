//! Data of the charts.

use assay_core::Range;
use assay_locale::{Messages, Report};

use super::figures::SectionFigures;

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
) -> Option<Chart> {
    let counting = counting(sections);
    if counting.len() < MIN_AXES {
        return None;
    }
    let values = |of: fn(&Range) -> Option<f64>| counting.iter().map(|(_, r)| of(r)).collect();
    let mut series = vec![ChartSeries {
        name: messages.sections_column_value().to_owned(),
        values: values(|range| range.value),
    }];
    if counting.iter().any(|(_, range)| range.width() > 0.0) {
        series.push(ChartSeries {
            name: messages.sections_column_low().to_owned(),
            values: values(|range| Some(range.low)),
        });
        series.push(ChartSeries {
            name: messages.sections_column_high().to_owned(),
            values: values(|range| Some(range.high)),
        });
    }
    Some(Chart {
        kind: ChartKind::Radar,
        name: messages.sections_heading_any().to_owned(),
        alternative: messages.sections_radar(&report.sections_sentence()),
        categories: counting.iter().map(|(title, _)| title.clone()).collect(),
        series,
    })
}

/// The bars of the sections.
pub(super) fn section_bars(
    messages: &Messages,
    report: &Report<'_>,
    sections: &[SectionFigures],
) -> Chart {
    let counting = counting(sections);
    Chart {
        kind: ChartKind::Bars,
        name: messages.sections_heading_any().to_owned(),
        alternative: messages.sections_bars(&report.sections_sentence()),
        categories: counting.iter().map(|(title, _)| title.clone()).collect(),
        series: vec![ChartSeries {
            name: messages.sections_column_value().to_owned(),
            values: counting.iter().map(|(_, range)| range.value).collect(),
        }],
    }
}

fn counting(sections: &[SectionFigures]) -> Vec<(String, Range)> {
    let counting = sections.iter();
    counting
        .filter_map(|section| Some((section.title.clone(), section.range?)))
        .collect()
}
