//! The spread of figures across results.

use super::ComparedResult;
use crate::{Range, SectionIx, near};

/// A result with its figure.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Extreme {
    /// The index of the result.
    pub result: usize,
    /// The figure, in percent.
    pub value: f64,
}

/// The lowest and the highest value of a figure; the first result in case of ties.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct FigureSpread {
    /// The lowest.
    pub low: Extreme,
    /// The highest.
    pub high: Extreme,
}

impl FigureSpread {
    /// Returns the difference in percentage points.
    #[must_use]
    pub fn width(&self) -> f64 {
        self.high.value - self.low.value
    }
}

/// Returns the spread of a figure; `None` if fewer than two results have it.
fn spread(
    results: &[ComparedResult],
    figure: impl Fn(&ComparedResult) -> Option<Range>,
) -> Option<FigureSpread> {
    let mut known = results.iter().enumerate().filter_map(|(result, compared)| {
        let value = figure(compared)?.value?;
        Some(Extreme { result, value })
    });
    let (first, second) = (known.next()?, known.next()?);
    let mut spread = FigureSpread {
        low: first,
        high: first,
    };
    for extreme in std::iter::once(second).chain(known) {
        if extreme.value < spread.low.value {
            spread.low = extreme;
        }
        if extreme.value > spread.high.value {
            spread.high = extreme;
        }
    }
    Some(spread)
}

/// Returns the spread of the AI content; `None` if fewer than two results have one.
#[must_use]
pub fn content_spread(results: &[ComparedResult]) -> Option<FigureSpread> {
    spread(results, |result| result.score.ai_content.range)
}

/// Returns the section with the largest spread, the first one in case of ties; `None` if no section
/// differs.
#[must_use]
pub fn widest_section(results: &[ComparedResult]) -> Option<(SectionIx, FigureSpread)> {
    let sections = results.iter().map(|result| result.score.sections.len());
    let sections = (0..sections.max().unwrap_or(0)).map(SectionIx::new);
    sections
        .filter_map(|section| {
            let of =
                |result: &ComparedResult| result.score.sections.get(section.index()).copied()?;
            Some((section, spread(results, of)?))
        })
        .filter(|(_, spread)| !near::equal(spread.width(), 0.0))
        .reduce(|widest, next| {
            if next.1.width() > widest.1.width() {
                next
            } else {
                widest
            }
        })
}
