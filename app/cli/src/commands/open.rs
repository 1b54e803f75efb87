//! `assay open`: prints the content of a link.

mod coarse;

use std::collections::BTreeMap;

use assay_core::link::{DecodedLink, Invitation, Scores, decode, decode_bytes};
use assay_core::{Certainty, Model, ResultFile};
use serde::Serialize;

use crate::args::Open;
use crate::failure::{Failure, print};
use crate::{models, seal, wording};

pub(super) fn run(arguments: &Open) -> Result<(), Failure> {
    let locale = wording::locale_bundle(None);
    let standard = models::load_models(None, &locale)?;
    let own = match &arguments.model {
        Some(file) => Some(models::load_model(Some(file), &locale)?.model),
        None => None,
    };
    let known: Vec<&Model> = own.iter().chain(standard.models()).collect();
    let refused = |error: assay_core::link::LinkError| Failure::input(error.to_string());
    let mut opened = decode(&known, &arguments.payload).map_err(refused)?;
    if let DecodedLink::Sealed(sealed) = &opened {
        let bytes = seal::open(&seal::read_passphrase()?, sealed)?;
        opened = decode_bytes(&known, &bytes).map_err(refused)?;
    }
    print(&format!("{}\n", to_json(&known, &opened)?))
}

/// The content of a link as JSON.
fn to_json(known: &[&Model], opened: &DecodedLink) -> Result<String, Failure> {
    let model = |place: usize| {
        let found = known.get(place).copied();
        found.ok_or_else(|| Failure::input("this link belongs to a questionnaire that is not here"))
    };
    match opened {
        DecodedLink::Assessment {
            model: place,
            assessment,
        } => Ok(assessment.to_json(model(*place)?)),
        DecodedLink::Scores {
            model: place,
            scores,
        } => scores_to_json(model(*place)?, scores),
        DecodedLink::Invitation {
            model: place,
            invitation,
        } => invitation_to_json(model(*place)?, invitation),
        DecodedLink::Sealed(_) => Err(Failure::input(
            "there is another encrypted link inside this one. Ask the sender for a plain one",
        )),
    }
}

/// A result without its answers, with the sender's profile and date.
#[derive(Serialize)]
struct SharedScores<'a> {
    #[serde(flatten)]
    result: ResultFile<'a>,
    depth: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    locale: Option<&'a str>,
    profile: Profile<'a>,
    #[serde(skip_serializing_if = "Option::is_none")]
    updated: Option<String>,
    /// Share of draws in which each path ranks first, if it was sent.
    #[serde(skip_serializing_if = "Option::is_none")]
    first_places: Option<BTreeMap<&'static str, f64>>,
}

#[derive(Serialize)]
struct Profile<'a> {
    #[serde(skip_serializing_if = "str::is_empty")]
    name: &'a str,
    #[serde(skip_serializing_if = "str::is_empty")]
    industry: &'a str,
    #[serde(skip_serializing_if = "str::is_empty")]
    size: &'a str,
    stance: &'a str,
}

impl<'a> Profile<'a> {
    fn of(scores: &'a Scores) -> Self {
        let profile = &scores.profile;
        Self {
            name: &profile.name,
            industry: &profile.industry,
            size: &profile.size,
            stance: profile.stance.as_str(),
        }
    }
}

fn scores_to_json(model: &Model, scores: &Scores) -> Result<String, Failure> {
    if scores.score.precision.is_in_steps() {
        return pretty(&coarse::coarse_scores(model, scores));
    }
    let score = &scores.score;
    let known = scores.certainty();
    let mut result = ResultFile::new(
        model,
        scores.profile.stance,
        score,
        &Certainty {
            rank_acceptability: Certainty::without_draws(score).rank_acceptability,
            ..known.clone()
        },
    );
    result.recommendation.confidence = known.confidence;
    result.recommendation.words = known.level;
    pretty(&SharedScores {
        result,
        depth: scores.depth.as_str(),
        locale: scores.locale.as_deref(),
        profile: Profile::of(scores),
        updated: scores.day.map(|day| day.to_string()),
        first_places: scores
            .first_places()
            .map(|places| places.map(|(path, share)| (path.as_str(), share)).into()),
    })
}

/// The fields of an invitation.
#[derive(Serialize)]
struct InvitationView<'a> {
    format: &'static str,
    model: assay_core::result::ModelName<'a>,
    stance: &'a str,
    depth: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    locale: Option<&'a str>,
    sections: Vec<&'a str>,
    mail: &'a str,
    message: &'a str,
}

fn invitation_to_json(model: &Model, invitation: &Invitation) -> Result<String, Failure> {
    let sections = invitation.sections.iter();
    pretty(&InvitationView {
        format: "assay.invitation/1",
        model: assay_core::result::ModelName {
            id: model.id(),
            version: model.version(),
        },
        stance: invitation.stance.as_str(),
        depth: invitation.depth.as_str(),
        locale: invitation.locale.as_deref(),
        sections: sections.map(|&ix| model.section(ix).id.as_str()).collect(),
        mail: &invitation.mail,
        message: &invitation.message,
    })
}

fn pretty(value: &impl Serialize) -> Result<String, Failure> {
    serde_json::to_string_pretty(value).map_err(|error| Failure::output(&error.into()))
}
