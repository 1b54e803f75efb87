//! The content of links as JSON, as the vectors state it.

use assay_core::link::{ConfidenceSummary, DecodedLink, Invitation, LinkError, Scores};
use assay_core::{Assessment, Model, PathScore, Range, Recommendation, TagScore};
use serde_json::{Map, Value, json};

/// Returns what a payload was decoded as, or the kind of error.
pub(crate) fn describe(model: &Model, opened: Result<DecodedLink, LinkError>) -> Value {
    match opened {
        Ok(DecodedLink::Assessment { assessment, .. }) => {
            json!({ "assessment": assessment_json(model, &assessment) })
        }
        Ok(DecodedLink::Scores { scores, .. }) => match scores.score.precision.is_in_steps() {
            true => json!({ "steps": steps_json(model, &scores) }),
            false => json!({ "scores": scores_json(model, &scores) }),
        },
        Ok(DecodedLink::Invitation { invitation, .. }) => {
            json!({ "invitation": invitation_json(model, &invitation) })
        }
        Ok(DecodedLink::Sealed(sealed)) => json!({ "sealed": {
            "iterations": sealed.iterations, "salt": hex(&sealed.salt), "iv": hex(&sealed.iv),
            "ciphertext": hex(&sealed.ciphertext),
            "associated_data": hex(&sealed.associated_data()),
        } }),
        Err(LinkError::OtherModel {
            id,
            version,
            changed,
        }) => json!({ "other_model": { "id": id, "version": version, "changed": changed } }),
        Err(LinkError::NewerVersion) => json!("newer"),
        Err(LinkError::Incomplete | LinkError::Altered | LinkError::Damaged) => json!("damaged"),
        Err(LinkError::TooLong { .. }) => json!("too long"),
    }
}

fn assessment_json(model: &Model, assessment: &Assessment) -> Value {
    serde_json::from_str(&assessment.to_json(model)).unwrap()
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

fn invitation_json(model: &Model, invitation: &Invitation) -> Value {
    let sections: Vec<&str> = invitation
        .sections
        .iter()
        .map(|&ix| model.section(ix).id.as_str())
        .collect();
    json!({
        "stance": invitation.stance.as_str(), "depth": invitation.depth.as_str(),
        "locale": invitation.locale, "sections": sections, "mail": invitation.mail,
        "message": invitation.message,
    })
}

fn range(range: Option<Range>) -> Value {
    range.map_or(
        Value::Null,
        |Range { low, value, high }| json!({ "low": low, "value": value, "high": high }),
    )
}

fn tagged(tagged: TagScore) -> Value {
    json!({ "range": range(tagged.range), "known": tagged.known })
}

fn scores_json(model: &Model, scores: &Scores) -> Value {
    let score = &scores.score;
    let content = score.ai_content;
    let section = |ix| model.section(ix).id.as_str();
    let sections: Map<String, Value> = model
        .sections()
        .iter()
        .zip(&score.sections)
        .map(|(section, &score)| (section.id.clone(), range(score)))
        .collect();
    let paths: Vec<Value> = score
        .paths
        .iter()
        .map(|path| path_json(model, path))
        .collect();
    json!({
        "name": scores.profile.name, "stance": scores.profile.stance.as_str(),
        "depth": scores.depth.as_str(), "locale": scores.locale,
        "day": scores.day.map(|day| day.to_string()),
        "answered": {
            "known": score.answered.known, "open": score.answered.open,
            "of": score.answered.visible, "weight": score.answered.known_weight,
        },
        "ai_content": {
            "range": range(content.range), "arithmetic": content.arithmetic,
            "lost_to_imbalance": content.lost_to_imbalance,
            "level": content.level.map(|level| level.as_str()),
            "costs_most": content.most_limiting_section.map(section),
        },
        "sections": sections, "faith": tagged(score.faith), "all_in": tagged(score.all_in),
        "paths": paths, "recommendation": recommendation_json(&score.recommendation),
        "sureness": scores.confidence.map(confidence_json),
    })
}

fn confidence_json(confidence: ConfidenceSummary) -> Value {
    match confidence {
        ConfidenceSummary::Level(word) => json!(word.as_str()),
        ConfidenceSummary::AtLeastLikely(likely) => json!({ "likely": likely }),
        ConfidenceSummary::Simulated {
            plausible,
            confidence,
            first,
        } => json!({
            "plausible": plausible.map(|(low, high)| [low, high]),
            "confidence": confidence, "first": first,
        }),
    }
}

fn steps_json(model: &Model, scores: &Scores) -> Value {
    let score = &scores.score;
    let step = |range: Option<Range>| {
        let range = range.filter(|range| range.value.is_some());
        range.map_or(Value::Null, |range| json!([range.low, range.high]))
    };
    let sections = model.sections().iter().zip(&score.sections);
    let sections: Map<String, Value> = sections
        .map(|(section, &range)| (section.id.clone(), step(range)))
        .collect();
    let paths: Vec<Value> = score
        .ranked()
        .iter()
        .map(|path| {
            json!([
                path.id.as_str(),
                format!("{:?}", path.status).to_lowercase()
            ])
        })
        .collect();
    json!({
        "name": scores.profile.name, "stance": scores.profile.stance.as_str(),
        "depth": scores.depth.as_str(), "locale": scores.locale,
        "day": scores.day.map(|day| day.to_string()),
        "ai_content": step(score.ai_content.range),
        "level": score.ai_content.level.map(|level| level.as_str()),
        "sections": sections,
        "paths": score.precision.includes_paths().then_some(paths),
        "recommendation": recommendation_json(&score.recommendation),
        "sureness": scores.confidence.map(confidence_json),
    })
}

fn path_json(model: &Model, path: &PathScore) -> Value {
    let ids = |criteria: &[_]| -> Vec<String> {
        let ids = criteria.iter().map(|&ix| model.criterion(ix).id.clone());
        ids.collect()
    };
    json!({
        "id": path.id.as_str(), "standing": format!("{:?}", path.status).to_lowercase(),
        "rank": path.rank, "fit": range(path.fit), "coverage": path.coverage,
        "shortfall": path.shortfall, "blocked_by": ids(&path.blocked_by),
        "unverified": ids(&path.unverified),
    })
}

fn recommendation_json(recommendation: &Recommendation) -> Value {
    match recommendation {
        Recommendation::Path {
            path,
            tied,
            runner_up,
        } => json!({
            "path": path.as_str(),
            "tied": tied.iter().map(|path| path.as_str()).collect::<Vec<_>>(),
            "runner_up": runner_up.map(|path| path.as_str()),
        }),
        Recommendation::FoundationsFirst { nearest } => {
            json!({ "foundations_first": nearest.as_str() })
        }
        Recommendation::NotEnoughAnswers => json!("not enough answers"),
    }
}
