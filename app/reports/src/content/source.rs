//! What a report is built from, and what is computed from it.

use assay_core::{Assessment, Certainty, Day, Evaluation, Model, Score, Stance, Texts};
use assay_locale::{Language, Messages, Report};

use crate::Brand;

/// What a report is built from. Texts, assessment and model belong together.
#[derive(Debug, Clone, Copy)]
pub struct ReportSource<'a> {
    /// The questionnaire.
    pub model: &'a Model,
    /// Its wording.
    pub texts: &'a Texts,
    /// The interface texts.
    pub messages: &'a Messages,
    /// Their language.
    pub language: Language,
    /// The assessment.
    pub assessment: &'a Assessment,
    /// The stance of the result, which may differ from that of the assessment.
    pub stance: Stance,
    /// Number of draws of the simulation; 0 for none.
    pub draws: usize,
    /// The day of the report.
    pub day: Option<Day>,
    /// The owner's brand.
    pub brand: &'a Brand,
}

/// A source with everything computed from it.
pub(super) struct Computed<'a> {
    pub(super) source: ReportSource<'a>,
    pub(super) evaluation: Evaluation<'a>,
    pub(super) score: &'a Score,
    /// `None` without draws.
    pub(super) certainty: Option<&'a Certainty>,
    pub(super) report: Report<'a>,
    pub(super) name: &'a str,
}
