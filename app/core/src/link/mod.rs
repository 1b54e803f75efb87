//! Links: a result, or an invitation to answer, in the part of an address that no server sees.
//!
//! A payload is bytes in base64url: a version, a kind, the model it belongs to, what the sender
//! chose to add, and a checksum over all that and the model's structure. `docs/links.md` tells
//! it byte by byte; the vectors in `tests/fixtures/links-v1.json` must open for ever. Everything
//! has one spelling only, so a payload that opens is the one that was made.

mod address;
mod answers;
mod base64url;
mod bytes;
mod checksum;
mod contents;
mod damage;
mod day;
mod error;
mod escapes;
mod find;
mod frame;
mod invitation;
mod model_key;
mod number;
mod scores;
mod sealed;
mod sender;
mod spelling;
mod structure;
mod texts;

pub use address::LinkKind;
pub use contents::{LinkPart, list_contents};
pub use day::Day;
pub use error::{EncodeError, LinkError};
pub use escapes::percent_decode;
pub use find::{LinkCandidate, find_link_kind, find_links};
pub use invitation::Invitation;
pub use scores::{ConfidenceSummary, Scores};
pub use sealed::SealedPayload;

use crate::{Answers, Assessment, ConfidenceLevel, Model, Notes, Profile, score};
use bytes::{Reader, Writer};
use frame::{Flags, Frame, PayloadKind};
use model_key::ModelKey;
use sender::Sender;

/// How many characters a payload can have.
pub const MAX_LENGTH: usize = 65_536;

/// What the sender lets the link say.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct LinkOptions {
    /// Name, industry and size.
    pub profile: bool,
    /// Notes beside questions; never with scores only.
    pub notes: bool,
    /// How much of the answers.
    pub answers: AnswerDetail,
    /// How sure the result is, for a link with scores only. Where the answers are sent, it is
    /// computed from them.
    pub confidence: Option<ConfidenceLevel>,
}

impl Default for LinkOptions {
    /// Answers and name, no notes.
    fn default() -> Self {
        Self {
            profile: true,
            notes: false,
            answers: AnswerDetail::Exact,
            confidence: None,
        }
    }
}

/// How much of the answers a link reveals.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AnswerDetail {
    /// All of them.
    Exact,
    /// Only the result.
    ScoresOnly,
}

/// What a link holds. `find_model` is a place in the list of models it was opened with.
#[derive(Debug, Clone, PartialEq)]
pub enum DecodedLink {
    /// An assessment; `updated` is its day. Nothing that its sender left out is in it.
    Assessment {
        /// Its model.
        model: usize,
        /// With answers to the questions of its stance, hidden ones too.
        assessment: Box<Assessment>,
    },
    /// A result without answers.
    Scores {
        /// Its model.
        model: usize,
        /// The result.
        scores: Box<Scores>,
    },
    /// An invitation.
    Invitation {
        /// Its model.
        model: usize,
        /// What to answer.
        invitation: Box<Invitation>,
    },
    /// A payload under a passphrase: decrypt it, then [`decode_bytes`].
    Sealed(SealedPayload),
}

/// The part of a result link after `#/r/`.
///
/// The day is that of `updated`, or else of `created`; without either the link has none.
///
/// # Errors
/// [`EncodeError::TooLong`].
pub fn encode(
    model: &Model,
    assessment: &Assessment,
    include: LinkOptions,
) -> Result<String, EncodeError> {
    let which = ModelKey::of_model(model);
    let profile = &assessment.profile;
    let stance = profile.stance;
    let exact = include.answers == AnswerDetail::Exact;
    let day = day(assessment);
    let holds = Flags {
        profile: include.profile && texts::has_profile(profile),
        notes: exact && include.notes && texts::has_notes(model, stance, &assessment.notes),
        date: day.is_some(),
    };
    let kind = if exact {
        PayloadKind::Answers
    } else {
        PayloadKind::Steps
    };
    let mut out = frame::begin(kind, holds, Some(&which));
    let sender = Sender {
        stance,
        depth: assessment.depth,
        locale: assessment.locale.clone(),
    };
    sender.write(&mut out);
    write_head(&mut out, holds, day, profile);
    if exact {
        answers::write(&mut out, model, stance, &assessment.answers);
    } else {
        let score = score(model, stance, &assessment.answers);
        scores::write(&mut out, &score, include.confidence);
    }
    if holds.notes {
        texts::write_notes(&mut out, model, stance, &assessment.notes);
    }
    frame::finish(out, Some(&which))
}

/// The day of an assessment: that of its last change, or else of its beginning.
pub(crate) fn day(assessment: &Assessment) -> Option<Day> {
    Day::parse(assessment.last_changed()?)
}

