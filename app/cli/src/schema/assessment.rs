//! The shape of an assessment file.
#![allow(dead_code, reason = "only the shape of these types is of use")]

use std::collections::BTreeMap;

use assay_core::{Depth, Stance};
use schemars::JsonSchema;

use super::parts::{Answer, AssessmentFormat, Level};

/// A company's answers to a questionnaire, assay.assessment/1.
#[derive(JsonSchema)]
#[schemars(title = "Assessment")]
pub(super) struct AssessmentFile {
    /// The format.
    format: AssessmentFormat,
    /// The questionnaire; without it, the one at hand.
    model: Option<ModelName>,
    /// The language it was answered in, such as en or zh-CN.
    locale: Option<String>,
    /// How much was asked; full if absent. No way to score.
    depth: Option<Depth>,
    /// Who is assessed.
    profile: Profile,
    /// Answers by question. What is left out, or null, is open.
    answers: BTreeMap<String, Answer>,
    /// Notes by question.
    notes: Option<BTreeMap<String, String>>,
    /// Evidence for answers, by question.
    evidence: Option<BTreeMap<String, Evidence>>,
    /// Who gave an answer, by question, where several people answered.
    given_by: Option<BTreeMap<String, String>>,
    /// When it was begun, such as 2026-11-23T09:00:00Z.
    created: Option<String>,
    /// When it was changed last.
    updated: Option<String>,
    /// The same text in all measurements of one company.
    series: Option<String>,
    /// Who does an action of the roadmap, until when, and when it was done, by action.
    actions: Option<BTreeMap<String, PlannedAction>>,
    /// What sections and questions should reach, and until when.
    targets: Option<Targets>,
}

/// The targets.
#[derive(JsonSchema)]
struct Targets {
    /// The targets by section.
    sections: Option<BTreeMap<String, SectionTarget>>,
    /// The targets by question.
    questions: Option<BTreeMap<String, QuestionTarget>>,
}

/// What a section should reach.
#[derive(JsonSchema)]
struct SectionTarget {
    /// The score in percent.
    #[schemars(range(min = 0, max = 100))]
    score: f64,
    /// When it should be reached, such as 2026-11-23.
    #[schemars(regex(pattern = r"^\d{4}-\d{2}-\d{2}$"))]
    date: Option<String>,
}

/// What a question should reach.
#[derive(JsonSchema)]
struct QuestionTarget {
    /// The level.
    level: Level,
    /// When it should be reached, such as 2026-11-23.
    #[schemars(regex(pattern = r"^\d{4}-\d{2}-\d{2}$"))]
    date: Option<String>,
}

/// The evidence for an answer.
#[derive(JsonSchema)]
struct Evidence {
    /// A link, file name or other reference, in at most 2000 characters; may be empty.
    #[schemars(length(max = 2000))]
    source: String,
    /// The date of the source, such as 2026-11-23.
    #[schemars(regex(pattern = r"^\d{4}-\d{2}-\d{2}$"))]
    date: Option<String>,
    /// Whom it came from, in at most 200 characters.
    #[schemars(length(max = 200))]
    person: Option<String>,
}

/// What is planned for an action.
#[derive(JsonSchema)]
struct PlannedAction {
    /// Who does it, in at most 200 characters.
    #[schemars(length(max = 200))]
    owner: Option<String>,
    /// When it should be done, such as 2026-11-23.
    #[schemars(regex(pattern = r"^\d{4}-\d{2}-\d{2}$"))]
    due: Option<String>,
    /// When it was done.
    #[schemars(regex(pattern = r"^\d{4}-\d{2}-\d{2}$"))]
    done: Option<String>,
}

/// Which version of which questionnaire.
#[derive(JsonSchema)]
struct ModelName {
    /// Its id.
    id: String,
    /// Its version.
    version: String,
}

/// Who is assessed.
#[derive(JsonSchema)]
struct Profile {
    /// The name of the organization.
    name: Option<String>,
    /// Its industry.
    industry: Option<String>,
    /// Its size.
    size: Option<String>,
    /// Whether it provides model-based products to others or adopts them for itself.
    stance: Stance,
}
