//! Encrypted payloads. This module defines their encoding; encryption is done by the caller, such
//! as WebCrypto in browsers.

use super::bytes::Reader;
use super::frame::{self, Flags, Frame, PayloadKind};
use super::{EncodeError, LinkError};

/// An encrypted payload with the parameters of its decryption.
///
/// The key is derived by PBKDF2 with SHA-256 from the passphrase in UTF-8 (normalized to NFC),
/// `salt` and `iterations`, 256 bits long. The cipher is AES-GCM with `iv`, a 128-bit tag at the
/// end of `ciphertext`, and [`Self::associated_data`]. The plaintext is the result of
/// [`payload_bytes`](super::payload_bytes).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SealedPayload {
    /// The number of iterations, within [`Self::ITERATIONS`].
    pub iterations: u32,
    /// The salt, unique for each link.
    pub salt: [u8; 16],
    /// The initialization vector, unique for each link.
    pub iv: [u8; 12],
    /// The ciphertext with its tag, at least 17 bytes.
    pub ciphertext: Vec<u8>,
}

impl SealedPayload {
    /// The allowed numbers of iterations: enough to slow down guessing, and few enough that a
    /// malicious link cannot block a browser.
    pub const ITERATIONS: std::ops::RangeInclusive<u32> = 600_000..=10_000_000;

    /// Returns the bytes before the ciphertext, which are authenticated with it.
    #[must_use]
    pub fn associated_data(&self) -> Vec<u8> {
        let mut out = frame::begin(PayloadKind::Sealed, Flags::default(), None);
        out.bytes(&self.iterations.to_be_bytes());
        out.bytes(&self.salt);
        out.bytes(&self.iv);
        out.0
    }

    /// Encodes the part of a link after `#/r/`.
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