fn write_head(out: &mut Writer, holds: Flags, day: Option<Day>, profile: &Profile) {
    if let Some(day) = day {
        out.count(day.days() as usize);
    }
    if holds.profile {
        texts::write_profile(out, profile);
    }
}

/// Opens a link: its whole address, the part from `#/r/` or `#/i/` on, or the payload alone, with
/// what a mail or a chat made of it. Of several links in a text the first that is whole.
///
/// # Errors
/// Which of the things that can be wrong with a link it is.
pub fn decode(known: &[&Model], text: &str) -> Result<DecodedLink, LinkError> {
    decode_bytes(known, &find_payload(known, text)?)
}

/// The bytes of the payload that [`decode`] opens, such as are encrypted into a [`SealedPayload`] one.
///
/// # Errors
/// As [`find_payload`] without a model at hand.
pub fn payload_bytes(text: &str) -> Result<Vec<u8>, LinkError> {
    find_payload(&[], text)
}

/// The bytes of the payload that [`decode`] opens. They are whole; whether what they hold is known
/// here [`decode_bytes`] says.
///
/// # Errors
/// As [`decode`]. `known` helps to say what is wrong.
pub fn find_payload(known: &[&Model], text: &str) -> Result<Vec<u8>, LinkError> {
    find::find_payload(known, text)
}

/// The part of a link after `#/r/` that these bytes of a payload make, such as were in a
/// [`SealedPayload`] one. Only the spelling is looked at.
#[must_use]
pub fn payload_from_bytes(bytes: &[u8]) -> String {
    base64url::encode(bytes)
}

/// Opens the bytes of a payload, such as were in a [`SealedPayload`] one.
///
/// # Errors
/// As [`decode`].
pub fn decode_bytes(known: &[&Model], bytes: &[u8]) -> Result<DecodedLink, LinkError> {
    let mut frame = frame::open(bytes)?;
    if frame.kind == PayloadKind::Sealed {
        return SealedPayload::read(frame).map(DecodedLink::Sealed);
    }
    let place = frame.find_model(known)?;
    let model = known.get(place).ok_or(LinkError::Damaged)?;
    match frame.kind {
        PayloadKind::Invitation => Ok(DecodedLink::Invitation {
            model: place,
            invitation: Box::new(Invitation::read(&mut frame, model)?),
        }),
        _ => read_result(&mut frame, model, place).ok_or(LinkError::Damaged),
    }
}

/// What comes before answers or scores.
struct Head {
    sender: Sender,
    day: Option<Day>,
    profile: Profile,
}

fn read_head(body: &mut Reader<'_>, holds: Flags) -> Option<Head> {
    let sender = Sender::read(body)?;
    let day = match holds.date {
        true => Some(Day::new(u32::try_from(body.count()?).ok()?)?),
        false => None,
    };
    let profile = match holds.profile {
        true => texts::read_profile(body, sender.stance)?,
        false => texts::empty_profile(sender.stance),
    };
    Some(Head {
        sender,
        day,
        profile,
    })
}

fn read_result(frame: &mut Frame<'_>, model: &Model, place: usize) -> Option<DecodedLink> {
    let (kind, holds) = (frame.kind, frame.flags);
    let body = &mut frame.body;
    let head = read_head(body, holds)?;
    let stance = head.sender.stance;
    if matches!(kind, PayloadKind::Scores | PayloadKind::Steps) {
        let (score, sureness) = scores::read(kind, body, model, stance)?;
        let scores = Scores {
            depth: head.sender.depth,
            locale: head.sender.locale,
            profile: head.profile,
            day: head.day,
            score,
            confidence: sureness,
        };
        body.end().filter(|()| !holds.notes)?;
        return Some(DecodedLink::Scores {
            model: place,
            scores: Box::new(scores),
        });
    }
    let answers = answers::read(body, model, stance)?;
    let notes = match holds.notes {
        true => texts::read_notes(body, model, stance)?,
        false => Notes::new(),
    };
    body.end()?;
    Some(DecodedLink::Assessment {
        model: place,
        assessment: Box::new(assessment(model, head, answers, notes)),
    })
}

fn assessment(model: &Model, head: Head, answers: Answers, notes: Notes) -> Assessment {
    let mut assessment = Assessment::new(model, head.sender.stance, head.sender.depth);
    assessment.locale = head.sender.locale;
    assessment.profile = head.profile;
    assessment.updated = head.day.map(|day| day.to_string());
    assessment.answers = answers;
    assessment.notes = notes;
    assessment
}
