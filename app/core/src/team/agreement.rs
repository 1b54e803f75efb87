//! Krippendorff's alpha: the agreement of several people beyond chance.
//!
//! K. Krippendorff, Content Analysis: An Introduction to Its Methodology, 4th edition, Sage 2019,
//! chapter 12; A. F. Hayes and K. Krippendorff, Answering the Call for a Standard Reliability
//! Measure for Coding Data, Communication Methods and Measures 1 (2007) 77-89.

use super::AnswerDistribution;
use crate::near;

/// The measure of the difference between two levels.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Metric {
    /// Equal or different.
    Nominal,
    /// The number of answers between the levels: levels are ordered, but have no equal distances.
    Ordinal,
    /// The number of levels between them.
    Interval,
}

/// The agreement of members over a set of questions.
#[derive(Debug, Clone, Copy, PartialEq)]
#[non_exhaustive]
pub struct Agreement {
    /// Krippendorff's alpha: 1 for perfect agreement, 0 for agreement by chance, negative for less
    /// than that. `None` if nothing can be compared, or if all compared answers are the same level,
    /// so that the expected disagreement is 0.
    pub alpha: Option<f64>,
    /// The number of questions with at least two levels.
    pub questions: usize,
    /// The number of levels given to these questions.
    pub answers: u32,
    /// The mean squared difference within questions.
    pub observed: f64,
    /// The mean squared difference between any two of these answers.
    pub expected: f64,
}

/// The interpretation of alpha by the limits that Krippendorff recommends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AgreementLevel {
    /// No question was answered by two members.
    NothingToCompare,
    /// All compared answers are the same level.
    Alike,
    /// At least 0.8: reliable.
    Strong,
    /// At least 0.667: sufficient for tentative conclusions.
    Fair,
    /// Greater than 0: not sufficient for conclusions.
    Weak,
    /// No better than chance.
    None,
}

impl Agreement {
    /// Returns the interpretation.
    #[must_use]
    pub fn level(&self) -> AgreementLevel {
        match self.alpha {
            None if self.questions == 0 => AgreementLevel::NothingToCompare,
            None => AgreementLevel::Alike,
            Some(alpha) if near::at_least(alpha, 0.8) => AgreementLevel::Strong,
            Some(alpha) if near::at_least(alpha, 0.667) => AgreementLevel::Fair,
            Some(alpha) if near::at_least(0.0, alpha) => AgreementLevel::None,
            Some(_) => AgreementLevel::Weak,
        }
    }
}

/// Computes Krippendorff's alpha. Each question is a unit and each member an observer; everything
/// except a level is a missing value.
#[must_use]
pub fn krippendorff_alpha<'a>(
    spreads: impl Iterator<Item = &'a AnswerDistribution>,
    metric: Metric,
) -> Agreement {
    let mut coincidences = [[0.0; 5]; 5];
    let mut totals = [0_u32; 5];
    let mut questions = 0_usize;
    for spread in spreads.filter(|spread| spread.known() > 1) {
        questions = questions.saturating_add(1);
        for (total, &count) in totals.iter_mut().zip(&spread.levels) {
            *total = total.saturating_add(count);
        }
        coincide(&mut coincidences, spread);
    }
    let squares = squares(&totals, metric);
    let answers: u32 = totals.iter().sum();
    let all = f64::from(answers);
    let pairs = totals.map(|c| totals.map(|k| f64::from(c) * f64::from(k)));
    let observed = weighted(&coincidences, &squares) / all;
    let expected = weighted(&pairs, &squares) / (all * (all - 1.0));
    let known = |mean: f64| if mean.is_finite() { mean } else { 0.0 };
    Agreement {
        alpha: (expected > 0.0).then(|| 1.0 - observed / expected),
        questions,
        answers,
        observed: known(observed),
        expected: known(expected),
    }
}

/// Adds the pairs of answers to one question, weighted so that each answer counts once.
fn coincide(coincidences: &mut [[f64; 5]; 5], spread: &AnswerDistribution) {
    let others = f64::from(spread.known().saturating_sub(1));
    for (c, row) in coincidences.iter_mut().enumerate() {
        for (k, cell) in row.iter_mut().enumerate() {
            let count = |level: usize| spread.levels.get(level).copied().unwrap_or(0);
            let mates = count(k).saturating_sub(u32::from(c == k));
            *cell += f64::from(count(c)) * f64::from(mates) / others;
        }
    }
}

