//! A payload under a passphrase. Nothing is encrypted here: a browser's WebCrypto does that, and
//! this says how what it makes is written down.

use super::bytes::Reader;
use super::frame::{self, Flags, Frame, PayloadKind};
use super::{EncodeError, LinkError};

/// An encrypted payload and what is needed, beside the passphrase, to decrypt it.
///
/// The key is PBKDF2 with SHA-256 of the passphrase in UTF-8 (normalised to NFC), `salt` and
/// `iterations`, 256 bits long; the cipher is AES-GCM with `iv`, a tag of 128 bits at the end of
/// `ciphertext`, and [`Self::associated_data`]. The plaintext is a payload's bytes as
/// [`to_bytes`](super::to_bytes) gives them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SealedPayload {
    /// Rounds, [`Self::ITERATIONS`].
    pub iterations: u32,
    /// New for each link.
    pub salt: [u8; 16],
    /// New for each link.
    pub iv: [u8; 12],
    /// At least 17 bytes: something, and the tag.
    pub ciphertext: Vec<u8>,
}

impl SealedPayload {
    /// How many rounds there can be: enough to make guessing slow, not so many that a hostile
    /// link holds the browser up.
    pub const ITERATIONS: std::ops::RangeInclusive<u32> = 600_000..=10_000_000;

    /// The bytes before the ciphertext, to be authenticated with it.
    #[must_use]
    pub fn associated_data(&self) -> Vec<u8> {
        let mut out = frame::begin(PayloadKind::Sealed, Flags::default(), None);
        out.bytes(&self.iterations.to_be_bytes());
        out.bytes(&self.salt);
        out.bytes(&self.iv);
        out.0
    }

    /// The part of a link after `#/r/`.
    ///
    /// # Errors
    /// [`EncodeError::TooLong`].
    pub fn encode(&self) -> Result<String, EncodeError> {
        let mut out = super::bytes::Writer(self.associated_data());
        out.bytes(&self.ciphertext);
        frame::finish(out, None)
    }

    pub(super) fn read(frame: Frame<'_>) -> Result<Self, LinkError> {
        let plain = frame.flags == Flags::default();
        let sealed = plain.then(|| Self::fields(frame.body)).flatten();
        sealed.ok_or(LinkError::Damaged)
    }

    fn fields(mut body: Reader<'_>) -> Option<Self> {
        let sealed = Self {
            iterations: u32::from_be_bytes(body.array()?),
            salt: body.array()?,
            iv: body.array()?,
            ciphertext: body.rest.to_vec(),
        };
        let sound = Self::ITERATIONS.contains(&sealed.iterations) && sealed.ciphertext.len() > 16;
        sound.then_some(sealed)
    }
}
