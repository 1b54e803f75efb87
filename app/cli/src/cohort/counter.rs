//! Counts companies one after the other, from the texts of assessments and results.

use assay_core::cohort::{Cohort, CohortError, CohortMember};
use assay_core::result::FORMAT as RESULT_FORMAT;
use assay_core::{Json, LineReader, Model, Scorer, Stance};

use crate::declared_format::declared_format;

/// The companies that are counted.
#[derive(Debug, Clone, Copy)]
pub(crate) struct CountScope<'m> {
    /// The questionnaire to which they belong.
    pub(crate) model: &'m Model,
    /// The only stance that is counted; `None` for both.
    pub(crate) stance: Option<Stance>,
}

/// A cohort that grows.
#[derive(Debug, Clone)]
pub(super) struct Counter<'m> {
    scope: CountScope<'m>,
    reader: LineReader<'m>,
    provide: Scorer,
    adopt: Scorer,
    cohort: Cohort,
}

impl CountScope<'_> {
    fn includes(&self, stance: Stance) -> bool {
        self.stance.is_none_or(|only| only == stance)
    }
}

impl<'m> Counter<'m> {
    pub(super) fn new(scope: CountScope<'m>) -> Self {
        let model = scope.model;
        Self {
            scope,
            reader: LineReader::new(model),
            provide: Scorer::new(model, Stance::Provide),
            adopt: Scorer::new(model, Stance::Adopt),
            cohort: Cohort::empty(model),
        }
    }

    /// Counts the company of an assessment or a result, if its stance is counted.
    ///
    /// # Errors
    /// The problems of the text, which is then not counted; too many companies.
    pub(super) fn count(&mut self, text: &str) -> Result<(), CohortError> {
        if is_result(text) {
            let member = CohortMember::from_result(self.scope.model, text)?;
            return match self.scope.includes(member.stance) {
                true => self.cohort.add_member(&member),
                false => Ok(()),
            };
        }
        let line = self.reader.read(text)?;
        if !self.scope.includes(line.stance) {
            return Ok(());
        }
        let scorer = match line.stance {
            Stance::Provide => &self.provide,
            Stance::Adopt => &self.adopt,
        };
        let score = scorer.score(line.answers);
        let profile = (line.stance, line.industry, line.size);
        let member = CohortMember::of_company(self.scope.model, profile, &score);
        self.cohort.add_member(&member)
    }

    /// Returns the cohort of the companies counted so far.
    pub(super) fn into_cohort(self) -> Cohort {
        self.cohort
    }
}

/// Whether a text declares the format of a result. Most texts are decided without parsing.
fn is_result(text: &str) -> bool {
    let declares = |tree: Json| declared_format(&tree) == Some(RESULT_FORMAT);
    text.contains(RESULT_FORMAT) && Json::parse_leniently(text).is_ok_and(declares)
}
