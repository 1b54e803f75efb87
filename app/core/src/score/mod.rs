//! The result of an assessment, without what is drawn at random.

mod aggregate;
mod lift;
mod mean;
mod order;
mod paths;
mod precision;
mod scorer;
mod trial_score;

pub use lift::{Lift, lift};
pub use mean::QuestionState;
pub use order::rank_paths;
pub use precision::{Precision, Resolution};
pub use scorer::{ScoreBuffers, Scorer};
pub(crate) use trial_score::{PathState, TrialScore};

use crate::{Answers, CriterionIx, Maturity, Model, PathId, Range, SectionIx, Stance, near};

/// Computes everything about a company's answers that is certain.
///
/// Takes time in proportion to the size of the model. To score one model often, keep a
/// [`Scorer`].
#[must_use]
pub fn score(model: &Model, stance: Stance, answers: &Answers) -> Score {
    Scorer::new(model, stance).score(answers)
}

/// The result. Percentages are not rounded; tables are indexed as the model's.
#[derive(Debug, Clone, PartialEq)]
pub struct Score {
    /// How exact the figures are.
    pub precision: Precision,
    /// How much was answered.
    pub answered: AnswerCoverage,
    /// The headline.
    pub ai_content: AiContent,
    /// Section scores; `None` for a section in which nothing counts.
    pub sections: Vec<Option<Range>>,
    /// Conviction.
    pub faith: TagScore,
    /// Commitment.
    pub all_in: TagScore,
    /// Criterion scores, in percent; `None` for a criterion in which nothing counts.
    pub criteria: Vec<Option<Range>>,
    /// The four paths, in the order of [`PathId::ALL`].
    pub paths: [PathScore; 4],
    /// What follows.
    pub recommendation: Recommendation,
}

/// How many of the visible questions are answered.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct AnswerCoverage {
    /// With a level.
    pub known: usize,
    /// With "don't know" or nothing.
    pub open: usize,
    /// Visible questions, those not applicable too.
    pub visible: usize,
    /// The share of the weight that is on known answers, 0 to 1.
    pub known_weight: f64,
}

/// The AI content and what stands behind it.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct AiContent {
    /// In percent; `None` if no section counts. It has a value once each section that counts has.
    pub range: Option<Range>,
    /// The weighted arithmetic mean of the section scores, in percent, where there is a value.
    pub arithmetic: Option<f64>,
    /// By how many points the AI content falls short of that mean; at least 0 for an exponent up to 1.
    pub lost_to_imbalance: Option<f64>,
    /// `None` too while less than 0.3 of the weight is on known answers.
    pub level: Option<Maturity>,
    /// The section whose rise to the arithmetic mean would add most; `None` if none lies below.
    pub most_limiting_section: Option<SectionIx>,
}

impl AiContent {
    /// The figure itself, in percent.
    #[must_use]
    pub fn value(&self) -> Option<f64> {
        self.range.and_then(|range| range.value)
    }
}

/// A mean over the questions with one tag.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct TagScore {
    /// In percent; `None` if nothing counts.
    pub range: Option<Range>,
    /// How many of them have a known answer.
    pub known: usize,
}

/// How good a path stands, from good to bad.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum PathStatus {
    /// Nothing speaks against it.
    Open,
    /// A criterion with a threshold has no value yet.
    Unverified,
    /// A criterion lies below its threshold.
    Blocked,
    /// Less than half of its weight is on criteria with a value.
    Unknown,
}

impl PathStatus {
    /// Whether a path that stands so can be recommended.
    #[must_use]
    pub fn is_recommendable(self) -> bool {
        matches!(self, Self::Open | Self::Unverified)
    }
}

/// One path's figures.
#[derive(Debug, Clone, PartialEq)]
pub struct PathScore {
    /// Which path.
    pub id: PathId,
    /// How it stands.
    pub status: PathStatus,
    /// Its place in the order, 1 to 4; each place is taken once.
    pub rank: u8,
    /// In percent; `None` if none of its criteria counts.
    pub fit: Option<Range>,
    /// The share of its weight that is on criteria with a value, 0 to 1.
    pub coverage: f64,
    /// The criteria below their thresholds, by id.
    pub blocked_by: Vec<CriterionIx>,
    /// The criteria with a threshold but no value, by id.
    pub unverified: Vec<CriterionIx>,
    /// The sum of what those it is blocked by lack to their thresholds, each 0 to 1.
    pub shortfall: f64,
}

impl PathScore {
    /// The fit in percent, where it has a value.
    #[must_use]
    pub fn fit_value(&self) -> Option<f64> {
        self.fit.and_then(|fit| fit.value)
    }
}

/// What the answers recommend.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Recommendation {
    /// A path.
    Path {
        /// The first in the order.
        path: PathId,
        /// Those equal to it: the answers favour none of them.
        tied: Vec<PathId>,
        /// The second in the order, tied or not, if it can be recommended.
        runner_up: Option<PathId>,
    },
    /// Every path is blocked.
    FoundationsFirst {
        /// The one that lacks least.
        nearest: PathId,
    },
    /// It is too early to say.
    NotEnoughAnswers,
}

impl Recommendation {
    /// The path recommended, if one is.
    #[must_use]
    pub fn path(&self) -> Option<PathId> {
        match self {
            Self::Path { path, .. } => Some(*path),
            Self::FoundationsFirst { .. } | Self::NotEnoughAnswers => None,
        }
    }

    /// The path that plans aim at: the recommended one, or the nearest.
    #[must_use]
    pub fn target_path(&self) -> Option<PathId> {
        match self {
            Self::Path { path, .. } => Some(*path),
            Self::FoundationsFirst { nearest } => Some(*nearest),
            Self::NotEnoughAnswers => None,
        }
    }
}

/// What the difference between faith and all in says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Conviction {
    /// By 20 points or more: conviction without commitment.
    FaithAhead,
    /// By 20 points or more: spending without conviction.
    AllInAhead,
    /// Neither.
    Balanced,
}

impl Score {
    /// One path's figures.
    #[must_use]
    pub fn path(&self, path: PathId) -> &PathScore {
        path.select(&self.paths)
    }

    /// The four paths, the first in the order first.
    #[must_use]
    pub fn ranked(&self) -> [&PathScore; 4] {
        let mut paths = self.paths.each_ref();
        crate::sorting::sort_by_key(&mut paths, |path| path.rank);
        paths
    }

    /// What faith beside all in says; `None` with fewer than two known answers on a side.
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

    /// Whether all in lies below 25: a recommendation then presupposes commitment.
    #[must_use]
    pub fn lacks_commitment(&self) -> bool {
        self.all_in
            .range
            .and_then(|range| range.value)
            .is_some_and(|value| near::less_than(value, 25.0))
    }
}

/// The share of the weight on known answers from which the AI content has a level.
pub const MIN_WEIGHT_FOR_LEVEL: f64 = 0.3;
