//! Why a cohort is refused.

use super::MIN_COMPANIES;
use crate::{ModelRef, Problems, Stance};

/// The reason why a cohort cannot be read, added or published.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub enum CohortError {
    /// The file is not JSON, or lacks fields of a cohort.
    #[error("{0}")]
    File(Problems),
    /// Counts that are no whole numbers, are in the wrong order, or do not add up.
    #[error("{place}: the counts do not fit together; the file is damaged or was changed by hand")]
    Inconsistent {
        /// The path to the counts in the file.
        place: String,
    },
    /// Fewer companies than a published cohort, or a group of it, must have.
    #[error("{companies} companies; a cohort is published from {MIN_COMPANIES} on")]
    TooFewCompanies {
        /// The number of companies.
        companies: u64,
    },
    /// A stance with some companies, but fewer than a published cohort must have.
    #[error(
        "{companies} companies of the stance {stance}; a stance is published from {MIN_COMPANIES} on"
    )]
    TooFewOfStance {
        /// The stance.
        stance: Stance,
        /// The number of its companies.
        companies: u64,
    },
    /// A partial cohort, which can only be added to others.
    #[error("a partial cohort is no benchmark; add the parts with `assay cohort --add`")]
    Partial,
    /// The cohort is of another model or version.
    #[error("the cohort belongs to the model {found}, not to {expected}")]
    OtherModel {
        /// The model of the cohort.
        found: ModelRef,
        /// The model that is required.
        expected: ModelRef,
    },
    /// More companies than counts represent exactly.
    #[error("there are more companies than can be counted exactly")]
    TooManyCompanies,
}

impl From<Problems> for CohortError {
    fn from(problems: Problems) -> Self {
        Self::File(problems)
    }
}
