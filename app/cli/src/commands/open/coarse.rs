//! The scores of a link without answers as JSON: coarse steps only.

use assay_core::link::{ConfidenceSummary, Scores};
use assay_core::result::{Entries, ModelName};
use assay_core::{ConfidenceLevel, Maturity, Model, PathId, PathStatus, Range, Recommendation};
use serde::Serialize;

use super::Profile;

#[derive(Serialize)]
pub(super) struct CoarseScores<'a> {
    format: &'static str,
    model: ModelName<'a>,
    depth: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    locale: Option<&'a str>,
    profile: Profile<'a>,
    #[serde(skip_serializing_if = "Option::is_none")]
    updated: Option<String>,
    ai_content: Content,
    #[serde(skip_serializing_if = "Option::is_none")]
    sections: Option<Entries<'a, Option<Step>>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    paths: Option<Vec<CoarsePath>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    recommendation: Option<CoarseRecommendation>,
}

/// The AI content; all fields `null` if it has no value.
#[derive(Serialize)]
struct Content {
    low: Option<f64>,
    high: Option<f64>,
    level: Option<Maturity>,
}

/// In percent: at least `low`, and less than `high` unless that is 100.
#[derive(Serialize)]
struct Step {
    low: f64,
    high: f64,
}

#[derive(Serialize)]
struct CoarsePath {
    id: PathId,
    rank: u8,
    standing: PathStatus,
}

#[derive(Serialize)]
struct CoarseRecommendation {
    path: Option<PathId>,
    tied: Vec<PathId>,
    runner_up: Option<PathId>,
    nearest: Option<PathId>,
    foundations_first: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    words: Option<ConfidenceLevel>,
    /// Whether it is likely or clear, if the link does not hold the exact level.
    #[serde(skip_serializing_if = "Option::is_none")]
    at_least_likely: Option<bool>,
}

pub(super) fn coarse_scores<'a>(model: &'a Model, scores: &'a Scores) -> CoarseScores<'a> {
    let score = &scores.score;
    let content = score.ai_content.range.and_then(step);
    let precision = score.precision;
    CoarseScores {
        format: "assay.scores/1",
        model: ModelName {
            id: model.id(),
            version: model.version(),
        },
        depth: scores.depth.as_str(),
        locale: scores.locale.as_deref(),
        profile: Profile::of(scores),
        updated: scores.day.map(|day| day.to_string()),
        ai_content: Content {
            low: content.as_ref().map(|step| step.low),
            high: content.map(|step| step.high),
            level: score.ai_content.level,
        },
        sections: precision.includes_sections().then(|| {
            let ids = model.sections().iter().map(|section| section.id.as_str());
            let steps = score.sections.iter().map(|range| range.and_then(step));
            Entries(ids.zip(steps).collect())
        }),
        paths: precision
            .includes_paths()
            .then(|| score.ranked().map(coarse_path).into()),
        recommendation: precision
            .includes_sections()
            .then(|| coarse_recommendation(scores)),
    }
}

fn step(range: Range) -> Option<Step> {
    range.value.map(|_| Step {
        low: range.low,
        high: range.high,
    })
}

fn coarse_path(path: &assay_core::PathScore) -> CoarsePath {
    CoarsePath {
        id: path.id,
        rank: path.rank,
        standing: path.status,
    }
}

fn coarse_recommendation(scores: &Scores) -> CoarseRecommendation {
    let recommendation = &scores.score.recommendation;
    let (tied, runner_up) = match recommendation {
        Recommendation::Path {
            tied, runner_up, ..
        } => (tied.clone(), *runner_up),
        _ => (Vec::new(), None),
    };
    let foundations_first = matches!(recommendation, Recommendation::FoundationsFirst { .. });
    CoarseRecommendation {
        path: recommendation.path(),
        tied,
        runner_up,
        nearest: recommendation.target_path().filter(|_| foundations_first),
        foundations_first,
        words: match scores.confidence {
            Some(ConfidenceSummary::Level(word)) => Some(word),
            _ => None,
        },
        at_least_likely: match scores.confidence {
            Some(ConfidenceSummary::AtLeastLikely(likely)) => Some(likely),
            _ => None,
        },
    }
}
