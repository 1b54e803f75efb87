//! Targets: the score that a section should reach, the level that a question should reach, and until
//! when.
//!
//! Targets are the field `targets` of the assessment file. They change no score. The field is kept as
//! it is in the file and read on demand, because the program that answers questions knows no targets.
//! Entries of sections and questions that the model does not have are kept and have no effect.

mod aim;
mod file;
mod migrate;
mod progress;

pub use aim::{Aim, TargetOutcome, TargetOutlook};
pub(crate) use aim::{Gain, RoadmapTargets};
pub(crate) use file::check;
pub(crate) use migrate::{map_target_level, migrate};
pub use progress::{TargetDistance, TargetProgress, TargetState};

use crate::{Day, Level, QuestionIx, SectionIx, VecMap};

/// The field of the assessment file.
pub(crate) const FIELD: &str = "targets";

/// The score that a section should reach, from 0 to 100 percent.
#[derive(Debug, Clone, Copy, PartialEq, PartialOrd)]
pub struct TargetScore(f64);

impl TargetScore {
    /// The lowest target, in percent.
    pub const LOWEST: f64 = 0.0;
    /// The highest target, in percent.
    pub const HIGHEST: f64 = 100.0;

    /// Returns the target of a percentage; `None` unless it is between 0 and 100.
    #[must_use]
    pub fn new(percent: f64) -> Option<Self> {
        (Self::LOWEST..=Self::HIGHEST)
            .contains(&percent)
            .then_some(Self(percent))
    }

    /// Returns the target in percent.
    #[must_use]
    pub const fn percent(self) -> f64 {
        self.0
    }
}

/// What a section should reach.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct SectionTarget {
    /// The score.
    pub score: TargetScore,
    /// When it should be reached.
    pub date: Option<Day>,
}

/// What a question should reach.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct QuestionTarget {
    /// The level.
    pub level: Level,
    /// When it should be reached.
    pub date: Option<Day>,
}

/// The targets of an assessment.
#[derive(Debug, Clone, PartialEq, Default)]
#[non_exhaustive]
pub struct Targets {
    /// The targets of sections.
    pub sections: VecMap<SectionIx, SectionTarget>,
    /// The targets of questions.
    pub questions: VecMap<QuestionIx, QuestionTarget>,
}

impl Targets {
    /// Returns whether there are no targets.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.sections.is_empty() && self.questions.is_empty()
    }

    /// Returns the target score of a section, in percent.
    #[must_use]
    pub fn section_percent(&self, section: SectionIx) -> Option<f64> {
        self.sections
            .get(&section)
            .map(|target| target.score.percent())
    }
}
