//! Levels, answers, and a company's answers to all questions of a model.

use crate::{Model, QuestionIx};

/// A level from 0 (absent) to 4 (measured and improved).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Level(u8);

impl Level {
    /// All levels, lowest first.
    pub const ALL: [Self; 5] = [Self(0), Self(1), Self(2), Self(3), Self(4)];
    /// Level 0.
    pub const LOWEST: Self = Self(0);
    /// Level 4.
    pub const HIGHEST: Self = Self(4);

    /// The level with this number, from 0 to 4.
    #[must_use]
    pub const fn new(level: u8) -> Option<Self> {
        if level <= 4 { Some(Self(level)) } else { None }
    }

    /// The level that a number of a file means: a whole one from 0 to 4, so that `3.0` is 3.
    pub(crate) fn from_number(number: f64) -> Option<Self> {
        Self::ALL
            .into_iter()
            .find(|level| f64::from(level.0) == number)
    }

    /// Its number.
    #[must_use]
    pub const fn get(self) -> u8 {
        self.0
    }

    /// Its value in a weighted mean: a quarter of its number.
    #[must_use]
    pub fn fraction(self) -> f64 {
        f64::from(self.0) / 4.0
    }

    /// The next level up, if there is one.
    #[must_use]
    pub const fn next_higher(self) -> Option<Self> {
        Self::new(self.0.saturating_add(1))
    }

    /// The next level down, if there is one.
    #[must_use]
    pub const fn next_lower(self) -> Option<Self> {
        match self.0.checked_sub(1) {
            Some(lower) => Self::new(lower),
            None => None,
        }
    }
}

/// What was answered to a question. No answer at all is `None` of an `Option<Answer>`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Answer {
    /// One of the five levels: a known answer.
    Level(Level),
    /// "Don't know": counts like no answer.
    Unknown,
    /// Leaves the question out; only where the model allows it.
    NotApplicable,
}

impl Answer {
    /// As the pages' radio buttons call it: `0` to `4`, `unknown`, `not_applicable`.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Level(Level(0)) => "0",
            Self::Level(Level(1)) => "1",
            Self::Level(Level(2)) => "2",
            Self::Level(Level(3)) => "3",
            Self::Level(Level(_)) => "4",
            Self::Unknown => "unknown",
            Self::NotApplicable => "not_applicable",
        }
    }

    /// The answer that [`Self::as_str`] calls so.
    #[must_use]
    pub fn parse(word: &str) -> Option<Self> {
        match word {
            "0" => Some(Self::Level(Level(0))),
            "1" => Some(Self::Level(Level(1))),
            "2" => Some(Self::Level(Level(2))),
            "3" => Some(Self::Level(Level(3))),
            "4" => Some(Self::Level(Level(4))),
            "unknown" => Some(Self::Unknown),
            "not_applicable" => Some(Self::NotApplicable),
            _ => None,
        }
    }

    /// The level, if it is a known answer.
    #[must_use]
    pub const fn level(self) -> Option<Level> {
        match self {
            Self::Level(level) => Some(level),
            Self::Unknown | Self::NotApplicable => None,
        }
    }
}

/// Answers to the questions of one model, one slot a question.
///
/// Answers to questions that are not visible are kept here; they count nowhere.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answers(Vec<Option<Answer>>);

impl Answers {
    /// Nothing answered.
    #[must_use]
    pub fn empty(model: &Model) -> Self {
        Self(vec![None; model.questions().len()])
    }

    /// The answer to a question.
    #[must_use]
    pub fn get(&self, question: QuestionIx) -> Option<Answer> {
        self.0.get(question.index()).copied().flatten()
    }

    /// The level given to a question, if its answer is known.
    #[must_use]
    pub fn level(&self, question: QuestionIx) -> Option<Level> {
        self.get(question).and_then(Answer::level)
    }

    /// Gives or (with `None`) takes back an answer.
    pub fn set(&mut self, question: QuestionIx, answer: Option<Answer>) {
        if let Some(slot) = self.0.get_mut(question.index()) {
            *slot = answer;
        }
    }

    /// Takes back all answers.
    pub(crate) fn clear(&mut self) {
        self.0.fill(None);
    }

    /// The answers given, in the order of the questions.
    pub fn iter(&self) -> impl Iterator<Item = (QuestionIx, Answer)> + '_ {
        self.0
            .iter()
            .enumerate()
            .filter_map(|(index, answer)| answer.map(|answer| (QuestionIx::new(index), answer)))
    }

    /// How many answers were given, "don't know" and "not applicable" too.
    #[must_use]
    pub fn len(&self) -> usize {
        self.0.iter().flatten().count()
    }

    /// Whether nothing was answered.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.iter().all(Option::is_none)
    }
}