/// Returns the squared differences between all levels.
fn squares(totals: &[u32; 5], metric: Metric) -> [[f64; 5]; 5] {
    let mut squares = [[0.0; 5]; 5];
    for (c, row) in squares.iter_mut().enumerate() {
        for (k, cell) in row.iter_mut().enumerate().filter(|&(k, _)| k != c) {
            let difference = match metric {
                Metric::Nominal => 1.0,
                Metric::Interval => c.abs_diff(k) as f64,
                Metric::Ordinal => between(totals, c.min(k), c.max(k)),
            };
            *cell = difference * difference;
        }
    }
    squares
}

/// Returns the number of answers between two levels, those at both ends counted by half.
fn between(totals: &[u32; 5], low: usize, high: usize) -> f64 {
    let all: u32 = totals.get(low..=high).unwrap_or_default().iter().sum();
    let end = |level: usize| f64::from(totals.get(level).copied().unwrap_or(0));
    f64::from(all) - (end(low) + end(high)) / 2.0
}

fn weighted(counts: &[[f64; 5]; 5], squares: &[[f64; 5]; 5]) -> f64 {
    let cells = counts.iter().flatten().zip(squares.iter().flatten());
    cells.map(|(count, square)| count * square).sum()
}

#[cfg(test)]
mod tests {
    use super::super::Response;
    use super::*;
    use crate::{Answer, Level};

    /// One line per observer, one column per unit; `first` is the character of the lowest level, a
    /// point is a missing value.
    fn published(first: u8, lines: &[&str], metric: Metric) -> f64 {
        let units = lines.iter().map(|line| line.len()).max().unwrap_or(0);
        let spreads: Vec<AnswerDistribution> = (0..units)
            .map(|unit| {
                let mut spread = AnswerDistribution::default();
                for line in lines {
                    let level = line.as_bytes()[unit]
                        .checked_sub(first)
                        .and_then(Level::new);
                    let response =
                        level.map_or(Response::Unanswered, |l| Response::Answer(Answer::Level(l)));
                    spread.add(response);
                }
                spread
            })
            .collect();
        krippendorff_alpha(spreads.iter(), metric).alpha.unwrap()
    }

    fn assert_near(found: f64, published: f64) {
        assert!((found - published).abs() < 0.0005, "{found} {published}");
    }

    /// Krippendorff 2011, Computing Krippendorff's Alpha-Reliability, section C (and 2019, 12.3).
    const FOUR_OBSERVERS: [&str; 4] = [
        "123321412...",
        "1233224125.3",
        ".3332342251.",
        "12332441251.",
    ];

    #[test]
    fn four_observers_of_twelve_units_with_missing_values() {
        let lines = FOUR_OBSERVERS;
        assert_near(published(b'1', &lines, Metric::Nominal), 0.743);
        assert_near(published(b'1', &lines, Metric::Ordinal), 0.815);
        assert_near(published(b'1', &lines, Metric::Interval), 0.849);
    }

    #[test]
    fn two_observers_of_ten_binary_units() {
        let lines = ["0100000010", "1110010000"];
        assert_near(published(b'0', &lines, Metric::Nominal), 0.095);
    }

    #[test]
    fn two_observers_of_twelve_units_in_five_categories() {
        let lines = ["aabbdcccedda", "babbbccceddd"];
        assert_near(published(b'a', &lines, Metric::Nominal), 0.692);
    }

    #[test]
    fn where_all_answers_are_one_level_alpha_is_undefined() {
        let mut spread = AnswerDistribution::default();
        let none = krippendorff_alpha([spread].iter(), Metric::Ordinal);
        assert_eq!(none.level(), AgreementLevel::NothingToCompare);
        spread.levels = [0, 0, 3, 0, 0];
        let alike = krippendorff_alpha([spread, spread].iter(), Metric::Ordinal);
        assert_eq!((alike.alpha, alike.level()), (None, AgreementLevel::Alike));
    }
}
