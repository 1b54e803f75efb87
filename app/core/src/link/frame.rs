//! The frame of every payload: version, kind and flags at the beginning, a checksum at the end.

use super::bytes::{Reader, Writer};
use super::checksum::{Crc32, crc32};
use super::model_key::ModelKey;
use super::{EncodeError, LinkError, MAX_LENGTH, base64url};
use crate::Model;

/// The first byte of every payload.
const VERSION: u8 = 1;
/// First bytes reserved for later versions.
const LATER: std::ops::RangeInclusive<u8> = 2..=15;
const CHECKSUM: usize = 4;

/// The kind of a payload, in the lowest three bits of its second byte.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum PayloadKind {
    Answers = 0,
    /// Scores with two decimals; no longer written.
    Scores = 1,
    Invitation = 2,
    Sealed = 3,
    /// Scores in steps.
    Steps = 4,
}

/// Optional parts of a payload, one bit each above the kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Flags {
    pub(super) profile: bool,
    pub(super) notes: bool,
    pub(super) date: bool,
}

/// A payload with a valid checksum.
#[derive(Debug)]
pub(super) struct Frame<'a> {
    pub(super) kind: PayloadKind,
    pub(super) flags: Flags,
    /// `None` for a sealed payload, which does not name its model.
    pub(super) model_key: Option<ModelKey>,
    pub(super) body: Reader<'a>,
}

/// Starts a payload; a sealed one names no model.
pub(super) fn begin(kind: PayloadKind, holds: Flags, which: Option<&ModelKey>) -> Writer {
    let mut out = Writer::default();
    out.byte(VERSION);
    out.byte(
        kind as u8
            | u8::from(holds.profile) << 3
            | u8::from(holds.notes) << 4
            | u8::from(holds.date) << 5,
    );
    if let Some(which) = which {
        which.write(&mut out);
    }
    out
}

/// Completes and encodes a payload.
pub(super) fn finish(mut out: Writer, which: Option<&ModelKey>) -> Result<String, EncodeError> {
    let checksum = checksum(&out.0, which);
    out.bytes(&checksum.to_be_bytes());
    let length = base64url::length(out.0.len());
    if length > MAX_LENGTH {
        return Err(EncodeError::TooLong {
            length,
            limit: MAX_LENGTH,
        });
    }
    Ok(base64url::encode(&out.0))
}

/// The checksum covers all preceding bytes and the digest of the model, which is not transmitted.
fn checksum(bytes: &[u8], which: Option<&ModelKey>) -> u32 {
    let digest = which.map(|which| which.digest.to_be_bytes());
    crc32(bytes.iter().chain(digest.iter().flatten()))
}

/// Verifies a payload before any of its fields is used.
pub(super) fn open(bytes: &[u8]) -> Result<Frame<'_>, LinkError> {
    match bytes.first() {
        Some(&VERSION) => open_version_1(bytes),
        Some(later) if LATER.contains(later) && !is_version_1_mistyped(bytes) => {
            Err(LinkError::NewerVersion)
        }
        _ => Err(LinkError::Damaged),
    }
}

/// Returns whether the payload is valid except for its first byte.
fn is_version_1_mistyped(bytes: &[u8]) -> bool {
    let mut bytes = bytes.to_vec();
    if let Some(first) = bytes.first_mut() {
        *first = VERSION;
    }
    open_version_1(&bytes).is_ok()
}

fn open_version_1(bytes: &[u8]) -> Result<Frame<'_>, LinkError> {
    let at = bytes
        .len()
        .checked_sub(CHECKSUM)
        .ok_or(LinkError::Damaged)?;
    let (content, sent) = bytes.split_at(at);
    let mut body = Reader::new(content);
    let beginning = Beginning::read(&mut body)?;
    if checksum(content, beginning.which.as_ref()).to_be_bytes() != sent {
        return Err(LinkError::Damaged);
    }
    beginning.frame(body)
}

/// The first fields of every payload of this version.
struct Beginning {
    about: u8,
    /// `None` for an unknown kind.
    kind: Option<PayloadKind>,
    which: Option<ModelKey>,
}

impl Beginning {
    fn read(body: &mut Reader<'_>) -> Result<Self, LinkError> {
        let (Some(_version), Some(about)) = (body.byte(), body.byte()) else {
            return Err(LinkError::Damaged);
        };
        let kind = match about & 7 {
            0 => Some(PayloadKind::Answers),
            1 => Some(PayloadKind::Scores),
            2 => Some(PayloadKind::Invitation),
            3 => Some(PayloadKind::Sealed),
            4 => Some(PayloadKind::Steps),
            _ => None,
        };
        let which = match kind {
            Some(PayloadKind::Sealed) => None,
            _ => Some(ModelKey::read(body)?),
        };
        Ok(Self { about, kind, which })
    }

    /// Returns the frame of a valid payload. Unknown kinds and flags belong to a newer version.
    fn frame(self, body: Reader<'_>) -> Result<Frame<'_>, LinkError> {
        let Self { about, kind, which } = self;
        let kind = kind
            .filter(|_| about >> 6 == 0)
            .ok_or(LinkError::NewerVersion)?;
        let holds = Flags {
            profile: about & 8 != 0,
            notes: about & 16 != 0,
            date: about & 32 != 0,
        };
        Ok(Frame {
            kind,
            flags: holds,
            model_key: which,
            body,
        })
    }
}

/// Returns the first of the ascending lengths at which the bytes are a valid payload. The total
/// cost is that of one checksum.
pub(super) fn find_valid_length(
    bytes: &[u8],
    lengths: impl IntoIterator<Item = usize>,
) -> Option<usize> {
    let mut body = Reader::new(bytes);
    let beginning = Beginning::read(&mut body).ok()?;
    let digest = beginning.which.map(|which| which.digest.to_be_bytes());
    let least = bytes.len().saturating_sub(body.rest.len());
    let (mut crc, mut summed) = (Crc32::default(), 0);
    for length in lengths {
        let Some(content) = length.checked_sub(CHECKSUM).filter(|&at| at >= least) else {
            continue;
        };
        crc = crc.update(bytes.get(summed..content)?);
        summed = content;
        let checksum = crc.update(digest.iter().flatten()).checksum();
        if bytes.get(content..length)? == checksum.to_be_bytes() {
            return (bytes.first() == Some(&VERSION)).then_some(length);
        }
    }
    None
}

/// Reads the first fields of an invalid payload. Returns the reader as error if they cannot be
/// read.
pub(super) fn open_damaged(bytes: &[u8]) -> Result<Frame<'_>, Reader<'_>> {
    let content = bytes.len().saturating_sub(CHECKSUM);
    let mut body = Reader::new(bytes.get(..content).unwrap_or_default());
    if bytes.first() != Some(&VERSION) {
        return Err(body);
    }
    let beginning = Beginning::read(&mut body);
    let frame = beginning.and_then(|beginning| beginning.frame(body));
    frame.map_err(|_| body)
}

impl Frame<'_> {
    /// Returns the index of the model among the known ones.
    pub(super) fn find_model(&mut self, known: &[&Model]) -> Result<usize, LinkError> {
        self.model_key.take().ok_or(LinkError::Damaged)?.find(known)
    }
}
