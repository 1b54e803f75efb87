//! Krippendorff's alpha: how far several people agree, beyond what chance would make.
//!
//! K. Krippendorff, Content Analysis: An Introduction to Its Methodology, 4th edition, Sage 2019,
//! chapter 12; A. F. Hayes and K. Krippendorff, Answering the Call for a Standard Reliability
//! Measure for Coding Data, Communication Methods and Measures 1 (2007) 77-89.

use super::AnswerDistribution;
use crate::near;

/// How far apart two levels are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Metric {
    /// The same or not.
    Nominal,
    /// By how many answers lie between them: levels have an order but no equal steps.
    Ordinal,
    /// By how many levels lie between them.
    Interval,
}

/// How far members agree over some questions.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Agreement {
    /// 1 if all agree, about 0 if they agree no more than by chance, below 0 if less than that.
    /// `None` where nothing can be compared, or where all compared answers are the same level, so
    /// that there is nothing to tell agreement from chance by.
    pub alpha: Option<f64>,
    /// The questions to which at least two gave a level.
    pub questions: usize,
    /// The levels given to them.
    pub answers: u32,
    /// The mean squared difference within questions.
    pub observed: f64,
    /// The mean squared difference between any two of these answers.
    pub expected: f64,
}

/// What an agreement means, by the limits that Krippendorff gives.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AgreementLevel {
    /// Nobody answered what another one answered.
    NothingToCompare,
    /// All compared answers are the same level.
    Alike,
    /// 0.8 or more: what they say can be relied on.
    Strong,
    /// 0.667 or more: good enough for tentative conclusions.
    Fair,
    /// Above 0: not good enough to conclude from.
    Weak,
    /// No more than chance would make.
    None,
}

impl Agreement {
    /// What it means.
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

/// Krippendorff's alpha of the levels given to these questions; each question is a unit, each
/// member an observer, and everything but a level is missing.
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

/// Adds the pairs of answers to one question, each weighed so that an answer counts once.
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

/// The squared difference between any two levels.
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

/// How many answers lie from one level to another one, those at the two ends by half.
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

    /// Observers in lines, units in columns; `first` is the sign of the lowest level, a point is
    /// missing.
    fn published(first: u8, lines: &[&str], metric: Metric) -> f64 {
        let units = lines.iter().map(|line| line.len()).max().unwrap_or(0);
        let spreads: Vec<AnswerDistribution> = (0..units)
            .map(|unit| {
                let mut spread = AnswerDistribution::default();
                for line in lines {
                    let level = line.as_bytes()[unit]
                        .checked_sub(first)
                        .and_then(Level::new);
                    let said =
                        level.map_or(Response::Unanswered, |l| Response::Answer(Answer::Level(l)));
                    spread.add(said);
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
