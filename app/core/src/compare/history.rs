//! The AI content over time.

use super::ComparedResult;
use crate::Day;
use crate::{Range, Stance};

/// A result at its date.
#[derive(Debug, Clone, Copy, PartialEq)]
#[non_exhaustive]
pub struct HistoryPoint {
    /// The index of the result.
    pub result: usize,
    /// The date.
    pub day: Day,
    /// The AI content, which has a value.
    pub content: Range,
}

impl HistoryPoint {
    /// Returns the AI content in percent.
    #[must_use]
    pub fn value(&self) -> f64 {
        self.content.value.unwrap_or(self.content.low)
    }
}

/// The results of one name and stance, in ascending order of their dates.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct HistoryLine {
    /// The name; may be empty.
    pub name: String,
    /// The stance.
    pub stance: Stance,
    /// At least one point.
    pub points: Vec<HistoryPoint>,
}

/// Returns the AI content over time, one line per name and stance, in the order of the results.
/// Empty unless at least two results with an AI content have different dates.
#[must_use]
pub fn content_history(results: &[ComparedResult]) -> Vec<HistoryLine> {
    let mut lines: Vec<HistoryLine> = Vec::new();
    for (index, result) in results.iter().enumerate() {
        let content = result.score.ai_content.range;
        let Some((day, content)) = result
            .day
            .zip(content.filter(|range| range.value.is_some()))
        else {
            continue;
        };
        let moment = HistoryPoint {
            result: index,
            day,
            content,
        };
        let name = result.name.trim();
        let known = lines
            .iter_mut()
            .find(|line| line.name == name && line.stance == result.stance);
        match known {
            Some(line) => line.points.push(moment),
            None => lines.push(HistoryLine {
                name: name.to_owned(),
                stance: result.stance,
                points: vec![moment],
            }),
        }
    }
    let mut days = lines.iter().flat_map(|line| &line.points).map(|m| m.day);
    let first = days.next();
    if days.all(|day| Some(day) == first) {
        return Vec::new();
    }
    for line in &mut lines {
        crate::sorting::sort_by_key(&mut line.points, |moment| moment.day);
    }
    lines
}
