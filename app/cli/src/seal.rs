//! Links encrypted with a passphrase, compatible with WebCrypto in browsers.
//!
//! `SealedPayload` defines the layout; PBKDF2, SHA-256 and AES-GCM are the RustCrypto implementations.

use std::io::{self, BufRead, IsTerminal, Read, Write};

use aes_gcm::aead::{Aead, KeyInit, Payload};
use aes_gcm::{Aes256Gcm, Key, Nonce};
use assay_core::link::SealedPayload;
use sha2::Sha256;
use unicode_normalization::UnicodeNormalization;

use crate::failure::Failure;

/// Reads a passphrase for a new link, which must be strong. Existing links open with any.
pub(crate) fn read_new_passphrase() -> Result<String, Failure> {
    let chosen = read_passphrase()?;
    if assay_core::passphrase::is_strong(&chosen) {
        return Ok(chosen);
    }
    let proposal = assay_core::passphrase::from_random_bytes(random_bytes()?);
    Err(Failure::input(format!(
        "this passphrase is too easy to guess: whoever has the link can try as many as they like. \
         Take five words that do not belong together, such as: {proposal}"
    )))
}

/// Encrypts the bytes of a payload.
pub(crate) fn seal(passphrase: &str, bytes: &[u8]) -> Result<SealedPayload, Failure> {
    let mut sealed = SealedPayload {
        iterations: *SealedPayload::ITERATIONS.start(),
        salt: random_bytes()?,
        iv: random_bytes()?,
        ciphertext: Vec::new(),
    };
    let associated = sealed.associated_data();
    sealed.ciphertext = cipher(passphrase, &sealed)
        .encrypt(&Nonce::from(sealed.iv), payload(bytes, &associated))
        .map_err(|_| Failure::input("the link cannot be encrypted: it is too long"))?;
    Ok(sealed)
}

/// Decrypts a link and returns the bytes of the payload inside.
pub(crate) fn open(passphrase: &str, sealed: &SealedPayload) -> Result<Vec<u8>, Failure> {
    let associated = sealed.associated_data();
    cipher(passphrase, sealed)
        .decrypt(
            &Nonce::from(sealed.iv),
            payload(&sealed.ciphertext, &associated),
        )
        .map_err(|_| {
            Failure::input("this passphrase does not open the link. Check it and try again")
        })
}

/// Reads the passphrase from the first line of standard input.
pub(crate) fn read_passphrase() -> Result<String, Failure> {
    /// Longest passphrase in bytes.
    const LONGEST: u64 = 64 << 10;
    let input = io::stdin().lock();
    if input.is_terminal() {
        io::stderr()
            .write_all(b"Passphrase: ")
            .map_err(|error| Failure::input(format!("the prompt cannot be written: {error}")))?;
    }
    let mut line = String::new();
    input
        .take(LONGEST)
        .read_line(&mut line)
        .map_err(|error| Failure::input(format!("the passphrase cannot be read: {error}")))?;
    let passphrase = line.trim_end_matches(['\r', '\n']);
    if passphrase.is_empty() {
        return Err(Failure::input(
            "there is no passphrase: write it on the first line of standard input",
        ));
    }
    Ok(passphrase.to_owned())
}

fn payload<'a>(msg: &'a [u8], aad: &'a [u8]) -> Payload<'a, 'a> {
    Payload { msg, aad }
}

fn cipher(passphrase: &str, sealed: &SealedPayload) -> Aes256Gcm {
    let normal: String = passphrase.nfc().collect();
    let mut key = [0; 32];
    pbkdf2::pbkdf2_hmac::<Sha256>(normal.as_bytes(), &sealed.salt, sealed.iterations, &mut key);
    Aes256Gcm::new(&Key::<Aes256Gcm>::from(key))
}

fn random_bytes<const N: usize>() -> Result<[u8; N], Failure> {
    let mut bytes = [0; N];
    getrandom::fill(&mut bytes).map_err(|error| {
        Failure::input(format!("this machine gives no random numbers: {error}"))
    })?;
    Ok(bytes)
}

#[cfg(test)]
mod tests {
    use super::{open, seal};

    #[test]
    fn what_was_sealed_opens_with_the_same_passphrase_only() {
        let sealed = seal("correct horse", b"bytes").unwrap();
        assert_eq!(open("correct horse", &sealed).unwrap(), b"bytes");
        assert!(open("correct horst", &sealed).is_err());
        let mut other = sealed.clone();
        other.salt[0] ^= 1;
        assert!(open("correct horse", &other).is_err());
    }

    #[test]
    fn the_same_passphrase_typed_in_another_form_opens_it() {
        let sealed = seal("caf\u{e9}", b"bytes").unwrap();
        assert_eq!(open("cafe\u{301}", &sealed).unwrap(), b"bytes");
    }

    #[test]
    fn no_two_links_share_salt_or_iv() {
        let (one, two) = (seal("a", b"x").unwrap(), seal("a", b"x").unwrap());
        assert_ne!(one.salt, two.salt);
        assert_ne!(one.iv, two.iv);
    }
}
