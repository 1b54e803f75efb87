//! The AI content over time.

use assay_core::compare::{HistoryLine, HistoryPoint};

use super::Comparison;
use crate::report::format_figure;
use crate::{format_date, format_tenth};

impl Comparison<'_> {
    /// One sentence per line: from which value to which it went.
    #[must_use]
    pub fn history(&self, lines: &[HistoryLine]) -> Vec<String> {
        lines
            .iter()
            .filter_map(|line| self.line_sentence(line))
            .collect()
    }

    /// The formatted day of a moment.
    #[must_use]
    pub fn day(&self, moment: &HistoryPoint) -> String {
        format_date(self.messages, Some(&moment.day.to_string()))
    }

    fn line_sentence(&self, line: &HistoryLine) -> Option<String> {
        let (first, last) = (line.points.first()?, line.points.last()?);
        if line.points.len() == 1 {
            let value = self.format_value(first.result, first.value(), format_tenth);
            let label = self.label(first.result);
            return Some(
                self.messages
                    .compare_history_single(label, &value, &self.day(first)),
            );
        }
        let name = match super::short_label(&line.name) {
            name if name.is_empty() => self.messages.compare_unnamed().to_owned(),
            name => name,
        };
        let of =
            |moment: &HistoryPoint| self.format_value(moment.result, moment.value(), format_tenth);
        let (from, to) = (of(first), of(last));
        let points = (last.value() - first.value()).abs();
        // A difference is only as exact as the less exact of its ends.
        let coarse = [first, last].map(|moment| self.precision(moment.result));
        let coarse = coarse.into_iter().find(|precision| precision.is_in_steps());
        let points = format_figure(
            self.messages,
            coarse.unwrap_or_default(),
            points,
            format_tenth,
        );
        let (begun, ended) = (self.day(first), self.day(last));
        Some(if from == to {
            self.messages
                .compare_history_same(&name, &to, &begun, &ended)
        } else if last.value() > first.value() {
            self.messages
                .compare_history_up(&name, &from, &begun, &to, &ended, &points)
        } else {
            self.messages
                .compare_history_down(&name, &from, &begun, &to, &ended, &points)
        })
    }
}
