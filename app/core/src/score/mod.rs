//! Deterministic scores of an assessment.

mod aggregate;
mod lift;
mod mean;
mod order;
mod path_state;
mod paths;
mod precision;
mod scorer;
mod trial_score;

pub use lift::Lift;
pub(crate) use mean::Mean;
pub use mean::QuestionState;
pub use order::rank_paths;
pub(crate) use path_state::PathState;
pub use paths::MIN_COVERAGE;
pub use precision::{Precision, Resolution};
pub use scorer::{ScoreBuffers, Scorer};
pub(crate) use trial_score::TrialScore;

use crate::{CriterionIx, Evaluation, Maturity, PathId, Range, SectionIx, near};

impl Evaluation<'_> {
    /// Computes the score.
    ///
    /// Takes time in proportion to the size of the model. Use a [`Scorer`] to score one model
    /// repeatedly.
    ///
    /// ```
    /// # use assay_core::{Answer, Assessment, Depth, Level, Model, Stance};
    /// # let file = include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/models/standard.json"));
    /// # let model = Model::parse(file)?.value;
    /// # let mut assessment = Assessment::new(&model, Stance::Adopt, Depth::Full);
    /// # for question in model.question_ixs() {
    /// #     assessment.answers.set(question, Level::new(2).map(Answer::Level));
    /// # }
    /// let score = assessment.evaluation(&model).score();
    /// assert_eq!(score.ai_content.value().map(f64::round), Some(50.0));
    /// assert!(score.recommendation.path().is_some());
    /// # Ok::<(), assay_core::Problems>(())
    /// ```
    #[must_use]
    pub fn score(self) -> Score {
        Scorer::new(self.model, self.stance).score(self.answers)
    }
}

/// The score of an assessment. Percentages are not rounded; tables are indexed like those of the
/// model.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Score {
    /// The precision of the figures.
    pub precision: Precision,
    /// The coverage by answers.
    pub answered: AnswerCoverage,
    /// The AI content.
    pub ai_content: AiContent,
    /// Section scores; `None` for a section without counting questions.
    pub sections: Vec<Option<Range>>,
    /// AI faith: conviction.
    pub faith: TagScore,
    /// All in: commitment.
    pub all_in: TagScore,
    /// Criterion scores in percent; `None` for a criterion without counting questions.
    pub criteria: Vec<Option<Range>>,
    /// The four paths, in the order of [`PathId::ALL`].
    pub paths: [PathScore; 4],
    /// The recommendation.
    pub recommendation: Recommendation,
}

/// Counts of the visible questions by kind of answer.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct AnswerCoverage {
    /// Questions with a known level.
    pub known: usize,
    /// Questions with "don't know" or without an answer.
    pub open: usize,
    /// All visible questions, including those that are not applicable.
    pub visible: usize,
    /// The share of the weight that is on known answers, from 0 to 1.
    pub known_weight: f64,
}

/// The AI content with derived figures.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
#[non_exhaustive]
pub struct AiContent {
    /// The range in percent; `None` if no section counts. It has a value if every counting section
    /// has one.
    pub range: Option<Range>,
    /// The weighted arithmetic mean of the section scores in percent; `None` without a value.
    pub arithmetic: Option<f64>,
    /// The arithmetic mean minus the AI content, in percentage points; at least 0 for exponents up
    /// to 1.
    pub lost_to_imbalance: Option<f64>,
    /// The maturity level; `None` without a value or if less than [`MIN_WEIGHT_FOR_LEVEL`] of the
    /// weight is on known answers.
    pub level: Option<Maturity>,
    /// The section whose rise to the arithmetic mean would add most; `None` if no section is below
    /// that mean.
    pub most_limiting_section: Option<SectionIx>,
}

impl AiContent {
    /// Returns the AI content in percent.
    #[must_use]
    pub fn value(&self) -> Option<f64> {
        self.range.and_then(|range| range.value)
    }
}

/// The weighted mean of the questions with one tag.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
#[non_exhaustive]
pub struct TagScore {
    /// The range in percent; `None` if no question counts.
    pub range: Option<Range>,
    /// The number of known answers among them.
    pub known: usize,
}

