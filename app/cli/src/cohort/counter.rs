//! Counts companies one after the other, from the texts of assessments and results.

use assay_core::cohort::{Cohort, CohortError, CohortMember};
use assay_core::result::FORMAT as RESULT_FORMAT;
use assay_core::{Json, LineReader, Model, Scorer, Stance};

/// A cohort that grows.
#[derive(Debug, Clone)]
pub(super) struct Counter<'m> {
    model: &'m Model,
    reader: LineReader<'m>,
    provide: Scorer,
    adopt: Scorer,
    cohort: Cohort,
}

impl<'m> Counter<'m> {
    pub(super) fn new(model: &'m Model) -> Self {
        Self {
            model,
            reader: LineReader::new(model),
            provide: Scorer::new(model, Stance::Provide),
            adopt: Scorer::new(model, Stance::Adopt),
            cohort: Cohort::empty(model),
        }
    }

    /// Counts the company of an assessment or a result.
    ///
    /// # Errors
    /// The problems of the text, which is then not counted; too many companies.
    pub(super) fn count(&mut self, text: &str) -> Result<(), CohortError> {
        if is_result(text) {
            let member = CohortMember::from_result(self.model, text)?;
            return self.cohort.add_member(&member);
        }
        let line = self.reader.read(text)?;
        let scorer = match line.stance {
            Stance::Provide => &self.provide,
            Stance::Adopt => &self.adopt,
        };
        let score = scorer.score(line.answers);
        let profile = (line.stance, line.industry, line.size);
        let member = CohortMember::of_company(self.model, profile, &score);
        self.cohort.add_member(&member)
    }

    /// Returns the cohort of the companies counted so far.
    pub(super) fn into_cohort(self) -> Cohort {
        self.cohort
    }
}

/// Whether a text declares the format of a result. Most texts are decided without parsing.
fn is_result(text: &str) -> bool {
    let declares = |tree: Json| tree.get("format").and_then(Json::as_str) == Some(RESULT_FORMAT);
    text.contains(RESULT_FORMAT) && Json::parse_leniently(text).is_ok_and(declares)
}
