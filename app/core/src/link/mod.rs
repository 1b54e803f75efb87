//! Links that carry a result or an invitation in the fragment of a URL, which is not sent to
//! servers.
//!
//! A payload is a byte sequence in base64url: version, kind, model, optional parts, and a checksum
//! over these bytes and the structure of the model. `docs/links.md` specifies every byte; the
//! vectors in `tests/fixtures/links-v1.json` must be readable by all later versions. Each content
//! has exactly one encoding.

mod address;
mod answers;
mod base64url;
mod bytes;
mod checksum;
mod contents;
mod damage;
mod error;
mod escapes;
mod find;
mod frame;
mod invitation;
mod model_key;
mod number;
mod options;
mod recognize;
mod scores;
mod sealed;
mod sender;
mod spelling;
mod structure;
mod texts;

pub use crate::day::Day;
pub use address::LinkKind;
pub use contents::{LinkPart, list_contents};
pub use error::{EncodeError, LinkError};
pub use escapes::percent_decode;
pub use find::{LinkCandidate, find_link_kind, find_links};
pub use invitation::Invitation;
pub use options::{AnswerDetail, LinkOptions};
pub use scores::{ConfidenceSummary, Scores};
pub use sealed::SealedPayload;
pub use structure::model_digest;

use crate::{Answers, Assessment, Model, Notes, Profile};
use bytes::{Reader, Writer};
use frame::{Flags, Frame, PayloadKind};
use model_key::ModelKey;
use sender::Sender;

/// The maximum length of a payload in characters.
pub const MAX_LENGTH: usize = 65_536;

/// The content of a link. `model` is the index in the list of known models.
#[derive(Debug, Clone, PartialEq)]
pub enum DecodedLink {
    /// An assessment with the parts that the sender included; `updated` is a date.
    Assessment {
        /// The index of the model.
        model: usize,
        /// Contains the answers to all questions of the stance, including hidden ones.
        assessment: Box<Assessment>,
    },
    /// A result without answers.
    Scores {
        /// The index of the model.
        model: usize,
        /// The result.
        scores: Box<Scores>,
    },
    /// An invitation.
    Invitation {
        /// The index of the model.
        model: usize,
        /// The invitation.
        invitation: Box<Invitation>,
    },
    /// An encrypted payload: decrypt it, then call [`decode_bytes`].
    Sealed(SealedPayload),
}

/// Encodes the part of a result link after `#/r/`.
///
/// The date is that of `updated`, or else of `created`; without either the link has none.
///
/// # Errors
/// [`EncodeError::TooLong`].
///
/// ```
/// # let file = include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/models/standard.json"));
/// # let model = assay_core::Model::parse(file)?.value;
/// use assay_core::link::{DecodedLink, LinkOptions, decode, encode};
/// use assay_core::{Assessment, Depth, Stance};
///
/// let mut assessment = Assessment::new(&model, Stance::Adopt, Depth::Full);
/// assessment.profile.name = "Acme".to_owned();
/// let payload = encode(&model, &assessment, LinkOptions::default())?;
/// let pasted = format!("See https://assay.example/#/r/{payload}.");
/// let DecodedLink::Assessment { assessment, .. } = decode(&[&model], &pasted)? else {
///     panic!("the link contains answers");
/// };
/// assert_eq!(assessment.profile.name, "Acme");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
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
        let score = assessment.evaluation(model).score();
        scores::write(&mut out, &score, include.confidence);
    }
    if holds.notes {
        texts::write_notes(&mut out, model, stance, &assessment.notes);
    }
    frame::finish(out, Some(&which))
}

/// Returns the date of the last change, or else of creation.
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

/// Decodes a link: a whole address, the part from `#/r/` or `#/i/` on, or a bare payload, with the
/// changes that mail and chat programs make. If the text contains several links, the first valid
/// one is decoded.
///
/// # Errors
/// The reason why no link can be opened.
pub fn decode(known: &[&Model], text: &str) -> Result<DecodedLink, LinkError> {
    decode_bytes(known, &find_payload(known, text)?)
}

/// Returns the bytes of the payload that [`decode`] would read, for encryption in a
/// [`SealedPayload`].
///
/// # Errors
/// As [`find_payload`] without known models.
pub fn payload_bytes(text: &str) -> Result<Vec<u8>, LinkError> {
    find_payload(&[], text)
}

/// Returns the bytes of the payload that [`decode`] would read. The checksum is valid;
/// [`decode_bytes`] checks the content.
///
/// # Errors
/// As [`decode`]. The models in `known` improve error messages.
pub fn find_payload(known: &[&Model], text: &str) -> Result<Vec<u8>, LinkError> {
    find::find_payload(known, text)
}

/// Encodes bytes, such as those decrypted from a [`SealedPayload`], as the part of a link after
/// `#/r/`. The content is not checked.
#[must_use]
pub fn payload_from_bytes(bytes: &[u8]) -> String {
    base64url::encode(bytes)
}

/// Decodes the bytes of a payload, such as those decrypted from a [`SealedPayload`].
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

/// The fields before answers or scores.
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
        let (score, confidence) = scores::read(kind, body, model, stance)?;
        let scores = Scores {
            depth: head.sender.depth,
            locale: head.sender.locale,
            profile: head.profile,
            day: head.day,
            score,
            confidence,
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
