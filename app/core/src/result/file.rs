//! The structure of the result file.
//!
//! Percentages are numbers from 0 to 100, not rounded; `null` is a missing value.

use serde::Serialize;

use super::entries::Entries;
use super::targets::TargetsPart;
use crate::{ConfidenceLevel, Json, Maturity, PathId, PathStatus, Stance, Wave};

/// A result, `assay.result/1`.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(rename = "Result"))]
#[non_exhaustive]
pub struct ResultFile<'m> {
    /// `assay.result/1`.
    pub format: &'static str,
    /// The field `ref` of the input line.
    #[serde(rename = "ref", skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<serde_json::Value>"))]
    pub reference: Option<Json>,
    /// The model.
    pub model: ModelName<'m>,
    /// The stance of the company.
    pub stance: Stance,
    /// The number of draws of the simulated figures.
    pub draws: usize,
    /// The coverage by answers.
    pub answered: AnsweredPart,
    /// The AI content.
    pub ai_content: AiContentPart<'m>,
    /// Section scores by id.
    pub sections: Entries<'m, Option<Figure>>,
    /// AI faith (conviction); `null` if no question counts.
    pub faith: Option<Figure>,
    /// All in (commitment); `null` if no question counts.
    pub all_in: Option<Figure>,
    /// The four paths.
    pub paths: Vec<PathPart<'m>>,
    /// The recommendation.
    pub recommendation: RecommendationPart,
    /// The open questions with the largest information about the recommended path: at most ten, in
    /// descending order.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ask_next: Option<Option<Vec<AskPart<'m>>>>,
    /// The effect of one level less or more of each known answer.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sensitivity: Option<Vec<SensitivityPart<'m>>>,
    /// The roadmap, which aims at the targets if there are some.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub roadmap: Option<Vec<WavePart<'m>>>,
    /// The targets, if the assessment has some.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub targets: Option<TargetsPart<'m>>,
}

/// A reference to a model.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ModelName<'m> {
    /// The id.
    pub id: &'m str,
    /// The version.
    pub version: &'m str,
}

/// A figure in percent with the range that open answers allow.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Figure {
    /// The figure if every open answer were level 0.
    pub low: f64,
    /// The figure over the known answers.
    pub value: Option<f64>,
    /// The figure if every open answer were level 4.
    pub high: f64,
}

/// Counts of the visible questions by kind of answer.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct AnsweredPart {
    /// Questions with a known level.
    pub known: usize,
    /// Questions with "don't know" or without an answer.
    pub open: usize,
    /// All visible questions, including those that are not applicable.
    pub of: usize,
    /// The share of the weight that is on known answers, 0 to 1.
    pub weight: f64,
}

/// The AI content; all fields are `null` if no section counts.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct AiContentPart<'m> {
    /// The figure if every open answer were level 0.
    pub low: Option<f64>,
    /// The figure over the known answers.
    pub value: Option<f64>,
    /// The figure if every open answer were level 4.
    pub high: Option<f64>,
    /// The 5th and 95th percentile of the draws, extended to include the value.
    pub plausible: Option<[f64; 2]>,
    /// The weighted arithmetic mean of the sections.
    pub arithmetic: Option<f64>,
    /// That mean minus the value, in percentage points.
    pub lost_to_imbalance: Option<f64>,
    /// The section whose rise to that mean would add most.
    pub costs_most: Option<&'m str>,
    /// The maturity level; `null` while too few answers are known.
    pub level: Option<Maturity>,
}

/// A path.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct PathPart<'m> {
    /// The path.
    pub id: PathId,
    /// The rank, 1 to 4.
    pub rank: u8,
    /// The status.
    pub standing: PathStatus,
    /// The weighted mean of its criteria.
    pub fit: Option<Figure>,
    /// The share of its weight that is on criteria with a value, 0 to 1.
    pub coverage: f64,
    /// The criteria below their thresholds.
    pub blocked_by: Vec<&'m str>,
    /// The criteria with a threshold but no value.
    pub unverified: Vec<&'m str>,
    /// The sum of the differences between thresholds and values of `blocked_by`, each 0 to 1.
    pub shortfall: f64,
    /// The share of draws in which it can be recommended and has rank 1 to 4.
    pub rank_acceptability: Option<[f64; 4]>,
    /// The share of draws in which it cannot be recommended.
    pub blocked_share: Option<f64>,
    /// The mean priorities of the draws in which it ranks first; `null` if there are none.
    pub central_weights: Option<Entries<'m, f64>>,
    /// The smallest change that makes it the recommended path.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub smallest_change: Option<ChangePart<'m>>,
    /// For each criterion in `blocked_by`, the steps that reach the threshold; `null` if none do.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub lift: Option<Entries<'m, Option<LiftPart<'m>>>>,
}

/// The smallest change that makes a path the recommended one.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct ChangePart<'m> {
    /// The number of level steps; `null` if no change was found.
    pub steps: Option<u32>,
    /// Whether an exhaustive search proved that fewer steps are insufficient.
    pub exact: bool,
    /// The new levels.
    pub raise: Entries<'m, u8>,
}

/// The fewest level steps that raise a criterion to its threshold.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct LiftPart<'m> {
    /// The number of level steps.
    pub steps: u32,
    /// The new levels.
    pub raise: Entries<'m, u8>,
}

/// The recommendation.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct RecommendationPart {
    /// The recommended path; `null` if foundations come first, or if there are not enough answers.
    pub path: Option<PathId>,
    /// The paths with the same status and fit.
    pub tied: Vec<PathId>,
    /// The path of rank 2, if it can be recommended.
    pub runner_up: Option<PathId>,
    /// If foundations come first: the path with the smallest shortfall.
    pub nearest: Option<PathId>,
    /// Whether every path is blocked.
    pub foundations_first: bool,
    /// The share of draws with the same recommendation, 0 to 1.
    pub confidence: Option<f64>,
    /// The confidence level.
    pub words: Option<ConfidenceLevel>,
}

/// The information that an open answer would give.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct AskPart<'m> {
    /// The question.
    pub question: &'m str,
    /// The mutual information with the path of rank 1, in bits.
    pub bits: f64,
}

/// The effect of one level less (first element) and more (second element) of an answer.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct SensitivityPart<'m> {
    /// The question.
    pub question: &'m str,
    /// The change of the AI content in percentage points.
    pub ai_content: [Option<f64>; 2],
    /// The change of the margin over the runner-up in percentage points.
    pub margin: [Option<f64>; 2],
    /// The recommended path after the change.
    pub path: [Option<PathId>; 2],
}

/// One wave of the roadmap.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct WavePart<'m> {
    /// The wave.
    pub wave: Wave,
    /// The actions, in the recommended order.
    pub actions: Vec<&'m str>,
    /// The AI content after the wave.
    pub ai_content_after: f64,
    /// The actions among them that were selected because they bring a target nearer; absent without
    /// targets.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub towards_targets: Option<Vec<&'m str>>,
}
