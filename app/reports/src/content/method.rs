//! How the figures were computed, with the numbers of this result.

use super::source::Computed;

/// Method and trace.
#[derive(Debug, Clone, PartialEq)]
pub struct MethodContent {
    /// "Method and trace".
    pub heading: String,
    /// The derivations, in the order of the computation.
    pub sentences: Vec<String>,
    /// The formulas of the sections with their numbers.
    pub formulas: Vec<String>,
    /// Origin, date and questionnaire.
    pub trace: String,
}

pub(super) fn method_content(of: &Computed<'_>) -> MethodContent {
    let messages = of.source.messages;
    let (report, certainty) = (&of.report, of.certainty);
    let answers = &of.source.assessment.answers;
    let sentences = [
        Some(messages.how_sections().to_owned()),
        report.content_derivation(),
        Some(report.level_derivation()),
        certainty.and_then(|certainty| report.plausible_derivation(certainty)),
        Some(messages.how_path().to_owned()),
        certainty.map(|certainty| report.confidence_derivation(certainty)),
        report.worth_derivation(),
        Some(messages.how_self().to_owned()),
    ];
    let mut formulas: Vec<String> = Vec::new();
    let means = report.section_means(of.source.stance, answers);
    formulas.extend(means.into_iter().map(|mean| mean.formula));
    formulas.extend(report.content_formula());
    formulas.extend(report.content_bounds());
    let origin =
        assay_locale::self_assessment_line(messages, of.name, of.source.assessment.last_changed());
    let model = messages.results_model_line(of.source.model.id(), of.source.model.version());
    MethodContent {
        heading: messages.report_trace().to_owned(),
        sentences: sentences.into_iter().flatten().collect(),
        formulas,
        trace: messages.results_trace(&origin, &model),
    }
}
