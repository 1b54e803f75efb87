//! Benchmarks: how the figures of many companies are distributed, without their names.
//!
//! A [`Cohort`] counts companies in fixed bins: AI content and section scores in bins of
//! [`BIN_WIDTH`] points, maturity levels and recommended paths; for all companies by stance, and by
//! industry and size. Adding two cohorts adds their counts, so that any number of processes count
//! disjoint sets of companies and the sum is exact: the same bytes for any order and any split.
//!
//! | form | content | opened as a benchmark |
//! | --- | --- | --- |
//! | partial ([`Cohort::to_partial_json`]) | every group, of any size | no |
//! | published ([`PublishedCohort`]) | at least [`MIN_COMPANIES`] companies, and only groups of as many | yes |
//!
//! Partial cohorts add exactly. A published one lacks small groups; the sum with it keeps only the
//! groups whose counts are known from every part. `docs/benchmarks.md` defines the file
//! (`assay.cohort/1`), the percentile and its interval.

mod breakdown;
mod counts;
mod error;
mod groups;
mod histogram;
mod member;
mod percentile;
mod publish;
mod read;
mod write;

pub use breakdown::{Breakdown, Dimension};
pub use counts::{Outcome, SectionCounts, SubgroupCounts};
pub use error::CohortError;
pub use groups::CohortGroup;
pub use histogram::{BIN_COUNT, BIN_WIDTH, Histogram};
pub use member::CohortMember;
pub use percentile::{PercentRange, Percentile};
pub use publish::PublishedCohort;

use crate::{Model, ModelRef, Stance};

/// The format of cohort files.
pub const FORMAT: &str = "assay.cohort/1";

/// The minimum number of companies of a published cohort, and of each of its groups.
pub const MIN_COMPANIES: u64 = 10;

/// The maximum number of industries, and of sizes. With more the dimension is left out.
pub const MAX_GROUPS: usize = 1_000;

/// The maximum length of the name of an industry or size in characters. Longer names count as not
/// stated.
pub const MAX_GROUP_NAME: usize = 200;

/// The maximum size of a cohort file in bytes: 16 MiB.
pub const MAX_COHORT_SIZE: usize = 16 << 20;

/// The maximum number of companies, which every JSON reader represents exactly.
pub const MAX_COMPANIES: u64 = (1 << 53) - 1;

/// Counts of companies by their figures, in fixed bins.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cohort {
    pub(crate) model: ModelRef,
    /// The ids of the sections in ascending order.
    pub(crate) sections: Vec<String>,
    /// Counts by stance, in the order of [`Stance::ALL`].
    pub(crate) stances: [SubgroupCounts; 2],
    pub(crate) industries: Breakdown,
    pub(crate) sizes: Breakdown,
}

impl Cohort {
    /// Creates a cohort without companies, to which assessments of the model are added.
    ///
    /// ```
    /// # let file = include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/models/standard.json"));
    /// # let model = assay_core::Model::parse(file)?.value;
    /// use assay_core::Assessment;
    /// use assay_core::cohort::{Cohort, CohortMember};
    ///
    /// let file = r#"{"format":"assay.assessment/1","profile":{"stance":"adopt"},"answers":{"data.domain":3}}"#;
    /// let assessment = Assessment::parse(&model, file)?;
    /// let score = assessment.evaluation(&model).score();
    /// let mut cohort = Cohort::empty(&model);
    /// cohort.add_member(&CohortMember::from_score(&model, &assessment.profile, &score))?;
    /// assert_eq!(cohort.companies(), 1);
    /// assert!(cohort.publish().is_err(), "fewer than ten companies");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn empty(model: &Model) -> Self {
        let mut sections: Vec<String> = model.sections().iter().map(|s| s.id.clone()).collect();
        crate::sorting::sort(&mut sections);
        Self::of_sections(ModelRef::of_model(model), sections)
    }

    /// Creates a cohort without companies for these sections, in ascending order.
    pub(crate) fn of_sections(model: ModelRef, sections: Vec<String>) -> Self {
        let none = SubgroupCounts::empty(sections.len());
        Self {
            model,
            sections,
            stances: [none.clone(), none],
            industries: Breakdown::default(),
            sizes: Breakdown::default(),
        }
    }

    /// Returns the model of the companies.
    #[must_use]
    pub fn model(&self) -> &ModelRef {
        &self.model
    }

    /// Returns the number of companies.
    #[must_use]
    pub fn companies(&self) -> u64 {
        let counts = self.stances.iter().map(SubgroupCounts::companies);
        counts.fold(0, u64::saturating_add)
    }

    /// Returns the counts of one stance.
    #[must_use]
    pub fn stance(&self, stance: Stance) -> &SubgroupCounts {
        let [provide, adopt] = &self.stances;
        match stance {
            Stance::Provide => provide,
            Stance::Adopt => adopt,
        }
    }

    /// Returns the counts of all companies.
    #[must_use]
    pub fn total(&self) -> SubgroupCounts {
        let [provide, adopt] = &self.stances;
        let mut total = provide.clone();
        total.add(adopt);
        total
    }

    /// Returns the counts by industry or size.
    #[must_use]
    pub fn breakdown(&self, dimension: Dimension) -> &Breakdown {
        match dimension {
            Dimension::Industry => &self.industries,
            Dimension::Size => &self.sizes,
        }
    }

    /// Returns the position of a section in [`SubgroupCounts::sections`].
    #[must_use]
    pub fn section_position(&self, id: &str) -> Option<usize> {
        self.sections.iter().position(|section| section == id)
    }

    /// Counts a company.
    ///
    /// # Errors
    /// [`CohortError::TooManyCompanies`] beyond [`MAX_COMPANIES`].
    pub fn add_member(&mut self, member: &CohortMember<'_>) -> Result<(), CohortError> {
        self.check_room(1)?;
        let [provide, adopt] = &mut self.stances;
        let counts = match member.stance {
            Stance::Provide => provide,
            Stance::Adopt => adopt,
        };
        counts.add_member(member);
        self.industries.add_member(member.industry, member);
        self.sizes.add_member(member.size, member);
        Ok(())
    }

    /// Adds the counts of another cohort. The sets of companies must be disjoint, which the counts
    /// cannot show.
    ///
    /// # Errors
    /// [`CohortError::OtherModel`] if the cohorts are of different models, versions or sections,
    /// [`CohortError::TooManyCompanies`] beyond [`MAX_COMPANIES`].
    pub fn add(&mut self, other: &Self) -> Result<(), CohortError> {
        if (&self.model, &self.sections) != (&other.model, &other.sections) {
            return Err(CohortError::OtherModel {
                found: other.model.clone(),
                expected: self.model.clone(),
            });
        }
        self.check_room(other.companies())?;
        for (mine, theirs) in self.stances.iter_mut().zip(&other.stances) {
            mine.add(theirs);
        }
        self.industries.add(&other.industries);
        self.sizes.add(&other.sizes);
        Ok(())
    }

    /// Checks that the cohort is of a model.
    ///
    /// # Errors
    /// [`CohortError::OtherModel`].
    pub fn check_model(&self, model: &Model) -> Result<(), CohortError> {
        let expected = Self::empty(model);
        if (&self.model, &self.sections) == (&expected.model, &expected.sections) {
            return Ok(());
        }
        Err(CohortError::OtherModel {
            found: self.model.clone(),
            expected: expected.model,
        })
    }

    fn check_room(&self, more: u64) -> Result<(), CohortError> {
        let sum = self.companies().saturating_add(more);
        match sum > MAX_COMPANIES {
            true => Err(CohortError::TooManyCompanies),
            false => Ok(()),
        }
    }
}
