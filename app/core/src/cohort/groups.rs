//! The groups of a cohort with which a company is compared.

use super::{Cohort, Dimension, MIN_COMPANIES, PublishedCohort, SubgroupCounts};
use crate::{Profile, Stance};

/// A group of companies.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CohortGroup {
    /// The companies of a stance.
    Stance(Stance),
    /// All companies.
    All,
    /// The companies of an industry, by its name.
    Industry(String),
    /// The companies of a size, as stored in a profile.
    Size(String),
}

impl PublishedCohort {
    /// Returns the groups that a company belongs to and in which at least [`MIN_COMPANIES`]
    /// companies have an AI content: its stance first, then all companies if there are others, its
    /// industry and its size.
    #[must_use]
    pub fn groups_of(&self, profile: &Profile) -> Vec<(CohortGroup, SubgroupCounts)> {
        let cohort = self.cohort();
        let stance = cohort.stance(profile.stance).clone();
        let all = (stance.companies() < cohort.companies()).then(|| cohort.total());
        let industry = find_group(cohort, Dimension::Industry, &profile.industry);
        let size = find_group(cohort, Dimension::Size, &profile.size);
        let groups = [
            Some((CohortGroup::Stance(profile.stance), stance)),
            all.map(|counts| (CohortGroup::All, counts)),
            industry.map(|(name, counts)| (CohortGroup::Industry(name), counts)),
            size.map(|(name, counts)| (CohortGroup::Size(name), counts)),
        ];
        let is_large =
            |(_, counts): &(_, SubgroupCounts)| counts.ai_content.total() >= MIN_COMPANIES;
        groups.into_iter().flatten().filter(is_large).collect()
    }
}

/// Returns the group that a profile names in a dimension, with the name as the cohort writes it; `None`
/// if the cohort does not list it.
fn find_group(
    cohort: &Cohort,
    dimension: Dimension,
    stated: &str,
) -> Option<(String, SubgroupCounts)> {
    let counts = cohort.breakdown(dimension).group(stated)?;
    Some((super::breakdown::group_name(stated)?, counts.clone()))
}
