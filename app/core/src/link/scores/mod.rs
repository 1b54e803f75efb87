//! A result without the answers it comes from.
//!
//! [`steps`] is what links carry: figures in steps so coarse that hardly an answer can be
//! concluded from them ([`Resolution`](crate::Resolution)). [`exact`] reads what links carried before.

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

/// More bytes than the scores of any model take.
const WIDEST: usize = 8_192;

/// What a scores-only link shows.
#[derive(Debug, Clone, PartialEq)]
pub struct Scores {
    /// How much was asked.
    pub depth: Depth,
    /// The language of the sender.
    pub locale: Option<String>,
    /// Who is assessed; empty where the sender left it out.
    pub profile: Profile,
    /// The day of the result.
    pub day: Option<super::Day>,
    /// In steps, or from an earlier link to two decimals. What would reveal answers is left out:
    /// `criteria` holds nothing.
    pub score: Score,
    /// How sure the recommendation is, if the sender had computed it.
    pub confidence: Option<ConfidenceSummary>,
}

/// What the draws say, as far as a link carries it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum ConfidenceSummary {
    /// In a word.
    Level(ConfidenceLevel),
    /// Whether it is at least likely.
    AtLeastLikely(bool),
    /// In figures: in earlier links only.
    Simulated {
        /// The plausible range of the AI content, in percent.
        plausible: Option<(f64, f64)>,
        /// The confidence of the recommendation, 0 to 1.
        confidence: Option<f64>,
        /// The share of draws in which each path comes first, in the order of
        /// [`PathId::ALL`](crate::PathId::ALL), 0 to 1.
        first: [f64; 4],
    },
}

impl ConfidenceSummary {
    /// The confidence in a word, or in one of two that stands for it.
    fn level(self) -> Option<ConfidenceLevel> {
        match self {
            Self::Level(word) => Some(word),
            Self::AtLeastLikely(true) => Some(ConfidenceLevel::Likely),
            Self::AtLeastLikely(false) => Some(ConfidenceLevel::Leaning),
            Self::Simulated { confidence, .. } => confidence.map(ConfidenceLevel::from_share),
        }
    }

    /// The confidence of the recommendation, 0 to 1, where it came in figures.
    #[must_use]
    pub fn confidence(self) -> Option<f64> {
        match self {
            Self::Level(_) | Self::AtLeastLikely(_) => None,
            Self::Simulated { confidence, .. } => confidence,
        }
    }
}

impl Scores {
    /// The part of a link after `#/r/`: in steps, even where the scores came in an earlier link
    /// that held them to two decimals.
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

    /// What the draws say, where it came in figures; of the ranks only who comes first.
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

    /// The share of draws in which each path comes first, 0 to 1, where it came in figures.
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

/// The score, and how sure it is.
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

/// How many bytes follow, then the figures as one number, its highest byte first.
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
