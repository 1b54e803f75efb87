//! Links under a passphrase: PBKDF2 and AES-GCM of the browser's WebCrypto. How what they make is
//! written down is [`SealedPayload`]'s; nothing is encrypted by code of our own.

use assay_core::link::SealedPayload;
use js_sys::{Array, JsString, Promise, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{AesDerivedKeyParams, AesGcmParams, Crypto, CryptoKey, Pbkdf2Params, SubtleCrypto};

use super::dom;

/// Why a link could not be put under a passphrase, or opened with one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum SecretError {
    /// The browser has no WebCrypto on this page: it came over plain http.
    Unavailable,
    /// The passphrase is not the one that the link was sealed with.
    WrongPassphrase,
    /// The browser has WebCrypto and refused all the same.
    Refused,
}

/// Whether passphrases can be used on this page.
pub(crate) fn is_available() -> bool {
    webcrypto().is_some()
}

/// Encrypts the bytes of a payload with a salt and an iv of its own.
///
/// # Errors
/// [`SecretError::Unavailable`] and [`SecretError::Refused`].
pub(crate) async fn seal(bytes: &[u8], passphrase: &str) -> Result<SealedPayload, SecretError> {
    let (crypto, subtle) = webcrypto().ok_or(SecretError::Unavailable)?;
    let mut sealed = SealedPayload {
        iterations: *SealedPayload::ITERATIONS.start(),
        salt: random(&crypto)?,
        iv: random(&crypto)?,
        ciphertext: Vec::new(),
    };
    let key = key(&subtle, passphrase, &sealed, "encrypt").await?;
    let made = subtle.encrypt_with_object_and_js_u8_array(&cipher(&sealed), &key, &array(bytes));
    sealed.ciphertext = Uint8Array::new(&wait(made).await?).to_vec();
    Ok(sealed)
}

/// Decrypts a link: the bytes of the payload inside, for
/// [`decode_bytes`](assay_core::link::decode_bytes).
///
/// # Errors
/// Any [`SecretError`]; the link is as good as before, and can be tried again.
pub(crate) async fn unseal(
    sealed: &SealedPayload,
    passphrase: &str,
) -> Result<Vec<u8>, SecretError> {
    let (_, subtle) = webcrypto().ok_or(SecretError::Unavailable)?;
    let key = key(&subtle, passphrase, sealed, "decrypt").await?;
    let ciphertext = array(&sealed.ciphertext);
    let opened = subtle.decrypt_with_object_and_js_u8_array(&cipher(sealed), &key, &ciphertext);
    // The checksum has shown that the link is whole, so it can only be the passphrase.
    let opened = wait(opened)
        .await
        .map_err(|_| SecretError::WrongPassphrase)?;
    Ok(Uint8Array::new(&opened).to_vec())
}

/// WebCrypto, which browsers give to safe origins only.
/// A passphrase that is hard to guess, from the browser's random numbers.
pub(crate) fn propose_passphrase() -> Option<String> {
    let (crypto, _) = webcrypto()?;
    random(&crypto)
        .ok()
        .map(assay_core::passphrase::from_random_bytes)
}

fn webcrypto() -> Option<(Crypto, SubtleCrypto)> {
    let crypto = dom::window()?.crypto().ok()?;
    let subtle = js_sys::Reflect::get(&crypto, &"subtle".into()).ok()?;
    let subtle = subtle.is_object().then(|| subtle.unchecked_into())?;
    Some((crypto, subtle))
}

/// The key of a passphrase in Unicode's composed form, so that it does not matter how it is typed.
async fn key(
    subtle: &SubtleCrypto,
    passphrase: &str,
    sealed: &SealedPayload,
    usage: &str,
) -> Result<CryptoKey, SecretError> {
    let normal = String::from(JsString::from(passphrase).normalize("NFC"));
    let usages = |usage: &str| JsValue::from(Array::of1(&usage.into()));
    let typed = subtle.import_key_with_str(
        "raw",
        &array(normal.as_bytes()),
        "PBKDF2",
        false,
        &usages("deriveKey"),
    );
    let typed: CryptoKey = wait(typed).await?.unchecked_into();
    let rounds =
        Pbkdf2Params::new_with_str("PBKDF2", "SHA-256", sealed.iterations, &array(&sealed.salt));
    let cipher = AesDerivedKeyParams::new("AES-GCM", 256);
    let made =
        subtle.derive_key_with_object_and_object(&rounds, &typed, &cipher, false, &usages(usage));
    Ok(wait(made).await?.unchecked_into())
}

fn cipher(sealed: &SealedPayload) -> AesGcmParams {
    let cipher = AesGcmParams::new("AES-GCM", &array(&sealed.iv));
    cipher.set_additional_data(&array(&sealed.associated_data()));
    cipher.set_tag_length(128);
    cipher
}

fn random<const N: usize>(crypto: &Crypto) -> Result<[u8; N], SecretError> {
    let mut bytes = [0; N];
    crypto
        .get_random_values_with_u8_array(&mut bytes)
        .map_err(|_| SecretError::Refused)?;
    Ok(bytes)
}

/// A copy of the bytes outside the program's memory, which may move while the browser computes.
fn array(bytes: &[u8]) -> Uint8Array {
    Uint8Array::from(bytes)
}

async fn wait(promise: Result<Promise, JsValue>) -> Result<JsValue, SecretError> {
    let promise = promise.map_err(|_| SecretError::Refused)?;
    JsFuture::from(promise)
        .await
        .map_err(|_| SecretError::Refused)
}
