//! The shape of a result file: what stands in it, under which names.
//!
//! Percentages are numbers from 0 to 100, not rounded; `null` where there is no value.

use serde::Serialize;

use super::entries::Entries;
use crate::{ConfidenceLevel, Json, Maturity, PathId, PathStatus, Stance, Wave};

/// A result, `assay.result/1`.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(rename = "Result"))]
pub struct ResultFile<'m> {
    /// `assay.result/1`.
    pub format: &'static str,
    /// What the line it was computed from called itself.
    #[serde(rename = "ref", skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<serde_json::Value>"))]
    pub reference: Option<Json>,
    /// The model that it was computed with.
    pub model: ModelName<'m>,
    /// The side that the company is on.
    pub stance: Stance,
    /// How many draws the simulated figures rest on.
    pub draws: usize,
    /// How much was answered.
    pub answered: AnsweredPart,
    /// The headline.
    pub ai_content: AiContentPart<'m>,
    /// Section scores by id.
    pub sections: Entries<'m, Option<Figure>>,
    /// Conviction; `null` if nothing counts.
    pub faith: Option<Figure>,
    /// Commitment; `null` if nothing counts.
    pub all_in: Option<Figure>,
    /// The four paths.
    pub paths: Vec<PathPart<'m>>,
    /// What follows.
    pub recommendation: RecommendationPart,
    /// The open questions whose answers would decide most: at most ten, the largest first.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ask_next: Option<Option<Vec<AskPart<'m>>>>,
    /// What one level less or more of each known answer would do.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sensitivity: Option<Vec<SensitivityPart<'m>>>,
    /// What to do next.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub roadmap: Option<Vec<WavePart<'m>>>,
}

/// Which model.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ModelName<'m> {
    /// Its id.
    pub id: &'m str,
    /// Its version.
    pub version: &'m str,
}

/// A figure in percent with what open answers leave possible.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Figure {
    /// With every open answer at its lowest.
    pub low: f64,
    /// Over the known answers.
    pub value: Option<f64>,
    /// With every open answer at its highest.
    pub high: f64,
}

/// How many of the visible questions are answered.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct AnsweredPart {
    /// With a level.
    pub known: usize,
    /// With "don't know" or nothing.
    pub open: usize,
    /// Visible questions, those not applicable too.
    pub of: usize,
    /// The share of the weight that is on known answers, 0 to 1.
    pub weight: f64,
}

/// The AI content; all `null` if no section counts.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct AiContentPart<'m> {
    /// With every open answer at its lowest.
    pub low: Option<f64>,
    /// Over the known answers.
    pub value: Option<f64>,
    /// With every open answer at its highest.
    pub high: Option<f64>,
    /// 5th and 95th percentile of the draws, widened to hold the value.
    pub plausible: Option<[f64; 2]>,
    /// The weighted arithmetic mean of the sections.
    pub arithmetic: Option<f64>,
    /// That mean less the value.
    pub lost_to_imbalance: Option<f64>,
    /// The section whose rise to that mean would add most.
    pub costs_most: Option<&'m str>,
    /// The level of maturity; none while too little is known.
    pub level: Option<Maturity>,
}

/// One path.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct PathPart<'m> {
    /// Which path.
    pub id: PathId,
    /// Its place in the order, 1 to 4.
    pub rank: u8,
    /// How it stands.
    pub standing: PathStatus,
    /// The weighted mean of its criteria.
    pub fit: Option<Figure>,
    /// The share of its weight that is on criteria with a value, 0 to 1.
    pub coverage: f64,
    /// The criteria below their thresholds.
    pub blocked_by: Vec<&'m str>,
    /// The criteria with a threshold but no value.
    pub unverified: Vec<&'m str>,
    /// What those it is blocked by lack in all, each 0 to 1.
    pub shortfall: f64,
    /// The share of draws in which it can be recommended and has rank 1 to 4.
    pub rank_acceptability: Option<[f64; 4]>,
    /// The share of draws in which it cannot be recommended.
    pub blocked_share: Option<f64>,
    /// The mean priorities in the draws that it wins; `null` if it never wins.
    pub central_weights: Option<Entries<'m, f64>>,
    /// What would make it the recommended one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub smallest_change: Option<ChangePart<'m>>,
    /// For each criterion that blocks it, what would reach the threshold; `null` if nothing would.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub lift: Option<Entries<'m, Option<LiftPart<'m>>>>,
}

/// The smallest change that makes a path the recommended one.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ChangePart<'m> {
    /// Level steps in all; `null` if none was found.
    pub steps: Option<u32>,
    /// Whether they come from a search in full: then fewer cannot do.
    pub exact: bool,
    /// The new levels.
    pub raise: Entries<'m, u8>,
}

/// What lifts a criterion to its threshold.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct LiftPart<'m> {
    /// Level steps in all.
    pub steps: u32,
    /// The new levels.
    pub raise: Entries<'m, u8>,
}

/// What the answers recommend.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct RecommendationPart {
    /// The path; `null` if foundations come first, or there are not enough answers.
    pub path: Option<PathId>,
    /// Those equal to it.
    pub tied: Vec<PathId>,
    /// The second in the order, if it can be recommended.
    pub runner_up: Option<PathId>,
    /// Where foundations come first: the path that lacks least.
    pub nearest: Option<PathId>,
    /// Whether every path is blocked.
    pub foundations_first: bool,
    /// The share of draws that say the same, 0 to 1.
    pub confidence: Option<f64>,
    /// The confidence in a word.
    pub words: Option<ConfidenceLevel>,
}

/// What an open answer would tell.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct AskPart<'m> {
    /// The question.
    pub question: &'m str,
    /// The mutual information with the path that comes first.
    pub bits: f64,
}

/// What one level less (first) and more (second) of an answer would do.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct SensitivityPart<'m> {
    /// The question.
    pub question: &'m str,
    /// Change of the AI content in points.
    pub ai_content: [Option<f64>; 2],
    /// Change of the lead over the runner-up in points.
    pub margin: [Option<f64>; 2],
    /// The path that is recommended then.
    pub path: [Option<PathId>; 2],
}

/// One wave of the roadmap.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct WavePart<'m> {
    /// Which wave.
    pub wave: Wave,
    /// Its actions, in the order in which they are best done.
    pub actions: Vec<&'m str>,
    /// The AI content after them.
    pub ai_content_after: f64,
}
