//! Cohorts that may be passed on.

use super::{Breakdown, Cohort, CohortError, MAX_COHORT_SIZE, MIN_COMPANIES};
use crate::{Model, Stance, VecMap};

/// A cohort of at least [`MIN_COMPANIES`] companies, in which every industry and size has as many.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PublishedCohort(Cohort);

impl PublishedCohort {
    /// Parses a published cohort file as a benchmark for companies of a model.
    ///
    /// # Errors
    /// [`CohortError`] if the file is damaged, partial, too small or of another model.
    pub fn open(model: &Model, text: &str) -> Result<Self, CohortError> {
        let read = super::read::read(text, MAX_COHORT_SIZE)?;
        if read.is_partial {
            return Err(CohortError::Partial);
        }
        read.cohort.check_model(model)?;
        Ok(Self(read.cohort))
    }

    /// Returns the counts.
    #[must_use]
    pub fn cohort(&self) -> &Cohort {
        &self.0
    }

    /// Formats the file: one line with a line end. The same set of companies gives the same bytes.
    #[must_use]
    pub fn to_json(&self) -> String {
        super::write::write(&self.0, false)
    }
}

impl Cohort {
    /// Removes what must not be published: industries and sizes of fewer than [`MIN_COMPANIES`]
    /// companies. If the companies outside the listed groups, those that state none included, are
    /// fewer than that, the smallest groups are removed, too, because the difference from the whole
    /// would show them.
    ///
    /// # Errors
    /// [`CohortError::TooFewCompanies`] for fewer companies, [`CohortError::TooFewOfStance`] for
    /// fewer of a stance that has any.
    pub fn publish(&self) -> Result<PublishedCohort, CohortError> {
        let companies = self.companies();
        self.check_publishable()?;
        Ok(PublishedCohort(Self {
            industries: self.industries.without_small_groups(companies),
            sizes: self.sizes.without_small_groups(companies),
            ..self.clone()
        }))
    }

    /// Checks the number of companies, in all and of each stance.
    pub(super) fn check_publishable(&self) -> Result<(), CohortError> {
        let companies = self.companies();
        if companies < MIN_COMPANIES {
            return Err(CohortError::TooFewCompanies { companies });
        }
        for stance in Stance::ALL {
            let companies = self.stance(stance).companies();
            if (1..MIN_COMPANIES).contains(&companies) {
                return Err(CohortError::TooFewOfStance { stance, companies });
            }
        }
        Ok(())
    }
}

impl Breakdown {
    fn without_small_groups(&self, companies: u64) -> Self {
        let groups = self.groups.iter();
        let (listed, mut small): (Vec<_>, Vec<_>) =
            groups.partition(|(_, counts)| counts.companies() >= MIN_COMPANIES);
        let mut listed = listed;
        // Ascending; of equal ones the first name in the order of the groups.
        crate::sorting::sort_by_key(&mut listed, |(name, counts)| (counts.companies(), *name));
        let mut listed = listed.into_iter();
        let sizes = listed.clone().map(|(_, counts)| counts.companies());
        let mut outside = companies.saturating_sub(sizes.fold(0, u64::saturating_add));
        while (1..MIN_COMPANIES).contains(&outside)
            && let Some((name, counts)) = listed.next()
        {
            outside = outside.saturating_add(counts.companies());
            small.push((name, counts));
        }
        let listed = listed.map(|(name, counts)| (name.clone(), counts.clone()));
        Self {
            groups: listed.collect::<VecMap<_, _>>(),
            is_incomplete: self.is_incomplete || !small.is_empty(),
        }
    }
}
