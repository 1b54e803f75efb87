//! A result without the answers it comes from.

mod figures;
mod paths;

use super::EncodeError;
use super::bytes::{Reader, Writer};
use super::frame::{self, Holds, Kind};
use super::number::{Digits, Number};
use super::sender::Sender;
use super::which::Which;
use crate::{
    AiContent, Answered, Certainty, Depth, Maturity, Model, PathId, Profile, Score, SectionIx,
    Stance, Words,
};
use figures::{Figures, push_percent, push_range, push_share, push_tagged, to_percent};

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
    /// To two decimals. What would reveal answers is left out: `criteria` holds nothing.
    pub score: Score,
    /// How sure the recommendation is, if the sender had computed it.
    pub sureness: Option<Sureness>,
}

/// What the draws say, as far as a link carries it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Sureness {
    /// The plausible range of the AI content, in percent.
    pub plausible: Option<(f64, f64)>,
    /// The confidence of the recommendation, 0 to 1.
    pub confidence: Option<f64>,
    /// The share of draws in which each path comes first, in the order of
    /// [`PathId::ALL`](crate::PathId::ALL), 0 to 1.
    pub first: [f64; 4],
}

impl Scores {
    /// The part of a link after `#/r/`: of scores that came in a link, that link.
    ///
    /// # Errors
    /// [`EncodeError::TooLong`].
    pub fn encode(&self, model: &Model) -> Result<String, EncodeError> {
        let holds = Holds {
            profile: super::texts::has_profile(&self.profile),
            notes: false,
            date: self.day.is_some(),
        };
        let which = Which::of(model);
        let mut out = frame::begin(Kind::Scores, holds, Some(&which));
        let stance = self.profile.stance;
        let sender = Sender {
            stance,
            depth: self.depth,
            locale: self.locale.clone(),
        };
        sender.write(&mut out);
        super::write_head(&mut out, holds, self.day, &self.profile);
        write(&mut out, model, stance, &self.score, self.sureness.as_ref());
        frame::finish(out, Some(&which))
    }

    /// How sure the result is, as far as it was sent; of the ranks only who comes first.
    #[must_use]
    pub fn certainty(&self) -> Certainty {
        let mut known = Certainty::undrawn(&self.score);
        if let Some(sent) = &self.sureness {
            known.plausible = sent.plausible;
            known.confidence = sent.confidence;
            known.words = sent.confidence.map(Words::of);
            for (ranks, first) in known.rank_acceptability.iter_mut().zip(sent.first) {
                *ranks = [first, 0.0, 0.0, 0.0];
            }
        }
        known
    }
}

impl From<&Certainty> for Sureness {
    fn from(drawn: &Certainty) -> Self {
        Self {
            plausible: drawn.plausible,
            confidence: drawn.confidence,
            first: PathId::ALL.map(|path| drawn.first_place(path)),
        }
    }
}

/// How many bytes follow, then the figures as one number, its highest byte first.
pub(super) fn write(
    out: &mut Writer,
    model: &Model,
    stance: Stance,
    score: &Score,
    sureness: Option<&Sureness>,
) {
    let mut digits = Digits::default();
    push_answered(&mut digits, model, score.answered);
    push_ai_content(&mut digits, model, &score.ai_content);
    for index in 0..model.sections().len() {
        push_range(&mut digits, score.sections.get(index).copied().flatten());
    }
    push_tagged(&mut digits, model, score.faith);
    push_tagged(&mut digits, model, score.all_in);
    paths::push(&mut digits, model, score, stance);
    paths::push_recommendation(&mut digits, &score.recommendation);
    push_sureness(&mut digits, sureness);
    let bytes = digits.number().to_bytes();
    out.count(bytes.len());
    out.bytes(&bytes);
}

/// The score, and how sure it is.
pub(super) fn read(
    fields: &mut Reader<'_>,
    model: &Model,
    stance: Stance,
) -> Option<(Score, Option<Sureness>)> {
    let width = fields.count().filter(|&width| width <= WIDEST)?;
    let bytes = fields.bytes(width)?;
    if bytes.first() == Some(&0) {
        return None;
    }
    let mut figures = Figures(Number::from_bytes(bytes));
    let score = Score {
        answered: answered(&mut figures, model),
        ai_content: ai_content(&mut figures, model)?,
        sections: model
            .sections()
            .iter()
            .map(|_| figures.range())
            .collect::<Option<_>>()?,
        faith: figures.tagged(model)?,
        all_in: figures.tagged(model)?,
        criteria: vec![None; model.criteria().len()],
        paths: paths::read(&mut figures, model, stance)?,
        recommendation: paths::recommendation(&mut figures)?,
    };
    let sureness = sureness(&mut figures)?;
    figures.0.is_zero().then_some((score, sureness))
}

fn push_answered(digits: &mut Digits, model: &Model, answered: Answered) {
    for count in [answered.known, answered.open, answered.of] {
        digits.push(figures::count_radix(model), figures::count(count));
    }
    push_share(digits, answered.weight);
}

fn answered(figures: &mut Figures, model: &Model) -> Answered {
    Answered {
        known: figures.count(model),
        open: figures.count(model),
        of: figures.count(model),
        weight: figures.share(),
    }
}

fn push_ai_content(digits: &mut Digits, model: &Model, ai_content: &AiContent) {
    push_range(digits, ai_content.range);
    if ai_content.value().is_some() {
        push_percent(digits, ai_content.arithmetic.unwrap_or_default());
    }
    let level = ai_content
        .level
        .map_or(0, |level| level.index().saturating_add(1));
    digits.push(6, figures::count(level));
    let section = ai_content
        .costs_most
        .map_or(0, |ix| ix.index().saturating_add(1));
    digits.push(section_radix(model), figures::count(section));
}

fn ai_content(figures: &mut Figures, model: &Model) -> Option<AiContent> {
    let range = figures.range()?;
    let value = range.and_then(|range| range.value);
    let arithmetic = value.map(|_| figures.percent());
    let level = figures.0.take(6) as usize;
    let section = figures.0.take(section_radix(model)) as usize;
    Some(AiContent {
        range,
        arithmetic,
        lost_to_imbalance: arithmetic.zip(value).map(|(a, v)| to_percent(a - v)),
        level: level
            .checked_sub(1)
            .and_then(|index| Maturity::ALL.get(index).copied()),
        costs_most: section.checked_sub(1).map(SectionIx::new),
    })
}

fn section_radix(model: &Model) -> u32 {
    figures::count(model.sections().len()).saturating_add(1)
}

fn push_sureness(digits: &mut Digits, sureness: Option<&Sureness>) {
    digits.push(2, u32::from(sureness.is_some()));
    let Some(sureness) = sureness else { return };
    digits.push(2, u32::from(sureness.plausible.is_some()));
    if let Some((low, high)) = sureness.plausible {
        push_percent(digits, low);
        push_percent(digits, high);
    }
    digits.push(2, u32::from(sureness.confidence.is_some()));
    if let Some(confidence) = sureness.confidence {
        push_share(digits, confidence);
    }
    for share in sureness.first {
        push_share(digits, share);
    }
}

fn sureness(figures: &mut Figures) -> Option<Option<Sureness>> {
    if !figures.is_there() {
        return Some(None);
    }
    let plausible = figures
        .is_there()
        .then(|| (figures.percent(), figures.percent()));
    if plausible.is_some_and(|(low, high)| low > high) {
        return None;
    }
    let confidence = figures.is_there().then(|| figures.share());
    let first = [(); 4].map(|()| figures.share());
    Some(Some(Sureness {
        plausible,
        confidence,
        first,
    }))
}