/// The status of a path, from best to worst.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum PathStatus {
    /// No threshold is missed or unverified.
    Open,
    /// A criterion with a threshold has no value yet.
    Unverified,
    /// A criterion is below its threshold.
    Blocked,
    /// Less than half of the weight is on criteria with a value.
    Unknown,
}

impl PathStatus {
    /// Returns whether a path with this status can be recommended.
    #[must_use]
    pub fn is_recommendable(self) -> bool {
        matches!(self, Self::Open | Self::Unverified)
    }
}

/// The figures of one path.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct PathScore {
    /// The path.
    pub id: PathId,
    /// The status.
    pub status: PathStatus,
    /// The rank from 1 to 4, unique among the paths.
    pub rank: u8,
    /// The fit in percent; `None` if no criterion counts.
    pub fit: Option<Range>,
    /// The share of the weight that is on criteria with a value, from 0 to 1.
    pub coverage: f64,
    /// The criteria below their thresholds, in the order of their ids.
    pub blocked_by: Vec<CriterionIx>,
    /// The criteria with a threshold but no value, in the order of their ids.
    pub unverified: Vec<CriterionIx>,
    /// The sum of the differences between thresholds and values over `blocked_by`, each from 0 to
    /// 1.
    pub shortfall: f64,
}

impl PathScore {
    /// Returns the fit in percent.
    #[must_use]
    pub fn fit_value(&self) -> Option<f64> {
        self.fit.and_then(|fit| fit.value)
    }
}

/// The recommendation that follows from the scores.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Recommendation {
    /// A path is recommended.
    Path {
        /// The path of rank 1.
        path: PathId,
        /// The paths with the same status and fit.
        tied: Vec<PathId>,
        /// The path of rank 2, if it can be recommended.
        runner_up: Option<PathId>,
    },
    /// Every path is blocked.
    FoundationsFirst {
        /// The path with the smallest shortfall.
        nearest: PathId,
    },
    /// There are not enough answers.
    NotEnoughAnswers,
}

impl Recommendation {
    /// Returns the recommended path.
    #[must_use]
    pub fn path(&self) -> Option<PathId> {
        match self {
            Self::Path { path, .. } => Some(*path),
            Self::FoundationsFirst { .. } | Self::NotEnoughAnswers => None,
        }
    }

    /// Returns the path at which plans aim: the recommended one, or else the nearest.
    #[must_use]
    pub fn target_path(&self) -> Option<PathId> {
        match self {
            Self::Path { path, .. } => Some(*path),
            Self::FoundationsFirst { nearest } => Some(*nearest),
            Self::NotEnoughAnswers => None,
        }
    }
}

/// The interpretation of the difference between AI faith and all in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Conviction {
    /// AI faith is higher by at least 20 points: conviction without commitment.
    FaithAhead,
    /// All in is higher by at least 20 points: spending without conviction.
    AllInAhead,
    /// The difference is less than 20 points.
    Balanced,
}

impl Score {
    /// Returns the figures of a path.
    #[must_use]
    pub fn path(&self, path: PathId) -> &PathScore {
        path.select(&self.paths)
    }

    /// Returns the four paths in the order of their ranks.
    #[must_use]
    pub fn ranked(&self) -> [&PathScore; 4] {
        let mut paths = self.paths.each_ref();
        crate::sorting::sort_by_key(&mut paths, |path| path.rank);
        paths
    }

    /// Returns the interpretation of AI faith and all in; `None` if either has fewer than two known
    /// answers.
    #[must_use]
    pub fn conviction(&self) -> Option<Conviction> {
        let known = |tagged: TagScore| {
            tagged
                .range
                .and_then(|range| range.value)
                .filter(|_| tagged.known >= 2)
        };
        let ahead = known(self.faith)? - known(self.all_in)?;
        Some(if near::at_least(ahead, 20.0) {
            Conviction::FaithAhead
        } else if near::at_least(-ahead, 20.0) {
            Conviction::AllInAhead
        } else {
            Conviction::Balanced
        })
    }

    /// Returns whether all in is below 25 %. A recommendation then presupposes commitment.
    #[must_use]
    pub fn lacks_commitment(&self) -> bool {
        self.all_in
            .range
            .and_then(|range| range.value)
            .is_some_and(|value| near::less_than(value, 25.0))
    }
}

/// The minimum share of the weight on known answers for a maturity level.
pub const MIN_WEIGHT_FOR_LEVEL: f64 = 0.3;
