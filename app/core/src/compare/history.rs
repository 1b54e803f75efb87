//! The AI content over time.

use super::ComparedResult;
use crate::link::Day;
use crate::{Range, Stance};

/// One result at its day.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct HistoryPoint {
    /// Which of the results.
    pub result: usize,
    /// Its day.
    pub day: Day,
    /// Its AI content, which has a value.
    pub content: Range,
}

impl HistoryPoint {
    /// The AI content in percent.
    #[must_use]
    pub fn value(&self) -> f64 {
        self.content.value.unwrap_or(self.content.low)
    }
}

/// Results of one name and side of the business, the earliest first.
#[derive(Debug, Clone, PartialEq)]
pub struct HistoryLine {
    /// The name; may be empty.
    pub name: String,
    /// The side of the business.
    pub stance: Stance,
    /// At least one.
    pub points: Vec<HistoryPoint>,
}

/// The AI content over time, a line for each name and side, in the order of the results. Empty
/// unless at least two results with an AI content are of different days.
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
