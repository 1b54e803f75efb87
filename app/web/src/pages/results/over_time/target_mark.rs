//! The target of a section in its chart over time.

use assay_charts::{Bar, Series, TARGET_STYLE, Tick, TrendPoint};
use assay_core::SectionTarget;
use assay_core::compare::HistoryLine;
use assay_locale::{format_date, format_target};

use crate::pages::compare::ComparisonView;

/// A target as a mark at its date or, without one, at the last measurement.
pub(super) struct TargetMark {
    point: TrendPoint,
    tick: Tick,
    /// The target in words.
    pub(super) description: String,
}

/// Returns the mark; `None` for a line without a point.
pub(super) fn target_mark(
    view: &ComparisonView,
    line: &HistoryLine,
    target: SectionTarget,
) -> Option<TargetMark> {
    let last = line.points.last()?.day;
    let day = target.date.unwrap_or(last);
    let label = format_date(&view.messages, Some(&day.to_string()));
    let percent = target.score.percent();
    let point = TrendPoint {
        day: day.days(),
        series_style: TARGET_STYLE,
        bar: Bar {
            label: format_target(percent),
            low: percent,
            value: Some(percent),
            high: percent,
            target: None,
        },
    };
    let described = format!(
        "{} {}",
        view.messages.targets_column_target(),
        format_target(percent)
    );
    Some(TargetMark {
        point,
        description: view.messages.overtime_point(&label, &described),
        tick: Tick {
            day: day.days(),
            label,
        },
    })
}

impl TargetMark {
    /// Adds the mark as a series of its own, and its date unless it is one of a measurement.
    pub(super) fn add_to(self, series: &mut Vec<Series>, ticks: &mut Vec<Tick>) {
        series.push(Series {
            points: vec![self.point],
        });
        let place = ticks.partition_point(|tick| tick.day < self.tick.day);
        if ticks
            .get(place)
            .is_none_or(|tick| tick.day != self.tick.day)
        {
            ticks.insert(place, self.tick);
        }
    }
}
