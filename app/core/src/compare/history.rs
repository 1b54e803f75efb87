//! Figures over time.

use super::ComparedResult;
use crate::{Day, Range, Score, SectionIx, Stance};

/// A figure of a result, in percent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Figure {
    /// The AI content.
    AiContent,
    /// The score of a section.
    Section(SectionIx),
    /// AI faith.
    Faith,
    /// All in.
    AllIn,
}

impl Figure {
    /// Returns the figure in a score; `None` if nothing counts towards it.
    #[must_use]
    pub fn range(self, score: &Score) -> Option<Range> {
        match self {
            Self::AiContent => score.ai_content.range,
            Self::Section(section) => score.sections.get(section.index()).copied().flatten(),
            Self::Faith => score.faith.range,
            Self::AllIn => score.all_in.range,
        }
    }
}

/// A result at its date.
#[derive(Debug, Clone, Copy, PartialEq)]
#[non_exhaustive]
pub struct HistoryPoint {
    /// The index of the result.
    pub result: usize,
    /// The date.
    pub day: Day,
    /// The figure, which has a value.
    pub range: Range,
}

impl HistoryPoint {
    /// Returns the value in percent.
    #[must_use]
    pub fn value(&self) -> f64 {
        self.range.value.unwrap_or(self.range.low)
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
        let Some(moment) = history_point(index, result, Figure::AiContent) else {
            continue;
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

/// Returns a figure over time in results of one company, whatever their names and stances are, in
/// ascending order of their dates. The name and stance of the line are those of its last result. May
/// have no points.
#[must_use]
pub fn series_history(results: &[ComparedResult], figure: Figure) -> HistoryLine {
    let points = results.iter().enumerate();
    let points = points.filter_map(|(index, result)| history_point(index, result, figure));
    let mut points: Vec<HistoryPoint> = points.collect();
    crate::sorting::sort_by_key(&mut points, |point| point.day);
    let last = points.last().and_then(|point| results.get(point.result));
    HistoryLine {
        name: last.map_or_else(String::new, |result| result.name.trim().to_owned()),
        stance: last.map_or(Stance::Provide, |result| result.stance),
        points,
    }
}

/// Returns a result's figure at its date; `None` if one of them is missing.
fn history_point(index: usize, result: &ComparedResult, figure: Figure) -> Option<HistoryPoint> {
    let range = figure.range(&result.score)?;
    Some(HistoryPoint {
        result: index,
        day: result.day?,
        range: Some(range).filter(|range| range.value.is_some())?,
    })
}
