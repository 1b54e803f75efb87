//! Results without answers.
//!
//! `steps` is the current encoding: figures in steps so coarse that hardly any answer can be
//! inferred ([`Resolution`](crate::Resolution)). `exact` reads the earlier encoding.

mod exact;
mod figures;
mod paths;
mod steps;

use super::EncodeError;
use super::bytes::{Reader, Writer};
use super::frame::{self, Flags, PayloadKind};
use super::model_key::ModelKey;
use super::number::Number;
use super::sender::Sender;
use crate::{Certainty, ConfidenceLevel, Depth, Model, PathId, Profile, Score, Stance};

/// An upper limit for the encoded scores of any model, in bytes.
const WIDEST: usize = 8_192;

/// The content of a link without answers.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Scores {
    /// The depth.
    pub depth: Depth,
    /// The language of the sender.
    pub locale: Option<String>,
    /// The company; empty if the sender did not include it.
    pub profile: Profile,
    /// The date of the result.
    pub day: Option<super::Day>,
    /// The score in steps, or with two decimals from an earlier link. Figures that would reveal
    /// answers are absent; `criteria` is empty.
    pub score: Score,
    /// The confidence, if the sender had computed it.
    pub confidence: Option<ConfidenceSummary>,
}

/// The confidence as carried by a link.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum ConfidenceSummary {
    /// The confidence level.
    Level(ConfidenceLevel),
    /// Whether the confidence is at least "likely".
    AtLeastLikely(bool),
    /// Figures of the simulation; only in earlier links.
    Simulated {
        /// The plausible range of the AI content, in percent.
        plausible: Option<(f64, f64)>,
        /// The confidence of the recommendation, 0 to 1.
        confidence: Option<f64>,
        /// The first-place share of each path, in the order of [`PathId::ALL`](crate::PathId::ALL),
        /// from 0 to 1.
        first: [f64; 4],
    },
}

impl ConfidenceSummary {
    /// Returns the confidence level, or a representative of "likely" or "less than likely".
    fn level(self) -> Option<ConfidenceLevel> {
        match self {
            Self::Level(level) => Some(level),
            Self::AtLeastLikely(true) => Some(ConfidenceLevel::Likely),
            Self::AtLeastLikely(false) => Some(ConfidenceLevel::Leaning),
            Self::Simulated { confidence, .. } => confidence.map(ConfidenceLevel::from_share),
        }
    }

    /// Returns the confidence from 0 to 1, if the link carries it as a figure.
    #[must_use]
    pub fn confidence(self) -> Option<f64> {
        match self {
            Self::Level(_) | Self::AtLeastLikely(_) => None,
            Self::Simulated { confidence, .. } => confidence,
        }
    }
}

impl Scores {
    /// Encodes the part of a link after `#/r/`, always in steps, even if the scores come from an
    /// earlier link.
    ///
    /// # Errors
    /// [`EncodeError::TooLong`].
    pub fn encode(&self, model: &Model) -> Result<String, EncodeError> {
        let holds = Flags {
            profile: super::texts::has_profile(&self.profile),
            notes: false,
            date: self.day.is_some(),
        };
        let which = ModelKey::of_model(model);
        let mut out = frame::begin(PayloadKind::Steps, holds, Some(&which));
        let sender = Sender {
            stance: self.profile.stance,
            depth: self.depth,
            locale: self.locale.clone(),
        };
        sender.write(&mut out);
        super::write_head(&mut out, holds, self.day, &self.profile);
        write(
            &mut out,
            &self.score,
            self.confidence.and_then(ConfidenceSummary::level),
        );
        frame::finish(out, Some(&which))
    }

    /// Returns the figures of the simulation as far as the link carries them; rank acceptabilities
    /// contain first places only.
    #[must_use]
    pub fn certainty(&self) -> Certainty {
        let mut known = Certainty::without_draws(&self.score);
        if let Some(ConfidenceSummary::Simulated {
            plausible,
            confidence,
            first,
        }) = self.confidence
        {
            known.plausible = plausible;
            known.confidence = confidence;
            known.level = confidence.map(ConfidenceLevel::from_share);
            for (ranks, first) in known.rank_acceptability.iter_mut().zip(first) {
                *ranks = [first, 0.0, 0.0, 0.0];
            }
        }
        known
    }

    /// Returns the first-place share of each path from 0 to 1, if the link carries them.
    #[must_use]
    pub fn first_places(&self) -> Option<[(PathId, f64); 4]> {
        match self.confidence? {
            ConfidenceSummary::Level(_) | ConfidenceSummary::AtLeastLikely(_) => None,
            ConfidenceSummary::Simulated { first, .. } => {
                Some(PathId::ALL.map(|path| (path, *path.select(&first))))
            }
        }
    }
}

pub(super) use steps::write;

/// Reads the score and its confidence.
pub(super) fn read(
    kind: PayloadKind,
    fields: &mut Reader<'_>,
    model: &Model,
    stance: Stance,
) -> Option<(Score, Option<ConfidenceSummary>)> {
    match kind {
        PayloadKind::Steps => steps::read(fields, model),
        _ => exact::read(fields, model, stance),
    }
}

/// Writes the length in bytes, then the number in big-endian order.
fn push_number(out: &mut Writer, number: &Number) {
    let bytes = number.to_bytes();
    out.count(bytes.len());
    out.bytes(&bytes);
}

fn number(fields: &mut Reader<'_>) -> Option<Number> {
    let width = fields.count().filter(|&width| width <= WIDEST)?;
    let bytes = fields.bytes(width)?;
    (bytes.first() != Some(&0)).then(|| Number::from_bytes(bytes))
}
